"""Backups as somebody makes them who wants to do harm."""

import json
import os
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.progress.journal import JOURNAL_NAME
from kiosk.progress.lines import encoded

Change = Callable[[dict[str, bytes], dict[str, Any]], None]


def remade(source: Path, out: Path, change: Change) -> Path:
    """The backup as somebody would make it who wants to do harm: whole, but not honest."""
    with zipfile.ZipFile(source) as pack:
        files = {name: pack.read(name) for name in pack.namelist()}
    listed = json.loads(files.pop("manifest.json"))
    change(files, listed)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, raw in files.items():
            pack.writestr(name, raw)
        if listed:
            pack.writestr("manifest.json", json.dumps(listed))
    return out


def entry(name: str, raw: bytes) -> dict[str, Any]:
    return {"name": name, "bytes": len(raw), "sha256": sha256(raw).hexdigest()}


def adding(name: str, raw: bytes = b"x") -> Change:
    def change(files: dict[str, bytes], listed: dict[str, Any]) -> None:
        files[name] = raw
        listed["files"].append(entry(name, raw))

    return change


def unlisted(files: dict[str, bytes], _listed: dict[str, Any]) -> None:
    files["learners/stowaway.log"] = b""


def missing(files: dict[str, bytes], _listed: dict[str, Any]) -> None:
    del files["learners/a.log"]


def other_bytes(files: dict[str, bytes], _listed: dict[str, Any]) -> None:
    files["learners/a.log"] = files["learners/b.log"]


def other_digest(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"][1]["sha256"] = "0" * 64


def other_size(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"][1]["bytes"] += 1


def negative_size(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"][1]["bytes"] = -1


def other_counts(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["events"] += 1


def newer(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed.clear()
    listed.update(format=2, shape="unheard of")


def no_list(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed.clear()


def wrong_list(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"] = "all of them"


def no_journal(files: dict[str, bytes], listed: dict[str, Any]) -> None:
    del files[JOURNAL_NAME]
    listed["files"] = [each for each in listed["files"] if each["name"] != JOURNAL_NAME]


def twice_listed(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"].append(listed["files"][1])


def replacing(name: str, make: Callable[[bytes], bytes]) -> Change:
    def change(files: dict[str, bytes], listed: dict[str, Any]) -> None:
        files[name] = make(files[name])
        listed["files"] = [
            entry(name, files[name]) if each["name"] == name else each for each in listed["files"]
        ]

    return change


BAD: dict[str, tuple[Change, str]] = {
    "up": (adding("../evil"), "does not belong there"),
    "up inside": (adding("photos/../../evil"), "does not belong there"),
    "absolute": (adding("/etc/evil"), "does not belong there"),
    "drive": (adding("C:/evil"), "does not belong there"),
    "drive and backslash": (adding("voices\\..\\evil"), "does not belong there"),
    "device": (adding("learners/nul.log"), "does not belong there"),
    "hidden": (adding("voices/.hidden"), "does not belong there"),
    "lock": (adding("kiosk.lock"), "does not belong there"),
    "summaries": (adding("summaries.log"), "does not belong there"),
    "cache": (adding("cache/client/index.html"), "does not belong there"),
    "letters alike": (adding("voices/recorded/clips/ABC.mp3"), "names a file twice"),
    "unlisted": (unlisted, "does not belong there"),
    "missing": (missing, "a file is missing: learners/a.log"),
    "other bytes": (other_bytes, "its list is wrong about learners/a.log"),
    "other digest": (other_digest, "is not the one in its list"),
    "other size": (other_size, "its list is wrong about"),
    "negative size": (negative_size, "is too large"),
    "other counts": (other_counts, "wrong about how many events"),
    "newer": (newer, "made by a newer kiosk"),
    "no list": (no_list, "it has no list of files"),
    "wrong list": (wrong_list, "its list of files is broken"),
    "no journal": (no_journal, "there is no journal.log in it"),
    "twice": (twice_listed, "names a file twice"),
    "damaged line": (
        replacing("learners/a.log", lambda raw: raw.replace(b"LessonStarted", b"LessonStarteD")),
        "learners/a.log:",
    ),
    "newer line": (
        replacing("learners/a.log", lambda raw: raw + encoded([["merge", "events"]])),
        "written by a newer kiosk",
    ),
    "large photo": (adding("photos/" + "a" * 32, os.urandom(9_000_000)), "is too large"),
}


class Zeros:
    """A file of so many zeros that is nowhere."""

    def __init__(self, size: int) -> None:
        self.left = size

    def pieces(self) -> Iterator[bytes]:
        while self.left > 0:
            piece = bytes(min(self.left, 1 << 24))
            self.left -= len(piece)
            yield piece
