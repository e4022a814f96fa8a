"""Who was there on which day, of a group or of everybody."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kiosk.progress.cards import Learner
from kiosk.progress.records import Records


def counted(records: Records) -> tuple[Learner, ...]:
    """Those whose attendance counts: not guests; trainers have no card."""
    return tuple(each for each in records.learners if not each.guest)


def attendance(records: Records, learners: Iterable[Learner]) -> Mapping[str, int]:
    """How many of ``learners`` were there, by day (ISO date), the earliest first."""
    days = Counter(day for each in learners for day in records.attended(each.id))
    return dict(sorted(days.items()))


def by_group(records: Records) -> Mapping[str, Mapping[str, int]]:
    """The same by group id; an empty one stands for those who are in none."""
    people = counted(records)
    groups = dict.fromkeys(each.group for each in people)
    return {
        group: attendance(records, (each for each in people if each.group == group))
        for group in groups
    }
