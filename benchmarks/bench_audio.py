"""What speaking takes: known clips, new sentences, stored bytes, building a pack.

python -m benchmarks.bench_audio [phrases]

``phrases`` a language are built, evenly over all that there are (default 60); 0 builds them all.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from audio.building.builder import Builder
from audio.building.embedded_engine import EmbeddedEngine
from audio.embedded import WORDS_PER_MINUTE, EmbeddedVoice
from audio.espeak import speak
from audio.espeak_data import data_folder
from audio.normalise import spoken_words
from audio.sayable import Sayable
from audio.script import script
from audio.shelf.shelf import Shelf
from audio.speech import Speech
from benchmarks.bench_speech import LIBRARY_VOICES, SENTENCES, took_ms
from demo_store.village.scene_content import load_scene
from demo_store.world.catalogue import load_catalogue
from kiosk.inventory import inventory
from kiosk.voices import Shelves, chain
from lessons.loader import COURSE, load_course
from lessons.phrase import LANGUAGES, Language

ROUNDS = 30
SAMPLE = 60


def main() -> None:
    """Print every figure; what is compared takes turns, so that both meet the same machine."""
    sample = int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    print(f"load {' '.join(f'{each:.1f}' for each in os.getloadavg())} on {os.cpu_count()} cores")
    sayables = inventory(load_course(COURSE).course, load_catalogue(), load_scene())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shelves = Shelves(Shelf(folder / "recorded"), Shelf(folder / "built"), folder / "none")
        for language in LANGUAGES:
            build(folder, language, sayables, sample)
        speech = Speech(folder, chain(shelves, folder, sayables))
        for language in LANGUAGES:
            speak_new(speech, folder, language)
        known(speech)
        speech.close()


def speak_new(speech: Speech, folder: Path, language: Language) -> None:
    """Sentences of 60 characters that nobody said before: library, voice, and to be played."""
    data, voice = data_folder([folder]), EmbeddedVoice(folder)
    speech.clip(SENTENCES[language].format(0), language)  # a dictionary is loaded once
    voice.say(SENTENCES[language].format(0), language)
    bare, ours, ready, work = [], [], [], []
    for number in range(100, 100 + ROUNDS):
        text = SENTENCES[language].format(number)
        read = script(spoken_words(text, language)).text
        bare.append(took_ms(_bare(read, language, data)))
        ours.append(took_ms(_said(voice, text, language)))
        ready.append(took_ms(_heard(speech, text, language)))
        work.append(
            worked_ms(_said(voice, text, language)) / worked_ms(_bare(read, language, data))
        )
    print(
        f"{language}: sentence: library {median(bare):.1f} ms, "
        f"voice {median(ours):.1f} ms (ratio {_ratio(ours, bare)}, "
        f"of the processor's time {median(work):.2f}), "
        f"sound ready {median(ready):.1f} ms (ratio {_ratio(ready, bare)})"
    )


def worked_ms(job: Callable[[], object]) -> float:
    """How long the processor works on one call: not what other programs make it wait."""
    begun = time.thread_time()
    job()
    return (time.thread_time() - begun) * 1000


def _ratio(ours: list[float], bare: list[float]) -> str:
    """The middle of the ratios of neighbours: what the machine does besides falls out."""
    return f"{median(one / other for one, other in zip(ours, bare, strict=True)):.2f}"


def _bare(read: str, language: Language, data: Path) -> Callable[[], object]:
    return lambda: speak(read, LIBRARY_VOICES[language], WORDS_PER_MINUTE, data)


def _said(voice: EmbeddedVoice, text: str, language: Language) -> Callable[[], object]:
    return lambda: voice.say(text, language)


def _heard(speech: Speech, text: str, language: Language) -> Callable[[], object]:
    """As a tap asks for it: on an event loop, up to the bytes that the page is given."""

    async def asked() -> None:
        assert speech.sound((await speech.clip_soon(text, language)).key)

    return lambda: asyncio.run(asked())


def known(speech: Speech) -> None:
    """Clips in memory, asked for in turn, through the whole chain."""
    asked = [(SENTENCES[language].format(120), language) for language in LANGUAGES]
    times = [took_ms(lambda ask=ask: speech.clip(*ask)) for _ in range(500) for ask in asked]
    times.sort()
    print(
        f"known clip: {median(times):.3f} ms, 99 of 100 within {times[len(times) * 99 // 100]:.3f}"
    )


def build(folder: Path, language: Language, everything: tuple[Sayable, ...], sample: int) -> None:
    """Bytes a second, the whole course, phrases a second."""
    whole = [each for each in everything if each.language == language and not each.is_open]
    chosen = whole[:: max(1, len(whole) // sample)] if sample else whole
    shelf = Shelf(folder / f"pack-{language}")
    builder = Builder(shelf, EmbeddedEngine(folder))
    builder.build([Sayable("warm", language, "1")])
    begun, worked = time.perf_counter(), time.process_time()
    built = builder.build(chosen)
    took, work = time.perf_counter() - begun, time.process_time() - worked
    cards = shelf.cards()
    size, seconds = (sum(card.bytes for card in cards), sum(c.duration_ms for c in cards) / 1000)
    letters = sum(len(each.text) for each in chosen)
    texts = {each.text_hash: each.text for each in whole}
    all_of_it = size * sum(len(text) for text in texts.values()) / max(letters, 1)
    print(
        f"{language}: {built.made} phrases, {built.failed} failed: "
        f"{built.made / took:.0f} a second ({built.made / work:.0f} of the processor's), "
        f"{size / seconds:.0f} bytes a second of sound, "
        f"all {len(texts)} phrases {all_of_it / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main()
