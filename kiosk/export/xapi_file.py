"""One JSON array of statements, as a learning record store takes it."""

from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec

from kiosk.export.case import Case, Wanted
from kiosk.export.csv_files import BLOCK
from kiosk.export.statements import Statements

NAME: Final = "xapi.json"


class XapiFile:
    """A file in a folder, open until the end of its ``with``; raises OSError."""

    def __init__(self, folder: Path, wanted: Wanted) -> None:
        self._path = folder / NAME
        self._since = wanted.since_at
        self._statements = Statements(wanted.course)
        self._encode = msgspec.json.Encoder().encode
        self._before = b"["

    def __enter__(self) -> Self:
        self._file = self._path.open("wb", BLOCK)
        return self

    def add(self, case: Case) -> None:
        """One more learner."""
        for happened in (case.others, case.own):
            self._statements.begin()
            for envelope, event in happened:
                statement = self._statements.of(case, envelope, event)
                if statement is not None and envelope.at >= self._since:
                    self._file.write(self._before + b"\n" + self._encode(statement))
                    self._before = b","

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._file:
            if kind is None:
                self._file.write(b"\n]\n" if self._before == b"," else b"[]\n")
