"""Somebody lets a neighbour try: who comes back to a tablet, and where she was."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TabletLent:
    """A learner let somebody else take the tablet for a while; ``place`` is where she was.

    ``tablet`` is a browser's, as in ``SignedIn``; ``place`` is an address of the kiosk.
    """

    learner: str
    tablet: str
    place: str


@dataclass(frozen=True, slots=True)
class LendingEnded:
    """Nobody waits any more for the tablet to come back to a learner; she did nothing herself."""

    learner: str
    tablet: str


@dataclass(frozen=True, slots=True)
class Lending:
    """A tablet that is lent now."""

    learner: str
    """To whom it comes back, by the id of the card under which she lent it."""
    place: str
