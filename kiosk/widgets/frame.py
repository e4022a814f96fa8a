"""The frame of every screen: ways out at the same corners, the sentence, what went wrong.

It speaks the screen's sentence as soon as it is shown, and again when it changes.
"""

from collections.abc import Sequence

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.hand_over import change_learner
from kiosk.widgets.pictures import face
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.widgets.speaking import Sentence, bounded, speak_again
from kiosk.widgets.touch import saying, value
from kiosk.wording import words
from lessons.phrase import Phrase, same_in_all

_TROUBLES = {
    "trouble.oops": "spilled-tea",
    "trouble.not-saved": "broken-pencil",
    "trouble.damaged": "torn-page",
    "trouble.lost": "empty-notebook",
    "trouble.no-sound": "no-sound",
}
"""What went wrong, as a thing that everybody has seen go wrong: each has its own."""


def frame(
    visit: Visit,
    body: ft.Control,
    say: Phrase,
    *,
    place: str,
    also: Sequence[Part] = (),
    help_phrase: Phrase | None = None,
    on_help: Action | None = None,
    back: str = "",
    home: bool = True,
    head: ft.Control | None = None,
    end: ft.Control | None = None,
    end_width: float = theme.TAP,
    start: ft.Control | None = None,
    bar: ft.Control | None = None,
    help_is: str = "",
    leads_back: bool = False,
) -> ft.Control:
    """One screen. Called inside a component, because it speaks by an effect.

    ``place`` names what is shown (screen, step, attempt): a new place is spoken even where the
    words are the same. ``also`` is said after the sentence. ``head`` stands in the bar in place
    of the sentence, which then belongs to the body. ``back`` is an address. ``end`` stands in the
    end corner in place of her face; ``end_width`` is how wide it is. ``bar`` stands in place of
    the whole bar. ``start`` stands first in it, one tap wide. ``help_is`` is a second identifier
    of the help sign, where a small window has no room for a sign of its own. ``leads_back`` has
    the hand point at the way back.
    """
    visit.shows(place)
    now = visit.aside or say
    parts = _spoken(visit, now, also)
    key = f"{visit.language}/{place}/{visit.text(now)}/{visit.turn if visit.aside else ''}"
    ft.use_effect(lambda: visit.say_sentence(parts, place), [key])
    taken = (bool(start) + bool(back) + home + 1) * (theme.TAP + theme.GAP) + end_width + theme.GAP
    below = visit.layout.tall
    title = head or _title(visit, now, parts, 0 if below else taken)
    if bar is None:
        helping = on_help or (lambda: visit.tell(help_phrase or say))
        help_now = help_sign(visit, helping, help_is)
        bar = _bar(visit, start, back, home, help_now, end, None if below else title, leads_back)
    blocks = [bar, title] if below else [bar]
    if visit.trouble is not None:
        blocks.append(_trouble(visit, visit.trouble))
    return _page(visit, blocks, body)


def _spoken(visit: Visit, now: Phrase, also: Sequence[Part]) -> list[Part]:
    """What is said as soon as the screen is shown."""
    if visit.aside is not None:
        parts = [*(Part(phrase) for phrase in visit.said_before), Part(now)]
    else:
        parts = [Part(now), *also]
    if visit.trouble is not None and visit.turn == 0:
        parts.insert(0, Part(visit.trouble))  # known before anybody touched: say it first
    return parts


def _page(visit: Visit, blocks: list[ft.Control], body: ft.Control) -> ft.Control:
    body.expand = True
    return ft.Container(
        ft.Column(
            [*blocks, body],
            spacing=visit.layout.gap,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        expand=True,
        bgcolor=theme.SAND,
        padding=visit.layout.margin,
        rtl=visit.language == "ug",
    )


def room_below(visit: Visit) -> float:
    """The height of a body below bar, sentence and what went wrong."""
    layout = visit.layout
    high = layout.inner_height - theme.TAP - layout.gap
    if layout.tall:
        high -= layout.title_height + layout.gap
    if visit.trouble is not None:
        high -= theme.TROUBLE + layout.gap
    return high


def room_below_two_lines(visit: Visit) -> float:
    """As `room_below`, for a body that fills it under a sentence that may have two lines."""
    layout = visit.layout
    return room_below(visit) - (0 if layout.tall else layout.title_height - theme.TAP)


def _title(visit: Visit, now: Phrase, parts: list[Part], taken: float) -> ft.Control:
    layout = visit.layout
    width = layout.inner_width - taken - theme.TAP - (1 if layout.phone else 2) * theme.GAP
    sentence = Sentence(
        visit,
        now,
        width,
        2,
        layout.title_size,
        "screen.sentence",
        highest=layout.title_height,
        key="title",
    )
    return side_by_side([speak_again(visit, parts), sentence])


def help_sign(visit: Visit, helping: Action, also: str = "") -> ft.Control:
    """The question mark. ``also`` wraps it in a second identifier."""
    sign = round_sign(
        visit,
        also or "nav.help",
        words("nav.help"),
        ft.Icons.QUESTION_MARK_ROUNDED,
        helping,
        colour=theme.HONEY,
        repeatable=True,
    )
    if not also:
        return sign
    return ft.Semantics(
        identifier="nav.help", label=visit.text(words("nav.help")), container=True, content=sign
    )


def _bar(
    visit: Visit,
    first: ft.Control | None,
    back: str,
    home: bool,
    help_now: ft.Control,
    end: ft.Control | None,
    head: ft.Control | None,
    leads_back: bool,
) -> ft.Control:
    start: list[ft.Control] = [first] if first is not None else []
    if back:
        way_back = round_sign(
            visit,
            "nav.back",
            words("nav.back"),
            ft.Icons.ARROW_BACK_ROUNDED,
            lambda: visit.go(back),
        )
        start.append(pointed_at(way_back, leads_back))
    show_me = end is None and visit.learner is not None
    crowded = visit.layout.phone and show_me and bool(back) and home
    if home:
        sign = round_sign(
            visit,
            "nav.home",
            words("nav.home"),
            ft.Icons.HOME_ROUNDED,
            lambda: visit.go("/home" if visit.learner else "/"),
        )
        start.append(with_me(visit, sign) if crowded else sign)
    finish = [help_now]
    if end is not None:
        finish.append(end)
    elif show_me and not crowded:
        lent = visit.kiosk.classroom.lending(visit.tablet) is not None
        finish.append(with_me(visit, change_learner(visit)) if lent else me(visit))
    middle = head if head is not None else ft.Container()
    middle.expand = True
    return ft.Row(
        [side_by_side(start), middle, side_by_side(finish)],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=4 if visit.layout.phone else theme.GAP,
    )


def with_me(visit: Visit, sign: ft.Control) -> ft.Control:
    """Her face, small on a sign where it has no room of its own: it is no thing to tap itself."""
    small = ft.Container(
        me(visit, 40), right=-6, bottom=-4, ignore_interactions=True, border_radius=20
    )
    return ft.Stack([sign, small], clip_behavior=ft.ClipBehavior.NONE)


def me(visit: Visit, size: float = theme.TAP) -> ft.Control:
    """Whose turn it is."""
    learner = visit.learner
    assert learner is not None
    name = learner.name or visit.text(words("start.guest" if learner.guest else "start.learner"))
    shown = face(learner.picture or "guest", size)
    return value("learner.name", name, shown, says=saying(visit, "learner.name", same_in_all(name)))


def _trouble(visit: Visit, phrase: Phrase) -> ft.Control:
    """What went wrong, never in silence: a picture, the words, and they were spoken."""
    said = visit.text(phrase)
    # A phone has three lines where others have two.
    largest, lines, side = (17, 3, 48) if visit.layout.phone else (24, 2, 64)
    room = visit.layout.inner_width - side - 36
    letters = bounded(said, visit.language, room, lines, largest, theme.TROUBLE - 16)
    line = theme.text(said, visit.language, letters, theme.ON_DEEP, max_lines=lines)
    line.expand = True
    shown = next((name for key, name in _TROUBLES.items() if words(key) == phrase), "broken-egg")
    return value(
        "trouble",
        said,
        ft.Container(
            side_by_side([face(shown, side, theme.PAPER), line], 12),
            bgcolor=theme.POMEGRANATE,
            border_radius=24,
            padding=8,
            height=theme.TROUBLE,
        ),
        says=saying(visit, "trouble", phrase),
    )


def middle(controls: list[ft.Control], gap: float = 16) -> ft.Control:
    """A body whose blocks share the free height."""
    return stacked(controls, gap, ft.MainAxisAlignment.SPACE_EVENLY)
