"""One phrase at the microphone: it is shown and said, then recorded, heard and kept."""

from collections.abc import Callable

import flet as ft

from kiosk import theme
from kiosk.screens.recorder import Stage
from kiosk.screens.trainer.booth import Booth, Tapping
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.screens.trainer.voices import VoicesScreen
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, more, round_sign
from kiosk.widgets.frame import frame, room_below_two_lines
from kiosk.widgets.level_meter import LevelMeter
from kiosk.widgets.pictures import SCENE_SHAPE, is_scene, picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.speaking import Sentence
from kiosk.widgets.touch import tap, value
from kiosk.wording import words
from lessons.phrase import LANGUAGES, Language, same_in_all

_METER_HIGH = 28.0
_COUNT_HIGH = 34.0
_SPACE = 8.0
_WIDEST_ACTION = 420.0
_CROSSED, _ARROW = 0.6, 0.2
"""Of a picture's side: a crossed out microphone and the tablet that it leads to."""


@trainer_screen
def RecordScreen(visit: Visit) -> ft.Control:
    """Where no voice has a name yet, that comes first."""
    asked = ft.use_route_params().get("language", "")
    language = next((each for each in LANGUAGES if each == asked), None)
    voice = visit.voice_name or (visit.kiosk.voices.latest_voice(language) if language else "")
    booth = _use_booth(visit, language or visit.language, voice)
    if language is None or not voice:
        return VoicesScreen(visit, key="voices")
    say, also = booth.told()
    foot = _foot(visit, booth)
    high = room_below_two_lines(visit) - _foot_height(visit) - visit.layout.gap
    body = stacked(
        [_phrase(visit, booth, high), foot], visit.layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN
    )
    return frame(
        visit,
        body,
        say,
        place=booth.place,
        also=also,
        help_phrase=words("voices.how"),
        back="/trainer/voices",
        home=False,
        end=ft.Container(),
    )


def _use_booth(visit: Visit, language: Language, voice: str) -> Booth:
    """The sitting of the calling component; who goes away is not listened to any more."""
    held: ft.MutableRef[Booth] = ft.use_ref(lambda: Booth(visit, language, voice))
    booth: Booth = held.current
    _, redraw = ft.use_state(0)
    booth.redraw = lambda: redraw(lambda count: count + 1)
    ft.use_effect(lambda: None, [], cleanup=booth.drop)
    return booth


# -- what is said


def _phrase(visit: Visit, booth: Booth, height: float) -> ft.Control:
    """The words as large as they fit, what they are about, and how loud the voice is."""
    layout = visit.layout
    width = layout.inner_width
    inside = height - _COUNT_HIGH - _METER_HIGH - 2 * _SPACE - 28
    shown = _shown(booth)
    wide = width - 40
    side = min(inside, 300.0, width * 0.3) if not layout.tall else min(inside * 0.45, 300.0)
    seen = [_seen(booth, shown, side)] if shown else []
    text_wide, text_high = wide, inside
    if seen and layout.tall:
        text_high -= side + _SPACE
    elif seen:
        text_wide -= _wide(booth, shown, side) + 24
    sentence = Sentence(
        visit,
        same_in_all(booth.phrase.text),
        text_wide,
        0,
        layout.sentence_size * 1.3,
        "voice.phrase",
        height=text_high,
        language=booth.language,
        lit=booth.tapping.lit if booth.tapping else None,
        key=f"{booth.language}/{booth.phrase.key}",
    )
    both = (
        stacked([*seen, sentence], _SPACE) if layout.tall else side_by_side([*seen, sentence], 24)
    )
    both.expand = True
    meter = ft.Container(height=_METER_HIGH)
    if booth.stage is Stage.LISTENING:
        meter = ft.Container(
            LevelMeter(visit, min(wide, 560.0), _METER_HIGH, key="meter"), height=_METER_HIGH
        )
    ring = theme.POMEGRANATE if booth.stage is Stage.LISTENING else None
    content = stacked([_count(booth), both, meter], _SPACE)
    return card(content, ring=ring, width=width, height=height)


def _count(booth: Booth) -> ft.Control:
    """Which of how many; a star where it is recorded."""
    told = f"{booth.at + 1}/{len(booth.phrases)}"
    number = theme.digits(told, 22, theme.SOFT_INK)
    star = [picture("star", 30)] if booth.is_recorded else []
    return ft.Container(
        value("voice.at", told, side_by_side([number, *star], 8, tight=True)),
        height=_COUNT_HIGH,
        alignment=ft.Alignment.CENTER,
    )


def _shown(booth: Booth) -> str:
    """What went wrong with the voice, else what the phrase is about."""
    if booth.deaf:
        return "microphone"
    if booth.taken is not None and booth.taken.verdict in ("quiet", "loud"):
        return "speaker-soft" if booth.taken.verdict == "quiet" else "speaker-loud"
    return booth.desk.picture(booth.phrase)


def _wide(booth: Booth, name: str, side: float) -> float:
    """How wide what is seen is, where it is as high as ``side`` at most."""
    if booth.deaf:
        return 2 * side * _CROSSED + side * _ARROW + 8
    return side * SCENE_SHAPE if is_scene(name) else side


def _seen(booth: Booth, name: str, side: float) -> ft.Control:
    """A picture; a microphone that cannot be used is crossed out, and leads to the tablet."""
    if not booth.deaf:
        return picture(name, _wide(booth, name, side))
    crossed = ft.Stack(
        [
            picture(name, side * _CROSSED),
            ft.Icon(ft.Icons.CLOSE_ROUNDED, size=side * _CROSSED, color=theme.POMEGRANATE),
        ]
    )
    arrow = ft.Icon(ft.Icons.ARROW_FORWARD_ROUNDED, size=side * _ARROW, color=theme.INK)
    return ft.Row(
        [crossed, arrow, picture("computer", side * _CROSSED)],
        spacing=4,
        tight=True,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


# -- what can be done


def _foot_height(visit: Visit) -> float:
    if visit.layout.phone:
        return 2 * theme.TAP + theme.GAP
    return float(visit.layout.action_height)


def _foot(visit: Visit, booth: Booth) -> ft.Control:
    """The one thing to do now is wide, others beside it; the ways to other phrases at the ends."""
    if booth.tapping is not None:
        return _word(visit, booth, booth.tapping)
    beside = _beside(visit, booth)
    around = _around(visit, booth)
    gap = theme.GAP
    if visit.layout.phone:
        taken = len(beside) * (theme.TAP + gap)
        main = _main(visit, booth, visit.layout.inner_width - taken)
        return stacked([side_by_side([*beside, main], gap), side_by_side(around, gap)], gap)
    taken = (len(beside) + len(around)) * (theme.TAP + gap)
    main = _main(visit, booth, min(_WIDEST_ACTION, visit.layout.inner_width - taken))
    if not around:
        return side_by_side([*beside, main], gap)
    before, *others, after = around
    return side_by_side([before, *beside, main, *others, after], gap)


def _main(visit: Visit, booth: Booth, width: float) -> ft.Control:
    """Record, stop, keep; an hourglass while there is nothing to do."""
    high = theme.TAP if visit.layout.phone else visit.layout.action_height

    def wide(
        name: str,
        key: str,
        act: Callable[[], object],
        icon: ft.IconData,
        colour: str,
        sign: str = "",
    ) -> ft.Control:
        return go_on(
            visit, name, words(key), act,
            width=width, icon=icon, height=high, colour=colour, sign=sign,
        )  # fmt: skip

    match booth.stage:
        case Stage.LISTENING:
            stop = ft.Icons.STOP_ROUNDED
            return wide("voice.record", "voices.stop", booth.touched, stop, theme.POMEGRANATE)
        case Stage.STARTING | Stage.TELLING | Stage.WORKING:
            icon, act = ft.Icons.MIC_ROUNDED, booth.touched
            return wide("voice.record", "enrol.starting", act, icon, theme.PAPER, "hourglass")
    if booth.taken is not None:
        return wide("voice.keep", "voices.keep", booth.keep, ft.Icons.CHECK_ROUNDED, theme.LEAF)
    return wide("voice.record", "voices.record", booth.touched, ft.Icons.MIC_ROUNDED, theme.TEAL)


def _beside(visit: Visit, booth: Booth) -> list[ft.Control]:
    """What else can be done with this phrase."""
    if booth.stage is not Stage.IDLE:
        return []
    listen = round_sign(
        visit, "voice.listen", words("voices.listen"), ft.Icons.VOLUME_UP_ROUNDED, booth.listen,
        colour=theme.SKY, repeatable=True,
    )  # fmt: skip
    if booth.taken is not None:
        again = round_sign(
            visit, "voice.again", words("voices.again"), ft.Icons.REPLAY_ROUNDED, booth.again,
            colour=theme.HONEY,
        )  # fmt: skip
        return [listen, again]
    bring = round_sign(
        visit, "voice.bring", words("voices.choose-file"), ft.Icons.FOLDER_OPEN_ROUNDED,
        booth.bring, colour=theme.TEAL,
    )  # fmt: skip
    return [listen, bring] if booth.is_recorded else [bring]


def _around(visit: Visit, booth: Booth) -> list[ft.Control]:
    """The phrase before and the next one, and the words of this one where it was said."""
    if booth.stage is not Stage.IDLE:
        return []
    back = more(visit, "voice.back", words("voices.back"), lambda: booth.move(-1), forward=False)
    skip = more(visit, "voice.skip", words("voices.skip"), lambda: booth.move(1), forward=True)
    if booth.taken is None and not booth.is_recorded:
        return [back, skip]
    along = round_sign(
        visit, "voice.tap-along", words("voices.tap-along"), ft.Icons.TOUCH_APP_ROUNDED,
        booth.tap_along, colour=theme.APRICOT,
    )  # fmt: skip
    return [back, along, skip]


def _word(visit: Visit, booth: Booth, tapping: Tapping) -> ft.Control:
    """One large thing for a whole hand, and how many touches it had."""
    said = visit.text(words("voices.word"))
    high = _foot_height(visit)
    done = f"{len(tapping.taps)}/{len(tapping.take.card.words)}"
    ink = theme.ink_on(theme.LEAF if tapping.sounding else theme.WARM)
    shown = side_by_side(
        [
            ft.Icon(ft.Icons.TOUCH_APP_ROUNDED, size=high * 0.5, color=ink),
            theme.text(said, visit.language, visit.layout.title_size, ink, max_lines=1),
            theme.digits(done, visit.layout.title_size, ink),
        ],
        20,
    )
    return tap(
        visit,
        "voice.word",
        said,
        shown,
        booth.word,
        repeatable=True,
        quiet=True,
        width=visit.layout.inner_width,
        height=high,
        border_radius=40,
        border=ft.Border.all(2, theme.EDGE),
        bgcolor=theme.LEAF if tapping.sounding else theme.WARM,
        alignment=ft.Alignment.CENTER,
    )
