"""A folder of an earlier kiosk, in which one file held everything, becomes one of today."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from kiosk.progress.envelope import about
from kiosk.progress.learner_files import EVENTS, LearnerFiles
from kiosk.progress.storage import JournalDB
from kiosk.progress.table import JournalTable

Documents = list[Mapping[str, Any]]


def take_over_folder(folder: Path, journal: str) -> None:
    """The same for a folder that no journal is opened on; raises NotSaved, UnknownRecord."""
    files = LearnerFiles(folder)
    with closing(files), JournalDB(folder / journal) as db:
        take_over(db.table(EVENTS), files)


def take_over(events: JournalTable, files: LearnerFiles) -> None:
    """Move what is about learners from the tablet's file to their own; raises NotSaved.

    Their files come first, each whole or not at all, and what is there already is not doubled:
    where it is cut short it begins again with the next opening, and nothing is lost.
    """
    of_learners: defaultdict[str, Documents] = defaultdict(list)
    for document in events:
        learner = about(document)
        if learner is not None:
            of_learners[learner].append(document)
    for learner, documents in of_learners.items():
        there: Iterable[Mapping[str, Any]] = files.table(learner)
        files.write(learner, _united([*there, *documents]))
    if of_learners:
        events.erase(lambda document: about(document) is not None)


def _united(documents: Documents) -> Documents:
    """Each once, in sequence; those that tell no sequence stay behind the one before them."""
    each_once = {_key(document): document for document in documents}
    placed: list[tuple[int, Mapping[str, Any]]] = []
    seq = 0
    for document in each_once.values():
        told = document.get("seq")
        seq = told if isinstance(told, int) else seq
        placed.append((seq, document))
    return [document for _, document in sorted(placed, key=lambda pair: pair[0])]


def _key(document: Mapping[str, Any]) -> str:
    known = document.get("id")
    return known if isinstance(known, str) else json.dumps(document, sort_keys=True)
