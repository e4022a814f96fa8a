"""A step in which something is said aloud: her own words, or words of another language."""

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.screens.learner.aloud import Aloud, spoken_words
from kiosk.screens.learner.lesson_parts import (
    Moment,
    body_height,
    hint_sign,
    lesson_frame,
    next_button,
    row_height,
    sentence_row,
)
from kiosk.screens.learner.lesson_place import is_stuck
from kiosk.screens.recorder import Stage
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, round_style, side_by_side, stacked
from kiosk.widgets.speaking import Sentence
from kiosk.widgets.told_scene import told_scene
from kiosk.widgets.touch import saying, tap, value
from kiosk.wording import words
from lessons.course import ListenAndRepeat, Say
from lessons.phrase import Phrase

_MEANING = 44.0
_WORDS = 34.0


@component
def AloudStep(visit: Visit, moment: Moment) -> ft.Control:
    """The picture, the words with their loudspeaker, and the microphone."""
    step = moment.step
    assert isinstance(step, Say | ListenAndRepeat)
    aloud = _use_aloud(visit, moment)
    layout, state = visit.layout, moment.state
    fresh = not state.completed_step and state.hints == 0
    also = (*_meaning_said(visit, moment), spoken_words(moment)) if fresh else ()
    plate = _plate_height(visit, moment)
    high = body_height(visit) - row_height(visit, moment, layout.inner_width)
    high -= plate + layout.action_height + 3 * layout.gap
    wide = min(layout.inner_width, max(60.0, high) * 2)
    body = ft.Column(
        [
            sentence_row(visit, moment, layout.inner_width, also),
            told_scene(visit, "lesson.picture", step.picture, wide, max(60.0, high)),
            _plate(visit, moment, plate),
            _foot(visit, moment, aloud),
        ],
        spacing=layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return lesson_frame(visit, moment, body, also)


def _use_aloud(visit: Visit, moment: Moment) -> Aloud:
    aloud: Aloud = ft.use_state(Aloud(visit))[0]
    _, redraw = ft.use_state(0)
    aloud.redraw = lambda: redraw(lambda count: count + 1)
    aloud.moment = moment
    ft.use_effect(lambda: None, [], cleanup=aloud.drop)
    return aloud


def _meaning(visit: Visit, moment: Moment) -> Phrase | None:
    """What words of another language mean; her own need no telling."""
    step = moment.step
    if not isinstance(step, ListenAndRepeat) or step.language == visit.language:
        return None
    return moment.filled(step.words)


def _meaning_said(visit: Visit, moment: Moment) -> tuple[Part, ...]:
    meaning = _meaning(visit, moment)
    return () if meaning is None else (Part(meaning, "meaning"),)


def _plate_height(visit: Visit, moment: Moment) -> float:
    return theme.TAP + 24 + (_MEANING if _meaning(visit, moment) else 0)


def _plate(visit: Visit, moment: Moment, height: float) -> ft.Control:
    """The words to say, how they sound, and what they mean."""
    layout, part, meaning = visit.layout, spoken_words(moment), _meaning(visit, moment)
    width = min(layout.inner_width, 860.0)
    room = width - theme.TAP - 60
    loud = tap(
        visit,
        "lesson.words",
        visit.text(part.phrase),
        ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=theme.TAP * 0.55, color=theme.ON_DEEP),
        lambda: visit.say(part),
        repeatable=True,
        **round_style(theme.SKY),
    )
    told: list[ft.Control] = [
        Sentence(
            visit,
            part.phrase,
            room,
            2,
            _WORDS,
            highest=theme.TAP,
            language=part.language,
            key="words",
        )
    ]
    if meaning is not None:
        shown = theme.text(visit.text(meaning), visit.language, 22, theme.SOFT_INK, max_lines=1)
        says = saying(visit, "lesson.meaning", meaning)
        told.append(value("lesson.meaning", visit.text(meaning), shown, says=says))
    row = side_by_side([loud, ft.Container(stacked(told, 2), width=room)])
    return card(row, width=width, height=height, padding=8)


def _foot(visit: Visit, moment: Moment, aloud: Aloud) -> ft.Control:
    """The lamp, the microphone or what stands for it, and the way on when it is done."""
    layout, done = visit.layout, moment.state.completed_step
    stuck = is_stuck(moment.state)
    controls: list[ft.Control] = []
    if not done and not layout.phone:
        controls.append(hint_sign(visit, moment))
    if not aloud.is_deaf:
        controls.append(pointed_at(_microphone(visit, aloud), stuck))
    if done:
        room = layout.inner_width - len(controls) * (theme.TAP + theme.GAP)
        controls.append(next_button(visit, moment, min(420, room)))
    elif aloud.is_deaf:
        controls.append(
            go_on(
                visit,
                "lesson.said",
                words("product.i-said-it"),
                aloud.says_so,
                width=min(420, layout.inner_width - theme.TAP - theme.GAP),
                icon=ft.Icons.RECORD_VOICE_OVER_ROUNDED,
                hand=stuck,
            )
        )
    return side_by_side(controls, 2 * theme.GAP, height=layout.action_height)


def _microphone(visit: Visit, aloud: Aloud) -> ft.Control:
    """A touch begins, the next one ends; an hourglass until it listens."""
    sign: ft.Control
    match aloud.stage:
        case Stage.IDLE:
            phrase, colour = words("lesson.say-it"), theme.TEAL
            sign = _icon(ft.Icons.MIC_ROUNDED)
        case Stage.STARTING | Stage.TELLING | Stage.WORKING:
            phrase, colour = words("enrol.starting"), theme.WARM
            sign = picture("hourglass", theme.TAP * 0.66)
        case Stage.LISTENING:
            phrase, colour = words("enrol.stop-recording"), theme.POMEGRANATE
            sign = _icon(ft.Icons.STOP_ROUNDED)
    return tap(visit, "lesson.say", visit.text(phrase), sign, aloud.touched, **round_style(colour))


def _icon(icon: ft.IconData) -> ft.Control:
    return ft.Icon(icon, size=theme.TAP * 0.54, color=theme.ON_DEEP)
