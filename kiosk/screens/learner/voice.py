"""How she is spoken to: in which language, slower or as usual, softer or louder; heard at once."""

from collections.abc import Callable
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.progress.events import Loudness, Pace
from kiosk.progress.records import Learner
from kiosk.screens.boundary import screen
from kiosk.screens.store.coaching import body_height, store_frame, use_trading
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.frame import frame
from kiosk.widgets.labels import one_size
from kiosk.widgets.languages import languages
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, card_style, side_by_side, stacked
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import Language

_PACES: tuple[tuple[Pace, str, str], ...] = (
    ("slow", "turtle", "voice.slow"),
    ("normal", "rabbit", "voice.normal-pace"),
)
_LOUDNESSES: tuple[tuple[Loudness, str, str], ...] = (
    ("soft", "speaker-soft", "voice.soft"),
    ("normal", "speaker-middle", "voice.normal"),
    ("loud", "speaker-loud", "voice.loud"),
)


@screen
def VoiceScreen(visit: Visit) -> ft.Control:
    """The languages, and two rows of pictures; the chosen ones have a green ring.

    A lesson may have her look for something here: then the coach speaks, and nothing is set.
    """
    learner = visit.learner
    assert learner is not None
    trading, layout = use_trading(visit), visit.layout
    high = body_height(trading) - layout.action_height - theme.TAP - 3 * layout.gap
    high = (high - layout.gap) / 2
    rows = stacked(
        [
            _languages(visit, learner),
            _paces(visit, learner, high),
            _loudnesses(visit, learner, high),
        ],
        layout.gap,
    )
    done = go_on(
        visit,
        "voice.done",
        words("voice.done"),
        lambda: visit.go("/home"),
        width=min(460, layout.inner_width),
        icon=ft.Icons.CHECK_ROUNDED,
    )
    body, say = above(rows, done, layout.gap), words("voice.screen")
    if trading.moment is not None:
        return store_frame(trading, body, say, place="voice")
    return frame(visit, body, say, place="voice", back="/home")


def _languages(visit: Visit, learner: Learner) -> ft.Control:
    def choose(language: Language) -> None:
        if language == visit.language:
            visit.say(words("voice.sample"))
            return
        visit.kiosk.classroom.speak_to(learner.id, language)
        visit.language = language
        visit.changed()  # the screen says its sentence in the new language

    return languages(visit, "voice", choose)


def _paces(visit: Visit, learner: Learner, high: float) -> ft.Control:
    def choose(pace: Pace) -> None:
        _adjust(visit, learner, pace, visit.spoken_to[1])

    def read() -> None:
        _adjust(visit, learner, learner.pace, "off")

    off = ("voice.loudness:off", "no-sound", "voice.off", visit.is_silent, read)
    return _row(
        visit,
        high,
        [
            *(
                (f"voice.pace:{pace}", name, key, pace == visit.spoken_to[0], partial(choose, pace))
                for pace, name, key in _PACES
            ),
            off,
        ],
    )


def _loudnesses(visit: Visit, learner: Learner, high: float) -> ft.Control:
    def choose(loudness: Loudness) -> None:
        _adjust(visit, learner, visit.spoken_to[0], loudness)

    return _row(
        visit,
        high,
        [
            (f"voice.loudness:{each}", name, key, each == visit.spoken_to[1], partial(choose, each))
            for each, name, key in _LOUDNESSES
        ],
    )


def _adjust(visit: Visit, learner: Learner, pace: Pace, loudness: Loudness) -> None:
    visit.kiosk.classroom.adjust_voice(learner.id, pace, loudness)
    visit.changed()
    visit.say(words("voice.sample"))


Choice = tuple[str, str, str, bool, Callable[[], None]]


def _row(visit: Visit, high: float, choices: list[Choice]) -> ft.Control:
    gap = theme.GAP
    width = min(320.0, (visit.layout.inner_width - (len(choices) - 1) * gap) / len(choices))
    labels = [visit.text(words(key)) for _, _, key, _, _ in choices]
    size = one_size(labels, visit.language, width - 24, 30)
    return side_by_side([_choice(visit, width, high, size, *each) for each in choices], gap)


def _choice(
    visit: Visit,
    width: float,
    high: float,
    size: float,
    identifier: str,
    name: str,
    key: str,
    chosen: bool,
    act: Callable[[], None],
) -> ft.Control:
    said = visit.text(words(key))
    side = max(48.0, min(width - 24, high - 2 * size - 28))
    return tap(
        visit,
        identifier,
        said,
        stacked([picture(name, side), theme.text(said, visit.language, size, max_lines=1)], 4),
        act,
        width=width,
        height=high,
        **card_style(ring=theme.LEAF if chosen else None, padding=6),
    )
