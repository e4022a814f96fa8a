"""``kiosk audio``: report, list, build, install, bring, say, normalise."""

import argparse
import json
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from audio.building.bringing import brought_clip, phrase_of
from audio.building.builder import Builder, Built
from audio.building.engine import Engine
from audio.embedded import EmbeddedVoice
from audio.errors import AudioError, CannotSay, FileRefused, SynthesisFailed
from audio.normalise import spoken_text
from audio.report import Coverage, as_json, coverage
from audio.sayable import Sayable
from audio.shelf.card import Card, is_voice_name
from audio.shelf.fitting import Clips, fitted
from audio.shelf.pack import Told, install_pack, read_pack, write_pack
from audio.shelf.shelf import Shelf
from audio.sounds.foreign import MOST_BYTES, is_sound_name
from audio.sounds.wav import wav_samples
from audio.sounds.written import check_ending, written
from demo_store.village.scene_content import load_scene
from demo_store.world.catalogue import load_catalogue
from kiosk import data_folder
from kiosk.course import the_course
from kiosk.errors import KioskError
from kiosk.inventory import inventory
from kiosk.output import drop_output
from kiosk.progress.errors import ProgressError
from kiosk.progress.lock import FolderLock
from kiosk.progress_bar import progress_bar, progress_line
from kiosk.stopping import noticing_stops
from kiosk.voices import shelves
from lessons.phrase import Language

_NAMES: Final[dict[Language, str]] = {"ug": "Uyghur", "zh": "Chinese", "en": "English"}


class AudioProblem(KioskError):
    """It could not be done; one line."""


def run(options: argparse.Namespace) -> int:
    """Do what the options say; the exit code."""
    acts = {
        "report": _report,
        "list": _list,
        "build": _build,
        "install": _install,
        "bring": _bring,
        "say": _say,
        "normalise": _normalise,
    }
    try:
        return acts[options.act](options)
    except (AudioError, ProgressError) as error:
        raise AudioProblem(str(error)) from error


def _sayables(language: Language | None = None) -> tuple[Sayable, ...]:
    catalogue = load_catalogue()
    found = inventory(the_course(catalogue).course, catalogue, load_scene())
    return tuple(each for each in found if language in (None, each.language))


# -- what is there


def _report(options: argparse.Namespace) -> int:
    data = data_folder.choose(options.data)
    data_folder.check_kind(data)
    kept = shelves(data)
    voice = EmbeddedVoice(data / "cache" / "speech")
    can_say = partial(_speaks, voice)
    found = coverage(_sayables(), kept.recorded, kept.built, can_say)
    if options.json:
        _print_lines([json.dumps(as_json(found), indent=2)])
    else:
        _print_lines(_table(found))
    return 1 if any(one.missing or one.silent for one in found.values()) else 0


def _speaks(voice: EmbeddedVoice, language: Language) -> bool:
    try:
        voice.check(language)
    except CannotSay as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return False
    return True


def _table(found: dict[Language, Coverage]) -> Iterator[str]:
    names = ("phrases", "recorded", "built", "embedded", "stale", "missing", "seconds", "bytes")
    yield f"{'':8}" + "".join(f"{name:>10}" for name in names)
    for language, one in found.items():
        yield f"{_NAMES[language]:8}" + "".join(f"{getattr(one, name):>10}" for name in names)
    most = max(one.open for one in found.values())
    yield f"besides {most} that hold a name or a sum: only the embedded voice can say those"
    for language, one in found.items():
        if one.silent:
            yield f"{_NAMES[language]}: nobody can say {one.silent} of those"
        yield from (f"stale: {language} {key}" for key in one.stale_keys)


def _list(options: argparse.Namespace) -> int:
    _print_lines(
        f"{each.key}\t{' '.join(each.text.split())}"
        for each in _sayables(options.lang)
        if not each.is_open
    )
    return 0


# -- packs


def _build(options: argparse.Namespace) -> int:
    out = Path(options.out).absolute()
    if out.is_dir() or not out.parent.is_dir():
        raise AudioProblem(f"{out} cannot be written: not a file in a folder that is there")
    work = out.with_name(f"{out.name}.building")
    engine = _engine(options, work)
    if options.lang not in engine.languages:
        raise AudioProblem(f"{engine.name} has no voice for {_NAMES[options.lang]}")
    try:
        with noticing_stops(at_once=engine.name != "espeak") as look:
            shelf = _begun(engine, work, out)
            built = _built(Builder(shelf, engine), _sayables(options.lang), look)
            clips = write_pack(shelf, out)
    except KeyboardInterrupt:
        raise AudioProblem(f"stopped, run it again to go on: {work} has what is made") from None
    for each in shelf.failed:
        print(f"kiosk: not made: {each.key}: {each.reason}", file=sys.stderr)
    print(f"{out}: {clips} clips ({built.made} new, {built.failed} failed)")
    if built.stopped:
        raise AudioProblem(f"stopped early, run it again to go on: {built.stopped}")
    if shelf.failed:
        return 1
    shutil.rmtree(work, ignore_errors=True)
    return 0


def _begun(engine: Engine, work: Path, out: Path) -> Shelf:
    """The shelf to fill, with what an earlier run made; a refusal leaves nothing behind."""
    was_there = work.exists()
    try:
        engine.check()
        shelf = Shelf(work)
        if out.exists() and not shelf.cards():
            with progress_line(sys.stderr) as told:
                install_pack(out, shelf, told)
    except AudioError:
        if not was_there:
            shutil.rmtree(work, ignore_errors=True)
        raise
    return shelf


def _built(builder: Builder, sayables: tuple[Sayable, ...], look: Callable[[], None]) -> Built:
    ahead = sum(not each.is_open for each in sayables)
    with progress_bar(sys.stderr, ahead) as one_more:

        def told(_done: int, _of: int) -> None:
            one_more()
            look()

        return builder.build(sayables, told)


def _engine(options: argparse.Namespace, work: Path) -> Engine:
    match options.engine:
        case "gtts":
            from audio.building.gtts_engine import GttsEngine

            return GttsEngine()
        case "neural":
            from audio.building.neural_engine import NeuralEngine

            if not options.model:
                raise AudioProblem("--engine neural needs --model DIR")
            return NeuralEngine(Path(options.model).absolute(), options.lang)
        case _:
            from audio.building.embedded_engine import EmbeddedEngine

            return EmbeddedEngine(work)


def _install(options: argparse.Namespace) -> int:
    data = data_folder.choose(options.data)
    data_folder.check(data)
    pack = Path(options.pack)
    with progress_line(sys.stderr) as told:
        clips = read_pack(pack, told)
    found = fitted(clips, _sayables())  # first: a refusal leaves no new folder behind
    if found.unknown and not found.clips:
        raise FileRefused(pack.name, "no clip in it is of a phrase of this kiosk")
    with FolderLock(data_folder.prepare(data)), progress_line(sys.stderr) as told:
        shelves(data).built.keep(_counted(found.clips, told))
    for line in found.told():
        print(f"kiosk: {line}", file=sys.stderr)
    print(f"{len(found.clips)} clips are there now; the kiosk plays them from its next start")
    return 0


def _counted(clips: Clips, told: Told) -> Iterator[tuple[Card, bytes]]:
    for done, each in enumerate(clips):
        told(done, len(clips))
        yield each


# -- files from elsewhere


def _bring(options: argparse.Namespace) -> int:
    if options.voice is not None and not is_voice_name(options.voice):
        raise AudioProblem("--voice: 1 to 60 letters, no stroke in it and no telephone number")
    data = data_folder.choose(options.data)
    data_folder.check(data)
    by_key = {each.key: each for each in _sayables(options.lang) if not each.is_open}
    paths = list(_sound_files([Path(path) for path in options.paths]))
    if options.key and len(paths) != 1:
        raise AudioProblem("--key is for one file")
    if not paths:
        raise AudioProblem("there is no sound file")
    clips = []
    for path, phrase in _each_once(paths, by_key, options.key or ""):
        try:
            clips.append(brought_clip(path.name, _content(path), phrase, options.voice or ""))
        except SynthesisFailed as error:
            raise FileRefused(path.name, error.reason) from error
    with FolderLock(data_folder.prepare(data)):
        shelves(data).recorded.keep(clips)
    print(f"{len(clips)} recordings are there now; the kiosk plays them from its next start")
    return 0


def _each_once(
    paths: list[Path], by_key: dict[str, Sayable], key: str
) -> Iterable[tuple[Path, Sayable]]:
    """The files with their phrases; two of one phrase are refused, as only one could be kept."""
    found: dict[str, tuple[Path, Sayable]] = {}
    for path in paths:
        phrase = phrase_of(path.name, by_key, key)
        if phrase.key in found:
            both = f"{found[phrase.key][0]} and {path}"
            raise AudioProblem(f"{both} say the same phrase: bring one of them")
        found[phrase.key] = path, phrase
    return found.values()


def _sound_files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if _is_sound(each))
        else:
            yield path


def _is_sound(path: Path) -> bool:
    return is_sound_name(path.name) and not path.name.startswith(".")  # some systems leave those


def _content(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # such as /dev/zero, or a pipe that never ends
            raise FileRefused(path.name, "not a regular file")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileRefused(path.name, error.strerror or "it cannot be read") from error


# -- one text


def _say(options: argparse.Namespace) -> int:
    check_ending(options.out)
    data = data_folder.choose(options.data)
    data_folder.check_kind(data)
    voice = EmbeddedVoice(data / "cache" / "speech")
    spoken = voice.say(options.text, options.lang)
    sound = written(options.out, wav_samples(spoken.sound))
    try:
        _replace(Path(options.out), sound)
    except OSError as error:
        raise AudioProblem(f"{options.out}: {error.strerror}") from error
    print(f"{options.out}: {spoken.duration_ms / 1000:.1f} s")
    return 0


def _replace(out: Path, content: bytes) -> None:
    """As a whole, or not at all; what is no file, such as a pipe, is written to as it is."""
    if out.exists() and not out.is_file():
        out.write_bytes(content)
        return
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_bytes(content)
        part.replace(out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _normalise(options: argparse.Namespace) -> int:
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    lines = sys.stdin if options.text is None else [options.text]
    _print_lines(spoken_text(line.rstrip("\r\n"), options.lang) for line in lines)
    return 0


def _print_lines(lines: Iterable[str]) -> None:
    """Each at once, until there are no more or nobody reads them."""
    try:
        for line in lines:
            print(line, flush=True)
    except BrokenPipeError:  # what is left at the end goes nowhere
        drop_output()
    except OSError as error:
        drop_output()
        raise AudioProblem(f"the output cannot be written: {error.strerror}") from error
