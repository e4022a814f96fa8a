"""What she saves for: chosen by its picture, which fills as money is put aside."""

from functools import partial

import flet as ft

from demo_store.commands import BuyGoal, ChooseGoal, SaveMoney, TakeBack
from demo_store.events import SavingGoalBought
from demo_store.finance.saving import at_hand_fen
from demo_store.purse import ChosenGoal
from demo_store.world.lending import SavingGoal
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.paging import grid
from kiosk.screens.store.coaching import (
    Trading,
    body_height,
    store_frame,
    title_excess,
    use_trading,
)
from kiosk.screens.store.heap_cards import HeapCard, use_heap_cards
from kiosk.screens.store.laying import laying
from kiosk.screens.store.money_screen import SAVING
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.component import component
from kiosk.widgets.filled import filled
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.labels import one_size
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, card, card_style, side_by_side, stacked
from kiosk.widgets.touch import saying, tap, value
from kiosk.wording import money, words, yuan
from lessons.phrase import Phrase

_LOW = 130.0
_HEAP_BELOW = 36.0
"""How high the notes of a price stand on a small window, where they have their own row."""
_PLACE, _ALL = "/money/goal", "/money/goals"


@screen
def GoalScreen(visit: Visit) -> ft.Control:
    """What she saves for and how far it is; before she chose, all that one can save for."""
    goal = use_trading(visit).store.purse.goal
    if goal is None:
        return GoalsScreen(visit, key="goals")
    return _Saving(visit, goal, key="saving")


@screen
def GoalsScreen(visit: Visit) -> ft.Control:
    """Everything that one can save for, also while she saves for something."""
    trading = use_trading(visit)
    goals = list(visit.kiosk.classroom.catalogue.saving_goals.values())
    across = 2 if visit.layout.tall else 3
    rows = -(-len(goals) // across)
    width = (visit.layout.inner_width - (across - 1) * theme.GAP) / across
    say = words("purse.say-goals")
    high = body_height(trading) - title_excess(trading, say)
    height = (high - (rows - 1) * theme.GAP) / rows
    names = [visit.text(goal.name) for goal in goals]
    letters = one_size(names, visit.language, width - 20, 20 if height < _LOW else 26)
    wanted = _wanted(trading, goals)
    cells = [
        pointed_at(_offered(trading, goal, width, height, letters), goal.id == wanted)
        for goal in goals
    ]
    return store_frame(trading, grid(cells, across), say, place="money/goals", back="/money")


@screen
def SaveScreen(visit: Visit) -> ft.Control:
    """How much she puts aside, laid in notes and coins."""
    trading = use_trading(visit)
    there = at_hand_fen(trading.store)
    goal = trading.store.purse.goal
    missing = goal.price_fen - trading.store.purse.saved_fen if goal else 0
    return laying(
        trading,
        "money.save",
        words("purse.save"),
        words("purse.say-save", money=money(there)),
        lambda fen: trading.do(SaveMoney(fen), _PLACE),
        there_fen=min(there, missing) if missing > 0 else there,
        sign="savings-jar",
        hand=trading.wants(*SAVING),
        back=_PLACE,
    )


@screen
def TakeBackScreen(visit: Visit) -> ft.Control:
    """How much she takes back, laid in notes and coins."""
    trading = use_trading(visit)
    saved = trading.store.purse.saved_fen
    return laying(
        trading,
        "money.take-back",
        words("purse.take-back"),
        words("purse.say-take-back", money=money(saved)),
        lambda fen: trading.do(TakeBack(fen), _PLACE),
        there_fen=saved,
        sign="savings-jar",
        hand=trading.wants("MoneyTakenBack"),
        back=_PLACE,
    )


# -- choosing


def _wanted(trading: Trading, goals: list[SavingGoal]) -> str:
    """Where the hand points: to what is reached soonest."""
    if not trading.wants(*SAVING):
        return ""
    return min(goals, key=lambda goal: goal.price_fen).id


def _offered(
    trading: Trading, goal: SavingGoal, width: float, height: float, letters: float
) -> ft.Control:
    """Its picture, its name and what it costs; what she has bought has a green sign."""
    visit = trading.visit
    said = words("purse.costs", name=goal.name, money=money(goal.price_fen))
    has = any(each.goal == goal.id for each in trading.store.purse.bought)
    narrow = visit.layout.phone
    below = 28.0 if height < _LOW else _HEAP_BELOW
    under = letters * 1.6 + 28 + (below if narrow else 0)
    size = max(40.0, min(150.0, width * 0.45, height - under))
    shown: list[ft.Control] = [picture(goal.picture, size)]
    if has:
        shown.append(picture("check", size * 0.4))
    price = theme.digits(yuan(goal.price_fen), 26 if visit.layout.phone else 36, theme.CLAY)
    name = theme.text(visit.text(goal.name), visit.language, letters, max_lines=1)
    if narrow:
        pile = heap_of(goal.price_fen, width - 20, below, 64)
    else:
        pile = heap_of(goal.price_fen, width - size - 40, size * 0.55, 64)
    cost = price if narrow else stacked([pile, price], 2)
    head = side_by_side([side_by_side(shown, 0), cost], 10)
    content: list[ft.Control] = [head, pile, name] if narrow else [head, name]
    return tap(
        visit,
        f"goal:{goal.id}",
        visit.text(said),
        stacked(content, 2),
        partial(_choose, trading, goal),
        width=width,
        height=height,
        **card_style(theme.DONE if has else theme.PAPER, padding=4),
    )


def _choose(trading: Trading, goal: SavingGoal) -> None:
    trading.do(ChooseGoal(goal.id), _PLACE)


# -- saving


@component
def _Saving(visit: Visit, chosen: ChosenGoal) -> ft.Control:
    """``chosen`` is given, as it may be bought while a word of this is still being said."""
    trading, layout = use_trading(visit), visit.layout
    saved = trading.store.purse.saved_fen
    missing = max(0, chosen.price_fen - saved)
    goal = visit.kiosk.classroom.catalogue.saving_goal(chosen.goal)
    done = trading.moment is not None and trading.moment.state.completed_step
    say = words("purse.enough") if not missing else words("purse.saving-for", name=goal.name)
    high = body_height(trading) - title_excess(trading, say)
    free = high if done else high - layout.action_height - layout.gap
    cards = _heaps(saved, missing)
    share = saved / chosen.price_fen
    body = _field(trading, goal, share, free, cards)
    if not done:
        body = above(body, _acts(trading, reached=not missing), layout.gap)
    voices: list[Part] = [each.voice for each in cards] if missing else []
    return store_frame(trading, body, say, place="money/goal", back="/money", also=voices)


def _heaps(saved: int, missing: int) -> list[HeapCard]:
    """What lies aside and, while something is missing, how much; in fen."""
    label, say = words("purse.name-saved"), words("purse.saved", money=money(saved))
    cards = [HeapCard("goal", "saved", "savings-jar", saved, theme.DONE, label, say)]
    if missing:
        label, say = words("purse.name-missing"), words("purse.missing", money=money(missing))
        cards.append(HeapCard("goal", "missing", "hourglass", missing, theme.PAPER, label, say))
    return cards


def _field(
    trading: Trading, goal: SavingGoal, share: float, high: float, cards: list[HeapCard]
) -> ft.Control:
    """The picture as full as it is, and beside or below it what lies aside and what is missing."""
    layout = trading.visit.layout
    tall = layout.tall
    wide = layout.inner_width if tall else min(high, layout.inner_width * 0.4)
    heaps_high = min(high * 0.56, 130.0 * len(cards) + theme.GAP) if tall else high
    view = high - heaps_high - layout.gap if tall else high
    percent = min(100, int(share * 100))
    picture_size = max(60.0, min(wide, view) - 36)
    full = filled(goal.picture, share, picture_size)
    shown = card(
        value(
            "goal.share",
            str(percent),
            full,
            says=saying(trading.visit, "goal.share", cards[0].say),
        ),
        ring=theme.LEAF if percent == 100 else None,
        width=wide,
        height=view,
    )
    room = layout.inner_width - (0 if tall else wide + theme.GAP)
    heaps = use_heap_cards(trading.visit, cards, room, heaps_high)
    return stacked([shown, heaps], layout.gap) if tall else side_by_side([shown, heaps])


def _acts(trading: Trading, *, reached: bool) -> ft.Control:
    """Back out of the jar and another goal at the start; the green thing puts in, or buys."""
    visit, wants = trading.visit, trading.wants
    saved = trading.store.purse.saved_fen
    other = wants("SavingGoalChosen")
    out = saved > 0 and wants("MoneyTakenBack") and not other
    back = _round(
        trading,
        "money.take-back",
        words("purse.take-back"),
        ft.Icons.UNDO_ROUNDED,
        f"{_PLACE}/take-back",
    )
    start = [
        pointed_at(back, out) if saved else ft.Container(width=theme.TAP),
        pointed_at(
            _round(
                trading, "goal.change", words("purse.change"), ft.Icons.SWAP_HORIZ_ROUNDED, _ALL
            ),
            other,
        ),
    ]
    hand = wants(*SAVING) and not other and not out
    room = visit.layout.inner_width - 2 * (theme.TAP + theme.GAP)
    if reached:
        green = go_on(
            visit,
            "goal.buy",
            words("purse.buy"),
            lambda: _buy(trading),
            width=min(460, room),
            icon=ft.Icons.CHECK_ROUNDED,
            hand=hand,
        )
    else:
        green = go_on(
            visit,
            "money.save",
            words("purse.save"),
            (lambda: trading.go(f"{_PLACE}/save")) if at_hand_fen(trading.store) else None,
            width=min(460, room),
            sign="savings-jar",
            hand=hand,
        )
    return ft.Row(
        [side_by_side(list[ft.Control](start)), green],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        width=visit.layout.inner_width,
    )


def _round(
    trading: Trading, identifier: str, phrase: Phrase, icon: ft.IconData, there: str
) -> ft.Control:
    return round_sign(
        trading.visit,
        identifier,
        phrase,
        icon,
        lambda: trading.go(there),
        colour=theme.PAPER,
    )


def _buy(trading: Trading) -> None:
    """It is hers: said before the next thing to save for is asked."""
    goal = trading.store.purse.goal
    assert goal is not None
    name = trading.visit.kiosk.classroom.catalogue.saving_goal(goal.goal).name
    trading.visit.say_first(words("purse.is-yours", name=name))
    events = trading.do(BuyGoal())
    if any(isinstance(event, SavingGoalBought) for event in events):
        trading.go(_PLACE)
