"""``kiosk trainer``: what a trainer does at the machine itself, while no kiosk runs."""

from collections.abc import Collection
from uuid import uuid4

from kiosk import data_folder
from kiosk.errors import DataFolderError
from kiosk.progress.errors import ProgressError
from kiosk.progress.events import PinSet
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.records import Records, Trainer


def reset_pin(data: str | None, who: str | None = None) -> int:
    """Take PINs away, so that the next visit of the trainer's door sets new ones.

    ``who`` is the name of one trainer or how the id begins; None takes all of them.

    Raises:
        DataFolderError: there is no journal or no such trainer, a kiosk runs on the folder, or it
            cannot be written.
    """
    folder = data_folder.choose(data)
    journal = folder / JOURNAL_NAME
    # Opening would make one, and then nobody would be told any more that it was lost.
    if not journal.is_file() or not journal.stat().st_size:
        raise DataFolderError(f"there is no journal in {folder}")
    try:
        with Journal.open(folder) as opened:
            records = Records.rebuilt(opened.tablet_envelopes)
            trainers = records.trainers.values()
            meant = [_meant(trainers, who)] if who is not None else trainers
            taken = [each for each in meant if each.pin_hash]
            # Where all were removed, on two tablets that are one now, somebody has to begin.
            new = [str(uuid4())] if records.is_no_trainer_left else []
            opened.append(None, [PinSet("", each) for each in (*(t.id for t in taken), *new)])
    except ProgressError as error:
        raise DataFolderError(f"the PIN was not taken away: {error}") from error
    done = "The PIN is taken away" if taken else "There was no PIN"
    if len(taken) > 1:
        done = f"The PINs of {len(taken)} trainers are taken away"
    print(f"{done}: who next opens the trainer's door chooses one ({folder}).")
    return 0


def _meant(trainers: Collection[Trainer], who: str) -> Trainer:
    named = [each for each in trainers if each.name.casefold() == who.casefold() != ""]
    found = named or [each for each in trainers if who and each.id.startswith(who)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{each.name or each.picture or 'no name'} ({each.id})" for each in trainers)
    many = f"{len(found)} trainers are" if found else "no trainer is"
    raise DataFolderError(f"{many} called {who!r}; there are: {known or 'none'}")
