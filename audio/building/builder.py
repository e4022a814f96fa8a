"""Says every phrase that a shelf lacks, with one engine; may be stopped and gone on with."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from audio.building.engine import Engine, Raw
from audio.errors import AudioError, EngineUnavailable, SynthesisFailed
from audio.kept import estimated_words
from audio.sayable import Sayable, by_text
from audio.shelf.card import Card, Failure, digest_of
from audio.shelf.shelf import Shelf
from audio.sounds.foreign import LONGEST_S, Samples
from audio.sounds.loudness import levelled
from audio.sounds.opus import opus_file
from audio.sounds.silence import without_silence
from audio.sounds.wav import trimmed

_KEPT_EVERY_S = 2.0
"""Clips reach the shelf in batches: less than this much work is lost when it is stopped."""

_SHORTEST_MS = 80
"""A knock or a beep is shorter; the shortest syllable is not."""


@dataclass(slots=True)
class Built:
    """What a run did; ``stopped`` says why it ended early, in one line."""

    made: int = 0
    there: int = 0
    failed: int = 0
    stopped: str = ""


Told = Callable[[int, int], None]
"""Called with how many phrases are done and how many there are."""


class Builder:
    """Fills a shelf with an engine's clips."""

    def __init__(
        self, shelf: Shelf, engine: Engine, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._shelf = shelf
        self._engine = engine
        self._sleep = sleep
        self._waiting: list[tuple[Card, bytes]] = []
        self._failed: list[Failure] = []
        self._kept_at = time.monotonic()

    def build(self, sayables: Iterable[Sayable], told: Told = lambda _done, _of: None) -> Built:
        """Make what is not there; what failed earlier is tried again. Ctrl-C keeps what is made.

        Raises:
            NotKept: the disk did not take a clip.
        """
        wanted = _sayable_ahead(sayables)
        built = Built()
        try:
            for done, each in enumerate(wanted, start=1):
                self._one(each, built)
                told(done, len(wanted))
        except EngineUnavailable as error:
            built.stopped = str(error)
        finally:
            self._keep()
        return built

    def _one(self, each: Sayable, built: Built) -> None:
        card = self._shelf.of_text(each.text_hash)
        if card is not None and card.source == self._engine.name:
            built.there += 1
            return
        if built.made + built.failed and self._engine.pause_s:
            self._sleep(self._engine.pause_s)
        try:
            raw = self._engine.make(each.text, each.language)
            self._waiting.append(kept_clip(each, raw, self._engine.name))
            built.made += 1
        except EngineUnavailable:
            raise
        except AudioError as error:
            self._failed.append(Failure(each.language, each.key, str(error)))
            built.failed += 1
        if time.monotonic() - self._kept_at > _KEPT_EVERY_S:
            self._keep()

    def _keep(self) -> None:
        if self._waiting or self._failed:
            self._shelf.keep(self._waiting, self._failed)
            self._waiting, self._failed = [], []
        self._kept_at = time.monotonic()


def kept_clip(each: Sayable, raw: Raw, source: str, voice: str = "") -> tuple[Card, bytes]:
    """A clip for a shelf: without silence around it, as loud as all others, compressed.

    Raises:
        SynthesisFailed: there is no sound in it, too little for a word, or too much for a clip.
    """
    done = raw.samples if raw.is_finished else _finished(raw.samples)
    if not done.values:
        raise SynthesisFailed(each.text, each.language, "it stayed silent")
    if not raw.is_finished and _sounding_ms(raw.samples) < _SHORTEST_MS:
        raise SynthesisFailed(each.text, each.language, "it is too short for a word")
    if done.duration_ms > LONGEST_S * 1000:  # no pack with it would be taken
        raise SynthesisFailed(each.text, each.language, f"it is longer than {LONGEST_S} seconds")
    sound = opus_file(done)
    card = Card(
        language=each.language,
        key=each.key,
        text=each.text,
        text_hash=each.text_hash,
        digest=digest_of(sound),
        bytes=len(sound),
        duration_ms=done.duration_ms,
        source=source,
        voice=voice,
        made=datetime.now(UTC).date().isoformat(),
        words=raw.words or estimated_words(each.text, each.language, done.duration_ms),
    )
    return card, sound


def _sounding_ms(samples: Samples) -> int:
    return Samples(trimmed(samples.values, samples.rate, 0).samples, samples.rate).duration_ms


def _finished(samples: Samples) -> Samples:
    return levelled(without_silence(samples))


def _sayable_ahead(sayables: Iterable[Sayable]) -> Sequence[Sayable]:
    """Every text once, without those that have places to be filled."""
    return [same[0] for same in by_text(sayables).values() if not same[0].is_open]
