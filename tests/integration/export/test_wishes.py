"""Of whom and since when an export tells, and wishes that cannot be."""

from pathlib import Path

import pytest

from kiosk.export.xapi_words import SAMPLE
from kiosk.progress.events import (
    GroupNamed,
)
from kiosk.progress.journal import Journal
from tests.integration.export.acts import (
    EVERY,
    NAME,
    Captured,
    export,
    lines,
    refused,
    statements,
    table,
)


def test_every_file_tells_made_up_people_from_real_ones(
    village: Path, people: Path, tmp_path: Path
) -> None:
    for data, made_up_ones in ((village, True), (people, False)):
        out = export(data, tmp_path / f"{made_up_ones}", "--format", EVERY)
        for name in ("learners", "attempts", "steps", "orders", "attendance"):
            assert {row["sample"] for row in table(out, name)} == {str(int(made_up_ones))}
        assert {event["sample"] for event in lines(out)} == {made_up_ones}
        extensions = [each["context"]["extensions"] for each in statements(out)]  # type: ignore[index]
        assert {SAMPLE in each for each in extensions} == {made_up_ones}


def test_a_group_is_found_by_its_name_and_by_its_id(people: Path, tmp_path: Path) -> None:
    for number, group in enumerate((NAME, "g1")):
        out = export(people, tmp_path / f"{number}", "--group", group)
        assert [row["learner"] for row in table(out, "learners")] == ["a"]
    out = export(people, tmp_path / "empty", "--group", "Tuesday", "--format", EVERY)
    assert table(out, "learners") == []
    assert statements(out) == []


def test_what_is_older_than_the_day_stays_out(village: Path, tmp_path: Path) -> None:
    every = table(export(village, tmp_path / "all"), "attendance")
    day = sorted({row["day"] for row in every})[-3]
    out = export(village, tmp_path / "out", "--since", day, "--format", "csv,jsonl")
    assert {row["day"] for row in table(out, "attendance")} == {
        row["day"] for row in every if row["day"] >= day
    }
    assert min(str(event["at"]) for event in lines(out))[:10] >= day
    assert all(row["last_seen"][:10] >= day for row in table(out, "learners"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "pdf"), "'pdf' is none of csv, xlsx, xapi, jsonl"),
        (("--format", ""), "'' is none of"),
        (("--since", "yesterday"), "'yesterday' is no date such as"),
        (("--since", "2026-02-30"), "'2026-02-30' is no date such as"),
        (("--since", "20260203"), "'20260203' is no date such as"),
        (("--group", "Sunday"), f"there is no group 'Sunday'; there are: {NAME}, Tuesday"),
        (("--group", ""), "there is no group ''"),
        (("--lang", "fr"), "invalid choice: 'fr'"),
    ],
)
def test_a_wrong_wish_is_one_line_and_writes_nothing(
    people: Path, tmp_path: Path, capsys: Captured, options: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "out"
    assert said in refused(capsys, "--data", str(people), "--out", str(out), *options)
    assert not out.exists()


def test_two_groups_of_one_name_have_to_be_told_apart(
    people: Path, tmp_path: Path, capsys: Captured
) -> None:
    with Journal.open(people) as journal:
        journal.append(None, [GroupNamed("g3", "Tuesday")])
    said = refused(
        capsys, "--data", str(people), "--out", str(tmp_path / "out"), "--group", "Tuesday"
    )
    assert "several groups are called 'Tuesday': g2, g3" in said


def test_where_no_journal_is_nothing_is_made(tmp_path: Path, capsys: Captured) -> None:
    data, out = tmp_path / "none", tmp_path / "out"
    assert "there is no journal in" in refused(capsys, "--data", str(data), "--out", str(out))
    assert list(tmp_path.iterdir()) == []
