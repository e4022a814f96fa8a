"""One row for each step that a learner met: how well she can do it now. All of her time."""

from collections.abc import Iterator
from typing import Final

from kiosk.export.case import Case, Wanted
from kiosk.export.columns import WHO, Column, who
from kiosk.progress.cells import Cell
from kiosk.progress.summary import StepHelp

COLUMNS: Final = (
    *WHO,
    Column("lesson", "the lesson's id"),
    Column("step", "the step's id; each one teaches one thing"),
    Column(
        "mastery",
        "how she did it, over all times",
        "",
        "alone; hinted: with a hint; shown: after a demonstration; begun: not done yet",
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
            mastery(met),
            met.tries,
            met.wrong,
            met.hints,
            met.level,
            round(met.seconds, 1),
        )


def mastery(met: StepHelp) -> str:
    """alone, hinted, shown or begun."""
    if not met.done:
        return "begun"
    return ("alone", "hinted", "hinted", "shown")[min(met.level, 3)]
