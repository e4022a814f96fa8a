"""Every learner at a glance: face, lessons done, where she is, where she needed help, when seen."""

from datetime import UTC, datetime

import flet as ft

from kiosk import theme
from kiosk.naming import name_of
from kiosk.progress.records import Learner
from kiosk.screens.paging import use_pages
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.screens.trainer.notices import notice
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, round_style, side_by_side, stacked
from kiosk.widgets.speaking import filling
from kiosk.widgets.touch import tap, value
from kiosk.wording import number, words
from lessons.course import Lesson
from lessons.phrase import Phrase

_VOICES_WIDE = 320.0
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@trainer_screen
def LearnersScreen(visit: Visit) -> ft.Control:
    """The latest seen first."""
    layout = visit.layout
    records = visit.kiosk.classroom.records
    learners = sorted(
        (each for each in records.learners if not each.guest),
        key=lambda each: records.summary(each.id).last_seen or datetime.min.replace(tzinfo=UTC),
        reverse=True,
    )
    told = notice(visit)
    high = room_below(visit) - theme.TAP - layout.gap
    high -= told.height + layout.gap if told else 0
    row_high = 200.0 if layout.phone else 104.0
    down = max(1, int((high + 12) // (row_high + 12)))
    if len(learners) > down:
        down = max(1, int((high - theme.TAP) // (row_high + 12)))
    shown, ways = use_pages(visit, learners, down, "trainer.pages")
    rows: list[ft.Control] = [_row(visit, each, layout.inner_width, row_high) for each in shown]
    if not rows:
        rows = [theme.text(visit.text(words("trainer.nobody")), visit.language, 28)]
    listed = value(
        "trainer.learners",
        str(len(learners)),
        stacked([*rows, *([ways] if ways else [])], 12, ft.MainAxisAlignment.START),
        expand=True,
    )
    listed.exclude_semantics = False
    foot = _foot(visit)
    body = ft.Column([*([told.card] if told else []), listed, foot], spacing=layout.gap)
    return frame(
        visit,
        body,
        words("trainer.learners", count=number(len(learners))),
        place="trainer/learners",
        help_phrase=words("trainer.help"),
        home=False,
        end=ft.Container(),
    )


def _foot(visit: Visit) -> ft.Control:
    """Out, the voices, and the table to take away."""
    voices = theme.TAP if visit.layout.phone else _VOICES_WIDE
    room = visit.layout.inner_width - theme.TAP - voices - 2 * theme.GAP
    return ft.Row(
        [
            round_sign(
                visit,
                "trainer.signout",
                words("trainer.leave"),
                ft.Icons.LOGOUT_ROUNDED,
                lambda: sign_out(visit),
            ),
            _voices(visit),
            go_on(
                visit,
                "trainer.export",
                words("trainer.export"),
                lambda: _export(visit),
                width=min(460, room),
                icon=ft.Icons.SAVE_ALT_ROUNDED,
                height=theme.TAP,
                colour=theme.TEAL,
            ),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )


def _voices(visit: Visit) -> ft.Control:
    """To the recording of voices; on a phone only its picture."""

    def to_voices() -> None:
        visit.go("/trainer/voices")

    said = words("voices.open")
    if not visit.layout.phone:
        return go_on(
            visit,
            "trainer.voices",
            said,
            to_voices,
            width=_VOICES_WIDE,
            sign="microphone",
            height=theme.TAP,
            colour=theme.PAPER,
        )
    sign = picture("microphone", theme.TAP * 0.66)
    return tap(
        visit, "trainer.voices", visit.text(said), sign, to_voices, **round_style(theme.PAPER)
    )


def sign_out(visit: Visit) -> None:
    """Closes the trainer's door behind her."""
    visit.trainer = False
    visit.kiosk.desk.leave()
    visit.go("/")


def _export(visit: Visit) -> None:
    path = visit.kiosk.desk.export(visit.language)
    key = visit.kiosk.downloads.offer(path)
    visit.page.run_task(ft.UrlLauncher().launch_url, f"/download/{key}")
    visit.tell(words("trainer.exported", name=number(path.name)))


def ago(moment: datetime | None) -> Phrase:
    """How long ago, in one unit."""
    if moment is None:
        return words("trainer.never")
    seconds = (datetime.now(UTC) - moment).total_seconds()
    for unit, size in (("days", _DAY), ("hours", _HOUR), ("minutes", _MINUTE)):
        if seconds >= size:
            return words(f"trainer.{unit}-ago", count=number(int(seconds // size)))
    return words("trainer.just-now")


def _row(visit: Visit, learner: Learner, width: float, height: float) -> ft.Control:
    summary = visit.kiosk.classroom.records.summary(learner.id)
    course = visit.kiosk.classroom.course
    lesson = course.lesson(summary.lesson or "")
    name = visit.text(name_of(learner))
    helped = len(summary.helped_steps)
    figures = [
        _figure(visit, "star", f"{len(summary.lessons_done)}/{len(list(course.lessons()))}"),
        _figure(visit, "hand-point", str(helped)),
        _figure(visit, "calendar", visit.text(ago(summary.last_seen))),
        _figure(visit, "sun", visit.text(words("trainer.minutes", count=number(summary.minutes)))),
    ]
    phone = visit.layout.phone
    room = width - height - 60 if not phone else width - 140
    where = visit.text(lesson.title) if lesson else ""
    if lesson and summary.step:
        where = f"{where} · {_step_number(lesson, summary.step)}/{len(lesson.steps)}"
    title = theme.text(
        f"{name}   {where}" if where and not phone else name,
        visit.language,
        one_size([name if phone else f"{name}   {where}"], visit.language, room, 26),
        max_lines=1,
        align=ft.TextAlign.START,
    )
    lines: list[ft.Control] = [title]
    if phone and where:
        letters = filling(where, visit.language, room, 36, 22)
        lines.append(theme.text(where, visit.language, letters, max_lines=1))
    lines.append(ft.Row(figures, spacing=20, run_spacing=2, wrap=True))
    text = ft.Column(lines, spacing=2, alignment=ft.MainAxisAlignment.CENTER, width=room)
    return tap(
        visit,
        f"trainer.learner:{learner.id}",
        name,
        side_by_side([face(learner.picture, 80), text], 20, ft.MainAxisAlignment.START),
        lambda: visit.go(f"/trainer/learner/{learner.id}"),
        width=width,
        height=height,
        **card_style(theme.HONEY if _is_stuck(visit, learner) else theme.PAPER, padding=10),
    )


def _step_number(lesson: Lesson, step: str) -> int:
    return next((n for n, each in enumerate(lesson.steps, 1) if each.id == step), 1)


def _is_stuck(visit: Visit, learner: Learner) -> bool:
    """In the step she is at even the demonstration was needed."""
    summary = visit.kiosk.classroom.records.summary(learner.id)
    if not summary.lesson or not summary.step:
        return False
    here = summary.steps.get((summary.lesson, summary.step))
    return here is not None and here.level >= 3


def _figure(visit: Visit, sign: str, shown: str) -> ft.Control:
    return side_by_side(
        [picture(sign, 30), theme.text(shown, visit.language, 22, theme.SOFT_INK)], 6, tight=True
    )
