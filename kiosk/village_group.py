"""A group by what somebody called it on the command line."""

from kiosk.errors import KioskError
from kiosk.progress.records import Records


class UnknownGroup(KioskError):
    """There is none of this name or id, or several."""


def group_called(records: Records, asked: str | None) -> str:
    """The id of the group of this name or id; empty, for everybody, where none was asked for.

    Raises:
        UnknownGroup: it says which there are.
    """
    if asked is None:
        return ""
    groups = records.groups
    found = [each.id for each in groups if asked and asked in (each.id, each.name)]
    if not found:
        there = ", ".join(each.name or each.id for each in groups) or "none"
        raise UnknownGroup(f"there is no group {asked!r}; there are: {there}")
    if len(found) > 1:
        raise UnknownGroup(f"several groups are called {asked!r}: {', '.join(found)}")
    return found[0]
