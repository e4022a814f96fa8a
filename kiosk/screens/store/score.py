"""How well she sells: answers, parcels in time, stars, each with its goal."""

from dataclasses import dataclass

import flet as ft

from demo_store.buyers.score import Score, score_of
from demo_store.world.score_goals import ScoreGoals
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.visit import Visit
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.speaking import fitting, hear, use_spoken
from kiosk.widgets.touch import saying, value
from kiosk.wording import number, words
from lessons.phrase import Phrase, joined

_MOST_STARS = 5
_BAR = 30.0


@dataclass(frozen=True, slots=True)
class _Mark:
    """One of the three; shares are of 100, stars of 5. ``got`` is None before there is any."""

    name: str
    sign: str
    got: float | None
    goal: float
    most: float

    @property
    def reached(self) -> bool:
        """Whether it holds now."""
        return self.got is not None and self.got >= self.goal

    @property
    def say(self) -> Phrase:
        """What there is, and what there should be."""
        if self.got is None:
            return words(f"score.no-{self.name}")
        got, goal = number(_short(self.got)), number(_short(self.goal))
        is_now = words(f"score.{self.name}", count=got, stars=got)
        return joined([is_now, words("score.goal", count=goal)])


@screen
def ScoreScreen(visit: Visit) -> ft.Control:
    """Three big pictures; the sentence says what to do next."""
    trading = use_trading(visit)
    catalogue = visit.kiosk.classroom.catalogue
    score = score_of(catalogue, trading.store)
    marks = _marks(score, catalogue.goals)
    spoken = use_spoken(visit)
    layout = visit.layout
    high = body_height(trading)
    across = 1 if layout.tall else 3
    width = (layout.inner_width - (across - 1) * theme.GAP) / across
    cell = high if not layout.tall else (high - 2 * theme.GAP) / 3
    cells = [
        _shown(trading, mark, width, cell, spoken is not None and spoken.about == mark.name)
        for mark in marks
    ]
    body = stacked(cells, theme.GAP) if layout.tall else side_by_side(cells)
    voices = [Part(mark.say, mark.name) for mark in marks]
    say = _say(score, marks, catalogue.goals)
    return store_frame(
        trading, body, say, place="score", also=voices, help_phrase=words("score.help")
    )


def _marks(score: Score, goals: ScoreGoals) -> tuple[_Mark, ...]:
    return (
        _Mark("replied", "letter", _percent(score.replied), goals.replied * 100, 100),
        _Mark("shipped", "truck", _percent(score.shipped), goals.shipped * 100, 100),
        _Mark("stars", "star", score.stars, goals.stars, _MOST_STARS),
    )


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100


def _say(score: Score, marks: tuple[_Mark, ...], goals: ScoreGoals) -> Phrase:
    """What she can do about the first thing that is below its goal."""
    if score.ready:
        return words("score.ready")
    if all(mark.got is None for mark in marks):
        return words("score.none")
    below = next((mark for mark in marks if mark.got is not None and not mark.reached), None)
    if below is not None:
        return words(f"score.do-{below.name}")
    return words("score.good", count=number(max(1, goals.window - score.orders)))


def _short(amount: float) -> str:
    """Rounded down, so that what is below its goal never reads like the goal."""
    tenths = int(amount * 10 + 1e-9)
    return str(tenths // 10) if amount > _MOST_STARS or not tenths % 10 else f"{tenths / 10:.1f}"


def _shown(
    trading: Trading, mark: _Mark, width: float, height: float, speaking: bool
) -> ft.Control:
    """Picture, number, how far it is to the goal, and a voice."""
    visit = trading.visit
    said = visit.text(words(f"score.name-{mark.name}"))
    short = visit.layout.tall or height < 400
    size = 56.0 if width < 400 else 96.0
    got = "" if mark.got is None else _short(mark.got)
    figure = value(
        f"score.{mark.name}",
        got or "-",
        theme.digits(got or "–", 40 if short and width < 400 else 72, theme.CLAY),
        says=saying(visit, f"score.{mark.name}", mark.say),
    )
    letters = fitting(said, visit.language, width * 0.4, 1, 28)
    name = theme.text(said, visit.language, letters, max_lines=1)
    signs: list[ft.Control] = [picture(mark.sign, size)]
    if mark.reached and not (short and width < 330):
        signs.append(picture("check", size * 0.5))
    loud = hear(visit, f"score.hear-{mark.name}", mark.say)
    bar = _bar(mark, width - 48)
    ground = theme.DONE if mark.reached else theme.PAPER
    blocks: list[ft.Control] = [
        side_by_side([*signs, stacked([name, figure], 0), loud], 12),
        bar,
    ]
    if not short:
        blocks = [side_by_side(signs), name, figure, bar, loud]
    return card(
        stacked(blocks, 5 if short else 10),
        ground,
        ring=theme.SKY if speaking else None,
        width=width,
        height=height,
        padding=10,
    )


def _bar(mark: _Mark, width: float) -> ft.Control:
    """Filled as far as it is; the goal stands on it as a line with its number before it."""
    full = 0.0 if mark.got is None else min(1.0, mark.got / mark.most)
    at = mark.goal / mark.most * width
    filled = ft.Container(
        bgcolor=theme.LEAF if mark.reached else theme.APRICOT,
        width=max(0.0, full * width),
        height=_BAR,
        left=0,
        border_radius=_BAR / 2,
    )
    ground = theme.LEAF if mark.reached else None  # it is filled as far as its number, and further
    ink = theme.ink_on(ground or theme.LINE)
    line = ft.Container(bgcolor=ink, width=5, height=_BAR, left=at - 2)
    number = theme.digits(_short(mark.goal), 20, ink)
    goal = ft.Container(number, right=width - at + 10, top=4, bgcolor=ground)
    return ft.Container(
        ft.Stack([filled, goal, line], width=width, height=_BAR),
        bgcolor=theme.LINE,
        border_radius=_BAR / 2,
        width=width,
        height=_BAR,
        rtl=False,
    )
