"""Every event as one line of JSON, as it stands in the journal but for secrets."""

from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import msgspec

from kiosk.export.case import Case, Happening, Wanted
from kiosk.export.csv_files import BLOCK
from kiosk.export.personal import impersonal, without_secrets

NAME: Final = "events.jsonl"


class JsonLines:
    """A file in a folder, open until the end of its ``with``; raises OSError."""

    def __init__(self, folder: Path, wanted: Wanted) -> None:
        self._path = folder / NAME
        self._wanted = wanted
        self._encode = msgspec.json.Encoder().encode

    def __enter__(self) -> Self:
        self._file = self._path.open("wb", BLOCK)
        return self

    def add(self, case: Case) -> None:
        """One more learner."""
        since, write = self._wanted.since_at, self._file.write
        for happening in case.happenings:
            if happening[0].at >= since:
                write(self._encode(self._line(case, happening)) + b"\n")

    def _line(self, case: Case, happening: Happening) -> dict[str, Any]:
        envelope, event = happening
        data = without_secrets(envelope.data) if self._wanted.names else impersonal(event)
        return {
            "id": envelope.id,
            "seq": envelope.seq,
            "at": envelope.at,
            "doubtful": envelope.doubtful,
            "tablet": envelope.tablet,
            "learner": case.learner.id,
            "sample": case.learner.sample,
            "kind": envelope.kind,
            "version": envelope.version,
            "data": data,
        }

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
