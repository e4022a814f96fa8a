"""One row a learner: who she is and what it came to. All of her time, whatever day is asked for."""

from collections.abc import Iterator
from typing import Final

from kiosk.export.case import Case, Wanted
from kiosk.export.columns import WHO, Column, who
from kiosk.progress.cells import Cell
from kiosk.progress.export import learner_row

COLUMNS: Final = (
    *WHO,
    Column("group_name", "the group's name as the trainer typed it; empty without names"),
    Column("family", "the name on her stamp; empty without names"),
    Column("note", "the trainer's note; empty without names"),
    Column("name", "her name as she chose it; empty without names"),
    Column("name_recorded", "whether she said her name into the tablet", "", "0 no, 1 yes"),
    Column("picture", "her picture's key; a photo's key begins with photo: (not without names)"),
    Column("picture_name", "what her picture shows, in the language of the export"),
    Column("language", "the language she is spoken to in", "", "ug, zh, en"),
    Column("product", "what she makes", "", "kinds of products, such as nang"),
    Column("lessons_done", "titles of the lessons she finished, parted by '; '"),
    Column("current_lesson", "the title of the lesson she is in"),
    Column("current_step", "the id of the step she is at"),
    Column("steps_with_help", "lesson/step where she needed help, parted by '; '"),
    Column("minutes", "time practised; a pause counts as two minutes at most", "minutes"),
    Column("last_seen", "when she last did something", "ISO 8601, UTC"),
    Column("orders_paid", "orders of her store for which the money came", "orders"),
    Column("income_yuan", "what was paid out to her for them", "yuan"),
    Column("mean_stars", "mean of the stars of her reviews; empty without reviews", "1 to 5"),
    Column(
        "sentences_heard_whole_percent",
        "of the sentences that she began to hear, those heard to the end",
        "percent",
    ),
)


def rows(case: Case, wanted: Wanted) -> Iterator[tuple[Cell, ...]]:
    """Her row."""
    learner = case.learner
    shown = wanted.picture_name(learner.picture) if learner.picture else ""
    told = learner_row(learner, case.summary, wanted.titles, wanted.names, shown)
    yield (*who(case), case.group.name, learner.family, case.note, *told)
