"""What tables would bring in: every row is looked at before anything is written."""

from collections.abc import Iterable
from typing import Final

from demo_store.world.catalogue import Catalogue
from kiosk.importing import days, learners
from kiosk.importing.coming import Coming
from kiosk.importing.learners import Learners
from kiosk.importing.table import Table
from kiosk.progress.records import Records

LEARNERS: Final = "learners.csv"
DAYS: Final = "attendance.csv"


def looked_at(tables: Iterable[Table], records: Records, catalogue: Catalogue) -> Coming:
    """All that comes in; where its ``wrong`` says anything nothing may be taken of it."""
    coming = Coming()
    people = Learners(records, catalogue, coming)
    for table in sorted(tables, key=_is_of_days):  # who comes in has to be known before
        if _is_of_days(table):
            days.take_days(table, records, coming)
        else:
            people.take(table)
        coming.wrong += table.wrong
    return coming


def _is_of_days(table: Table) -> bool:
    """By its columns, whatever the file is called; one that is neither is told by its name."""
    if "day" in table.columns and "marked" in table.columns:
        return True
    return table.name == DAYS and not set(learners.NEEDED) <= set(table.columns)
