"""``kiosk trainer``: what a trainer does at the machine itself, while no kiosk runs."""

from kiosk import data_folder
from kiosk.errors import DataFolderError
from kiosk.progress.errors import ProgressError
from kiosk.progress.events import PinSet
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.records import Records


def reset_pin(data: str | None) -> int:
    """Take the PIN away, so that the next visit of the trainer's door sets a new one.

    Raises:
        DataFolderError: there is no journal, a kiosk runs on the folder, or it cannot be written.
    """
    folder = data_folder.choose(data)
    journal = folder / JOURNAL_NAME
    # Opening would make one, and then nobody would be told any more that it was lost.
    if not journal.is_file() or not journal.stat().st_size:
        raise DataFolderError(f"there is no journal in {folder}")
    try:
        with Journal.open(folder) as opened:
            is_set = bool(Records.rebuilt(opened.tablet_envelopes).pin_hash)
            if is_set:
                opened.append(None, [PinSet("")])
    except ProgressError as error:
        raise DataFolderError(f"the PIN was not taken away: {error}") from error
    done = "The PIN is taken away" if is_set else "There was no PIN"
    print(f"{done}: who next opens the trainer's door chooses one ({folder}).")
    return 0
