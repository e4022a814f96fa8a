"""How this tablet behaves: a card for each thing that can be set, and what can be chosen of it."""

import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import flet as ft

from kiosk import theme
from kiosk.progress.settings import Settings
from kiosk.screens.dead_end import NotHere
from kiosk.screens.trainer.asking import asked
from kiosk.screens.trainer.choosing import Card, Cards
from kiosk.screens.trainer.desk import SETTINGS, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.latest import use_latest
from kiosk.widgets.shapes import stacked
from kiosk.widgets.typing_field import text_field
from kiosk.wording import OWN_NAMES, number, words
from lessons.phrase import LANGUAGES, Phrase, same_in_all

LONGEST_PLACE: Final = 40
_IDLE_MINUTES: Final = (1, 2, 5, 0)
_PACES: Final = {"slow": "turtle", "normal": "rabbit"}
_SPEAKERS: Final = {"soft": "speaker-soft", "normal": "speaker-middle", "loud": "speaker-loud"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One way in which a thing can be: ``change`` are the fields of the settings."""

    name: str
    phrase: Phrase
    picture: str
    change: dict[str, Any]

    def is_in(self, settings: Settings) -> bool:
        """Whether it is so now."""
        return all(getattr(settings, field) == now for field, now in self.change.items())


def _idle(minutes: int) -> Choice:
    phrase = (
        words("settings.minutes", count=number(minutes)) if minutes else words("settings.never")
    )
    picture = "hourglass" if minutes else "family"
    return Choice(str(minutes), phrase, picture, {"idle_s": minutes * 60})


def _choices(name: str) -> Sequence[Choice]:
    """What can be chosen of one thing; nothing where it is no such thing."""
    match name:
        case "pace":
            return [
                Choice("slow", words("voice.slow"), _PACES["slow"], {"pace": "slow"}),
                Choice("normal", words("voice.normal-pace"), _PACES["normal"], {"pace": "normal"}),
            ]
        case "loudness":
            return [
                Choice(each, words(f"voice.{each}"), picture, {"loudness": each})
                for each, picture in _SPEAKERS.items()
            ]
        case "idle":
            return [_idle(minutes) for minutes in _IDLE_MINUTES]
        case "text":
            return [
                Choice(each, words(f"settings.text-{each}"), "magnifier", {"text": each})
                for each in ("normal", "large")
            ]
    return ()


_SWITCHES: Final = (
    ("camera", "camera", "camera"),
    ("microphone", "microphone", "microphone"),
    ("movement", "wind", "less_movement"),
    ("evening", "moon", "evening"),
)
"""Name, picture and field of what is on or off."""


@trainer_screen
def SettingsScreen(visit: Visit) -> ft.Control:
    """Everything that can be set; what is on or off changes at a touch."""
    cards = [*_things(visit), *_switched(visit)]
    if visit.kiosk.may_close:
        cards.append(_card(visit, "leave", words("settings.leave"), "padlock"))
    return _page(visit, cards, partial(_open, visit), words("settings.say"), back="")


def _things(visit: Visit) -> list[Card]:
    settings = visit.settings
    return [
        _card(visit, "idle", words("settings.idle"), "hourglass"),
        _card(visit, "languages", words("settings.languages"), "book"),
        _card(visit, "voice", words("settings.voice"), "speaker"),
        _card(visit, "pace", words("settings.pace"), _PACES[settings.pace]),
        _card(visit, "loudness", words("settings.loudness"), _SPEAKERS[settings.loudness]),
        _card(visit, "text", words("settings.text"), "magnifier"),
        _card(visit, "place", words("settings.place"), "village"),
    ]


def _switched(visit: Visit) -> list[Card]:
    found = []
    for name, picture, field in _SWITCHES:
        is_on = bool(getattr(visit.settings, field)) != (field == "less_movement")
        phrase = words("settings.is-on" if is_on else "settings.is-off", name=_name(name))
        found.append(_card(visit, name, phrase, picture, chosen=is_on))
    return found


def _name(name: str) -> Phrase:
    return words(f"settings.{name}")


def _card(visit: Visit, name: str, phrase: Phrase, picture: str, *, chosen: bool = False) -> Card:
    return Card(f"trainer.set:{name}", visit.text(phrase), picture, chosen=chosen)


def _open(visit: Visit, name: str) -> None:
    field = next((field for each, _, field in _SWITCHES if each == name), "")
    if field:
        now = not getattr(visit.settings, field)
        visit.choose_settings(**{field: now})
        is_on = now != (field == "less_movement")
        visit.tell(words("settings.is-on" if is_on else "settings.is-off", name=_name(name)))
        return
    visit.go("/trainer/voices" if name == "voice" else f"/trainer/settings/{name}")


@trainer_screen
def SettingScreen(visit: Visit) -> ft.Control:
    """One thing, and how it can be."""
    name = ft.use_route_params().get("name", "")
    other = {"languages": _Languages, "place": _Place, "leave": _Leave}.get(name)
    if other is not None:
        return other(visit, key=name)
    choices = _choices(name)
    if not choices:
        return NotHere(visit, key="gone")
    cards = [
        Card(
            f"trainer.choose:{each.name}",
            visit.text(each.phrase),
            each.picture,
            chosen=each.is_in(visit.settings),
        )
        for each in choices
    ]

    def choose(which: str) -> None:
        chosen = next(each for each in choices if each.name == which)
        visit.choose_settings(**chosen.change)
        visit.tell(words("settings.kept", name=chosen.phrase))

    say = words("settings.idle-say" if name == "idle" else "settings.choose")
    return _page(visit, cards, choose, say, name)


def _page(
    visit: Visit,
    cards: Sequence[Card],
    choose: Callable[[str], object],
    say: Phrase,
    name: str = "",
    back: str = "/trainer/settings",
) -> ft.Control:
    body = Cards(visit, cards, desk_room(visit), choose, "trainer.set-pages", True, key=name)
    return _at(visit, body, say, name, back)


def _at(
    visit: Visit, body: ft.Control, say: Phrase, name: str, back: str = "/trainer/settings"
) -> ft.Control:
    place = f"trainer/settings/{name}"
    return desk(visit, body, say, here=SETTINGS, place=place, help_phrase=say, back=back)


@component
def _Languages(visit: Visit) -> ft.Control:
    """Each is shown or not; one stays."""
    shown = visit.settings.languages
    cards = [
        Card(f"trainer.language:{each}", OWN_NAMES[each], "book", chosen=each in shown)
        for each in LANGUAGES
    ]

    def choose(which: str) -> None:
        now = tuple(each for each in LANGUAGES if (each in shown) != (each == which))
        if not now:
            visit.tell(words("settings.one-language"))
            return
        visit.choose_settings(languages=now)
        told = same_in_all(", ".join(OWN_NAMES[each] for each in now))
        visit.tell(words("settings.kept", name=told))

    return _page(visit, cards, choose, words("settings.languages-say"), "languages")


@component
def _Place(visit: Visit) -> ft.Control:
    """What the village calls its room; an empty name is none."""
    text, write = use_latest(visit.settings.place)
    told = words("settings.place-say")

    def keep() -> None:
        visit.choose_settings(place=" ".join(text().split())[:LONGEST_PLACE])
        visit.go("/trainer/settings")

    width = min(900.0, visit.layout.inner_width)
    field = text_field(
        visit, "trainer.place-text", _name("place"), text(), LONGEST_PLACE, write, told, width
    )
    green = go_on(
        visit,
        "trainer.place-save",
        words("people.save"),
        keep,
        width=min(460, width),
        icon=ft.Icons.CHECK_ROUNDED,
        height=theme.TAP,
    )
    body = stacked([field, green], visit.layout.gap, ft.MainAxisAlignment.START)
    return _at(visit, body, told, "place")


@component
def _Leave(visit: Visit) -> ft.Control:
    """Whether the kiosk and its browser end; it is asked once."""
    if not visit.kiosk.may_close:
        return NotHere(visit, key="gone")

    def close() -> None:
        if not visit.trainer:
            raise PermissionError("the trainer's PIN was not given in this session")
        visit.player.stop()
        signal.raise_signal(signal.SIGTERM)  # the way in which the kiosk is always stopped

    back = partial(visit.go, "/trainer/settings")
    room = desk_room(visit)
    body = asked(visit, "padlock", room, area="remove", yes=close, no=back, danger=True)
    return _at(visit, body, words("settings.leave-say"), "leave")
