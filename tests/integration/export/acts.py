"""What tests of exports do and look at."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from demo_store.world.catalogue import load_catalogue
from kiosk.classroom import Classroom
from kiosk.cli import main
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.sample.village import Plan, SampleClock, Village
from lessons.loader import COURSE, load_course

Captured = pytest.CaptureFixture[str]


TODAY = date(2026, 5, 20)


EVERY = "csv,xlsx,xapi,jsonl"


NAME, FAMILY, NOTE, CLIP, PHOTO = "Qutluq", "Bughday", "afraid-of-money", "own-123", "photo:abc"


def made_up(folder: Path, learners: int = 4, events: int = 900, seed: int = 3) -> None:
    clock = SampleClock()
    with Journal.open(folder, clock) as journal:
        room = Classroom(load_course(COURSE).course, load_catalogue(), journal, Records.of(journal))
        Village(room, clock, Plan(learners, events, seed, TODAY)).play()


def export(data: Path, out: Path, *options: str) -> Path:
    assert main(["export", "--data", str(data), "--out", str(out), *options]) == 0
    return out


def refused(capsys: Captured, *arguments: str) -> str:
    assert main(["export", *arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    return captured.err


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def statements(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((folder / "xapi.json").read_text("utf-8"))
    return found


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "events.jsonl").read_text("utf-8").splitlines()]
