"""``kiosk forget``: everything of one learner is deleted for good, while no kiosk runs."""

import shutil
import sys
from pathlib import Path
from typing import Final

from kiosk import data_folder
from kiosk.backup.noted import made_since
from kiosk.errors import KioskError
from kiosk.progress.errors import FolderInUse, ProgressError
from kiosk.progress.events import LearnerForgotten
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.records import Records
from kiosk.progress.staging import is_begun
from kiosk.progress_bar import progress_line
from kiosk.terminal import is_there_a_person, says_yes

_MOST_NAMED: Final = 5


class ForgetProblem(KioskError):
    """Nobody was forgotten; one line."""


def forget(data: str | None, wanted: str, *, is_sure: bool) -> int:
    """Delete everything of the learner whose id is ``wanted`` or begins so.

    Raises:
        KioskError: there is no such one or several, it was not confirmed, or it was not possible.
    """
    folder = data_folder.choose(data)
    journal = folder / JOURNAL_NAME
    if not is_begun(folder) and (not journal.is_file() or not journal.stat().st_size):
        raise ForgetProblem(f"there is no journal in {folder}")
    try:
        with progress_line(sys.stderr) as told, Journal.open(folder, told=told) as opened:
            learner = _meant(opened, wanted)
            told_of = _shown(opened, learner)
            if not is_sure:
                _require_two_yes(told_of)
            cards = (*Records.of(opened).other_cards(learner), learner)
            times = [each.time for card in cards for each in opened.of(card)]
            first = min(times, default=None)
            _drop_sounds(folder)
            for card in cards:
                opened.forget(card)
    except KeyboardInterrupt as error:
        raise ForgetProblem("stopped") from error
    except FolderInUse as error:
        raise ForgetProblem(f"the kiosk is running on {folder}: stop it first") from error
    except ProgressError as error:
        raise ForgetProblem(f"not all of her was deleted: {error}") from error
    print(f"{told_of} is forgotten.")
    for line in _elsewhere(folder, made_since(folder, first)):
        print(line)
    return 0


def _drop_sounds(folder: Path) -> None:
    """Sentences with her name in them were kept as sound; they are made again when needed.

    They go before she does: while one of them is left she is not forgotten.
    """
    sounds = folder / "cache" / "speech"
    try:
        if sounds.exists():
            shutil.rmtree(sounds)
    except OSError as error:
        where = error.filename or sounds
        raise ForgetProblem(
            f"nobody was forgotten: {where} cannot be deleted: {error.strerror}"
        ) from error


def _meant(journal: Journal, wanted: str) -> str:
    if wanted in journal.learners:
        return wanted
    events = (each.event() for each in journal.tablet_envelopes)
    # First of all: her id may be the beginning of somebody else's.
    if any(isinstance(each, LearnerForgotten) and each.learner == wanted for each in events):
        raise ForgetProblem(f"{wanted!r} is forgotten already")
    found = [each for each in journal.learners if wanted and each.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(found[:_MOST_NAMED]) + (", ..." if len(found) > _MOST_NAMED else "")
        raise ForgetProblem(f"{len(found)} learners begin so: {named}")
    raise ForgetProblem(f"there is no learner {wanted!r}: kiosk progress --json lists all")


def _shown(journal: Journal, learner: str) -> str:
    card = Records.rebuilt(journal.of(learner)).learner(learner)
    if card is None or card.guest:
        return f"the guest {learner}"
    return f"{card.name or 'the learner'} ({card.picture}, {learner})"


def _require_two_yes(told_of: str) -> None:
    if not is_there_a_person():
        raise ForgetProblem("there is no terminal to ask on: --yes forgets without asking")
    questions = (
        f"Everything of {told_of} is DELETED: lessons, store, photos, recordings.",
        "It cannot be brought back. Is it really she?",
    )
    if not all(map(says_yes, questions)):
        raise ForgetProblem("nobody was forgotten")


def _elsewhere(folder: Path, backups: list[str]) -> list[str]:
    """What was made of her earlier lies where only a person can delete it."""
    lines = [f"She is still in the backup {each}: delete it or make it anew." for each in backups]
    if not backups:
        lines.append("Backups that were made elsewhere may still hold her.")
    exports = sorted(path.name for path in (folder / "exports").glob("*") if path.is_file())
    if exports:
        lines.append(f"She may be in {len(exports)} files of {folder / 'exports'}.")
    return lines
