"""Events of earlier versions read as those of today. The file is never rewritten for it.

A kind is at version 1 until a step for it stands here. A new field that has a default needs no
step: what was written without it reads as the default. A step is for what would be misread.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

Data = dict[str, Any]
Step = Callable[[Data], Data]
"""The fields as the next version has them, of a copy of those of one version."""

FIRST: Final = 1


class Migrations:
    """Steps by kind and by the version that they lead from; raises ValueError for a gap."""

    def __init__(self, steps: Mapping[str, Mapping[int, Step]]) -> None:
        for kind, of_kind in steps.items():
            if sorted(of_kind) != list(range(FIRST, FIRST + len(of_kind))):
                raise ValueError(f"the steps of {kind} leave out a version: {sorted(of_kind)}")
        self._steps = steps

    def version(self, kind: str) -> int:
        """The version in which a kind is written today."""
        return FIRST + len(self._steps.get(kind, ()))

    def migrated(self, kind: str, version: int, data: Data) -> Data | None:
        """The fields as they are today; None for a version that is newer, or no version."""
        if version == FIRST and kind not in self._steps:  # nearly all of them
            return data
        if not FIRST <= version <= self.version(kind):
            return None
        for number in range(version, self.version(kind)):
            # A copy that is as deep as the first fields: a step may not change what is in them.
            data = self._steps[kind][number](dict(data))
        return data


MIGRATIONS: Final = Migrations({})
"""None yet: every kind is as it was first written."""
