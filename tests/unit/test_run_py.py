"""`run.py`, which has to tell people what to do before anything of the kiosk can run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import run

LOCKS = [run.LOCK, run.DEV_LOCK]


def test_an_older_python_is_told_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "LEAST", (99, 1))
    assert run.main([]) == 1
    assert "Python 99.1 or later is needed" in capsys.readouterr().out


def test_a_python_without_venv_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bare = tmp_path / "python3"
    bare.write_text("#!/bin/sh\nexit 1\n")
    bare.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(bare))
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(run, "apt_get", lambda _: False)
    assert run.main(["serve"]) == 1
    assert "apt-get install python3-venv" in capsys.readouterr().err


def test_arguments_go_to_the_kiosk_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(run, "install", lambda _: None)
    monkeypatch.setattr(run, "become", lambda command: became.append(command) or 0)
    assert run.main(["serve", "--port", "9000", "--no-browser"]) == 0
    assert became[0][1:] == ["-m", "kiosk", "serve", "--port", "9000", "--no-browser"]


def test_a_failing_check_fails_all_but_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran = []
    monkeypatch.setattr(run, "run_check", lambda check: ran.append(check[0]) or check[0] != "mypy")
    assert run.check(["-k", "x"]) == 1
    assert ran == ["ruff", "ruff", "mypy", "pytest"]


def test_another_lock_makes_another_environment(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("a==1\n")
    first = run.stamp_of(lock)
    lock.write_text("a==2\n")
    assert run.stamp_of(lock) != first


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_a_version_and_hashes(lock: Path) -> None:
    packages = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text("utf-8"))
    for package in packages:
        assert re.match(r"[A-Za-z0-9_.\[\]-]+==\S+", package), package[:80]
        assert "--hash=sha256:" in package


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address_and_no_place(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"--(extra-)?index|--find-links|(^|\s)/\w+/", text)


def test_both_locks_agree() -> None:
    versions = [dict(re.findall(r"^([\w.-]+)==(\S+)", lock.read_text(), re.M)) for lock in LOCKS]
    assert versions[0].items() <= versions[1].items()


def test_it_runs_without_anything_installed() -> None:
    """Isolated: not even this project's packages on the path."""
    program = f"import runpy; runpy.run_path({str(run.ROOT / 'run.py')!r})"
    subprocess.run([sys.executable, "-I", "-S", "-c", program], check=True)
