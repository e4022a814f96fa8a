"""An export is whole under its name, or not there."""

from pathlib import Path

import pytest
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from tests.full_disk import full_disk
from tests.integration.export.acts import EVERY, Captured, export, lines, refused, table


def test_a_folder_with_something_in_it_is_not_written_into(
    people: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    assert "is not empty" in refused(capsys, "--data", str(people), "--out", str(out))
    assert [each.name for each in out.iterdir()] == ["letter.txt"]
    assert "is no folder" in refused(
        capsys, "--data", str(people), "--out", str(out / "letter.txt")
    )
    assert "names no folder" in refused(capsys, "--data", str(people), "--out", " ")


def test_an_empty_folder_is_filled(people: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert table(export(people, tmp_path / "out"), "learners")


@pytest.mark.parametrize("kind", [*EVERY.split(","), EVERY])
def test_a_disk_that_fills_up_leaves_nothing_behind(
    village: Path, tmp_path: Path, capsys: Captured, kind: str
) -> None:
    out = tmp_path / "stick" / "out"
    with full_disk(9000):
        said = refused(capsys, "--data", str(village), "--out", str(out), "--format", kind)
    assert said == f"kiosk: {out} was not written: File too large\n"
    assert list(out.parent.iterdir()) == []


def test_a_workbook_that_cannot_be_closed_is_an_export_that_failed(
    people: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def close(_: Workbook) -> None:
        raise FileCreateError(OSError(28, "No space left on device"))

    monkeypatch.setattr(Workbook, "close", close)
    out = tmp_path / "out"
    said = refused(capsys, "--data", str(people), "--out", str(out), "--format", "xlsx")
    assert "No space left on device" in said
    assert not out.exists()


def test_what_a_power_cut_left_of_an_export_does_not_stop_the_next(
    people: Path, tmp_path: Path
) -> None:
    draft = tmp_path / ".out.new"
    draft.mkdir()
    (draft / "half.csv").write_text("half")
    out = export(people, tmp_path / "out")
    assert not draft.exists()
    assert not (out / "half.csv").exists()


def test_a_damaged_line_is_passed_over_and_stays_where_it_is(people: Path, tmp_path: Path) -> None:
    path = people / "learners" / "a.log"
    whole = path.read_bytes()
    export(people, tmp_path / "before", "--format", "jsonl")
    path.write_bytes(whole.replace(b'"PhotoChosen"', b'"PhotoChesen"'))
    out = export(people, tmp_path / "after", "--format", "jsonl")
    gone = {each["kind"] for each in lines(tmp_path / "before")} - {e["kind"] for e in lines(out)}
    assert gone == {"PhotoChosen", "ProductAdded"}  # both stood in that line
