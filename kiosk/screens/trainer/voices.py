"""Whose voice, in which language: what is recorded of it, and the way to the microphone."""

import asyncio
from collections.abc import Callable
from functools import partial

import flet as ft

from audio.errors import EngineUnavailable
from audio.shelf.card import is_voice_name
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.trainer.bringing import bring_files
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.to_record import ToRecord
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.frame import frame
from kiosk.widgets.languages import languages
from kiosk.widgets.latest import use_latest
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.speaking import filling
from kiosk.widgets.touch import value
from kiosk.widgets.typing_field import text_field
from kiosk.wording import OWN_NAMES, number, words
from lessons.phrase import LANGUAGES, Language, same_in_all

_LONGEST_VOICE = 24
_NOTE_HIGH = 56.0


@trainer_screen
def VoicesScreen(visit: Visit) -> ft.Control:
    """A language, a name, how far it is; then on."""
    desk = visit.kiosk.voices
    chosen, choose = use_latest(visit.language)
    language = chosen()
    name, write = use_latest(visit.voice_name or desk.latest_voice(language))

    def choose_aloud(other: Language) -> None:
        choose(other)
        visit.say(Part(same_in_all(OWN_NAMES[other]), language=other))

    def named(act: Callable[[str], None]) -> None:
        voice = " ".join(name().split())[:_LONGEST_VOICE]
        if not voice or not is_voice_name(voice):
            visit.tell(words("voices.name-first"))
            return
        visit.voice_name = voice
        act(voice)

    body = stacked(
        [
            languages(visit, "voice", choose_aloud, language, LANGUAGES),
            _beside(
                visit,
                _name(visit, name(), write),
                _how_far(visit, desk.to_record(language)),
            ),
            _foot(
                visit,
                language,
                lambda: named(lambda voice: _bring(visit, language, voice)),
                lambda: named(lambda _: visit.go(f"/trainer/voices/record/{language}")),
            ),
        ],
        visit.layout.gap,
        ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return frame(
        visit,
        body,
        words("voices.screen"),
        place="voices",
        help_phrase=words("voices.help"),
        back="/trainer/today",
        home=False,
        end=ft.Container(),
    )


def _bring(visit: Visit, language: Language, voice: str) -> None:
    """In the background, as somebody may look for a file for long."""
    visit.say(words("voices.choose-files"))
    work = partial(bring_files, visit, language, voice)
    visit.page.run_task(visit.guarded("voice.bringing", work, repeatable=True))


def _beside(visit: Visit, one: ft.Control, other: ft.Control) -> ft.Control:
    """Below each other where the window is high."""
    if visit.layout.tall:
        return stacked([one, other], visit.layout.gap)
    return side_by_side([one, other], 2 * theme.GAP)


def _half(visit: Visit) -> float:
    room = visit.layout.inner_width
    return min(640.0, room if visit.layout.tall else (room - 2 * theme.GAP) / 2)


def _name(visit: Visit, name: str, write: Callable[[str], None]) -> ft.Control:
    """The name, and near it what must not be written there."""
    width = _half(visit)
    told = words("voices.write-name")
    note = visit.text(told)
    size = filling(note, visit.language, width, _NOTE_HIGH, 22)
    return stacked(
        [
            text_field(
                visit, "voice.name", words("voices.name"), name, _LONGEST_VOICE, write, told, width
            ),
            ft.Container(
                theme.text(note, visit.language, size, theme.SOFT_INK),
                width=width,
                height=_NOTE_HIGH,
                alignment=ft.Alignment.CENTER,
            ),
        ],
        4,
    )


def _how_far(visit: Visit, found: ToRecord) -> ft.Control:
    """How many sentences somebody has said, and how many nobody has yet."""
    phone = visit.layout.phone
    width = _half(visit)
    room = width - (56 if phone else 88) - 60
    share = found.recorded / max(1, len(found.phrases))
    lines = [
        visit.text(words(f"voices.{key}", count=number(count)))
        for key, count in (("recorded", found.recorded), ("left", found.left))
    ]
    bar = ft.Container(
        ft.Container(width=room * share, height=18, border_radius=9, bgcolor=theme.LEAF),
        width=room,
        height=18,
        border_radius=9,
        bgcolor=theme.LINE,
        alignment=ft.Alignment.CENTER_RIGHT if visit.language == "ug" else ft.Alignment.CENTER_LEFT,
    )
    told: list[ft.Control] = [
        theme.text(line, visit.language, 20 if phone else 26, max_lines=1) for line in lines
    ]
    shown = side_by_side([picture("microphone", 56 if phone else 88), stacked([*told, bar], 6)], 16)
    return value(
        "voice.counts",
        "\n".join(lines),
        card(shown, width=width, height=124 if phone else 148),
    )


def _foot(
    visit: Visit, language: Language, bring: Callable[[], None], start: Callable[[], None]
) -> ft.Control:
    neural = [_neural(visit, language)] if visit.kiosk.neural.has_model(language) else []
    beside = (1 + len(neural)) * (theme.TAP + theme.GAP)
    return side_by_side(
        [
            *neural,
            round_sign(
                visit,
                "voice.bring",
                words("voices.bring"),
                ft.Icons.FOLDER_OPEN_ROUNDED,
                bring,
                colour=theme.TEAL,
            ),
            go_on(
                visit,
                "voice.start",
                words("voices.start"),
                start,
                width=min(460, visit.layout.inner_width - beside),
                icon=ft.Icons.MIC_ROUNDED,
            ),
        ]
    )


def _neural(visit: Visit, language: Language) -> ft.Control:
    """Green while the neural voice speaks this language; a touch changes it."""
    is_on = visit.kiosk.neural.is_chosen(language)
    return round_sign(
        visit,
        "voice.neural",
        words("voices.natural-stop" if is_on else "voices.natural"),
        ft.Icons.RECORD_VOICE_OVER_ROUNDED,
        partial(_choose_neural, visit, language, not is_on),
        colour=theme.LEAF if is_on else theme.PAPER,
    )


async def _choose_neural(visit: Visit, language: Language, is_on: bool) -> None:
    """A model takes seconds to be opened: it is told before and after."""
    if is_on:
        visit.say(words("voices.natural-opening"))
    try:
        if visit.trainer:
            await asyncio.to_thread(visit.kiosk.neural.choose, language, is_on)
    except EngineUnavailable:
        visit.tell(words("voices.natural-broken"))
        return
    visit.tell(words("voices.natural-on" if is_on else "voices.natural-off"))
