"""The seat of a neural voice: sherpa-onnx with a VITS model, such as those of MMS (one is Uyghur).

The package ``sherpa-onnx`` is not among the kiosk's own: who brings a model installs it. A model is
a folder with ``model.onnx`` and ``tokens.txt``, and where it needs them ``lexicon.txt`` and
``espeak-ng-data``.
"""

import subprocess
import sys
from array import array
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from audio.errors import EngineUnavailable, NothingToSay, SynthesisFailed
from audio.normalise import spoken_text
from audio.sounds.foreign import Samples, read_sound
from audio.sounds.loudness import levelled
from audio.sounds.mp3 import RATES
from audio.sounds.wav import trimmed, wav_file
from lessons.phrase import Language

if TYPE_CHECKING:
    from sherpa_onnx import OfflineTts

NAME: Final = "neural"
MODEL: Final = "model.onnx"
TOKENS: Final = "tokens.txt"
_LEXICON: Final = "lexicon.txt"
_DATA: Final = "espeak-ng-data"
_TRIAL_S: Final = 120
_THREADS: Final = 2


class NeuralModel:
    """One model, opened."""

    def __init__(self, folder: Path) -> None:
        """Open it, which may take seconds.

        Raises:
            EngineUnavailable: the package or a file is missing, or it is no such model.
        """
        check_files(folder)
        _try_apart(folder)
        self._model = _opened(folder)

    def say(self, text: str, language: Language) -> Samples:
        """The text as sound, without silence around it and as loud as other clips.

        Raises:
            NothingToSay: there is no word in it.
            SynthesisFailed: the model cannot say it.
        """
        read = spoken_text(text, language)
        if not read:
            raise NothingToSay(text, language)
        made = self._model.generate(read)
        if not made.samples:
            raise SynthesisFailed(text, language, "the model stayed silent")
        heard = _at_our_rate(_sixteen_bit(made.samples), made.sample_rate)
        done = levelled(Samples(trimmed(heard.values, heard.rate).samples, heard.rate))
        if not done.values:
            raise SynthesisFailed(text, language, "the model stayed silent")
        return done


def is_model(folder: Path) -> bool:
    """Whether the files of a model are there."""
    return all((folder / name).is_file() for name in (MODEL, TOKENS))


def check_files(folder: Path) -> None:
    """See that the package and the files are there, without opening them.

    Raises:
        EngineUnavailable: what is missing, in one line.
    """
    for name in (MODEL, TOKENS):
        if not (folder / name).is_file():
            raise EngineUnavailable(NAME, f"there is no {name} in {folder}")
    if find_spec("sherpa_onnx") is None:
        raise EngineUnavailable(NAME, "the package is missing: pip install sherpa-onnx")


def _try_apart(folder: Path) -> None:
    """Open it in a process of its own first: a broken model ends the process that opens it."""
    trial = [sys.executable, "-m", __name__, str(folder)]
    try:
        ended = subprocess.run(trial, capture_output=True, timeout=_TRIAL_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineUnavailable(NAME, f"{folder} was not opened: {type(error).__name__}") from error
    if b"ImportError" in ended.stderr:
        raise EngineUnavailable(NAME, "the package sherpa-onnx is there but cannot be loaded")
    if ended.returncode != 0:
        raise EngineUnavailable(NAME, f"{folder / MODEL} is no VITS model that can be opened")


def _opened(folder: Path) -> "OfflineTts":
    from sherpa_onnx import (
        OfflineTts,
        OfflineTtsConfig,
        OfflineTtsModelConfig,
        OfflineTtsVitsModelConfig,
    )

    lexicon, data = folder / _LEXICON, folder / _DATA
    vits = OfflineTtsVitsModelConfig(
        model=str(folder / MODEL),
        tokens=str(folder / TOKENS),
        lexicon=str(lexicon) if lexicon.is_file() else "",
        data_dir=str(data) if data.is_dir() else "",
    )
    config = OfflineTtsConfig(model=OfflineTtsModelConfig(vits=vits, num_threads=_THREADS))
    if not config.validate():
        raise EngineUnavailable(NAME, f"the files in {folder} do not fit together")
    return OfflineTts(config)


def _sixteen_bit(samples: "list[float]") -> "array[int]":
    return array("h", (round(max(-1.0, min(1.0, value)) * 32767) for value in samples))


def _at_our_rate(values: "array[int]", rate: int) -> Samples:
    if rate in RATES:
        return Samples(values, rate)
    return read_sound("model.wav", wav_file(values, rate))


if __name__ == "__main__":
    _opened(Path(sys.argv[1]))
