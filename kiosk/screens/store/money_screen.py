"""Her money: the three heaps of every sale, and the ways to her card, her savings and a loan."""

from dataclasses import dataclass

import flet as ft

from demo_store.finance.heaps import Heaps, heaps
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.learner.lesson_place import is_about_purse
from kiosk.screens.store.coaching import (
    Trading,
    body_height,
    store_frame,
    title_excess,
    use_trading,
)
from kiosk.screens.store.heap_cards import HeapCard, use_heap_cards
from kiosk.visit import Visit
from kiosk.widgets.filled import filled
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.touch import tap
from kiosk.wording import money, words
from lessons.phrase import Phrase, joined

WITHDRAWING = ("MoneyWithdrawn",)
SAVING = (
    "SavingGoalChosen",
    "MoneySaved",
    "MoneyTakenBack",
    "SavingGoalReached",
    "SavingGoalBought",
)
LENDING = ("LoanHeard", "LoanTaken", "LoanLeft")
"""What is done behind each way on, for the hand."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way on from here; ``name`` is that of its identifier, its words and its address."""

    name: str
    image: ft.Control
    ground: str
    hand: bool


@screen
def MoneyScreen(visit: Visit) -> ft.Control:
    """Three heaps: what it cost, what others took, what is mine. Each has a voice.

    In a lesson only what is practised: the heaps, or the ways to card, savings and loan.
    """
    trading = use_trading(visit)
    three = heaps(trading.store)
    say = words("money.mine", money=money(max(0, three.mine_fen)))
    if three.mine_fen < 0:
        say = words("money.not-yet", money=money(-three.mine_fen))
    high, moment = body_height(trading) - title_excess(trading, say), trading.moment
    practised = moment is not None and is_about_purse(moment.step)
    beside = moment is not None and (not practised or moment.state.completed_step)
    doors_high = 0.0 if beside else high if practised else _doors_height(visit)
    free = high - doors_high - (visit.layout.gap if doors_high else 0)
    cards = _cards(three)
    shown = use_heap_cards(visit, cards, visit.layout.inner_width, max(free, 3 * theme.TAP))
    blocks = [] if practised and doors_high else [shown]
    if doors_high:
        blocks.append(_doors(trading, doors_high))
    body = stacked(blocks, visit.layout.gap)
    voices = [each.voice for each in cards[:2]]
    return store_frame(trading, body, say, place="money", also=voices)


def _cards(three: Heaps) -> list[HeapCard]:
    amounts = (
        ("cost", "flour", three.cost_fen, theme.WARM, ""),
        ("others", "truck", three.others_fen, theme.AIR, ""),
        ("mine", "purse", three.mine_fen, theme.DONE, "purse"),
    )
    return [
        HeapCard(
            "money",
            name,
            sign,
            fen,
            ground,
            words(f"money.name-{name}"),
            _said(name, fen, _parts_of(three, name)),
            _parts_of(three, name),
            sad,
        )
        for name, sign, fen, ground, sad in amounts
    ]


_Parts = tuple[tuple[str, str, int], ...]
"""Name, picture and amount of what lies in a heap for a sad reason."""


def _parts_of(three: Heaps, name: str) -> _Parts:
    found: dict[str, _Parts] = {
        "cost": (("wasted", "stone", three.wasted_fen),),
        "others": (
            ("refunds", "face-buyer", three.refunds_fen),
            ("taken", "question", three.taken_fen),
            ("interest", "bank", three.interest_fen),
        ),
    }
    return tuple(part for part in found.get(name, ()) if part[2])


def _said(name: str, fen: int, parts: _Parts = ()) -> Phrase:
    if name == "mine" and fen < 0:
        return words("money.not-yet", money=money(-fen))
    also = [words(f"money.of-{part}", money=money(of)) for part, _, of in parts]
    return joined([words(f"money.heap-{name}", money=money(fen)), *also])


def _doors_height(visit: Visit) -> float:
    layout = visit.layout
    return 100.0 if layout.phone else 116.0 if layout.low else 150.0


def _doors(trading: Trading, high: float) -> ft.Control:
    """Big pictures that lead to the card, to what she saves for, and to a loan."""
    visit, wants = trading.visit, trading.wants
    width = (visit.layout.inner_width - 2 * theme.GAP) / 3
    beside = width > 2.4 * high
    under = 20 if beside else 44 if visit.layout.phone else 66
    size = max(44.0, min(200.0, high - under, width - 24))
    card, goal = wants(*WITHDRAWING), wants(*SAVING)
    ways = [  # one after the other: two hands would be none
        _Way("card", picture("bank-card", size), theme.AIR, card),
        _Way("goal", _goal_picture(trading, size), theme.DONE, goal and not card),
        _Way("loan", picture("bank", size), theme.WARM, wants(*LENDING) and not card and not goal),
    ]
    labels = [visit.text(words(f"purse.door-{way.name}")) for way in ways]
    room = width - size - 40 if beside else width - 20
    letters = one_size(labels, visit.language, room, 30)
    return side_by_side([_door(trading, way, width, high, letters) for way in ways])


def _goal_picture(trading: Trading, size: float) -> ft.Control:
    """What she saves for, as full as it is; a jar before she chose."""
    purse = trading.store.purse
    if purse.goal is None:
        return picture("savings-jar", size)
    goal = trading.visit.kiosk.classroom.catalogue.saving_goal(purse.goal.goal)
    return filled(goal.picture, purse.saved_fen / purse.goal.price_fen, size)


def _door(trading: Trading, way: _Way, width: float, height: float, letters: float) -> ft.Control:
    visit = trading.visit
    said = visit.text(words(f"purse.door-{way.name}"))
    shown = [way.image, theme.text(said, visit.language, letters, max_lines=1)]
    thing = tap(
        visit,
        f"money.{way.name}",
        said,
        side_by_side(shown, 12) if width > 2.4 * height else stacked(shown, 0),
        lambda: trading.go(f"/money/{way.name}"),
        width=width,
        height=height,
        **card_style(way.ground, padding=4),
    )
    return pointed_at(thing, way.hand)
