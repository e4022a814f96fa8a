"""What an order is packed in and who carries it: every choice shows and says its price."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from demo_store.commands import PackOrder, ShipOrder, StoreCommand
from demo_store.events import OrderPacked, OrderShipped
from demo_store.selling.packing import packaging_for, usual_days
from demo_store.store import Order
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.store.coaching import Trading
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import filling, fitting, use_spoken
from kiosk.widgets.touch import tap
from kiosk.wording import money, number, words, yuan
from lessons.phrase import Phrase

_EDGE = 2 * 9
"""Padding and edge of a card, on both sides."""

Place = Callable[["Choice", ft.Control], ft.Control]
"""Puts something around the card of a choice."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things that she chooses between, its price in fen and what is said of it."""

    identifier: str
    sign: str
    name: Phrase
    command: StoreCommand
    hand: bool
    fen: int
    said: Phrase
    """Its name and what it costs."""
    chosen: Phrase
    """What is said when she took it."""
    days: int = 0
    """How long it usually takes; 0 where it takes no time."""


def choices(trading: Trading, order: Order, step: str | None) -> list[Choice]:
    """What she chooses between at ``step``; nothing at most steps."""
    match step:
        case "pack":
            return _packagings(trading, order)
        case "ship":
            return _carriers(trading, order)
    return []


def said_of(offered: list[Choice]) -> list[Part]:
    """Each choice with its price, to be heard before she takes one."""
    return [Part(choice.said, choice.identifier) for choice in offered]


def _packagings(trading: Trading, order: Order) -> list[Choice]:
    catalogue = trading.visit.kiosk.classroom.catalogue
    product = trading.store.product(order.product)
    assert product is not None
    wanted, learning = trading.wants("OrderPacked"), trading.practises("OrderPacked")
    best = packaging_for(catalogue, catalogue.kind(product.kind))
    return [
        Choice(
            f"order.pack:{kind.id}",
            kind.picture,
            kind.name,
            PackOrder(order.id, kind.id, well=learning),
            wanted and kind.id == best,
            kind.cost_fen,
            words("order.costs", name=kind.name, money=money(kind.cost_fen)),
            words("order.packed-in", name=kind.name, money=money(kind.cost_fen)),
        )
        for kind in catalogue.packagings.values()
    ]


def _carriers(trading: Trading, order: Order) -> list[Choice]:
    catalogue = trading.visit.kiosk.classroom.catalogue
    product = trading.store.product(order.product)
    assert product is not None
    grams = order.quantity * catalogue.kind(product.kind).weight_g
    city, wanted = catalogue.city(order.city), trading.wants("OrderShipped")
    found = []
    for index, carrier in enumerate(catalogue.carriers.values()):
        fen = carrier.freight_fen(grams)
        days = usual_days(city, carrier)
        cost = money(fen)
        found.append(
            Choice(
                f"order.ship:{carrier.id}",
                carrier.picture,
                carrier.name,
                ShipOrder(order.id, carrier.id),
                wanted and index == 0,
                fen,
                words("order.carries", name=carrier.name, money=cost, count=number(days)),
                words("order.sent-by", name=carrier.name, money=cost),
                days,
            )
        )
    return found


@component
def Choices(
    trading: Trading, offered: list[Choice], across: int, height: float, place: Place | None = None
) -> ft.Control:
    """All of one size, ``height`` each, with letters of one size: the longest word decides."""
    visit = trading.visit
    spoken = use_spoken(visit)
    about = spoken.about if spoken is not None else ""
    width = min(460.0, (visit.layout.inner_width - (across - 1) * theme.GAP) / across)
    form = _Form.of(trading, offered, width, height)
    cells = [
        pointed_at(
            tap(
                visit,
                choice.identifier,
                visit.text(choice.said),
                form.shown(trading, choice),
                partial(choose, trading, choice),
                width=width,
                height=height,
                **card_style(
                    theme.DONE, theme.SKY if about == choice.identifier else theme.LEAF, padding=4
                ),
            ),
            choice.hand,
        )
        for choice in offered
    ]
    if place is not None:
        cells = [place(choice, cell) for choice, cell in zip(offered, cells, strict=True)]
    rows = [side_by_side(cells[at : at + across]) for at in range(0, len(cells), across)]
    return stacked(list[ft.Control](rows), theme.GAP)


def choose(trading: Trading, choice: Choice) -> None:
    """Does it, and says what was taken and what it cost."""
    events = trading.do(choice.command)
    if any(isinstance(event, OrderPacked | OrderShipped) for event in events):
        trading.visit.say_first(choice.chosen)
        # Where the coach's sentence stays the same, no screen begins to speak: so also at once.
        trading.visit.say(choice.chosen)


@dataclass(frozen=True, slots=True)
class _Form:
    """How the cards of one row are laid out: what is larger than what, in one place."""

    figure: float
    """The size of digits."""
    image: float
    room: float
    """The width of the name."""
    lines: int
    letters: float
    beneath: bool
    """The price stands below the picture, as the name needs the width beside it."""

    @classmethod
    def of(cls, trading: Trading, offered: list[Choice], width: float, height: float) -> "_Form":
        visit = trading.visit
        phone, timed = visit.layout.phone, any(choice.days for choice in offered)
        figure = 20.0 if phone else 22.0 if visit.layout.low else 28.0
        high, inner = height - _EDGE, width - _EDGE
        longest = max(len(yuan(choice.fen)) for choice in offered)
        if not timed:  # long names, of several words
            image = min(48.0 if phone else 92.0, high - figure * 1.2 - 2)
            beside = max(image, figure * (1.24 + 0.62 * longest))
            room, lines, letters_high = inner - beside - 8, 3 if phone else 2, high
        elif phone:
            image, room, lines = 48.0, inner, 1
            letters_high = high - 2 * figure * 1.2 - 4
        else:
            image = high - 6
            room, lines, letters_high = inner - image - 8, 1, high - figure * 1.2 - 2
        # A tenth is left over: some words are wider than their number of letters says.
        names = [visit.text(choice.name) for choice in offered]
        fitted = [fitting(name, visit.language, room * 0.9, lines, 28) for name in names]
        if phone and timed:  # a name in one line may have to be smaller than is usual
            fitted = [filling(name, visit.language, room, letters_high, 28) for name in names]
        letters = min(letters_high / (lines * 1.55), *fitted)
        return cls(figure, image, room, lines, letters, beneath=not timed)

    def shown(self, trading: Trading, choice: Choice) -> ft.Control:
        """The inside of a card."""
        visit = trading.visit
        name = theme.text(
            visit.text(choice.name), visit.language, self.letters, max_lines=self.lines
        )
        name.width = self.room
        seen, price = picture(choice.sign, self.image), self._figure("coin", yuan(choice.fen))
        if self.beneath:
            return side_by_side([stacked([seen, price], 2, tight=True), name], 8)
        time = self._figure("calendar", str(choice.days))
        if visit.layout.phone:
            figures = stacked([price, time], 4, tight=True)
            return stacked([name, side_by_side([seen, figures], 12, tight=True)], 0)
        figures_row = side_by_side([price, time], 24, tight=True)
        return side_by_side([seen, stacked([name, figures_row], 2, tight=True)], 8)

    def _figure(self, sign: str, amount: str) -> ft.Control:
        digits = theme.digits(amount, self.figure)
        return side_by_side([picture(sign, self.figure * 1.1), digits], 4, tight=True)
