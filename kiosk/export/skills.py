"""One row for each skill that a learner met: how well she knows it now. All of her time."""

from collections.abc import Iterator
from typing import Final

from kiosk.export.case import Case, Wanted
from kiosk.export.columns import WHO, Column, who
from kiosk.progress.cells import Cell
from kiosk.progress.skills import mastery

COLUMNS: Final = (
    *WHO,
    Column("lesson", "the lesson's id"),
    Column(
        "skill",
        "what it practises: all of a lesson with its repeats, or a lesson's steps of one kind",
        "",
        "lesson (all of it), choose, order (in sequence), money, practice (in the store)",
    ),
    Column(
        "mastery",
        "how well she knows it now",
        "",
        "helped: only with help lately; begun: alone at least once of the last four times; "
        "known: three of the last four times alone",
    ),
    Column("steps", "steps of it in the course", "steps"),
    Column("steps_done", "of these those that she finished at least once", "steps"),
    Column("tries", "answers given", "answers"),
    Column("wrong", "of these the wrong ones", "answers"),
    Column("hints", "help given, asked for or not", "times"),
    Column("seconds", "time in its steps; a pause counts as two minutes at most", "seconds"),
)


def rows(case: Case, wanted: Wanted) -> Iterator[tuple[Cell, ...]]:
    """In the sequence of the course; without what she never met."""
    steps = case.summary.steps
    for skill in wanted.skills:
        met = [steps[key] for key in skill.steps if key in steps]
        known = mastery(steps, skill.steps)
        if known == "new":
            continue
        yield (
            *who(case),
            skill.lesson.id,
            skill.kind,
            known,
            len(skill.steps),
            sum(each.done for each in met),
            sum(each.tries for each in met),
            sum(each.wrong for each in met),
            sum(each.hints for each in met),
            round(sum(each.seconds for each in met), 1),
        )
