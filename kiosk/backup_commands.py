"""``kiosk backup`` and ``kiosk restore``, while no kiosk runs on the data folder."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk import data_folder
from kiosk.backup import contents, reading, restoring
from kiosk.backup.errors import BackupError
from kiosk.backup.noted import note
from kiosk.backup.restoring import Taken
from kiosk.backup.writing import write_backup
from kiosk.errors import KioskError
from kiosk.progress.errors import FolderInUse, ProgressError
from kiosk.progress.journal import JOURNAL_NAME
from kiosk.progress.lock import FolderLock
from kiosk.progress.staging import is_begun
from kiosk.progress.verify import journal_files
from kiosk.progress_bar import progress_bar, progress_line
from kiosk.terminal import is_there_a_person, says_yes

VARIABLE: Final = "KIOSK_BACKUP_PASSWORD"


def run(options: argparse.Namespace) -> int:
    """Do what the options say; the exit code. Raises KioskError."""
    folder = data_folder.choose(options.data)
    act = _backup if options.command == "backup" else _restore
    try:
        return act(folder, _place(options.file), options)
    except (KeyboardInterrupt, EOFError) as error:
        # Not 0, as where the kiosk is stopped: a script must not take it for done.
        raise BackupError("stopped") from error
    except FolderInUse as error:
        raise KioskError(f"the kiosk is running on {folder}: stop it first") from error
    except ProgressError as error:
        raise BackupError(str(error)) from error
    except OSError as error:
        raise BackupError(f"{folder} cannot be read: {error.strerror or error}") from error


def _place(text: str) -> Path:
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError as error:  # a home folder of nobody
        raise BackupError(f"{text!r} is no place for a file") from error


# -- out


def _backup(folder: Path, file: Path, options: argparse.Namespace) -> int:
    if not journal_files(folder) and not is_begun(folder):
        raise BackupError(f"there is no journal in {folder}")
    if not options.file or file.is_dir() or not file.parent.is_dir():
        raise BackupError(f"{options.file!r} is no place for a file")
    password = _password(options.password, _asked_twice)
    with FolderLock(folder):
        names = contents.kept_files(folder)
        if JOURNAL_NAME not in names:
            raise BackupError(f"there is no journal in {folder}")
        with progress_bar(sys.stderr, len(names)) as one_more:
            manifest, damaged = write_backup(folder, names, file, password, one_more)
        note(folder, file, manifest.made)
    if damaged:
        print(
            f"kiosk: {damaged} damaged pieces were left out: kiosk progress verify tells where",
            file=sys.stderr,
        )
    behind = ", behind a password" if password is not None else ""
    print(
        f"{manifest.learners} learners, {manifest.events} events,"
        f" {len(manifest.files)} files are in {file}{behind}."
    )
    return 0


# -- in


def _restore(folder: Path, file: Path, options: argparse.Namespace) -> int:
    if folder.exists() and not folder.is_dir():
        raise BackupError(f"{folder} is no folder")
    password = _password(options.password, _asked)
    if reading.is_sealed(file):
        if password is None and is_there_a_person():
            password = _asked()
    else:
        reading.read_manifest(file, file.name)  # before anybody is asked anything
    if not options.merge and not restoring.is_empty(folder):
        _require_yes(folder, file)
    with progress_line(sys.stderr) as told:
        taken = restoring.restore(file, password, folder, merge=options.merge, told=told)
    for warning in taken.warnings:
        print(f"kiosk: {warning}", file=sys.stderr)
    print(_told(taken, folder, file))
    return 0


def _require_yes(folder: Path, file: Path) -> None:
    if not is_there_a_person():
        raise BackupError(
            f"{folder} is not empty: --merge keeps what is there, and without it the question"
            " has to be answered on a terminal"
        )
    question = (
        f"Everything about learners in {folder} is DELETED and {file.name} takes its place"
        " (--merge would keep both)."
    )
    if not says_yes(question):
        raise BackupError("nothing was done")


def _told(taken: Taken, folder: Path, file: Path) -> str:
    manifest, united = taken.manifest, taken.united
    of = f"{file.name} of {manifest.made[:16].replace('T', ' ')} UTC"
    if united is None:
        return (
            f"{manifest.learners} learners, {manifest.events} events,"
            f" {len(manifest.files)} files of {of} are in {folder}."
        )
    return (
        f"{united.learners} new learners and {united.events} new events of {of} came into {folder}."
    )


# -- passwords


def _password(given: str | None, ask: Callable[[], str]) -> str | None:
    """Of the option, else of the variable; asked for where the option stands alone."""
    word = given or os.environ.get(VARIABLE)
    if word or given is None:
        return word or None
    if not is_there_a_person():
        raise BackupError(f"there is no terminal to ask for a password: use {VARIABLE}")
    return ask()


def _asked() -> str:
    word = getpass.getpass("Password: ")
    if not word:
        raise BackupError("an empty password is none")
    return word


def _asked_twice() -> str:
    word = _asked()
    if getpass.getpass("Once more: ") != word:
        raise BackupError("these were two different passwords")
    return word
