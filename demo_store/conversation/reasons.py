"""Why an answer to a customer was not true: what each ``good_when`` lacked as things stood."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from demo_store.conversation.truth import Asked, is_true
from demo_store.world.questions import Reply

OWN: Final = "own"
"""The answer is never good: the content says why."""


def reason(about: Asked, reply: Reply) -> str:
    """One of ``REASONS``, ``OWN``, or nothing where the reply is true."""
    if is_true(about, reply):
        return ""
    found = _LACKS[reply.good_when]
    return found if isinstance(found, str) else found(about)


def _not_fresh(about: Asked) -> str:
    return "not-fresh" if about.age else "none-left"  # what is of today is fresh


def _not_some_days_old(about: Asked) -> str:
    return "fresh-now" if about.is_fresh else "too-old"


_LACKS: Final[Mapping[str, str | Callable[[Asked], str]]] = MappingProxyType(
    {
        "never": OWN,
        "fresh": _not_fresh,
        "some-days-old": _not_some_days_old,
        "keeps-days": "keeps",
        "keeps-weeks": "keeps",
        "keeps-months": "keeps",
        "keeps-longer": "keeps",
        "enough": "too-few",
        "not-enough": "enough",
        "some": "none-left",
        "none-left": "some-left",
        "ready-to-eat": "raw",
        "raw": "ready",
        "price-fair": "dear",
        "still-pays": "below-cost",
        "time-left": "past-due",
        "not-held-up": "held-up",
        "held-up": "not-held-up",
        "comes-tomorrow": "not-tomorrow",
    }
)
REASONS: Final = frozenset(
    {each for each in _LACKS.values() if isinstance(each, str) and each != OWN}
    | {"not-fresh", "fresh-now", "too-old"}
)
