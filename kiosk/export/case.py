"""One learner with all that is known of her: what every row, line and statement is made from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from kiosk.photos import PHOTO
from kiosk.progress.cards import Group, Learner
from kiosk.progress.envelope import Envelope
from kiosk.progress.journal import Journal
from kiosk.progress.kinds import Event
from kiosk.progress.records import Records
from kiosk.progress.summary import LearnerSummary
from kiosk.skills import Skill, skills_of
from lessons.course import Course
from lessons.phrase import Language

Happening = tuple[Envelope, Event | None]
"""An envelope and its event; None where this version does not know it."""


@dataclass(frozen=True)
class Wanted:
    """What to export and how.

    ``names``: False leaves out names, recordings, photos and notes. ``group``: its id, or empty for
    everybody. ``since``: the first local day as an ISO date, and ``since_at`` the same as the
    beginning of that day as in ``Envelope.at``; both empty for all.
    """

    course: Course
    language: Language = "ug"
    names: bool = True
    group: str = ""
    since: str = ""
    since_at: str = ""
    picture_name: Callable[[str], str] = str

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Lessons' titles by lesson id."""
        return {each.id: each.title.text(self.language) for each in self.course.lessons()}

    @cached_property
    def skills(self) -> Sequence[Skill]:
        """What the course teaches to do."""
        return skills_of(self.course)


@dataclass(frozen=True, slots=True)
class Case:
    """A learner; with ``names`` left out nothing here tells her name."""

    learner: Learner
    group: Group
    """Without a name and of no id where she is in none."""
    summary: LearnerSummary
    attended: frozenset[str]
    """ISO dates that the trainer marked."""
    note: str
    own: Sequence[Happening]
    """Under the card that is shown, oldest first."""
    others: Sequence[Happening] = field(default=())
    """Under other cards of hers."""

    @property
    def happenings(self) -> Iterator[Happening]:
        """All of it, card after card."""
        yield from self.others
        yield from self.own


def wanted_learners(records: Records, wanted: Wanted) -> list[Learner]:
    """Whom it is about: no guests, nobody of other groups, nobody who was not seen since."""
    return [
        each
        for each in records.learners
        if not each.guest
        and wanted.group in ("", each.group)
        and _was_seen(records, each, wanted.since_at)
    ]


def case_of(learner: Learner, records: Records, journal: Journal, wanted: Wanted) -> Case:
    """Everything about one of them, read from her file; raises OSError, UnknownRecord."""
    groups = {each.id: each for each in records.groups}
    group = groups.get(learner.group, Group(learner.group))
    return Case(
        learner=learner if wanted.names else without_name(learner),
        group=group if wanted.names else Group(group.id, _drawn(group.picture)),
        summary=records.summary(learner.id),
        attended=records.attended(learner.id),
        note=records.note(learner.id) if wanted.names else "",
        own=_happened(journal, learner.id),
        others=[
            each for other in records.other_cards(learner.id) for each in _happened(journal, other)
        ],
    )


def without_name(learner: Learner) -> Learner:
    """The card without what tells who she is; her drawn picture stays."""
    picture = _drawn(learner.picture)
    return replace(learner, name="", name_clip="", family="", secret_hash="", picture=picture)


def _drawn(picture: str) -> str:
    return "" if picture.startswith(PHOTO) else picture


def _was_seen(records: Records, learner: Learner, since_at: str) -> bool:
    seen = records.summary(learner.id).last_seen
    return not since_at or (seen is not None and seen >= datetime.fromisoformat(since_at))


def _happened(journal: Journal, learner: str) -> list[Happening]:
    return [(each, each.event()) for each in journal.read(learner)]
