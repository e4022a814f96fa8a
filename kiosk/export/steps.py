"""One row for each step that a learner met: how it went, over all of her time."""

from collections.abc import Iterator
from typing import Final

from kiosk.export.case import Case, Wanted
from kiosk.export.columns import WHO, Column, who
from kiosk.progress.cells import Cell

COLUMNS: Final = (
    *WHO,
    Column("lesson", "the lesson's id"),
    Column("step", "the step's id"),
    Column("done", "whether she finished it at least once", "", "0 no, 1 yes"),
    Column(
        "alone_at_first",
        "whether her first time was right at once and without help",
        "",
        "0 no, 1 yes; empty: not finished yet",
    ),
    Column("tries", "answers given", "answers"),
    Column("wrong", "of these the wrong ones", "answers"),
    Column("hints", "help given, asked for or not", "times"),
    Column("strongest_help", "the strongest help", "", "0 none, 1 words, 2 hand, 3 demonstration"),
    Column("seconds", "time in the step; a pause counts as two minutes at most", "seconds"),
)


def rows(case: Case, _: Wanted) -> Iterator[tuple[Cell, ...]]:
    """A row for each step, the first met first."""
    for (lesson, step), met in case.summary.steps.items():
        yield (
            *who(case),
            lesson,
            step,
            int(met.done),
            None if met.alone_at_first is None else int(met.alone_at_first),
            met.tries,
            met.wrong,
            met.hints,
            met.level,
            round(met.seconds, 1),
        )
