"""A sitting at the microphone: which phrase is said, what was heard of it, and what becomes of it.

Nothing is on the shelf before it is kept; what is kept is said by the kiosk at once.
"""

import asyncio
from dataclasses import dataclass, field

from audio.clip import Clip
from audio.errors import FileRefused, SynthesisFailed
from audio.sayable import Sayable
from audio.sounds.foreign import sound_endings
from kiosk.player import Part, Spoken
from kiosk.recordings import LONGEST_S, Heard, NothingHeard
from kiosk.screens.recorder import Recorder, Stage
from kiosk.screens.trainer.bringing import MOST_BYTES, refusal
from kiosk.takes import Take, take_of
from kiosk.visit import Visit
from kiosk.voice_desk import VoiceDesk
from kiosk.wording import number, words
from lessons.phrase import Language, Phrase, same_in_all

AFTER_THE_LAST_WORD_S = 1.5
"""When the clip is over, nothing was touched for so long: then no touch is waited for any more."""


class SpokenInto(RuntimeError):
    """The tablet was asked to say something while it listened."""


@dataclass(slots=True)
class Tapping:
    """The touches so far, in ms into the clip of ``take``; ``sounding`` once it is begun."""

    take: Take
    sounding: bool = False
    taps: list[int] = field(default_factory=list)

    def touched(self, at_ms: int | None) -> None:
        """At this moment of the clip; before it begins a touch means nothing."""
        if self.sounding:
            over = self.take.card.duration_ms if self.taps else 0
            self.taps.append(over if at_ms is None else at_ms)

    @property
    def lit(self) -> Spoken | None:
        """The word that was touched last."""
        card, count = self.take.card, len(self.taps)
        if not 0 < count <= len(card.words):
            return None
        word = card.words[count - 1]
        return Spoken(card.text, "", word.first, word.last)


class Booth(Recorder):
    """The phrases of one language in their order, and the one that is being said."""

    no_microphone = "voices.no-microphone"
    identifier = "voice.recording"

    def __init__(self, visit: Visit, language: Language, voice: str) -> None:
        super().__init__(visit)
        self.language = language
        self.voice = voice
        self.at = 0
        self.taken: Take | None = None
        self.tapping: Tapping | None = None
        self.deaf = False
        """Whether there is no microphone."""
        self.phrases = self.desk.to_record(language).phrases
        self._count = 0
        self._silent_since = 0
        self._left = False

    @property
    def desk(self) -> VoiceDesk:
        """The one way onto the shelf."""
        return self.visit.kiosk.voices

    @property
    def phrase(self) -> Sayable:
        """What is to be said."""
        return self.phrases[self.at]

    @property
    def is_recorded(self) -> bool:
        """Whether the phrase was recorded before."""
        return self.desk.is_recorded(self.phrase)

    # -- what is told

    @property
    def place(self) -> str:
        """The phrase, and whether something was heard of it: each is told anew."""
        at = f"voices/{self.language}/{self.phrase.key}"
        if self.tapping is not None:
            return f"{at}/words"
        return f"{at}/{self._count}" if self.taken else at

    def told(self) -> tuple[Phrase, list[Part]]:
        """The sentence of the screen, and what is heard after it."""
        if self.tapping is not None:
            return self._tap_now(self.tapping), []
        if self.taken is None:
            return words("voices.say-this"), [self._line(None)]
        told = {"quiet": "voices.too-quiet", "loud": "voices.too-loud"}
        key = told.get(self.taken.verdict, "voices.heard")
        return words(key), [self._line(self.taken.clip)]

    def _line(self, clip: Clip | None) -> Part:
        return Part(same_in_all(self.phrase.text), mark=clip, language=self.language)

    def _tap_now(self, tapping: Tapping) -> Phrase:
        return words("voices.tap-now", count=number(len(tapping.take.card.words)))

    # -- which one

    def move(self, by: int) -> None:
        """To another phrase; what was not kept is gone."""
        self.at = (self.at + by) % len(self.phrases)
        self.taken = self.tapping = None
        self.deaf = False
        self.redraw()
        self.visit.changed()

    # -- the microphone

    @property
    def longest_s(self) -> float:
        """No phrase is longer."""
        return LONGEST_S

    async def touched(self) -> None:
        """The tablet is silent at once: nothing of it must be in the recording."""
        if self.stage is Stage.IDLE:
            self.visit.player.stop()
        await super().touched()

    async def announce(self) -> bool:
        """The phrase was said when it came."""
        self.visit.player.stop()
        return True

    def begun(self) -> None:
        """The tablet must be silent from now on."""
        self._silent_since = self.visit.player.asked

    def refused(self) -> None:
        """Told, and shown what to do."""
        self.deaf = True
        super().refused()

    async def take(self, heard: Heard) -> None:
        """Trimmed and levelled on a thread; not what the tablet itself has spoken into."""
        if self.visit.player.asked != self._silent_since:
            raise SpokenInto
        self.redraw()
        self._took(await asyncio.to_thread(take_of, heard, self.phrase, self.voice))

    async def ended(self) -> None:
        """What was taken is told and played by the screen itself."""
        try:
            await self.end()
        except NothingHeard:
            self.visit.tell(words("enrol.nothing-heard"))
        except SpokenInto:
            self.visit.tell(words("voices.spoken-into"))

    async def again(self) -> None:
        """Another try; the one before is gone."""
        self.taken = None
        self.visit.hush(self.place)
        await self.touched()

    def _took(self, take: Take) -> None:
        self.deaf = False
        self._count += 1
        self.taken = take
        self.desk.takes.put(take)
        self.redraw()

    # -- what was taken

    def listen(self) -> None:
        """To what was taken, or to what is on the shelf."""
        self.visit.say(self._line(self.taken.clip if self.taken else None))

    async def keep(self) -> None:
        """Onto the shelf, and on to the next phrase."""
        take = self.taken
        if take is None or not self.visit.trainer:
            return
        await asyncio.to_thread(self.desk.keep, [(take.card, take.sound)])
        self.visit.say_first(words("voices.kept"))
        self.move(1)
        if not self.desk.to_record(self.language).left:
            self.visit.tell(words("voices.all-kept"))

    def bring(self) -> None:
        """A file of this phrase in place of the microphone."""
        self.visit.say(words("voices.choose-file"))
        self.in_background(self._bring)

    async def _bring(self) -> None:
        phrase, files = self.phrase, self.visit.files
        picked = await files.pick(sound_endings(), several=False)
        for file in picked[:1]:
            try:
                content = await files.content(file, MOST_BYTES)
                brought = (file.name, content, self.language, self.voice, phrase.key)
                take = await asyncio.to_thread(self.desk.brought, *brought)
            except (FileRefused, SynthesisFailed) as problem:
                if not self._left:
                    self.visit.tell(refusal(problem, file.name))
                return
            if phrase is self.phrase and self.stage is Stage.IDLE:
                self._took(take)

    # -- when its words are said

    async def tap_along(self) -> None:
        """Plays the clip once more, and takes a touch for each word."""
        take = self.taken or await asyncio.to_thread(self.desk.recorded, self.phrase)
        if take is None:
            return
        self.desk.takes.put(take)
        self.tapping = tapping = Tapping(take)
        self.visit.let_go()
        self.visit.hush(self.place)
        self.redraw()
        self.in_background(lambda: self._tap_through(tapping))

    def word(self) -> None:
        """A word is heard now."""
        if self.tapping is not None:
            self.tapping.touched(self.visit.player.at_ms)
            self.redraw()

    async def _tap_through(self, tapping: Tapping) -> None:
        heard = await self.visit.say_whole(self._tap_now(tapping))
        if heard and self.tapping is tapping:
            tapping.sounding = True
            heard = await self.visit.say_whole(Part(same_in_all(""), mark=tapping.take.clip))
            await self._until_still(tapping)
        if self.tapping is not tapping or self.visit.player.is_gone:
            return
        self.tapping = None
        self.visit.hush(self.place)
        if not heard:  # something else was listened to instead
            self.redraw()
            return
        await self._tapped(tapping.take.tapped(tapping.taps))

    async def _until_still(self, tapping: Tapping) -> None:
        """A late touch must not fall on what stands at the same place afterwards."""
        count = -1
        while count < len(tapping.taps):
            count = len(tapping.taps)
            await asyncio.sleep(AFTER_THE_LAST_WORD_S)

    async def _tapped(self, timed: Take | None) -> None:
        if timed is None:
            self.visit.tell(words("voices.not-tapped"))
        elif self.taken is not None:
            self.taken = timed
            self.visit.tell(words("voices.tapped"))
        elif self.visit.trainer:
            await asyncio.to_thread(self.desk.keep, [(timed.card, timed.sound)])
            self.visit.tell(words("voices.tapped"))

    async def drop(self) -> None:
        """The page is left: nobody is listened to, no touch is waited for."""
        self.tapping = None
        self._left = True
        await super().drop()
