"""``kiosk import``: what was exported comes in again, and of a wrong table nothing does."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.cli import main
from kiosk.progress import durable
from kiosk.progress.events import LearnerEnrolled
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.progress.verify import verify
from tests.stage import Stage

Captured = pytest.CaptureFixture[str]
HEAD = "learner,group,group_name,family,note,name,picture,language,product\n"
ONE = "11111111-2222-4333-8444-555555555555"


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A folder with three learners, two of a group, and a day of attendance."""
    folder = tmp_path / "village"
    with Stage(folder) as stage:
        people = stage.kiosk.people
        group = people.new_group("sun", "Morning")
        learners = [stage.somebody(number)[1] for number in range(3)]
        for each in learners[:2]:
            people.move(each, group)
            people.mark(each, "2026-05-04", True)
        people.name_family(learners[0], "=Rozi")
        people.note(learners[0], "asks, often")
        stage.selling(learners[0])
    return folder


def take(folder: Path, place: Path) -> int:
    return main(["import", str(place), "--data", str(folder)])


def exported(folder: Path, *options: str) -> Path:
    out = folder.with_name(f"out-{uuid4()}")
    assert main(["export", "--out", str(out), "--data", str(folder), *options]) == 0
    return out


def table(folder: Path, rows: str, name: str = "learners.csv", head: str = HEAD) -> Path:
    path = folder.with_name(name)
    path.write_text(head + rows, encoding="utf-8")
    return path


def told_of(folder: Path) -> object:
    with Journal.open(folder) as journal:
        records = Records.of(journal)
        return [
            (
                (each.id, each.name, each.picture, each.language, each.product_kind),
                (each.family, each.group, records.note(each.id), records.attended(each.id)),
            )
            for each in sorted(records.learners, key=lambda learner: learner.id)
        ]


def content(folder: Path) -> dict[str, bytes]:
    files = [folder / "journal.log", *(folder / "learners").glob("*")]
    return {path.name: path.read_bytes() for path in files}


def test_what_was_exported_comes_into_an_empty_folder(village: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert take(new, exported(village)) == 0
    assert told_of(new) == told_of(village)
    assert verify(new).broken == []
    with Journal.open(new) as journal:
        records = Records.of(journal)
        assert [each.name for each in records.groups] == ["Morning"]
        assert all(records.summary(each.id).last_seen is None for each in records.learners)


def test_a_second_time_nothing_changes(village: Path, capsys: Captured) -> None:
    out = exported(village)
    before = content(village)
    capsys.readouterr()
    assert take(village, out) == 0
    assert "0 learners came in, 0 were changed; 0 new groups, 0 days" in capsys.readouterr().out
    assert content(village) == before


def test_a_table_without_names_takes_no_name_away(village: Path) -> None:
    before = told_of(village)
    assert take(village, exported(village, "--no-names")) == 0
    assert told_of(village) == before


def test_what_was_changed_in_the_table_is_changed_and_her_store_stays(village: Path) -> None:
    out = exported(village)
    with Stage(village) as stage:
        seller = next(each for each in stage.room.records.learners if each.family)
        store, seen = stage.room.store(seller.id), stage.room.records.summary(seller.id).last_seen
    rows = (out / "learners.csv").read_text(encoding="utf-8-sig")
    (out / "learners.csv").write_text(rows.replace("'=Rozi", "Tursun"), encoding="utf-8")
    assert take(village, out) == 0
    assert verify(village).broken == []
    with Stage(village) as stage:
        after = stage.room.records.learner(seller.id)
        assert after is not None
        assert (after.family, after.name) == ("Tursun", seller.name)
        assert stage.room.store(seller.id) == store
        assert stage.room.records.summary(seller.id).last_seen == seen


def test_a_list_that_somebody_typed_brings_new_learners_into_a_group_by_its_name(
    village: Path,
) -> None:
    head = "learner;name;picture;language;product;group_name\n"
    rows = ";Ayshe;;ug;eggs;Morning\n;Patime;learner-04;zh;honey;Evening\n"
    assert take(village, table(village, rows, "list.csv", head)) == 0
    with Journal.open(village) as journal:
        records = Records.of(journal)
        groups = {each.id: each for each in records.groups}
        assert sorted(each.name for each in groups.values()) == ["Evening", "Morning"]
        assert len({each.picture for each in groups.values()}) == 2
        mine = {each.name: groups[each.group].name for each in records.learners[-2:]}
        assert mine == {"Ayshe": "Morning", "Patime": "Evening"}


@pytest.mark.parametrize(
    ("head", "rows", "told"),
    [
        ("learner,name\n", "", ["csv:1: missing column: 'picture'", "'language'", "'product'"]),
        (HEAD.replace("note", "nota"), "", ["learners.csv:1: unknown column: 'nota'"]),
        (HEAD.replace("note", "name"), "", ["doubled column: 'name'"]),
        (HEAD, f"{ONE},,,,,Gul,learner-03,ug\n", ["learners.csv:2: 8 cells"]),
        (HEAD, f"{ONE},,,,,Gul,learner-03,uy,nang\n", ["learners.csv:2: language: 'uy'"]),
        (HEAD, f"{ONE},,,,,Gul,learner-03,ug,bread\n", ["product: 'bread' is none of"]),
        (HEAD, f"{ONE},,,,,Gul,no-such,ug,nang\n", ["picture: there is no picture 'no-such'"]),
        (HEAD, f"{ONE},,,,,{'G' * 30},,ug,nang\n", ["name: is longer than 24"]),
        (HEAD, f"../{ONE},,,,,Gul,,ug,nang\n", ["is no id"]),
        (HEAD, f"{ONE},,,,,A,,ug,nang\n{ONE},,,,,B,,ug,nang\n", ["csv:3: learner: ", "twice"]),
        (HEAD, f"{ONE},,,,,A,,,\n", ["language: is empty", "product: is empty"]),
        (HEAD, '"an open quote', ["unexpected end of data"]),
        ("", "", ["learners.csv is empty"]),
    ],
)
def test_each_wrong_thing_is_one_line_and_nothing_comes_in(
    village: Path, capsys: Captured, head: str, rows: str, told: list[str]
) -> None:
    before = content(village)
    assert take(village, table(village, rows, head=head)) == 2
    shown = capsys.readouterr().err
    assert all(each in shown for each in told), shown
    assert "Traceback" not in shown
    assert content(village) == before


def test_one_wrong_row_keeps_all_others_out_too(village: Path, capsys: Captured) -> None:
    before = content(village)
    good = "".join(f"{uuid4()},,,,,Gul,,ug,nang\n" for _ in range(3))
    assert take(village, table(village, f"{good}{ONE},,,,,Gul,,xx,yy\n")) == 2
    shown = capsys.readouterr().err.splitlines()
    assert [each.partition(" ")[0] for each in shown[:2]] == ["learners.csv:5:"] * 2
    assert shown[2] == "kiosk: nothing was imported: 2 things are wrong"
    assert content(village) == before


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("nobody,2026-05-05,1\n", "nobody here has the id 'nobody'"),
        ("{hers},5 May,1\n", "day: '5 May' is no date"),
        ("{hers},2099-05-05,1\n", "2099-05-05 is not between"),
        ("{hers},2026-05-05,yes\n", "marked: 'yes' is neither 0 nor 1"),
    ],
)
def test_attendance_that_cannot_be_is_one_line(
    village: Path, capsys: Captured, row: str, told: str
) -> None:
    with Journal.open(village) as journal:
        hers = journal.learners[0]
    before = content(village)
    days = table(village, row.format(hers=hers), "days.csv", "learner,day,marked\n")
    assert take(village, days) == 2
    assert told in capsys.readouterr().err
    assert content(village) == before


def test_of_attendance_the_marked_days_come_in_once(village: Path) -> None:
    with Journal.open(village) as journal:
        hers = journal.learners[0]
    rows = f"{hers},2026-05-05,1\n{hers},2026-05-05,1\n{hers},2026-05-06,0\n"
    assert take(village, table(village, rows, "days.csv", "learner,day,marked\n")) == 0
    with Journal.open(village) as journal:
        assert "2026-05-05" in Records.of(journal).attended(hers)
        assert "2026-05-06" not in Records.of(journal).attended(hers)


def test_who_was_forgotten_does_not_come_back_by_a_table(village: Path, capsys: Captured) -> None:
    out = exported(village)
    with Journal.open(village) as journal:
        hers = journal.learners[0]
        journal.forget(hers)
    assert take(village, out) == 2
    shown = capsys.readouterr().err
    assert f"'{hers}' was forgotten here" in shown


def test_a_full_disk_leaves_the_folder_as_it_was(
    village: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(village)
    rows = "".join(f"{uuid4()},,,,,Gul,,ug,nang\n" for _ in range(9))
    path = table(village, rows)
    whole = durable.write_all
    written = 0

    def until_full(fd: int, data: bytes) -> None:
        nonlocal written
        written += len(data)
        if written > 2_000:
            raise OSError(28, "No space left on device")
        whole(fd, data)

    monkeypatch.setattr(durable, "write_all", until_full)
    assert take(village, path) == 2
    assert "nothing was imported" in capsys.readouterr().err
    monkeypatch.undo()
    assert content(village) == before
    assert not list(village.glob(".coming*"))


def test_while_a_kiosk_runs_it_is_refused(village: Path, capsys: Captured) -> None:
    path = table(village, f"{ONE},,,,,Gul,,ug,nang\n")
    with Stage(village):
        assert take(village, path) == 2
    assert "stop it first" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["absent", "empty folder", "latin", "orders"])
def test_what_is_no_table_of_ours_is_one_line(village: Path, capsys: Captured, kind: str) -> None:
    place = village.with_name("place")
    if kind == "empty folder":
        place.mkdir()
    elif kind == "latin":
        place.write_bytes("learner,name\nMüller".encode("latin-1"))
    elif kind == "orders":
        shutil.copy(exported(village) / "orders.csv", place)
    capsys.readouterr()
    before = content(village)
    assert take(village, place) == 2
    shown = capsys.readouterr().err
    assert shown.splitlines()[-1].startswith("kiosk: ")
    assert "Traceback" not in shown
    assert content(village) == before


def test_secret_pictures_and_her_voice_stay_where_a_card_is_changed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Journal.open(folder) as journal:
        card = LearnerEnrolled(ONE, "learner-01", "nang", "ug", "Gul", "own-" + "0" * 32, "hash")
        journal.append(ONE, [card])
    assert take(folder, table(folder, f"{ONE},,,,,Aygul,learner-02,zh,eggs\n")) == 0
    with Journal.open(folder) as journal:
        (hers,) = Records.of(journal).learners
        assert (hers.name, hers.picture, hers.language) == ("Aygul", "learner-02", "zh")
        assert (hers.secret_hash, hers.name_clip) == ("hash", "own-" + "0" * 32)
