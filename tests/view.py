"""One screen as it is to be drawn."""

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """A screen: its address, whose tablet shows it, and the taps that lead on from there."""

    name: str
    route: str
    tablet: str = ""
    taps: tuple[str, ...] = ()
    """Identifiers; ``@`` and an address goes there; ``a>b`` carries the one to the other."""
    variant: bool = False
    """The same screen as another one, with more or less help on it."""
