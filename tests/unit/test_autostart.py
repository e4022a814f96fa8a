"""Starting with the machine: only what was written here is replaced or removed."""

import configparser
import platform
import shlex
import sys
from pathlib import Path

import pytest

from kiosk import autostart
from kiosk.autostart import OURS, AutostartError
from kiosk.cli import main

COMMAND = ["/opt/my kiosk/python", "-m", "kiosk", "serve", "--data", '/data/50% "$HOME"']


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a Linux user's units lie."""
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "systemd" / "user"


def files(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if not each.is_dir()}


def test_install_writes_a_unit_that_starts_with_the_session_and_uninstall_takes_it_away(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["install", "--data", str(tmp_path / "data")]) == 0
    link = config / "graphical-session.target.wants" / "kiosk.service"
    assert link.resolve() == config / "kiosk.service"
    unit = configparser.ConfigParser(interpolation=None)
    unit.read(config / "kiosk.service")
    words = shlex.split(unit["Service"]["ExecStart"])
    assert words == [sys.executable, "-m", "kiosk", "serve", "--data", str(tmp_path / "data")]
    other = config / "other.service"
    other.write_text("[Unit]\n")
    assert main(["uninstall"]) == 0
    assert files(config) == {"other.service"}
    assert main(["uninstall"]) == 0
    assert "Nothing is installed." in capsys.readouterr().out


def test_a_dry_run_shows_all_and_writes_nothing(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["install", "--dry-run"]) == 0
    assert not config.exists()
    shown = capsys.readouterr().out
    assert "ExecStart=" in shown
    assert str(config / "kiosk.service") in shown
    main(["install"])
    before = files(config)
    assert main(["uninstall", "--dry-run"]) == 0
    assert files(config) == before


def test_a_second_install_replaces_the_first(config: Path, tmp_path: Path) -> None:
    main(["install"])
    assert main(["install", "--data", str(tmp_path / "other")]) == 0
    assert str(tmp_path / "other") in (config / "kiosk.service").read_text()


def test_a_unit_of_somebody_else_is_neither_replaced_nor_removed(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.mkdir(parents=True)
    own = config / "kiosk.service"
    own.write_text("[Service]\nExecStart=/usr/bin/true\n")
    assert main(["install"]) == 2
    assert "was not written by kiosk install" in capsys.readouterr().err
    assert files(config) == {"kiosk.service"}
    assert main(["uninstall"]) == 0
    assert own.read_text().startswith("[Service]")


def test_signs_that_systemd_reads_otherwise_are_written_for_it() -> None:
    line = next(each for each in autostart.unit(COMMAND).splitlines() if "ExecStart" in each)
    assert line == (
        'ExecStart="/opt/my kiosk/python" "-m" "kiosk" "serve" "--data" "/data/50%% \\"$$HOME\\""'
    )


def test_windows_gets_a_script_in_its_start_up_folder(tmp_path: Path) -> None:
    command = [r"C:\my kiosk\python.exe", "-m", "kiosk", "serve", "--data", r"D:\100% ئۇ"]
    (entry,) = autostart.entries("Windows", tmp_path, {"APPDATA": str(tmp_path)}, command)
    assert entry.path.parent.name == "Startup"
    assert entry.text.splitlines()[0] == f"@rem {OURS}"
    assert entry.text.splitlines()[-1] == (
        r'start "kiosk" /min "C:\my kiosk\python.exe" "-m" "kiosk" "serve" "--data" "D:\100%% ئۇ"'
    )
    autostart.put(entry)
    assert autostart.is_ours(entry)
    assert entry.path.read_bytes().decode().count("\r\n") == 4
    autostart.remove(entry)
    assert not autostart.is_there(entry)


def test_where_no_autostart_is_known_it_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Plan9")
    assert main(["install"]) == 2
    assert capsys.readouterr().err == (
        "kiosk: no autostart is known for Plan9: see docs/tablet.md\n"
    )


def test_what_cannot_be_written_is_one_clear_line(config: Path) -> None:
    config.parent.parent.mkdir(exist_ok=True)
    config.parent.write_text("a file where a folder should be")
    (entry, _) = autostart.entries(
        "Linux", config, {"XDG_CONFIG_HOME": str(config.parent.parent)}, COMMAND
    )
    with pytest.raises(AutostartError, match="cannot write"):
        autostart.put(entry)
