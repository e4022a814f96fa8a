"""Specimens of what is looked at: bars, telephone, map, parcels, stars, money, words."""

from collections.abc import Callable
from functools import partial
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.player import Spoken
from kiosk.screens.gallery.specimen import Draw, Specimen
from kiosk.visit import Visit
from kiosk.widgets.beads import secret_beads
from kiosk.widgets.filled import filled
from kiosk.widgets.money import heap_of
from kiosk.widgets.money_tray import MoneyTray
from kiosk.widgets.packing import heap, opened, tray
from kiosk.widgets.parcel_map import Travelling, parcel_map
from kiosk.widgets.phone import inside_phone, phone_frame
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.share_line import share_line
from kiosk.widgets.speaking import Sentence, pieces
from kiosk.widgets.stars import MOST, star_row
from kiosk.widgets.steps import step_bar
from kiosk.widgets.things import counted
from kiosk.wording import words, yuan
from lessons.phrase import Phrase

_BAR: Final = (320.0, 60.0)
_BOX: Final = (160.0, 160.0)
_STEPS: Final = ((1, 5), (3, 5), (5, 5), (2, 12))
_FEN: Final = (0, 350, 1_500, 8_880, 36_550)
_SHARES: Final = (0.0, 0.4, 1.0)
_CITIES: Final = (("urumqi", 0.3), ("shanghai", 0.6), ("guangzhou", 0.9))


def _as_is(draw: Callable[[], ft.Control]) -> Draw:
    """What has its own size."""
    return lambda *_: draw()


def _inside(draw: Callable[[float, float], ft.Control]) -> Draw:
    """What fits itself into a width and a height."""
    return lambda _, width, height: draw(width, height)


def _bar(step: int, of: int) -> Draw:
    name = f"gallery.step-{step}-of-{of}"
    return lambda visit, width, _: step_bar(visit, step, of, min(width, _BAR[0]), name)


def _phone(name: str) -> Draw:
    def draw(_visit: Visit, width: float, height: float) -> ft.Control:
        wide = min(width, height * 0.6)
        return phone_frame(picture(name, min(*inside_phone(wide, height))), wide, height)

    return draw


def _map(count: int) -> Draw:
    def draw(_visit: Visit, width: float, height: float) -> ft.Control:
        parcels = [
            Travelling(f"o{at}", city, f"city-{city}", "road", "truck", share)
            for at, (city, share) in enumerate(_CITIES[:count], start=1)
        ]
        return parcel_map(parcels, min(width, height * 1.5))

    return draw


def _open(packaging: str) -> Draw:
    return lambda _, width, height: opened(
        packaging, picture("honey-pot", min(width, height) * 0.4), min(width, height)
    )


def _tray(full: int) -> Draw:
    return lambda _, width, height: tray("egg", full, 10, width, height)


def _money(laid: tuple[int, ...], wanted: int | None, *, done: bool, shown: bool = False) -> Draw:
    def draw(visit: Visit, width: float, height: float) -> ft.Control:
        return MoneyTray(
            visit,
            width,
            height,
            laid,
            shown=(1_000, 500) if shown else (),
            wanted_fen=wanted,
            on_done=None if done else lambda _: None,
            done_identifier="gallery.laid",
            done_phrase=words("lesson.next"),
            key=f"{laid}/{wanted}/{done}/{shown}",
        )

    return draw


def _sentence(lit: bool) -> Draw:
    def draw(visit: Visit, width: float, height: float) -> ft.Control:
        phrase: Phrase = words("gallery.say")
        said = visit.text(phrase)
        word = pieces(said, visit.language)[0]
        spoken = Spoken(said, "", word.first, word.last) if lit else None
        return Sentence(visit, phrase, width, 2, 34, highest=height, lit=spoken, key=f"{lit}")

    return draw


def _secret(full: int) -> Draw:
    return lambda visit, *_: secret_beads(visit, full, 3, f"gallery.clear-{full}", lambda: None)


def _share(share: float) -> Draw:
    return lambda visit, width, _: share_line(visit, share, width)


STEP_BAR: Final = tuple(Specimen(f"{at} of {of}", _bar(at, of), *_BAR) for at, of in _STEPS)
PHONE_FRAME: Final = tuple(Specimen(name, _phone(name), 180, 300) for name in ("nang", "honey-pot"))
MAP: Final = tuple(Specimen(f"{count} parcels", _map(count)) for count in (0, 3))
PARCEL: Final = (
    *(Specimen(name, _open(name), *_BOX) for name in ("closed-box", "padded-box", "bag")),
    *(Specimen(f"tray {full}", _tray(full), *_BOX) for full in (0, 4, 10)),
    *(
        Specimen(f"heap {count}", _inside(partial(heap, "egg", count)), *_BOX)
        for count in (1, 7, 40)
    ),
)
STAR_ROW: Final = tuple(
    Specimen(str(count), _as_is(partial(star_row, count)), 220, 60) for count in range(MOST + 1)
)
HEAP_OF_NOTES: Final = tuple(
    Specimen(yuan(fen), _inside(partial(heap_of, fen)), 300, 170) for fen in _FEN
)
MONEY_TRAY: Final = (
    Specimen("empty", _money((), None, done=False)),
    Specimen("example", _money((), 1_500, done=False, shown=True)),
    Specimen("more is wanted", _money((1_000, 50), 1_550, done=False)),
    Specimen("too much", _money((2_000, 100), 1_000, done=False)),
    Specimen("right", _money((1_000, 500), 1_500, done=False)),
    Specimen("done", _money((1_000, 500, 10), None, done=True)),
)
BIG_NUMBER: Final = tuple(
    Specimen(text, _as_is(partial(theme.digits, text, 72, theme.CLAY)), 260, 100)
    for text in ("0", "7", "36.5", "-128", "1 280")
)
SENTENCE: Final = (
    Specimen("usual", _sentence(lit=False), 320, 130),
    Specimen("being said", _sentence(lit=True), 320, 130),
)
AMOUNTS: Final = (
    *(Specimen(f"{each:.0%}", _share(each), *_BOX) for each in _SHARES),
    *(
        Specimen(f"saved {each:.0%}", _as_is(partial(filled, "refrigerator", each, 140)), *_BOX)
        for each in _SHARES
    ),
    Specimen("counted", _inside(partial(counted, "egg", 12)), *_BOX),
)
SECRET_BEADS: Final = tuple(
    Specimen(str(full), _secret(full), 300, theme.TAP + 8) for full in (0, 2, 3)
)
FACES: Final = tuple(
    Specimen(ground, _as_is(partial(face, "learner-05", 120, ground)), 140, 140)
    for ground in theme.FACE_GROUNDS
)
