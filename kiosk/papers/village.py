"""Papers of a village's order: a label for each family's share, and a stamp for every unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.papers.grid import Grid
from kiosk.papers.holder import Order
from kiosk.papers.paper import Paper
from kiosk.papers.words import word

_LABELS: Final = Grid(columns=2, rows=4, width=98, height=69)
_STAMPS: Final = Grid(columns=7, rows=10, width=27, height=27)
_STAMP: Final = 24.0
_EDGE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Share:
    """What one family gave: of each unit the day it was made and the family's own number."""

    family: str
    picture: Path
    units: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One order that was shared out; ``product`` is the file of its picture."""

    order: str
    city: str
    product: Path
    product_name: str
    shares: tuple[Share, ...]

    @property
    def quantity(self) -> int:
        """All units of it."""
        return sum(len(share.units) for share in self.shares)


def village(order: Order, parcels: Sequence[Parcel]) -> bytes:
    """For each parcel pages of labels, then pages of stamps; ``order`` tells language and day."""
    paper = Paper(order)
    for parcel in parcels:
        for share, x, y in _LABELS.placed(paper, parcel.shares):
            _label(paper, parcel, share, x, y, order)
        units = [(share, *unit) for share in parcel.shares for unit in share.units]
        for (share, day, serial), x, y in _STAMPS.placed(paper, units):
            _stamp(paper, share, f"{day} · {serial}", x + 1.5, y + 1.5)
        order.one_more()
    return paper.data()


def _label(paper: Paper, parcel: Parcel, share: Share, x: float, y: float, order: Order) -> None:
    paper.frame(x + 1, y + 1, _LABELS.width - 2, _LABELS.height - 2, dashed=True)
    left, inner, size = x + _EDGE, _LABELS.width - 2 * _EDGE, 20.0
    near = paper.start(left, inner, size)
    far = left if paper.right_to_left else left + inner - size
    paper.picture(share.picture, near, y + 5, size)
    paper.picture(parcel.product, far, y + 5, size)
    middle, room = left + size + 2, inner - 2 * size - 4
    paper.text(word("from", order.language), middle, y + 5, room, 8, align=paper.near)
    paper.text(share.family, middle, y + 9, room, 14, bold=True, align=paper.near)
    count = f"{len(share.units)} / {parcel.quantity}"
    paper.text(parcel.product_name, middle, y + 17, room, 10, align=paper.near)
    paper.text(count, middle, y + 22, room, 12, bold=True, align=paper.near)
    top = y + 31
    paper.text(word("stamp", order.language), left, top, inner, 9, align=paper.near)
    paper.text(_numbers(share), left, top + 5, inner, 11, bold=True, align=paper.near)
    paper.text(word("to", order.language), left, top + 14, inner, 9, align=paper.near)
    paper.text(parcel.city, left, top + 19, inner, 14, bold=True, align=paper.near)
    paper.rule(left, top + 29, inner)


def _numbers(share: Share) -> str:
    """The family's numbers in this parcel, neighbours as one piece."""
    serials = sorted(serial for _, serial in share.units)
    pieces: list[list[int]] = []
    for each in serials:
        if pieces and each == pieces[-1][-1] + 1:
            pieces[-1] = [pieces[-1][0], each]
        else:
            pieces.append([each])
    return ", ".join("–".join(map(str, piece)) for piece in pieces)


def _stamp(paper: Paper, share: Share, numbers: str, x: float, y: float) -> None:
    paper.ring(x, y, _STAMP)
    paper.egg(x + _STAMP / 2 - 3, y + 2, 6)
    paper.text(share.family, x + 2, y + 9, _STAMP - 4, 11, bold=True)
    paper.text(numbers, x + 5, y + 16, _STAMP - 10, 8)
