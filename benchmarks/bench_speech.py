"""How much Speech adds to the bare library, and how fast a known clip is found.

python -m benchmarks.bench_speech
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from audio.embedded import WORDS_PER_MINUTE
from audio.espeak import speak
from audio.espeak_data import data_folder
from audio.normalise import spoken_words
from audio.script import script
from audio.speech import Speech
from lessons.phrase import Language

ROUNDS = 40
LIBRARY_VOICES: dict[Language, str] = {"ug": "ug", "zh": "cmn", "en": "en"}
SENTENCES: dict[Language, str] = {  # 60 characters each; the number makes every round a new text
    "ug": "بازاردىكى ھەممە ئادەم بۈگۈن يېڭى پىشقان نانلاردىن {} نى ئالدى.",
    "zh": "今天早上村里的人们一起把刚刚烤好的馕送到服务中心，"
    "再用飞机寄到北京和上海，一共卖了{}个，大家都非常高兴，明天还要再来一次。",
    "en": "This morning we baked and sold {} fresh nang to the city folk.",
}


def took_ms(job: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = time.perf_counter()
    job()
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print medians; bare and full calls take turns, so that both meet the same machine."""
    with tempfile.TemporaryDirectory() as folder:
        speech = Speech(Path(folder))
        data = data_folder([Path(folder)])
        for language, sentence in SENTENCES.items():
            measure(speech, data, language, sentence)
        speech.close()


def measure(speech: Speech, data: Path, language: Language, sentence: str) -> None:
    """One line about one language."""
    bare, full, known = [], [], []
    speech.clip(sentence.format(0), language)  # the library loads a dictionary once
    for number in range(100, 100 + ROUNDS):
        text = sentence.format(number)
        read = script(spoken_words(text, language)).text
        voice = LIBRARY_VOICES[language]
        bare.append(took_ms(lambda: speak(read, voice, WORDS_PER_MINUTE, data)))  # noqa: B023
        full.append(took_ms(lambda: speech.clip(text, language)))  # noqa: B023
        known.append(took_ms(lambda: speech.clip(text, language)))  # noqa: B023
    duration_ms = speech.clip(text, language).duration_ms
    print(
        f"{language}: {len(text)} characters, {duration_ms} ms of sound: "
        f"library {median(bare):.1f} ms, new clip {median(full):.1f} ms "
        f"(ratio {median(full) / median(bare):.2f}), known clip {median(known) * 1000:.0f} µs"
    )


if __name__ == "__main__":
    main()
