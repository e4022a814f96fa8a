"""The groups that rows tell of: known ones by id or name, others are made once."""

import uuid
from collections.abc import Iterable

from kiosk.importing.coming import Coming
from kiosk.people import GROUP_PICTURES
from kiosk.progress.events import GroupNamed
from kiosk.progress.records import Records


class Groups:
    """Ids of groups; a new one has a picture that no other one has."""

    def __init__(self, records: Records, coming: Coming) -> None:
        self._by_id = {each.id: each.name for each in records.groups}
        self._pictures = {each.picture for each in records.groups}
        self._coming = coming

    def wrong(self, group: str, name: str) -> Iterable[tuple[str, str]]:
        """The column and what is wrong in it."""
        if len(group) > 64 or not group.isprintable():
            yield "group", f"{group!r} is no id"
        if not group and name and len(self._called(name)) > 1:
            yield "group_name", f"several groups are called {name!r}: write the id"

    def meant(self, group: str, name: str) -> str:
        """The id of the group; empty where the row tells of none."""
        if group in self._by_id or not (group or name):
            return group
        if not group and self._called(name):
            return self._called(name)[0]
        group = group or str(uuid.uuid4())
        self._by_id[group] = name
        self._coming.groups.append(GroupNamed(group, name, self._picture()))
        return group

    def _called(self, name: str) -> list[str]:
        return [each for each, called in self._by_id.items() if called == name]

    def _picture(self) -> str:
        free = next((each for each in GROUP_PICTURES if each not in self._pictures), "family")
        self._pictures.add(free)
        return free
