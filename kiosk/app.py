"""The one place where everything is wired. Importing this does nothing."""

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import flet as ft

from audio import earmarks
from audio.kept import KeysByText
from audio.neural import NeuralVoice
from audio.shelf.card import text_hash
from audio.speech import Speech
from kiosk import theme
from kiosk.classroom import Classroom
from kiosk.content import Content, load_content
from kiosk.course_cache import CourseCache
from kiosk.data_folder import is_journal_lost
from kiosk.downloads import Downloads
from kiosk.harm import Harm
from kiosk.intake import Intake
from kiosk.neural_desk import NeuralDesk
from kiosk.people import People
from kiosk.photos import Photos
from kiosk.progress.errors import ProgressError
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.progress.storage import Damage
from kiosk.progress_bar import progress_line
from kiosk.recordings import Recordings
from kiosk.screens.root import Root
from kiosk.server.tablet import current_tablet
from kiosk.takeaway import EXPORTS, Takeaway
from kiosk.team import Team
from kiosk.trainer_desk import TrainerDesk
from kiosk.uploads import Upload, Uploads
from kiosk.visit import Visit
from kiosk.voice_desk import VoiceDesk
from kiosk.voices import chain, shelves
from lessons.errors import ContentError
from lessons.loader import COURSE
from lessons.phrase import Language

log = logging.getLogger("kiosk")


@dataclass(frozen=True, slots=True)
class Kiosk:
    """Everything that all sessions share; what the server needs of the app."""

    classroom: Classroom
    speech: Speech
    photos: Photos
    recordings: Recordings
    desk: TrainerDesk
    team: Team
    people: People
    takeaway: Takeaway
    """For the trainer only: screens reach these by ``Visit.team``, and so on."""
    intake: Intake
    downloads: Downloads
    voices: VoiceDesk
    neural: NeuralDesk
    uploads: Uploads
    keys: KeysByText
    problems: tuple[ContentError, ...]
    """Lessons that are broken and were left out."""
    harm: Harm
    """What happened to the journal and the trainer has not seen yet."""
    welcome: Callable[[Visit], None] = lambda _: None
    """Called before a page is shown first, as by the preview of a lesson."""
    may_close: bool = False
    """Whether the trainer can end it from the screen: where server and screen are one machine."""
    clock: Callable[[], float] = time.monotonic
    """Seconds, by which it is reckoned how long nobody has touched a tablet."""
    touches: dict[str, float] = field(default_factory=dict)
    """When each tablet was touched last, by that clock."""

    def key_of(self, text: str, language: Language) -> str | None:
        """The key of the phrase that says this; None where it holds a name or a number."""
        return self.keys.get((language, text_hash(text, language)))

    async def main(self, page: ft.Page) -> None:
        """One browser session begins."""
        visit = Visit(page, self, current_tablet.get())
        page.title = "Kiosk"
        page.padding = 0
        page.spacing = 0
        page.bgcolor = theme.SAND
        page.theme, page.dark_theme = theme.flet_theme(theme.LIGHT), theme.flet_theme(theme.DARK)
        page.theme_mode = visit.palette
        page.on_connect = lambda _: visit.came_back()
        page.on_disconnect = lambda _: visit.left()
        page.on_resize = lambda event: visit.resized(event.width, event.height)
        self.welcome(visit)
        page.render(Root, visit)
        page.run_task(visit.idling.run)

    def sound(self, key: str) -> bytes | Path | None:
        """The sound of a clip, of a recording, of an ear-mark or of what was just recorded."""
        return (
            self.recordings.sound(key)
            or earmarks.sound(key)
            or self.voices.takes.sound(key)
            or self.speech.sound(key)
        )

    def photo(self, key: str) -> bytes | Path | None:
        """A photo, kept or just taken."""
        return self.photos.image(key)

    def download(self, key: str) -> Path | None:
        """The file that the trainer may take away under this key."""
        return self.downloads.file(key)

    def receiver(self, key: str) -> Upload | None:
        """What waits for a file under this key; the next one that asks finds nothing."""
        return self.uploads.taken(key)

    def close(self) -> None:
        """Lets go of speech and journal."""
        self.speech.close()
        self.classroom.close()


def build(
    data: Path,
    course_folder: Path = COURSE,
    content: Content | None = None,
    *,
    may_close: bool = False,
) -> Kiosk:
    """The app on one data folder; ``content``, where it has been loaded already.

    ``may_close`` is as in `Kiosk`.

    Raises:
        kiosk.progress.errors.ProgressError: the folder is in use or cannot be written.
        lessons.errors.ContentError: the kiosk's own phrases or the store's content are broken.
    """
    content = content or load_content(course_folder, CourseCache(data / "cache"))
    for problem in content.problems:
        _warn(f"lesson left out: {problem}")
    lost = is_journal_lost(data)
    with progress_line(sys.stderr) as told:  # after an update everything is folded anew
        journal = Journal.open(data, told=told)
        harm = Harm(data, lost=lost, damaged=journal.damage is not None)
        _warn_of(harm, data, journal.damage, lost=lost)
        journal.on_damage = harm.damage_found
        try:
            records = Records.of(journal, told)
        except ProgressError:
            journal.close()
            raise
    if not any(each.pin_hash for each in records.trainers.values()):
        told_of = "the trainer's PIN is not set: touch the key on the first screen to set it"
        print(told_of, flush=True)
    classroom = Classroom(content.course, content.catalogue, journal, records, content.scene)
    classroom.due.of(records.people, datetime.now(UTC))  # before the trainer waits for Today
    cache = data / "cache" / "speech"
    kept = shelves(data)
    first_unit = content.course.units[0].id if content.course.units else ""
    photos, recordings = Photos(data / "photos"), Recordings(data / "recordings")
    neural = NeuralVoice(kept.models, lambda language: language in classroom.records.neural_voices)
    speech = Speech(cache, chain(kept, cache, content.keys, neural))
    takeaway = Takeaway(classroom, photos, data)
    return Kiosk(
        classroom=classroom,
        speech=speech,
        photos=photos,
        recordings=recordings,
        desk=TrainerDesk(classroom, data / EXPORTS),
        team=Team(classroom, photos, recordings),
        people=People(classroom, (takeaway.delete_all, speech.forget)),
        takeaway=takeaway,
        intake=Intake(classroom, data),
        downloads=Downloads(),
        voices=VoiceDesk(content.sayables, content.shown, kept.recorded, first_unit),
        neural=NeuralDesk(classroom, neural),
        uploads=Uploads(),
        keys=content.keys,
        problems=content.problems,
        harm=harm,
        may_close=may_close,
    )


def _warn_of(harm: Harm, data: Path, damage: Damage | None, *, lost: bool) -> None:
    """What is told on the screen, for who sits at the machine; with the file's name."""
    until = "the sign stays on the screen until the trainer says on her page that she has seen it"
    if lost:
        _warn(
            f"the journal is empty, but there is what learners left in {data}:"
            " a copy of journal.log and learners can be put back while the kiosk does not run"
        )
    elif file := harm.file("lost"):
        _warn(f"the journal was lost before, as {file} tells; {until}")
    file = harm.file("damaged")
    if damage is not None:
        aside = f"were set aside in {file}" if file else "could not be set aside"
        _warn(
            f"part of the journal was damaged: {damage.bytes_set_aside} bytes {aside},"
            " everything else is kept"
        )
    elif file:
        _warn(f"part of the journal was damaged before and lies in {file}; {until}")


def _warn(message: str) -> None:
    print(f"kiosk: {message}", file=sys.stderr, flush=True)
    log.warning(message)
