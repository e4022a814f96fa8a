"""A small loan: who lends, what it costs in all before it is taken, and how it goes back."""

from functools import partial

import flet as ft

from demo_store.commands import HearLoan, LeaveLoan, TakeLoan
from demo_store.purse import Loan
from demo_store.world.lending import LoanOffer
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import (
    Trading,
    body_height,
    store_frame,
    title_excess,
    use_trading,
)
from kiosk.screens.store.heap_cards import HeapCard, use_heap_cards
from kiosk.screens.store.money_screen import LENDING
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.labels import one_size
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, card, card_style, side_by_side, stacked
from kiosk.widgets.touch import saying, tap, value
from kiosk.wording import money, number, words, yuan
from lessons.phrase import Phrase, joined

_LEAST_STACKED = 150.0
"""A lender that is less high has the amount beside the notes."""
_MOST_IN_A_LINE = 6
"""More parts stand in two lines on a small window."""
_PLACE, _ALL = "/money/loan", "/money/loans"


@screen
def LoanScreen(visit: Visit) -> ft.Control:
    """The loan that she has; without one, who lends."""
    loan = use_trading(visit).store.purse.loan
    return LoansScreen(visit, key="loans") if loan is None else _Owed(visit, loan, key="owed")


@screen
def LoansScreen(visit: Visit) -> ft.Control:
    """Who lends, also while she has a loan."""
    trading, layout = use_trading(visit), visit.layout
    offers = list(visit.kiosk.classroom.catalogue.loans.values())
    across, down = (1, len(offers)) if layout.tall else (len(offers), 1)
    width = (layout.inner_width - (across - 1) * theme.GAP) / across
    say = words("purse.say-loans")
    high = body_height(trading) - title_excess(trading, say)
    height = min(520.0, (high - (down - 1) * theme.GAP) / down)
    names = [visit.text(offer.name) for offer in offers]
    room = width - 30 if across > 1 else width * 0.6
    letters = one_size(names, visit.language, room, 30)
    hand = trading.wants(*LENDING)
    cells: list[ft.Control] = [
        pointed_at(_lender(trading, offer, width, height, letters), hand and place == 0)
        for place, offer in enumerate(offers)
    ]
    body = stacked(cells, theme.GAP) if layout.tall else side_by_side(cells)
    return store_frame(trading, body, say, place="money/loans", back="/money")


@screen
def LoanOfferScreen(visit: Visit) -> ft.Control:
    """Three heaps: what comes, what goes back, what it costs; then yes or no."""
    trading = use_trading(visit)
    offer = visit.kiosk.classroom.catalogue.loans.get(ft.use_route_params().get("loan_id", ""))
    if offer is None:
        return NotHere(visit, key="gone")
    done = trading.moment is not None and trading.moment.state.completed_step
    say = words("purse.lends", name=offer.name, money=money(offer.fen))
    taken = 0 if done else visit.layout.action_height + visit.layout.gap
    free, row = _room(trading, taken + title_excess(trading, say), 3)
    cards = _heaps(offer)
    heaps = use_heap_cards(visit, cards, visit.layout.inner_width, free)
    parts = _parts(trading, offer.parts, offer.part_fen, offer.every_days, row)
    body: ft.Control = stacked([heaps, parts] if row else [heaps], visit.layout.gap)
    if not done:
        body = above(body, _yes_or_no(trading, offer), visit.layout.gap)
    rhythm = _rhythm(offer.parts, offer.part_fen, offer.every_days)
    told = [cards[1].voice, Part(rhythm, "parts"), cards[2].voice]
    return store_frame(
        trading,
        body,
        say,
        place=f"money/loan/{offer.id}",
        back=_ALL,
        also=told,
        also_coached=[] if done else [cards[0].voice, *told],
    )


# -- who lends


def _lender(
    trading: Trading, offer: LoanOffer, width: float, height: float, letters: float
) -> ft.Control:
    """Who it is and the money that is held out; what it costs is heard behind it."""
    visit = trading.visit
    beside = visit.layout.tall
    size = max(56.0, min(150.0, height - 40 if beside else height * 0.36))
    image = picture(offer.picture, size)
    name = theme.text(visit.text(offer.name), visit.language, letters, max_lines=1)
    room = width - size - 60 if beside else width - 30
    low = beside and height < _LEAST_STACKED
    pile = heap_of(offer.fen, room * 0.6 if low else room, max(40.0, height * 0.26), 90)
    amount = theme.digits(yuan(offer.fen), 36 if visit.layout.phone else 48, theme.CLAY)
    if beside:
        lent = [side_by_side([pile, amount], 4)] if low else [pile, amount]
        content: ft.Control = side_by_side([image, stacked([name, *lent], 2)], 12)
    else:
        content = stacked([image, name, pile, amount], 4)
    return tap(
        visit,
        f"loan:{offer.id}",
        visit.text(words("purse.lends", name=offer.name, money=money(offer.fen))),
        content,
        lambda: trading.do(HearLoan(offer.id), f"{_PLACE}/{offer.id}"),
        width=width,
        height=height,
        **card_style(padding=8),
    )


# -- what it costs


def _room(trading: Trading, taken: float, heaps: int) -> tuple[float, float]:
    """How high so many heaps may stand, and the row of the parts: 0 where it has to give way.

    ``taken`` is what stands at the foot. The parts are said in any case.
    """
    layout = trading.visit.layout
    free = body_height(trading) - taken
    row = 76.0 if layout.phone else 84.0 if layout.low else 110.0
    left = free - row - layout.gap
    least = heaps * theme.TAP + (heaps - 1) * theme.GAP if layout.tall else 2 * theme.TAP
    return (left, row) if left >= least else (free, 0.0)


def _heaps(offer: LoanOffer) -> list[HeapCard]:
    """What comes, what goes back, and what it costs in all."""
    cost, back = offer.cost_fen, offer.fen + offer.cost_fen
    get_say = words("purse.get", money=money(offer.fen))
    back_say = words("purse.back", money=money(back))
    cost_say = words("purse.loan-cost", money=money(cost)) if cost else words("purse.loan-free")
    labels = [words("purse.name-get"), words("purse.name-back"), words("purse.name-loan-cost")]
    return [
        HeapCard("loan", "get", offer.picture, offer.fen, theme.DONE, labels[0], get_say),
        HeapCard("loan", "back", "bank", back, theme.AIR, labels[1], back_say),
        HeapCard("loan", "cost", "coin", cost, theme.ROSE, labels[2], cost_say),
    ]


def _rhythm(parts: int, fen: int, every_days: int) -> Phrase:
    every = words("purse.parts", count=number(every_days), money=money(fen))
    return joined([every, words("purse.times", count=number(parts))])


def _parts(
    trading: Trading,
    parts: int,
    fen: int,
    every_days: int,
    high: float,
    repaid: int = 0,
    late: int = 0,
) -> ft.Control:
    """A leaf of the calendar for every part; a green sign where it is paid, sand where it waits."""
    visit = trading.visit
    phone = visit.layout.phone
    room = visit.layout.inner_width - (170 if phone else 260)
    lines = 2 if phone and parts > _MOST_IN_A_LINE else 1
    across = -(-parts // lines)
    size = max(18.0, min((high - 24) / lines - 2, room / across - 6, 64.0))
    leaves: list[ft.Control] = [
        picture(sign, size)
        for part in range(parts)
        for sign in ["check" if part < repaid else "hourglass" if part < late else "calendar"]
    ]
    rows = [side_by_side(leaves[at : at + across], 4) for at in range(0, parts, across)]
    row = stacked(list[ft.Control](rows), 2)
    says = saying(visit, "loan.parts", _rhythm(parts, fen, every_days))
    every = value(
        "loan.every",
        str(every_days),
        side_by_side(
            [picture("moon", 26 if phone else 40), theme.digits(str(every_days), 28)], 4, tight=True
        ),
        says=says,
    )
    figure = theme.digits(yuan(fen), 24 if phone else 36, theme.CLAY)
    amount = value("loan.part", str(fen), figure, says=says)
    counted = value("loan.parts", f"{repaid}/{parts}", row, says=says)
    return card(
        side_by_side([every, counted, amount], 10 if phone else 24),
        theme.PAPER,
        width=visit.layout.inner_width,
        height=high,
        padding=6,
    )


def _yes_or_no(trading: Trading, offer: LoanOffer) -> ft.Control:
    """Both as large, no first: a loan is never the way on by itself."""
    visit = trading.visit
    free = trading.store.purse.loan is None
    room = visit.layout.inner_width
    width = min(460.0, (room - theme.GAP) / 2)
    leave = go_on(
        visit,
        "loan.leave",
        words("purse.leave"),
        lambda: trading.do(LeaveLoan(offer.id), _ALL),
        width=width,
        icon=ft.Icons.CLOSE_ROUNDED,
        colour=theme.CLAY,
        hand=trading.wants("LoanLeft"),
    )
    take = go_on(
        visit,
        "loan.take",
        words("purse.take"),
        partial(_take, trading, offer) if free else None,
        width=width,
        icon=ft.Icons.CHECK_ROUNDED,
        hand=free and trading.wants("LoanTaken") and not trading.wants("LoanLeft"),
    )
    return ft.Row([leave, take], alignment=ft.MainAxisAlignment.SPACE_BETWEEN, width=room)


def _take(trading: Trading, offer: LoanOffer) -> None:
    """What she sees here was said here: so it was heard, also where she came by the address."""
    if trading.store.purse.heard_loan != offer.id:
        trading.do(HearLoan(offer.id))
    trading.do(TakeLoan(offer.id), _PLACE)


# -- a loan that she has


@component
def _Owed(visit: Visit, loan: Loan) -> ft.Control:
    """``loan`` is given, as it may be over while a word of this is still being said."""
    trading, layout = use_trading(visit), visit.layout
    done = trading.moment is not None and trading.moment.state.completed_step
    cards, today = _owed_heaps(loan.repaid * loan.part_fen, loan.left_fen), trading.store.day
    say, also = cards[1].say, _coming(loan, today)
    if loan.next_day <= today:
        say, also = also, say  # what waits is said first
    taken = 0 if done else layout.action_height + layout.gap
    free, row = _room(trading, taken + title_excess(trading, say), 2)
    heaps = use_heap_cards(visit, cards, layout.inner_width, free)
    late = sum(loan.due_day(part) <= today for part in range(1, loan.parts + 1))
    parts = _parts(trading, loan.parts, loan.part_fen, loan.every_days, row, loan.repaid, late)
    body: ft.Control = stacked([heaps, parts] if row else [heaps], layout.gap)
    if not done:
        others = go_on(
            visit,
            "loan.others",
            words("purse.others"),
            lambda: trading.go(_ALL),
            width=min(460.0, layout.inner_width),
            icon=ft.Icons.HEARING_ROUNDED,
            colour=theme.TEAL,
            hand=trading.wants(*LENDING),
        )
        body = above(body, others, layout.gap)
    return store_frame(
        trading, body, say, place="money/loan", back="/money", also=[Part(also, "parts")]
    )


def _coming(loan: Loan, today: int) -> Phrase:
    if loan.next_day <= today:
        return words("purse.part-waits", money=money(loan.part_fen))
    days = number(loan.next_day - today)
    return words("purse.next-part", count=days, money=money(loan.part_fen))


def _owed_heaps(repaid: int, left: int) -> list[HeapCard]:
    """What went back and what still goes back, in fen."""
    repaid_say = words("purse.repaid-so-far", money=money(repaid))
    left_say = words("purse.left", money=money(left))
    labels = [words("purse.name-repaid"), words("purse.name-left")]
    return [
        HeapCard("loan", "repaid", "check", repaid, theme.DONE, labels[0], repaid_say),
        HeapCard("loan", "left", "bank", left, theme.AIR, labels[1], left_say),
    ]
