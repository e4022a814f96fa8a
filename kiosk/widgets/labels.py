"""Labels of things that stand together."""

from collections.abc import Sequence

from kiosk.widgets.speaking import fitting
from lessons.phrase import Language


def one_size(labels: Sequence[str], language: Language, width: float, wanted: float) -> float:
    """The largest size up to ``wanted`` in which each label fits one line of ``width``.

    Things that are of one kind look so; the longest label decides, from 12 upwards.
    """
    # A space that cannot break: two words that do not fit one line count as one that is too wide.
    whole = [label.replace(" ", "_") for label in labels]
    return min((fitting(each, language, width, 1, wanted) for each in whole), default=wanted)
