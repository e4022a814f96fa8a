"""An export without names, and what no export holds."""

import json
import re
from pathlib import Path

from openpyxl import load_workbook

from kiosk.progress.journal import Journal
from kiosk.progress.lines import encoded
from lessons.events import LessonStarted
from tests.integration.export.acts import (
    CLIP,
    EVERY,
    FAMILY,
    NAME,
    NOTE,
    PHOTO,
    export,
    lines,
    table,
)


def test_without_names_no_byte_of_any_file_tells_who_somebody_is(
    people: Path, tmp_path: Path
) -> None:
    out = export(people, tmp_path / "out", "--format", EVERY, "--no-names")
    book = load_workbook(out / "village.xlsx")
    cells = " ".join(str(c.value) for sheet in book for row in sheet.iter_rows() for c in row)
    texts = [path.read_bytes().decode("utf-8", "replace") for path in out.iterdir()]
    for text in (*texts, cells):
        assert not re.search(f"{NAME}|{FAMILY}|{NOTE}|{CLIP}|{PHOTO}|a-hash", text)
    assert [row["learner"] for row in table(out, "learners")] == ["a", "b"]


def test_without_names_nothing_of_an_unknown_event_is_told(people: Path, tmp_path: Path) -> None:
    with Journal.open(people) as journal:
        (envelope,) = journal.append("b", [LessonStarted("nang")])
    path = people / "learners" / "b.log"
    *before, last = path.read_bytes().splitlines(keepends=True)
    (change,) = json.loads(last[9:])
    change[3] |= {"kind": "Sung", "data": {"song": NAME}}
    path.write_bytes(b"".join([*before, encoded([change])]))
    named = export(people, tmp_path / "named", "--format", "jsonl")
    assert [e["data"] for e in lines(named) if e["id"] == envelope.id] == [{"song": NAME}]
    out = export(people, tmp_path / "out", "--format", "jsonl", "--no-names")
    assert [e["data"] for e in lines(out) if e["id"] == envelope.id] == [{}]


def test_secrets_are_in_no_export(people: Path, tmp_path: Path) -> None:
    out = export(people, tmp_path / "out", "--format", "csv,xapi,jsonl")
    assert all(b"a-hash" not in path.read_bytes() for path in out.iterdir())
    assert any(each["kind"] == "SecretSet" for each in lines(out))
