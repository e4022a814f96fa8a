"""The morning's story: what the night brought, one picture and one sentence after the other."""

from collections.abc import Sequence

import flet as ft

from demo_store.commands import HearStory
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.telling import Card, last_night, told
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.frame import frame
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import face, picture, scene
from kiosk.widgets.shapes import above, bead, card, side_by_side, stacked
from kiosk.widgets.speaking import Sentence, hear, height_of, speak_again
from kiosk.widgets.stars import star_row
from kiosk.widgets.touch import saying, value
from kiosk.wording import words
from lessons.phrase import Phrase

_MOST_FACES = 12
"""More people than these are told by numbers."""
_MOST_FOR_WORDS = 0.5
"""Of the height above the ways on."""
_LEAST_PICTURE = 72.0
_SCENE_SHAPE = 4 / 3
"""Width of a scene for a height of 1."""


def cards_of_last_night(trading: Trading) -> tuple[Card, ...]:
    """What there is to tell this morning; nothing after a quiet night."""
    classroom = trading.visit.kiosk.classroom
    night = last_night(classroom.records.store_events(trading.learner))
    return told(classroom.catalogue, trading.store, night)


@screen
def StoryScreen(visit: Visit) -> ft.Control:
    """Card after card; the last one leads back to the store."""
    trading = use_trading(visit)

    def heard() -> None:
        trading.do(HearStory(), "")

    return use_story(trading, cards_of_last_night(trading), words("story.to-store"), heard=heard)


def use_story(
    trading: Trading,
    cards: Sequence[Card],
    to_home: Phrase,
    home: str = "",
    heard: Action | None = None,
) -> ft.Control:
    """A night told in ``cards``; the last one leads to ``home``, a place inside the store.

    ``heard`` is called in place of going there.
    """
    visit = trading.visit
    at, set_at = ft.use_state(0)
    if not cards:
        quiet = ft.Container(picture("moon", min(220, body_height(trading) * 0.5)))
        said = words("story.quiet")
        return store_frame(trading, stacked([quiet]), said, place="morning", back=home)
    now = min(at, len(cards) - 1)

    def go_further() -> None:
        if now + 1 == len(cards):
            if heard is None:
                trading.go(home)
            else:
                heard()
            return
        set_at(lambda _: now + 1)
        visit.changed()
        if trading.moment is not None:  # the coach speaks there, not the screen
            visit.say(cards[now + 1].say)

    shown = cards[now]
    beads = _beads(now, len(cards))
    ends = to_home if now + 1 == len(cards) else None
    body = _body(trading, shown, _ways(trading, shown, go_further, ends))
    place = f"morning/{trading.store.day}/{now}"
    if trading.moment is not None:
        return store_frame(trading, body, shown.say, place=place, back=home)
    return frame(
        visit,
        body,
        shown.say,
        place=place,
        head=beads,
        back=f"{trading.base}{home}",
        help_phrase=words("story.help"),
    )


def _body(trading: Trading, shown: Card, ways: ft.Control) -> ft.Control:
    visit = trading.visit
    layout = visit.layout
    said = visit.aside or shown.say
    lines = 4 if layout.phone else 2
    room = layout.inner_width - theme.TAP - theme.GAP
    text = visit.text(said)
    letters = min(layout.sentence_size, 36)
    both = body_height(trading) - layout.action_height - 2 * layout.gap
    most = max(theme.TAP, both * _MOST_FOR_WORDS)
    high = max(theme.TAP, height_of(text, visit.language, room, lines, letters, most))
    sentence = Sentence(
        visit, said, room, lines, letters, "story.sentence", highest=most, key="told"
    )
    # The coach of a lesson has the place of the one that says the screen again.
    again = hear(visit, "story.hear", said) if trading.moment else speak_again(visit, [Part(said)])
    line = side_by_side([again, sentence])
    free = both - high
    return above(
        stacked([_seen(trading, shown, layout.inner_width, max(60.0, free)), line], layout.gap),
        ways,
        layout.gap,
    )


def _ways(trading: Trading, shown: Card, go_further: Action, ends: Phrase | None) -> ft.Control:
    """On with the story and, where there is something to see or to do, there.

    ``ends`` is what the way on is called at the last card.
    """
    visit = trading.visit
    room = visit.layout.inner_width
    see = min(300.0, room * 0.4)
    further = go_on(
        visit,
        "story.next",
        ends or words("story.next"),
        go_further,
        width=min(460.0, room - (see + theme.GAP if shown.inside else 0)),
        icon=ft.Icons.CHECK_ROUNDED if ends else ft.Icons.ARROW_FORWARD_ROUNDED,
        hand=trading.wants("StoryHeard"),
    )
    if not shown.inside:
        return further
    there = go_on(
        visit,
        "story.see",
        words("story.see"),
        lambda: trading.go(shown.inside),
        width=see,
        icon=ft.Icons.VISIBILITY_ROUNDED,
        colour=theme.TEAL,
    )
    return ft.Row([there, further], alignment=ft.MainAxisAlignment.SPACE_BETWEEN, width=room)


def _seen(trading: Trading, shown: Card, width: float, height: float) -> ft.Control:
    """The picture of a card, and what can be counted of it."""
    if shown.looked:
        return _people(trading.visit, shown, width, height)
    if shown.fen:
        beside = not trading.visit.layout.tall and width > 800
        across = width * 0.5 if beside else width
        high = height if beside else height * 0.5
        pile = card(heap_of(shown.fen, across - 40, high - 30, 150), theme.DONE, height=high)
        image = _picture(shown.picture, across - theme.GAP, height if beside else height * 0.5 - 8)
        return side_by_side([image, pile]) if beside else stacked([image, pile], 8)
    if not shown.stars:
        return _picture(shown.picture, width, height)
    size = 34.0 if trading.visit.layout.phone else 48.0
    rows = len(shown.stars) if height > 300 else 1
    lines = [star_row(count, size) for count in shown.stars[:rows]]
    image = _picture(shown.picture, width, height - len(lines) * (size + 8))
    return stacked([image, *lines], 8)


def _picture(name: str, width: float, height: float) -> ft.Control:
    across = min(width, height * _SCENE_SHAPE)
    if name.startswith("scene-"):
        return scene(name, across, height)
    return card(picture(name, min(across, height) * 0.72), theme.AIR, width=across, height=height)


def _people(visit: Visit, shown: Card, width: float, height: float) -> ft.Control:
    """A face for each who looked; who bought is green; who did not has the sign of the reason."""
    number = value(
        "story.looked",
        str(shown.looked),
        theme.digits(str(shown.looked), 48, theme.CLAY),
        says=saying(visit, "story.looked", shown.say),
    )
    if shown.looked > _MOST_FACES:
        tally = [("face-buyer", number), *_tally(shown)]
        inside = _counted(tally, width - 24, height - 24)
        return card(inside, theme.PAPER, width=width, height=height, padding=10)
    count = shown.looked
    signs = ["check"] * shown.bought
    signs += [sign for sign, kept in shown.kept for _ in range(kept)]
    size = 160.0
    while size > 30 and _rows(count, width - 24, size) * (size * 1.05 + 10) > height - 70:
        size -= 4
    faces: list[ft.Control] = []
    for each in range(count):
        ground = theme.DONE if each < shown.bought else theme.AIR
        one: list[ft.Control] = [face("face-buyer" if each % 2 else "face-buyer-man", size, ground)]
        if each < len(signs):
            mark = face(signs[each], size * (0.4 if each < shown.bought else 0.5), theme.PAPER)
            one.append(ft.Container(mark, right=-4, bottom=-4))
        faces.append(ft.Stack(one, clip_behavior=ft.ClipBehavior.NONE))
    crowd = ft.Row(
        faces, wrap=True, spacing=12, run_spacing=10, alignment=ft.MainAxisAlignment.CENTER
    )
    return card(stacked([number, crowd], 4), theme.PAPER, width=width, height=height, padding=10)


def _tally(shown: Card) -> list[tuple[str, ft.Control]]:
    """Of a crowd: how many bought, and how many each reason kept."""
    counted = [*([("check", shown.bought)] if shown.bought else []), *shown.kept]
    return [(sign, theme.digits(str(count), 40)) for sign, count in counted]


def _counted(tally: Sequence[tuple[str, ft.Control]], width: float, height: float) -> ft.Control:
    """A picture over its number for each, as large as all of them can be."""
    across = len(tally)
    while across > 1 and width / across < _LEAST_PICTURE + theme.GAP:
        across = -(-across // 2)
    rows = -(-len(tally) // across)
    size = min(200.0, width / across - theme.GAP, height / rows - 66)
    cells: list[ft.Control] = [
        stacked([picture(sign, max(24.0, size)), number], 2) for sign, number in tally
    ]
    lines = [
        side_by_side(cells[at : at + across], theme.GAP) for at in range(0, len(cells), across)
    ]
    return stacked(list[ft.Control](lines), 6)


def _rows(count: int, width: float, size: float) -> int:
    across = max(1, int((width + 12) // (size + 12)))
    return -(-count // across)


def _beads(now: int, cards: int) -> ft.Control:
    beads: list[ft.Control] = [
        bead(28 if each == now else 18, 18, theme.LEAF if each <= now else None)
        for each in range(cards)
    ]
    row = side_by_side(beads, 10)
    return value("story.card", f"{now + 1}/{cards}", row)
