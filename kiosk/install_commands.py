"""``kiosk install`` and ``kiosk uninstall``: whether the kiosk starts with the machine."""

import os
import platform
import sys
from pathlib import Path

from kiosk import autostart, data_folder
from kiosk.autostart import AutostartError, Entry


def install(data: str | None, *, dry_run: bool) -> int:
    """Write what starts the kiosk after the sign-in to the machine.

    Raises:
        AutostartError: this system has no such thing, something else lies in its place, or it
            cannot be written; nothing was written then.
    """
    command = [sys.executable, "-m", "kiosk", "serve"]
    if data is not None:
        command += ["--data", str(data_folder.choose(data))]
    found = _entries(command)
    foreign = [each for each in found if autostart.is_there(each) and not autostart.is_ours(each)]
    if foreign:
        raise AutostartError(f"{foreign[0].path} was not written by kiosk install: it stays")
    for each in found:
        print(f"{'would write' if dry_run else 'written'}: {each.path}")
        if dry_run:
            print(each.text or f"(link to {each.link_to})")
        else:
            autostart.put(each)
    if not dry_run:
        print("The kiosk starts after the next sign-in to this machine.")
    return 0


def uninstall(*, dry_run: bool) -> int:
    """Remove what `install` wrote, and nothing else.

    Raises:
        AutostartError: this system has no such thing, or it cannot be removed.
    """
    found = [each for each in _entries(["-"]) if autostart.is_there(each)]
    for each in reversed(found):  # the link first: it must not lead nowhere
        if not autostart.is_ours(each):
            print(f"stays, not written by kiosk install: {each.path}")
            continue
        print(f"{'would remove' if dry_run else 'removed'}: {each.path}")
        if not dry_run:
            autostart.remove(each)
    if not found:
        print("Nothing is installed.")
    return 0


def _entries(command: list[str]) -> tuple[Entry, ...]:
    return autostart.entries(platform.system(), Path.home(), os.environ, command)
