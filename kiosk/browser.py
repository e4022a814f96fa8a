"""The browser that shows the kiosk: Chromium as a kiosk where it is found, else the usual one."""

import os
import platform
import shutil
import subprocess
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "brave-browser",
)  # fmt: skip
_MAC = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
OPTIONS = (
    "--kiosk",
    "--autoplay-policy=no-user-gesture-required",  # the kiosk speaks before the first touch
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-translate",
    "--disable-pinch",
    "--overscroll-history-navigation=0",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--password-store=basic",
)


def find_chromium() -> Path | None:
    """A browser of Chromium's family on this machine, or None."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in _usual_places() if path.is_file()), None)


def _usual_places() -> Iterator[Path]:
    system = platform.system()
    if system == "Darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / name for name in _MAC)
    elif system == "Windows":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder_name := os.environ.get(variable):
                yield from (Path(folder_name) / name for name in _WINDOWS)


def has_display() -> bool:
    """Whether a window could be opened here."""
    if platform.system() in {"Windows", "Darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@dataclass
class Shown:
    """A browser that was opened; ``close`` ends it if it is ours."""

    how: str
    process: "subprocess.Popen[bytes] | None" = None

    def close(self) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(3)
        except subprocess.TimeoutExpired:
            self.process.kill()


def show(url: str, profile: Path) -> Shown | None:
    """Open ``url``; None if there is no display or no browser. ``profile`` is Chromium's own."""
    if not has_display():
        return None
    chromium = find_chromium()
    if chromium is not None:
        command = [str(chromium), *OPTIONS, f"--user-data-dir={profile}", f"--app={url}"]
        quiet = subprocess.DEVNULL
        try:
            process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
        except OSError:
            pass  # found, but not to be run by this user: the usual browser may be
        else:
            return Shown(chromium.name, process)
    try:
        return Shown("the usual browser") if webbrowser.open(url) else None
    except webbrowser.Error:
        return None
