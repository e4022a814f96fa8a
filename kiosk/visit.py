"""What one browser session holds: language, learner, window, voice. Nothing that must last.

What lasts is in the journal, so that a new session finds the same step and the same store.
"""

import asyncio
import inspect
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import flet as ft

from audio import earmarks
from kiosk.finding import Search
from kiosk.idling import Idling
from kiosk.listening import depth_of
from kiosk.naming import Names
from kiosk.people_filter import Filter
from kiosk.player import Part, Player
from kiosk.progress.errors import NotSaved
from kiosk.progress.events import ClipHeard, Loudness, Pace
from kiosk.progress.settings import Settings, SettingsChosen
from kiosk.ringing import mark_of
from kiosk.theme import Layout
from kiosk.widgets.files import Files
from kiosk.widgets.microphone import Microphone
from kiosk.widgets.movement import set_less_movement
from kiosk.wording import words
from lessons.phrase import Language, Phrase, joined, same_in_all

if TYPE_CHECKING:
    from kiosk.app import Kiosk
    from kiosk.intake import Intake
    from kiosk.people import People
    from kiosk.progress.records import Learner
    from kiosk.takeaway import Takeaway
    from kiosk.team import Team

log = logging.getLogger(__name__)

Action = Callable[[], object]
"""What a tap does; awaited where it gives something to wait for."""

TICK = Part(same_in_all(""), mark=earmarks.mark("tick").clip)
"""A sound that answers a touch without a word."""
_DOUBLE_TAP_S = 0.35
"""What a trembling hand needs for the touch that it did not mean."""
_SILENCE_S = 0.25
"""What a screen needs at most to be drawn and to begin its sentence."""


class Visit:
    """One open page. ``changed`` draws it anew; handlers go through ``guarded``."""

    def __init__(self, page: ft.Page, kiosk: "Kiosk", tablet: str) -> None:
        self.page = page
        self.kiosk = kiosk
        self.tablet = tablet
        self.language: Language = kiosk.classroom.language_of(tablet)
        self.trainer_id = ""
        """Whose PIN was given in this session; empty where nobody's."""
        self.handed_to = ""
        """The learner whom the trainer lets choose new secret pictures here, now."""
        self.lent_at = ""
        """Where she was who lets a neighbour try, while it is chosen who that is."""
        self.shown_people = Filter()
        """Of whom the trainer's screens tell."""
        self.layout = Layout(page.width or 1280, page.height or 800)
        self.player = Player(page, kiosk.speech, kiosk.recordings, self._on_silence, self._on_heard)
        self._tuned: tuple[Pace, Loudness] = ("normal", "normal")
        self.microphone = Microphone(page, lambda: self.settings.microphone)
        self.files = Files(page, kiosk.uploads)
        self.voice_name = ""
        """Whose voice is being recorded: a name that was chosen for it."""
        harm = kiosk.harm.kind
        self.trouble = words(f"trouble.{harm}") if harm else None
        self.aside: Phrase | None = None
        self._aside_at = ""
        self._quiet_at = ""
        self._place = ""
        self.said_before: tuple[Phrase, ...] = ()
        self._said_first: tuple[Phrase, ...] = ()
        self._ringing = ""
        self.search: Search | None = None
        """What a lesson has her look for."""
        self.broken = False
        self.evening = self.settings.evening
        """Whether the page wears its colours for evenings without a lamp."""
        self.turn = 0
        self._redraw: Callable[[], None] = lambda: None
        self._last_tap = (("", ""), 0.0)
        self._working: set[str] = set()
        self._sentence: Sequence[Part] = ()
        self.idling = Idling(self)
        self.tune()

    # -- who

    @property
    def learner(self) -> "Learner | None":
        """Who is signed in on this tablet, as the journal has it."""
        return self.kiosk.classroom.signed_in(self.tablet)

    @property
    def settings(self) -> Settings:
        """How this tablet is to behave."""
        return self.kiosk.classroom.records.settings(self.tablet)

    def choose_settings(self, **changed: Any) -> None:
        """Another setting for this tablet; raises PermissionError as `people`."""
        if not self.trainer:
            raise PermissionError("the trainer's PIN was not given in this session")
        settings = replace(self.settings, **changed)
        self.kiosk.classroom.write_for_tablet([SettingsChosen(self.tablet, settings)])
        if settings.evening != self.evening:
            self.wear(evening=settings.evening)
        self.changed()

    @property
    def spoken_to(self) -> tuple[Pace, Loudness]:
        """How who is here is spoken to: as she chose, else as it was set for the tablet."""
        learner, settings = self.learner, self.settings
        if learner is not None and learner.voice_chosen:
            return learner.pace, learner.loudness
        return settings.pace, settings.loudness

    @property
    def trainer(self) -> bool:
        """Whether the PIN of somebody was given here who still is a trainer."""
        return bool(self.trainer_id) and self.kiosk.desk.knows(self.trainer_id)

    @property
    def team(self) -> "Team":
        """Who else is a trainer; as `people`."""
        if not self.trainer:
            raise PermissionError("the trainer's PIN was not given in this session")
        return self.kiosk.team

    @property
    def people(self) -> "People":
        """What the trainer does with people; raises PermissionError where no PIN was given here.

        Asked for in every handler that changes something: nothing relies on hiding.
        """
        if not self.trainer:
            raise PermissionError("the trainer's PIN was not given in this session")
        return self.kiosk.people

    @property
    def names(self) -> Names:
        """What everybody is called where the trainer reads of them."""
        room = self.kiosk.classroom
        return Names(room.records, room.catalogue)

    @property
    def takeaway(self) -> "Takeaway":
        """What the trainer takes away; as `people`."""
        if not self.trainer:
            raise PermissionError("the trainer's PIN was not given in this session")
        return self.kiosk.takeaway

    @property
    def intake(self) -> "Intake":
        """What the trainer brings in; as `people`."""
        if not self.trainer:
            raise PermissionError("the trainer's PIN was not given in this session")
        return self.kiosk.intake

    # -- drawing

    def drawn_by(self, redraw: Callable[[], None]) -> None:
        """Names what draws the page."""
        self._redraw = redraw

    def drawing_failed(self) -> None:
        """Something on the page could not be drawn: the page becomes a way home."""
        if not self.broken:
            self.broken = True
            self._redraw()

    def changed(self) -> None:
        """Something was done: what was said aside and what went wrong before is over."""
        self.tune()
        self.aside = None
        self._quiet_at = ""
        self.trouble = None
        self.turn += 1
        self._redraw()

    def resized(self, width: float, height: float) -> None:
        """The window has another size."""
        if (width, height) != (self.layout.width, self.layout.height):
            self.layout = Layout(width, height, self.layout.large)
            self._redraw()

    @property
    def palette(self) -> ft.ThemeMode:
        """The colours that the page wears."""
        return ft.ThemeMode.DARK if self.evening else ft.ThemeMode.LIGHT

    def wear(self, *, evening: bool) -> None:
        """Shows everything in the colours of the day or of the evening."""
        self.evening = evening
        self.page.theme_mode = self.palette
        self.page.update()
        self._redraw()

    # -- where

    def go(self, route: str) -> None:
        """Shows another screen; its address keeps the place through a restart."""
        self.broken = False
        self.handed_to = ""
        self.changed()
        self.page.navigate(route)

    # -- speaking

    def say(self, *said: Phrase | Part) -> None:
        """Speaks phrases one after the other."""
        self.player.say([*self._rung(), *(_part(each) for each in said)], self.language)

    def ring(self, events: Iterable[object]) -> None:
        """Has the ear-mark of what happened heard before whatever is said next."""
        name = mark_of(events)
        if name is not None:
            self._ringing = name

    def _rung(self) -> list[Part]:
        name, self._ringing = self._ringing, ""
        return [Part(same_in_all(""), mark=earmarks.mark(name).clip)] if name else []

    async def say_whole(self, *said: Phrase | Part) -> bool:
        """Speaks to the end; False when something else was said instead of the rest."""
        return await self.player.say_whole([_part(each) for each in said], self.language)

    def shows(self, place: str) -> None:
        """The screen shows ``place`` now: what was told aside at another one is over."""
        if self.aside is not None and self._aside_at not in ("", place):
            self.aside = None
        self._aside_at = self._place = place

    def let_go(self) -> None:
        """What was told aside is over, as something else is being said or heard: no word of it."""
        if self.aside is not None:
            self.aside = None
            self._quiet_at = self._place
            self._redraw()

    def hush(self, place: str) -> None:
        """The sentence of ``place`` is not spoken when it is shown next: something is heard."""
        self._quiet_at = place

    def say_sentence(self, parts: Sequence[Part], place: str) -> None:
        """Speaks the sentence of ``place``; not where it only comes back, see `let_go`."""
        quiet, self._quiet_at = self._quiet_at, ""
        if quiet and quiet == place:
            self._sentence = parts
        else:
            self.say_parts(parts)

    def say_parts(self, parts: Sequence[Part]) -> None:
        """Speaks the screen's sentence, in parts that are each about a thing on it."""
        self._sentence = parts
        first, self._said_first = self._said_first, ()
        said_first = [Part(phrase) for phrase in first]
        self.player.say([*self._rung(), *said_first, *parts], self.language)

    def say_first(self, *phrases: Phrase) -> None:
        """Speaks ``phrases`` before the sentence of the screen that this tap leads to."""
        self._said_first = phrases

    def tick(self) -> None:
        """Answers a touch without a word: neighbours must not hear what was touched."""
        self.player.say([TICK], self.language)

    def left(self) -> None:
        """The page was closed or is out of reach: what she heard is kept at once."""
        self.player.page_left()
        self.kiosk.classroom.keep_heard()

    def came_back(self) -> None:
        """The page found this visit again: reloaded, or out of reach for a while.

        It is told where it is, because the screen itself is not new and would stay silent.
        """
        self.player.page_came_back()
        self.repeat()

    def repeat(self) -> None:
        """Says again what the screen says."""
        self.say_parts(self._sentence)

    def tell(self, phrase: Phrase, before: Sequence[Phrase] = ()) -> None:
        """Shows and speaks ``phrase`` in place of the screen's sentence until something happens.

        ``before`` is only spoken, first.
        """
        self.aside = phrase
        self._aside_at = self._quiet_at = ""
        self.said_before = tuple(before)
        self.turn += 1
        self._redraw()

    def tell_for(self, seconds: float, phrase: Phrase) -> None:
        """Tells ``phrase``; it goes by itself after a while, and the screen speaks again."""
        self.tell(phrase)

        async def over() -> None:
            await asyncio.sleep(seconds)
            if self.aside is phrase:
                self.aside = None
                self._redraw()

        self.page.run_task(over)

    def tell_all(self, phrases: Sequence[Phrase]) -> None:
        """Speaks several phrases; a small window shows the last one, others show all as one."""
        if not phrases:
            return
        if self.layout.phone:
            self.tell(phrases[-1], before=phrases[:-1])
        else:
            self.tell(joined(phrases))

    @property
    def is_silent(self) -> bool:
        """Whether she chose to read what is said in place of hearing it."""
        return self._tuned[1] == "off"

    def text(self, phrase: Phrase) -> str:
        """The words of a phrase in the language of the screen."""
        return phrase.text(self.language)

    def tune(self) -> None:
        """Speaks as who is signed in likes it; somebody else may be now."""
        large = self.settings.text == "large"
        self.layout = Layout(self.layout.width, self.layout.height, large)
        set_less_movement(self.page, self.settings.less_movement)
        wanted = self.spoken_to
        if wanted != self._tuned:
            self._tuned = wanted
            self.player.adjust(*wanted)

    def _on_heard(self, text: str, heard_ms: int, whole_ms: int) -> None:
        learner, key = self.learner, self.kiosk.key_of(text, self.language)
        if learner is not None and key is not None and not self.trainer:
            depth = depth_of(heard_ms, whole_ms)
            self.kiosk.classroom.heard(learner.id, ClipHeard(key, self.language, depth, heard_ms))

    def _on_silence(self) -> None:
        self.trouble = words("trouble.no-sound")
        self._redraw()

    # -- touching

    def guarded(
        self, identifier: str, action: Action, *, repeatable: bool = False, label: str = ""
    ) -> Callable[..., Awaitable[None]]:
        """A handler that cannot crash the page or save falsely; a double tap acts once.

        It acts for whoever had the tablet when it was made, and for nobody else.
        ``label`` is said where the action has nothing to say: no touch is met with silence.
        """

        whose = self._whose()

        async def handler(_event: Any = None) -> None:
            if whose != self._whose():  # it was meant by somebody who has not the tablet any more
                self._redraw()
                return
            # At another address the same name is another thing, such as the green one it opened.
            thing = (identifier, self.page.route)
            double = self._is_double(thing)
            if not repeatable and (double or identifier in self._working):
                return
            self._working.add(identifier)
            self._said_first, self._ringing = (), ""
            asked = self.player.asked
            search, here = self.search, self.page.route
            try:
                if search is not None and search.takes(identifier, here):
                    result = search.touch(identifier)
                else:
                    result = action()
                if inspect.isawaitable(result):
                    await result
            except NotSaved:
                log.exception("not saved: %s", identifier)
                self._in_trouble(words("trouble.not-saved"))
            except Exception:
                log.exception("tap on %s failed", identifier)
                self._in_trouble(words("trouble.oops"))
            finally:
                self._working.discard(identifier)
                if self._last_tap[0] == thing:
                    # Before now nobody saw what the tap did: saving it may have taken long.
                    self._last_tap = (thing, time.monotonic())
                if label and asked == self.player.asked:
                    self.page.run_task(self._name, label, asked)

        return handler

    def _whose(self) -> str | None:
        return self.kiosk.classroom.records.signed_in(self.tablet)

    async def _name(self, label: str, asked: int) -> None:
        """Says what was touched, unless the screen that it led to speaks."""
        await asyncio.sleep(_SILENCE_S)
        if asked == self.player.asked:
            self.say(same_in_all(label))

    def points_at(self, identifier: str) -> bool:
        """Whether it is what she looks for, and is to be shown to her."""
        search = self.search
        return search is not None and search.points_at(identifier, self.page.route)

    def _is_double(self, thing: tuple[str, str]) -> bool:
        """Whether it is touched a second time with nothing else, repeatable or not, in between."""
        now = time.monotonic()
        last, at = self._last_tap
        self._last_tap = (thing, now)
        return thing == last and now - at < _DOUBLE_TAP_S

    def _in_trouble(self, phrase: Phrase) -> None:
        self.trouble = phrase
        self._redraw()
        self.say(phrase)


def _part(said: Phrase | Part) -> Part:
    return Part(said) if isinstance(said, Phrase) else said
