"""`kiosk audio` from the command line: real files, exit codes, one line for what is refused."""

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from audio.building.builder import kept_clip
from audio.building.engine import Raw
from audio.embedded import EmbeddedVoice
from audio.errors import EngineUnavailable, SynthesisFailed
from audio.sayable import Sayable, keys_by_text
from audio.shelf.pack import write_pack
from audio.shelf.shelf import Shelf
from audio.sounds.foreign import read_sound
from audio.sounds.loudness import loudness
from audio.sounds.wav import wav_samples
from audio.sounds.whole import check_whole
from audio.sounds.written import written
from audio.speech import Speech
from kiosk import audio_commands
from kiosk.cli import main
from kiosk.progress.lock import FolderLock
from kiosk.progress_bar import progress_line
from kiosk.voices import chain, shelves
from lessons.phrase import LANGUAGES, Language
from tests.sounds import file_of, noise, tone

TEXTS = {
    "nav.back": ("قايتىش", "返回", "Back"),
    "nav.home": ("باش بەت", "首页", "Home"),
    "bread.nang": ("بىر نان", "一个馕", "one nang"),
    "hello.name": ("سالام {name}", "你好{name}", "hello {name}"),
}
INVENTORY = tuple(
    Sayable(key, language, text, "{" in text)
    for key, texts in TEXTS.items()
    for language, text in zip(LANGUAGES, texts, strict=True)
)


@pytest.fixture(autouse=True)
def few_phrases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audio_commands, "inventory", lambda *_: INVENTORY)
    monkeypatch.setattr(audio_commands, "the_course", lambda _: type("L", (), {"course": None}))
    monkeypatch.setattr(audio_commands, "load_catalogue", lambda: None)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def kiosk(*arguments: object) -> int:
    return main(["audio", *map(str, arguments)])


def refused(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: object) -> str:
    """The one line of a refusal, after which every file of the folder is as it was."""
    before = content(folder)
    capsys.readouterr()
    assert kiosk(*arguments) == 2
    told = capsys.readouterr()
    assert content(folder) == before
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("kiosk: ")
    return told.err


def content(folder: Path) -> dict[str, bytes]:
    """Every file, but the lock's (it is empty) and the voice's own data."""
    return {
        str(path): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "kiosk.lock" and "cache" not in path.parts
    }


def report(capsys: pytest.CaptureFixture[str], data: Path) -> dict[str, dict[str, float]]:
    capsys.readouterr()
    assert kiosk("report", "--json", "--data", data) == 0
    found: dict[str, dict[str, float]] = json.loads(capsys.readouterr().out)
    return found


def voice_of(data: Path, text: str, language: Language) -> str:
    """Who says this in a kiosk on this folder."""
    cache = data / "cache" / "speech"
    speech = Speech(cache, chain(shelves(data), cache, keys_by_text(INVENTORY)))
    try:
        return speech.clip(text, language).voice
    finally:
        speech.close()


# -- report


def test_a_report_counts_every_phrase(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    found = report(capsys, data)
    assert set(found) == set(LANGUAGES)
    for one in found.values():
        assert one == {
            "phrases": 3, "recorded": 0, "built": 0, "embedded": 3,
            "stale": 0, "missing": 0, "seconds": 0.0, "bytes": 0,
        }  # fmt: skip


def test_a_report_for_people_has_a_line_for_each_language(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    assert kiosk("report", "--data", data) == 0
    lines = capsys.readouterr().out.splitlines()
    heads = ["phrases", "Uyghur", "Chinese", "English", "besides"]
    assert [line.split()[0] for line in lines] == heads


def test_what_nobody_can_say_is_an_exit_code_of_one(
    capsys: pytest.CaptureFixture[str], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object) -> None:
        raise SynthesisFailed("x", "ug", "no library")

    monkeypatch.setattr(audio_commands.EmbeddedVoice, "say", silent)
    assert kiosk("report", "--json", "--data", data) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["ug"]["missing"] == 3
    assert "no library" in told.err
    assert kiosk("report", "--data", data) == 1
    assert "Uyghur: nobody can say 1 of those" in capsys.readouterr().out


def test_a_report_for_people_names_what_is_stale(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    former = Sayable("nav.home", "zh", "家")
    shelves(data).recorded.keep([kept_clip(former, Raw(tone(0.4)), "recorded")])
    assert kiosk("report", "--data", data) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "stale: zh nav.home"


@pytest.mark.parametrize("act", [["report"], ["report", "--json"], ["say", "--lang", "en", "one"]])
@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_is_no_data_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, act: list[str], below: str
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    out = ["--out", tmp_path / "a.wav"] if "say" in act else []
    assert "Not a directory" in refused(capsys, tmp_path, *act, *out, "--data", file / below)


def test_a_list_names_every_phrase_that_can_be_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("list", "--lang", "en") == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert lines == [["nav.back", "Back"], ["nav.home", "Home"], ["bread.nang", "one nang"]]


# -- build and install


def test_a_pack_is_built_carried_and_heard(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path
) -> None:
    pack = tmp_path / "zh.zip"
    assert kiosk("build", "--lang", "zh", "--out", pack) == 0
    assert "3 clips (3 new, 0 failed)" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "zh.zip"]
    assert kiosk("install", pack, "--data", data) == 0
    assert "3 clips" in capsys.readouterr().out
    found = report(capsys, data)
    assert (found["zh"]["built"], found["zh"]["embedded"], found["ug"]["built"]) == (3, 0, 0)
    assert found["zh"]["bytes"] <= 4_000 * found["zh"]["seconds"] * 1.05
    assert voice_of(data, "返回", "zh") == "built"
    assert voice_of(data, "你好！", "zh") == "espeak"


class Failing:
    """An engine that cannot say one phrase, or stops at it."""

    name, languages, pause_s = "gtts", LANGUAGES, 0.0

    def __init__(self, wrong: BaseException | None) -> None:
        self._wrong = wrong

    def check(self) -> None: ...

    def make(self, text: str, language: Language) -> Raw:  # noqa: ARG002
        if text == "Home" and self._wrong:
            raise self._wrong
        return Raw(tone(0.2 + len(text) / 20))


def use(monkeypatch: pytest.MonkeyPatch, wrong: BaseException | None) -> None:
    monkeypatch.setattr(audio_commands, "_engine", lambda *_: Failing(wrong))


def test_what_could_not_be_made_is_told_kept_apart_and_made_the_next_time(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "en.zip"
    use(monkeypatch, SynthesisFailed("Home", "en", "odd"))
    for made in (2, 0):
        assert kiosk("build", "--lang", "en", "--out", pack) == 1
        told = capsys.readouterr()
        assert told.err == "kiosk: not made: nav.home: cannot say 'Home' [en]: odd\n"
        assert f"2 clips ({made} new, 1 failed)" in told.out
    assert kiosk("install", pack, "--data", data) == 0
    use(monkeypatch, None)
    assert kiosk("build", "--lang", "en", "--out", pack) == 0
    assert "3 clips (1 new, 0 failed)" in capsys.readouterr().out


@pytest.mark.parametrize("stop", [EngineUnavailable("gtts", "no network"), KeyboardInterrupt()])
def test_a_stopped_build_goes_on_where_it_was(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stop: BaseException,
) -> None:
    pack = tmp_path / "en.zip"
    use(monkeypatch, stop)
    assert kiosk("build", "--lang", "en", "--out", pack) == 2
    told = capsys.readouterr().err
    assert "run it again to go on" in told
    assert told.count("\n") == 1
    use(monkeypatch, None)
    assert kiosk("build", "--lang", "en", "--out", pack) == 0
    assert "3 clips (2 new, 0 failed)" in capsys.readouterr().out


class Asked(Failing):
    """The embedded voice, while somebody asks the program to end."""

    name = "espeak"

    def __init__(self, number: signal.Signals) -> None:
        super().__init__(None)
        self._number = number

    def make(self, text: str, language: Language) -> Raw:
        if text == "Home":  # as in a callback of the library, where an exception would be lost
            with suppress(KeyboardInterrupt):
                signal.raise_signal(self._number)
        return super().make(text, language)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_asked_to_end_keeps_what_it_has(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
) -> None:
    pack = tmp_path / "en.zip"
    before = signal.getsignal(number)
    monkeypatch.setattr(audio_commands, "_engine", lambda *_: Asked(number))
    assert kiosk("build", "--lang", "en", "--out", pack) == 2
    told = capsys.readouterr().err
    assert f"run it again to go on: {pack}.building has what is made" in told
    assert told.count("\n") == 1
    assert len(Shelf(tmp_path / "en.zip.building").cards()) == 2
    assert signal.getsignal(number) == before


def test_a_pack_that_is_there_is_gone_on_with(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "en.zip"
    use(monkeypatch, None)
    for made in (3, 0):
        assert kiosk("build", "--lang", "en", "--out", pack) == 0
        assert f"3 clips ({made} new, 0 failed)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--lang", "ug", "--engine", "gtts", "--out", "p.zip"], "no voice for Uyghur"),
        (["--lang", "ug", "--engine", "neural", "--out", "p.zip"], "needs --model DIR"),
        (["--lang", "ug", "--engine", "neural", "--model", ".", "--out", "p.zip"], "no model.onnx"),
        (["--lang", "zh", "--out", "nowhere/p.zip"], "cannot be written"),
        (["--lang", "zh", "--out", "."], "cannot be written"),
        (["--lang", "zh", "--out", "notes.txt"], "notes.txt"),
        (["--lang", "fr", "--out", "p.zip"], "see kiosk --help"),
        (["--lang", "zh"], "see kiosk --help"),
    ],
)
def test_a_build_that_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    why: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("somebody's own file")
    assert why in refused(capsys, tmp_path, "build", *arguments)


@pytest.mark.parametrize("bad", [b"", b"not a pack", b"PK\x03\x04 torn"])
def test_what_is_no_pack_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path, bad: bytes
) -> None:
    pack = tmp_path / "bad.zip"
    pack.write_bytes(bad)
    assert "bad.zip" in refused(capsys, tmp_path, "install", pack, "--data", data)
    assert "no such file" in refused(capsys, tmp_path, "install", "gone.zip", "--data", data)
    assert not (data / "voices").exists()


def test_a_pack_with_a_way_out_of_the_folder_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "en.zip"
    use(monkeypatch, None)
    kiosk("build", "--lang", "en", "--out", pack)
    with zipfile.ZipFile(pack, "a") as opened:
        opened.writestr("../../evil.mp3", b"x")
    assert "does not belong" in refused(capsys, tmp_path, "install", pack, "--data", data)


def test_a_refused_pack_makes_no_data_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pack, new = tmp_path / "pack.zip", tmp_path / "new"
    pack.write_bytes(b"no pack")
    refused(capsys, tmp_path, "install", pack, "--data", new)
    assert not new.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
@pytest.mark.parametrize("kind", ["/dev/zero", "pipe"])
def test_what_is_no_regular_file_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path, kind: str
) -> None:
    odd = tmp_path / "nav.home.wav"
    if kind == "pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to(kind)
    install = ("install", odd, "--data", data)
    bring = ("bring", odd, "--lang", "ug", "--data", data)
    for arguments in (install, bring):
        capsys.readouterr()
        assert kiosk(*arguments) == 2
        assert capsys.readouterr().err == "kiosk: nav.home.wav: not a regular file\n"


def test_a_pack_that_is_too_large_is_not_even_looked_into(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path
) -> None:
    pack = tmp_path / "large.zip"
    with pack.open("wb") as file:
        file.truncate(300 * 1024 * 1024)  # takes no room on the disk
    assert kiosk("install", pack, "--data", data) == 2
    assert "large.zip: larger than" in capsys.readouterr().err


def packed(folder: Path, *each: Sayable) -> Path:
    shelf = Shelf(folder / "shelf")
    shelf.keep([kept_clip(one, Raw(tone(0.3 + n / 10)), "gtts") for n, one in enumerate(each)])
    write_pack(shelf, folder / "pack.zip")
    return folder / "pack.zip"


def test_what_a_pack_says_of_other_phrases_is_told_in_a_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path
) -> None:
    swapped = [Sayable("nav.home", "en", "Back"), Sayable("nav.back", "en", "Home")]
    former = Sayable("bread.nang", "en", "a nang")
    strange = Sayable("no.such.phrase", "en", "Who says this?")
    pack = packed(tmp_path, *swapped, former, strange)
    assert kiosk("install", pack, "--data", data) == 0
    told = capsys.readouterr()
    assert "3 clips are there now" in told.out
    assert told.err.splitlines() == [
        "kiosk: 2 had the words of another phrase, and are kept as that one's: nav.home, nav.back",
        "kiosk: 1 say what their phrase said before: bread.nang",
        "kiosk: 1 are of no phrase of this kiosk, and were left out: no.such.phrase",
    ]
    built = shelves(data).built
    for key, text in (("nav.home", "Home"), ("nav.back", "Back"), ("bread.nang", "a nang")):
        card = built.of_key(key, "en")
        assert card is not None
        assert card.text == text


def test_a_pack_of_nothing_but_other_phrases_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path
) -> None:
    pack = packed(tmp_path, Sayable("no.such.phrase", "en", "Who says this?"))
    assert "no clip in it is of a phrase" in refused(
        capsys, tmp_path, "install", pack, "--data", data
    )


# -- bring


def test_two_recordings_of_one_phrase_are_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path
) -> None:
    folder = tmp_path / "voices"
    folder.mkdir()
    for kind in ("mp3", "wav"):
        (folder / f"nav.home.{kind}").write_bytes(file_of(tone(0.5), kind))
    line = refused(capsys, tmp_path, "bring", folder, "--lang", "ug", "--data", data)
    assert "nav.home.mp3" in line
    assert "nav.home.wav" in line
    assert not (data / "voices").exists()


def test_a_recording_is_what_the_kiosk_plays_afterwards(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path
) -> None:
    folder = tmp_path / "voices"
    folder.mkdir()
    for number, (key, kind) in enumerate(
        [("nav.back", "wav"), ("nav.home", "m4a"), ("bread.nang", "ogg")]
    ):
        sound = tone(0.6 + number / 10)
        (folder / f"{key}.{kind}").write_bytes(file_of(sound, kind))
    (folder / "read me.txt").write_text("not a sound")
    (folder / "._nav.back.wav").write_bytes(b"left by a system")
    assert kiosk("bring", folder, "--lang", "ug", "--voice", "voice one", "--data", data) == 0
    assert "3 recordings" in capsys.readouterr().out
    found = report(capsys, data)["ug"]
    assert (found["recorded"], found["embedded"], found["missing"]) == (3, 0, 0)
    cache = data / "cache" / "speech"
    speech = Speech(cache, chain(shelves(data), cache, keys_by_text(INVENTORY)))
    clip = speech.clip("باش بەت", "ug")
    sound = speech.sound(clip.key)
    assert clip.voice == "recorded"
    assert sound is not None
    assert abs(read_sound("a.ogg", sound).duration_ms - 700) < 150
    assert [word.text for word in clip.words] == ["باش", "بەت"]
    speech.close()
    assert {card.voice for card in Shelf(data / "voices" / "recorded").cards()} == {"voice one"}


def test_one_file_of_any_name_is_brought_by_its_key(tmp_path: Path, data: Path) -> None:
    file = tmp_path / "Aufnahme 1.mp3"
    file.write_bytes(file_of(tone(0.5), "mp3"))
    assert kiosk("bring", file, "--lang", "en", "--key", "nav.home", "--data", data) == 0
    assert voice_of(data, "Home", "en") == "recorded"
    assert voice_of(data, "Back", "en") == "espeak"


@pytest.mark.parametrize(
    ("name", "sound", "options", "why"),
    [
        ("nav.home.wav", b"", [], "the file is empty"),
        ("nav.home.wav", b"text", [], "not a sound file"),
        ("nav.home.mp3", file_of(tone(0.3), "wav"), [], "its ending is wrong"),
        ("nav.home.pdf", b"%PDF", [], "not one of"),
        ("nav.home.ogg", file_of(tone(0.5), "ogg")[:300], [], "nav.home.ogg"),
        ("nav.home.wav", file_of(tone(1.0), "wav")[:40_000], [], "nav.home.wav: it is cut off"),
        ("nav.home.mp3", file_of(tone(1.0), "mp3")[:-500], [], "nav.home.mp3: it is cut off"),
        ("nav.home.wav", file_of(noise(61.5, 3000), "wav"), [], "longer than 60 seconds"),
        ("nav.home.wav", file_of(noise(0.5, 20), "wav"), [], "nav.home.wav: it stayed silent"),
        ("nav.home.wav", file_of(noise(0.03, 9_000), "wav"), [], "nav.home.wav: it is too short"),
        ("nav.home.wav", file_of(tone(0.3), "wav"), ["--voice", ""], "--voice"),
        ("nav.home.wav", file_of(tone(0.3), "wav"), ["--voice", "13812345678"], "--voice"),
        ("nav.nowhere.wav", file_of(tone(0.3), "wav"), [], "there is no phrase 'nav.nowhere'"),
        ("hello.name.wav", file_of(tone(0.3), "wav"), [], "there is no phrase"),
        ("nav.home.wav", file_of(tone(0.3), "wav"), ["--voice", "a/b"], "--voice"),
        ("nav.home.wav", file_of(tone(0.3), "wav"), ["--voice", "x" * 61], "--voice"),
        ("nav.home.wav", file_of(tone(0.3), "wav"), ["--voice", "\udcff"], "--voice"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_file_that_cannot_be_taken_is_refused_and_no_other_is_taken(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    data: Path,
    name: str,
    sound: bytes,
    options: list[str],
    why: str,
) -> None:
    good, bad = tmp_path / "bread.nang.wav", tmp_path / name
    good.write_bytes(file_of(tone(0.4), "wav"))
    bad.write_bytes(sound)
    line = refused(capsys, tmp_path, "bring", good, bad, "--lang", "ug", "--data", data, *options)
    assert why in line
    assert not (data / "voices").exists()


def test_a_folder_without_sound_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    arguments = ("bring", empty, "--lang", "ug", "--data", data)
    assert "no sound file" in refused(capsys, tmp_path, *arguments)
    assert "--key is for one file" in refused(capsys, tmp_path, *arguments, "--key", "nav.home")
    assert "gone.wav" in refused(
        capsys, tmp_path, "bring", tmp_path / "gone.wav", "--lang", "ug",
        "--key", "nav.home", "--data", data,
    )  # fmt: skip


def test_a_running_kiosk_is_not_disturbed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, pack = tmp_path / "nav.home.wav", tmp_path / "en.zip"
    file.write_bytes(file_of(tone(0.5), "wav"))
    use(monkeypatch, None)
    kiosk("build", "--lang", "en", "--out", pack)
    with FolderLock(data):
        assert str(data) in refused(capsys, tmp_path, "install", pack, "--data", data)
        assert str(data) in refused(capsys, tmp_path, "bring", file, "--lang", "ug", "--data", data)
        assert kiosk("report", "--data", data) == 0  # looking is allowed
    assert kiosk("install", pack, "--data", data) == 0


# -- one text


def test_a_text_is_said_into_a_file(tmp_path: Path, data: Path) -> None:
    out = tmp_path / "said.wav"
    assert kiosk("say", "--lang", "ug", "7 نان", "--out", out, "--data", data) == 0
    assert read_sound("said.wav", out.read_bytes()).duration_ms > 400


@pytest.mark.parametrize("ending", ["wav", "mp3", "ogg", "opus", "MP3"])
def test_a_text_is_said_into_the_kind_of_file_that_is_asked_for(
    tmp_path: Path, data: Path, ending: str
) -> None:
    out, as_wav = tmp_path / f"said.{ending}", tmp_path / "a.wav"
    for file in (out, as_wav):
        assert kiosk("say", "--lang", "en", "seven nang", "--out", file, "--data", data) == 0
    heard = read_sound(out.name, out.read_bytes())  # refuses what is not what its ending says
    check_whole(out.name, out.read_bytes())
    plain = read_sound("a.wav", as_wav.read_bytes())
    assert abs(heard.duration_ms - plain.duration_ms) < 120


@pytest.mark.parametrize("ending", ["wav", "mp3", "ogg", "opus", "MP3"])
def test_what_was_said_is_as_loud_in_every_kind_of_file(data: Path, ending: str) -> None:
    # of one speaking: the same words said again are up to 1.6 LU louder or softer
    spoken = wav_samples(EmbeddedVoice(data / "cache" / "speech").say("seven nang", "en").sound)
    heard = read_sound(f"said.{ending}", written(f"said.{ending}", spoken))
    assert abs(loudness(heard) - loudness(spoken)) < 1  # type: ignore[operator]


@pytest.mark.parametrize("name", ["said", "said.flac", "said.m4a", "said.", "wav", "said.txt"])
def test_another_ending_is_refused_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path, name: str
) -> None:
    out = tmp_path / name
    told = refused(capsys, tmp_path, "say", "--lang", "en", "good", "--out", out, "--data", data)
    assert "not one of .mp3, .ogg, .opus, .wav" in told
    assert not out.exists()


@pytest.mark.parametrize("text", ["", "…", "\udcff"])
def test_what_has_no_word_is_not_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path, text: str
) -> None:
    out = tmp_path / "said.wav"
    refused(capsys, tmp_path, "say", "--lang", "en", text, "--out", out, "--data", data)


def test_a_place_that_cannot_be_written_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path
) -> None:
    out = tmp_path / "nowhere" / "said.wav"
    assert str(out) in refused(
        capsys, tmp_path, "say", "--lang", "en", "good", "--out", out, "--data", data
    )


def test_what_will_be_said_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("normalise", "--lang", "ug", "7 نان") == 0
    assert capsys.readouterr().out == "يەتتە نان\n"


def test_lines_come_from_stdin_and_each_gives_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "7 نان\r\n\n2000\n…\n".encode() + b"\xff\xfe 3"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))
    assert kiosk("normalise", "--lang", "ug") == 0
    said = capsys.readouterr().out.split("\n")
    assert said[:4] == ["يەتتە نان", "", "ئىككى مىڭ", ""]
    assert said[4].endswith("ئۈچ")
    assert len(said) == 6


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe of this kind")
def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    command = [sys.executable, "-m", "kiosk", "audio", "normalise", "--lang", "en"]
    ran = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert ran.stdin and ran.stdout and ran.stderr
    ran.stdout.close()
    ran.stdin.write(b"one 1\n" * 100)
    ran.stdin.close()
    told = ran.stderr.read()
    ran.stderr.close()
    ran.wait(60)
    assert told == b""


def test_no_part_of_a_sound_stays_where_the_disk_is_full(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path
) -> None:
    resource = pytest.importorskip("resource", reason="this system has no limits of files")
    out = tmp_path / "good.wav"
    say = ("say", "--lang", "en", "good", "--out", out, "--data", data)
    assert kiosk(*say) == 0  # the voice's data are there
    out.unlink()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    try:
        told = refused(capsys, tmp_path, *say)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert str(out) in told


def test_how_far_an_install_is_shows_on_a_terminal(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pack = packed(tmp_path, Sayable("nav.home", "en", "Home"), Sayable("nav.back", "en", "Back"))
    monkeypatch.setattr(audio_commands, "progress_line", lambda stream: progress_line(stream, 0.0))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert kiosk("install", pack, "--data", data) == 0
    told = capsys.readouterr().err
    assert "100%" in told  # what is read and checked
    assert " 50%" in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("act", [["normalise", "--lang", "en", "7"], ["report", "--json"]])
def test_a_full_disk_is_one_line(tmp_path: Path, act: list[str]) -> None:
    command = [sys.executable, "-m", "kiosk", "audio", *act]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "KIOSK_DATA": str(tmp_path)},
        )
    assert ended.returncode == 2
    assert ended.stderr.startswith("kiosk: the output cannot be written")
    assert ended.stderr.count("\n") == 1
