#!/usr/bin/env python3
"""Run the kiosk from a fresh checkout: needs nothing but Python 3.11 or later.

python3 run.py                       make .venv, install what is locked, start the kiosk
python3 run.py serve --port 9000     any arguments go to the kiosk
python3 run.py test [pytest args]    the same for all checks: ruff, mypy, pytest
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK, DEV_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
LEAST = (3, 11)


class Problem(Exception):
    """Why it cannot go on: one clear line."""


def main(arguments: list[str]) -> int:
    if sys.version_info < LEAST:
        print(f"Python {LEAST[0]}.{LEAST[1]} or later is needed; this is {sys.version.split()[0]}.")
        return 1
    try:
        if arguments[:1] == ["test"]:
            install(DEV_LOCK)
            ensure_chromium()
            return check(arguments[1:])
        install(LOCK)
    except Problem as problem:
        print(f"run.py: {problem}", file=sys.stderr)
        return 1
    return become([str(PYTHON), "-m", "kiosk", *arguments])


# --- the environment


def install(lock: Path) -> None:
    """Make .venv as the lock says; at once if it already is."""
    wanted = stamp_of(lock)
    if PYTHON.exists() and wanted in stamps():
        return
    if not works(PYTHON):
        make_venv()
    say(f"Installing what {lock.name} names (once, about a minute) ...")
    pip("--require-hashes", "-r", str(lock))
    # built with the locked setuptools: nothing is fetched that the lock does not name
    pip("--no-build-isolation", "--no-deps", "-e", str(ROOT))
    with stamp_file().open("a", encoding="utf-8") as file:
        file.write(f"{wanted}\n")


def stamp_of(lock: Path) -> str:
    """What the environment was made from; another Python, place or lock makes another."""
    parts = [lock.name, platform.python_version(), str(ROOT)]
    files = [lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    return hashlib.sha256("\n".join(parts).encode() + b"".join(files)).hexdigest()


def stamp_file() -> Path:
    return VENV / "kiosk-stamps.txt"


def stamps() -> set[str]:
    return set(stamp_file().read_text("utf-8").split()) if stamp_file().exists() else set()


def works(python: Path) -> bool:
    """Whether this Python runs and has pip; a half-made environment has not."""
    return python.exists() and quietly([str(python), "-m", "pip", "--version"])


def make_venv() -> None:
    say(f"Making {VENV.name} ...")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if quietly(command) and works(PYTHON):
        return
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if not apt_get(f"python{version}-venv") and not apt_get("python3-venv"):
        raise Problem(
            "Python cannot make an environment: install its venv and ensurepip"
            " (Debian, Ubuntu: apt-get install python3-venv, as root) and start again"
        )
    if not (quietly(command) and works(PYTHON)):
        raise Problem(f"could not make {VENV}: see {' '.join(command)}")


def pip(*arguments: str) -> None:
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--no-warn-script-location"]
    command = [str(PYTHON), "-m", "pip", "install", *options, *arguments]
    environment = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
        raise Problem(
            "could not install (see above). The first start needs the internet, or a folder of"
            " wheels: PIP_FIND_LINKS=<folder> PIP_NO_INDEX=1"
        )


# --- the checks


def ensure_chromium() -> None:
    """Tests in a browser need one; without it they say that they were skipped."""
    from kiosk.browser import find_chromium

    if find_chromium() is None and not apt_get("chromium"):
        say("No Chromium found: install it (Debian: apt-get install chromium) for browser tests.")


def check(arguments: list[str]) -> int:
    """Run every check, all of them even if one fails; 0 if all are fine."""
    checks = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", "-n", "2", "--dist", "loadscope", *arguments],
    ]
    failed = [" ".join(each) for each in checks if not run_check(each)]
    say(f"FAILED: {', '.join(failed)}" if failed else "All checks are fine.")
    return 1 if failed else 0


def run_check(command: list[str]) -> bool:
    say(f"--- {' '.join(command)}")
    return subprocess.run([str(PYTHON), "-m", *command], cwd=ROOT, check=False).returncode == 0


# --- small things


def apt_get(package: str) -> bool:
    """Install a Debian package if this may be done here; says whether it was."""
    tool = shutil.which("apt-get")
    if tool is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    say(f"Installing {package} with apt-get ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install_it = [tool, "install", "-y", "--no-install-recommends", package]
    if quietly(install_it, environment):
        return True
    return quietly([tool, "update"], environment) and quietly(install_it, environment)


def quietly(command: list[str], environment: dict[str, str] | None = None) -> bool:
    try:
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def become(command: list[str]) -> int:
    """Go on as this program, so that a signal to this process is one to the kiosk."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 0


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
