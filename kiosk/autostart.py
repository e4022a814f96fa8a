"""What has the kiosk start with the machine: files, as text, for each system.

Linux gets a systemd user unit, Windows a script in the start-up folder. The kiosk opens its browser
itself, full screen (`browser.OPTIONS`). Every file begins with a line that says whose it is: only
such files are replaced or removed.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Final

from kiosk.errors import KioskError

OURS: Final = "Written by: kiosk install. Removed by: kiosk uninstall."
_UNIT: Final = "kiosk.service"
_TARGET: Final = "graphical-session.target"


class AutostartError(KioskError):
    """It cannot be installed or removed here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file; ``link_to`` in place of ``text`` makes a link beside which the file lies."""

    path: Path
    text: str = ""
    link_to: str = ""


def entries(
    system: str, home: Path, variables: Mapping[str, str], command: Sequence[str]
) -> tuple[Entry, ...]:
    """The files for a system by the name that ``platform.system`` gives it.

    Raises:
        AutostartError: it is known for Linux and Windows only.
    """
    match system:
        case "Linux":
            config = variables.get("XDG_CONFIG_HOME") or os.fspath(home / ".config")
            units = Path(config) / "systemd" / "user"
            # What `systemctl enable` does is this link, and it needs no running session.
            link = Entry(units / f"{_TARGET}.wants" / _UNIT, link_to=f"../{_UNIT}")
            return (Entry(units / _UNIT, unit(command)), link)
        case "Windows":
            roaming = Path(variables.get("APPDATA") or home / "AppData" / "Roaming")
            folder = roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup"
            return (Entry(folder / "kiosk.cmd", script(command)),)
    raise AutostartError(f"no autostart is known for {system}: see docs/tablet.md")


def unit(command: Sequence[str]) -> str:
    """A systemd user unit; it comes back after a crash, not where the trainer closed it."""
    return "\n".join(
        [
            f"# {OURS}",
            "[Unit]",
            "Description=Village kiosk",
            f"PartOf={_TARGET}",
            f"After={_TARGET}",
            "",
            "[Service]",
            f"ExecStart={' '.join(map(_for_systemd, command))}",
            "Restart=on-failure",
            "RestartSec=2",
            "",
            "[Install]",
            f"WantedBy={_TARGET}",
            "",
        ]
    )


def script(command: Sequence[str]) -> str:
    """A script for the start-up folder of Windows."""
    program, *arguments = (f'"{_for_cmd(each)}"' for each in command)
    started = f'start "kiosk" /min {program} {" ".join(arguments)}'.rstrip()
    return "\r\n".join([f"@rem {OURS}", "@echo off", "chcp 65001 >nul", started, ""])


def _for_systemd(word: str) -> str:
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        word = word.replace(sign, written)
    return f'"{word}"'


def _for_cmd(word: str) -> str:
    if '"' in word:
        raise AutostartError(f"{PureWindowsPath(word)} holds a quotation mark")
    return word.replace("%", "%%")


def is_ours(entry: Entry) -> bool:
    """Whether what lies there was written by `kiosk install`."""
    if entry.link_to:
        return entry.path.is_symlink() and entry.path.readlink() == Path(entry.link_to)
    try:
        with entry.path.open(encoding="utf-8", errors="replace") as file:
            return OURS in file.readline()
    except OSError:
        return False


def is_there(entry: Entry) -> bool:
    """Whether anything lies there, also a link that leads nowhere."""
    return entry.path.is_symlink() or entry.path.exists()


def put(entry: Entry) -> None:
    """Write it, in place of what was written before.

    Raises:
        AutostartError: something else lies there, or it cannot be written.
    """
    try:
        entry.path.parent.mkdir(parents=True, exist_ok=True)
        if entry.link_to:
            if not is_there(entry):
                entry.path.symlink_to(entry.link_to)
        else:
            entry.path.write_text(entry.text, encoding="utf-8", newline="")
    except OSError as error:
        raise AutostartError(f"cannot write {entry.path}: {error.strerror or error}") from error


def remove(entry: Entry) -> None:
    """Delete it; raises AutostartError where that cannot be."""
    try:
        entry.path.unlink()
    except OSError as error:
        raise AutostartError(f"cannot remove {entry.path}: {error.strerror or error}") from error
