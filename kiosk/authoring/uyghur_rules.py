"""The checks of Uyghur over all texts, and the list of what somebody has looked at.

``lessons/lang/ug-reviewed.tsv`` names each word that the checks warn of and that may stay: word,
tab, reason. Whatever they warn of besides is an error here; a row that nothing warns of any more is
told as a warning.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kiosk.authoring.problem import Problem, at
from kiosk.authoring.texts import Text
from lessons.errors import ContentError
from lessons.uyghur.check import check_text
from lessons.uyghur.words import WordList

REVIEWED: Final = "lessons/lang/ug-reviewed.tsv"


def uyghur_problems(
    texts: Iterable[Text], words: WordList, path: Path, *, stale: bool = True
) -> Iterator[Problem]:
    """What is wrong with the Uyghur of the texts; ``stale`` where these are all that there are.

    Raises:
        ContentError: the list of reviewed words cannot be read.
    """
    reviewed = read_reviewed(path)
    met: set[str] = set()
    for text in texts:
        for finding in check_text(text.phrase.ug, words):
            if finding.level == "info":
                continue
            met.add(finding.token)
            if finding.level == "error" or finding.token not in reviewed:
                yield at(text.part("ug"), "error", "uyghur", f"{finding.code} {finding}", "ug")
    for word, line in reviewed.items():
        if stale and word not in met:
            problem = f"{word} is warned of nowhere: strike the row"
            yield Problem("warning", "uyghur", REVIEWED, line, "", "ug", problem)


def read_reviewed(path: Path) -> dict[str, int]:
    """The words that may stay, and the line that says why.

    Raises:
        ContentError: it cannot be read, or a row has no reason or stands twice.
    """
    found: dict[str, int] = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(REVIEWED, 1, "", f"cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        word, _, reason = line.partition("\t")
        if not word or not reason.strip():
            raise ContentError(REVIEWED, number, "", "must be a word, a tab and a reason")
        if word in found:
            raise ContentError(REVIEWED, number, "", f"{word} stands here twice")
        found[word] = number
    return found
