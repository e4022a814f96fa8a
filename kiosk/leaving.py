"""A learner leaves a tablet: all is saved, and it is free for the next person."""

from typing import TYPE_CHECKING

from kiosk.progress.events import SignOutReason

if TYPE_CHECKING:
    from kiosk.visit import Visit


def leave(visit: "Visit", why: SignOutReason = "asked") -> None:
    """Signs her out and shows the start; it asks nothing, as nothing is lost."""
    visit.player.stop()  # before she is gone: what she heard of it is hers
    visit.kiosk.classroom.sign_out(visit.tablet, why)
    visit.language = visit.kiosk.classroom.language_of(visit.tablet)
    visit.go("/")
