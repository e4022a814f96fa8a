"""Which tablet a request or a session comes from: a random name kept in a cookie."""

import uuid
from contextvars import ContextVar

COOKIE = "tablet"

current_tablet: ContextVar[str] = ContextVar("current_tablet", default="")
"""The tablet that the running task serves: a UUID, or empty outside a session."""


def new_tablet() -> str:
    """A name for a tablet that was never seen before: random, says nothing about anyone."""
    return str(uuid.uuid4())


def is_tablet(text: str) -> bool:
    """Whether ``text`` is a name that `new_tablet` could have made."""
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
