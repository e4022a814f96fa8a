"""Every paper there is, by the name that the command line and screens use."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from kiosk.papers.cards import cards
from kiosk.papers.certificate import certificate
from kiosk.papers.holder import Order
from kiosk.papers.labels import labels
from kiosk.papers.stamps import stamps
from kiosk.papers.workshop import workshop

PAPERS: Final[Mapping[str, Callable[[Order], bytes]]] = MappingProxyType(
    {
        "certificate": certificate,
        "cards": cards,
        "workshop": workshop,
        "stamps": stamps,
        "labels": labels,
    }
)
