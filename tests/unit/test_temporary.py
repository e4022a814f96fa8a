"""Where the page is put together when places are full."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import temporary


@pytest.fixture(autouse=True)
def _usual_place_again() -> Iterator[None]:
    before = tempfile.tempdir
    yield
    tempfile.tempdir = before


def test_a_place_without_room_is_passed_over(tmp_path: Path) -> None:
    assert temporary.with_room([tmp_path / "not-there", tmp_path]) == tmp_path


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_place_has_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> object:
        return Path("/dev/full").open("wb", buffering=0)

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert temporary.with_room([tmp_path]) is None


def test_where_the_usual_place_cannot_be_used_the_data_folder_serves(tmp_path: Path) -> None:
    tempfile.tempdir = str(tmp_path / "not-there")
    temporary.choose(tmp_path)
    assert tempfile.gettempdir() == str(tmp_path)
