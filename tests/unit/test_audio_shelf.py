"""Shelves and packs: kept durably, carried whole, and nothing in a foreign pack is believed."""

import json
import os
import zipfile
from array import array
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from audio.building.builder import kept_clip
from audio.building.engine import Raw
from audio.errors import FileRefused, NotKept, SynthesisFailed
from audio.kept import KeptVoice
from audio.sayable import Sayable
from audio.shelf import bundle, checking
from audio.shelf import pack as packing
from audio.shelf import shelf as shelving
from audio.shelf.bundle import MOST_CLIP_BYTES
from audio.shelf.card import Card, Failure, Manifest, digest_of, is_voice_name, text_hash
from audio.shelf.pack import install_pack, read_pack, write_pack
from audio.shelf.shelf import Shelf
from audio.sounds.foreign import Samples
from audio.sounds.mp3 import mp3_file
from audio.sounds.opus import opus_file
from tests.sounds import tone

NANG = Sayable("bread.nang", "ug", "نان")
EGGS = Sayable("eggs.many", "ug", "تۇخۇم")


def clip(each: Sayable, seconds: float = 0.5, source: str = "recorded") -> tuple[Card, bytes]:
    return kept_clip(each, Raw(tone(seconds)), source, "voice one")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


def files(shelf: Shelf) -> set[str]:
    return {path.stem for path in (shelf.folder / "clips").iterdir()}


def test_a_kept_clip_is_there_after_a_restart(shelf: Shelf) -> None:
    card, sound = clip(NANG)
    shelf.keep([(card, sound)])
    again = Shelf(shelf.folder)
    assert again.of_text(NANG.text_hash) == card
    assert again.of_key("bread.nang", "ug") == card
    assert again.sound(card) == sound
    assert card.voice == "voice one"
    assert [word.text for word in card.words] == ["نان"]


def test_a_newer_clip_of_a_text_takes_the_place_of_the_older(shelf: Shelf) -> None:
    old, new = clip(NANG), clip(NANG, 0.8)
    shelf.keep([old])
    shelf.keep([new])
    assert shelf.cards() == (new[0],)
    assert files(shelf) == {new[0].digest}


def test_former_words_of_a_phrase_are_still_found_by_its_key(shelf: Shelf) -> None:
    shelf.keep([clip(NANG)])
    changed = Sayable("bread.nang", "ug", "ئىسسىق نان")
    assert shelf.of_text(changed.text_hash) is None
    card = shelf.of_key("bread.nang", "ug")
    assert card is not None
    assert card.text == "نان"


def test_invisible_marks_do_not_make_a_text_another(shelf: Shelf) -> None:
    shelf.keep([clip(NANG)])
    assert shelf.of_text(text_hash("\u2068نان\u2069 ", "ug")) is not None
    assert shelf.of_text(text_hash("نان", "en")) is None


def test_a_removed_clip_is_gone_with_its_sound(shelf: Shelf) -> None:
    nang, eggs = clip(NANG), clip(EGGS, 0.6)
    shelf.keep([nang, eggs])
    shelf.remove([nang[0]])
    assert Shelf(shelf.folder).cards() == (eggs[0],)
    assert files(shelf) == {eggs[0].digest}


def test_a_failure_stands_until_the_phrase_is_made(shelf: Shelf) -> None:
    shelf.keep([], [Failure("ug", "bread.nang", "no network")])
    assert [each.key for each in Shelf(shelf.folder).failed] == ["bread.nang"]
    shelf.keep([clip(NANG)])
    assert Shelf(shelf.folder).failed == ()


def test_a_damaged_sound_is_not_played(shelf: Shelf) -> None:
    card, sound = clip(NANG)
    shelf.keep([(card, sound)])
    (shelf.folder / "clips" / f"{card.digest}.ogg").write_bytes(sound[:-10])
    assert shelf.sound(card) is None
    (shelf.folder / "clips" / f"{card.digest}.ogg").unlink()
    assert shelf.sound(card) is None


def test_a_damaged_sound_that_is_kept_again_is_whole(shelf: Shelf) -> None:
    card, sound = clip(NANG)
    for damage in (sound[:-10], b"", None):
        shelf.keep([(card, sound)])
        file = shelf.folder / "clips" / f"{card.digest}.ogg"
        file.unlink() if damage is None else file.write_bytes(damage)
        shelf.keep([(card, sound)])
        assert shelf.sound(card) == sound


def test_a_damaged_list_is_set_aside_and_no_sound_is_lost(shelf: Shelf) -> None:
    card, sound = clip(NANG)
    shelf.keep([(card, sound)])
    (shelf.folder / "manifest.json").write_bytes(b"{")
    again = Shelf(shelf.folder)
    assert again.cards() == ()
    again.keep([clip(EGGS, 0.6)])
    assert card.digest in files(again)
    assert (shelf.folder / "manifest.json.damaged").read_bytes() == b"{"


@pytest.mark.skipif(os.name == "nt", reason="needs a full device")
@pytest.mark.parametrize("where", ["clips", "manifest"])
def test_a_disk_that_refuses_changes_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    shelf.keep([clip(NANG)])
    before = shelf.cards()
    really = Path.open

    def full(path: Path, mode: str = "r", *rest: object) -> object:
        if "w" in mode and where in f"{path}":
            raise OSError(28, "No space left on device")
        return really(path, mode, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(NotKept, match="No space left"):
        shelf.keep([clip(EGGS, 0.6)])
    monkeypatch.undo()
    assert shelf.cards() == before == Shelf(shelf.folder).cards()
    assert files(shelf) == {before[0].digest}


@pytest.mark.parametrize("voice", ["a/b", "x" * 61, "\udcff"])
def test_what_could_not_be_read_back_is_never_written(shelf: Shelf, voice: str) -> None:
    """Else the next start would set every clip aside because of one."""
    shelf.keep([clip(NANG)])
    card, sound = clip(EGGS, 0.6)
    with pytest.raises(NotKept):
        shelf.keep([(msgspec.structs.replace(card, voice=voice), sound)])
    assert [each.key for each in Shelf(shelf.folder).cards()] == ["bread.nang"]
    assert len(files(shelf)) == 1
    assert not is_voice_name(voice)
    assert is_voice_name("voice one")


@pytest.mark.parametrize(
    "voice", ["", "  ", "13812345678", "Aygul 138 1234 5678", "0991-2831234", "١٣٨١٢٣٤٥٦٧٨"]
)
def test_a_telephone_or_nothing_is_no_name_of_a_voice(voice: str) -> None:
    assert not is_voice_name(voice)
    assert is_voice_name("voice 12")


# -- packs


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    full = Shelf(tmp_path / "full")
    full.keep([clip(NANG), clip(EGGS, 0.6)])
    out = tmp_path / "pack.zip"
    assert write_pack(full, out) == 2
    return out


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """A pack of an earlier kiosk: each sound is a member of its own."""
    clips = [clip(NANG), clip(EGGS, 0.6)]
    out = tmp_path / "apart.zip"
    with zipfile.ZipFile(out, "w") as made:
        cards = tuple(card for card, _ in clips)
        made.writestr("manifest.json", msgspec.json.encode(Manifest(schema=2, clips=cards)))
        for card, sound in clips:
            made.writestr(f"clips/{card.digest}.ogg", sound)
    return out


def test_a_pack_carries_clips_from_shelf_to_shelf(pack: Path, shelf: Shelf) -> None:
    assert install_pack(pack, shelf) == 2
    card = shelf.of_text(NANG.text_hash)
    assert card is not None
    assert shelf.sound(card) is not None


def test_a_pack_joins_what_is_there(pack: Path, shelf: Shelf) -> None:
    tea = Sayable("tea", "ug", "چاي")
    shelf.keep([clip(tea, 0.7)])
    install_pack(pack, shelf)
    install_pack(pack, shelf)
    assert {card.key for card in shelf.cards()} == {"tea", "bread.nang", "eggs.many"}


def rewritten(pack: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(pack) as old:
        members = {name: old.read(name) for name in old.namelist()}
    change(members)
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, content)
    return pack


def edit(field: str, value: object) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        listed = json.loads(members["manifest.json"])
        listed["clips"][0][field] = value
        members["manifest.json"] = json.dumps(listed).encode()

    return change


def edit_list(field: str, value: object) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        listed = json.loads(members["manifest.json"])
        members["manifest.json"] = json.dumps(listed | {field: value}).encode()

    return change


def edit_word(**fields: object) -> Callable[[dict[str, bytes]], None]:
    return edit("words", [_A_WORD | fields])


_A_WORD = {"text": "نان", "start_ms": 0, "end_ms": 500, "first": 0, "last": 3}


def first_clip(members: dict[str, bytes]) -> str:
    return next(name for name in members if name.startswith("clips/"))


def put(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda members: members.update({name: content})


def twice(members: dict[str, bytes], key: str) -> None:
    listed = json.loads(members["manifest.json"])
    listed["clips"].append(listed["clips"][0] | {"key": key})
    members["manifest.json"] = json.dumps(listed).encode()


def lying_zeros(members: dict[str, bytes]) -> None:
    """A clip of zeros that is in the list as what it is, and is no sound."""
    zeros = b"\0" * 10_000
    listed = json.loads(members["manifest.json"])
    listed["clips"][0] |= {"digest": digest_of(zeros), "bytes": len(zeros)}
    members["manifest.json"] = json.dumps(listed).encode()
    members[f"clips/{digest_of(zeros)}.ogg"] = zeros
    del members[first_clip(members)]


BAD: dict[str, Callable[[dict[str, bytes]], None]] = {
    "a way out of the folder": put("../../evil.mp3", b"x"),
    "an absolute path": put("/etc/evil", b"x"),
    "a stranger": put("clips/readme.txt", b"x"),
    "no list": lambda members: members.pop("manifest.json") and None,
    "a broken list": put("manifest.json", b"{"),
    "a list of another kind": put("manifest.json", b"[1, 2]"),
    "a later kiosk's": put("manifest.json", b'{"schema": 99, "clips": []}'),
    "a missing clip": lambda members: members.pop(first_clip(members)) and None,
    "another sound": lambda members: members.update({first_clip(members): b"ID3 not this"}),
    "a clip of zeros": lying_zeros,
    "a huge clip": lambda members: members.update(
        {first_clip(members): b"\0" * (MOST_CLIP_BYTES + 1)}
    ),
    "a wrong digest": edit("digest", "0" * 32),
    "a digest that is a path": edit("digest", "../../../../../../../../etc/passwd"),
    "a wrong length": edit("duration_ms", 9_000),
    "no length": edit("duration_ms", 0),
    "other words": edit("text", "بۇ باشقا گەپ"),
    "another language": edit("language", "fr"),
    "a name with a path in it": edit("voice", "../me"),
    "no name of a voice": edit("voice", "Aygul 138 1234 5678"),
    "no day": edit("made", "2026-13-45"),
    "a day without numbers": edit("made", "٢٠٢٦-٠١-٠١"),
    "a day that is not yet": edit("made", "2999-01-01"),
    "the same words twice": lambda members: twice(members, "bread.nang.again"),
    "a week of sound": edit("duration_ms", 7 * 24 * 3_600_000),
    "a schema below the first": edit_list("schema", -3),
    "words outside their text": edit_word(first=-5, last=9_999),
    "a word of another place": edit_word(text="چاي"),
    "times outside the clip": edit_word(start_ms=10**9, end_ms=-(10**9)),
    "a word that ends after the clip": edit_word(end_ms=10**9),
    "fifty thousand words": edit("words", [_A_WORD] * 50_000),
    "a hostile key": lambda members: (
        edit("key", "a\nkiosk: all is well\x1b[31m")(members),
        edit("duration_ms", 9_000)(members),
    )[0],
}


@pytest.mark.parametrize("what", BAD)
def test_a_pack_that_lies_is_refused_and_leaves_nothing(
    apart: Path, shelf: Shelf, tmp_path: Path, what: str
) -> None:
    bad = rewritten(apart, BAD[what])
    before = set(tmp_path.rglob("*"))
    with pytest.raises(FileRefused) as refused:
        install_pack(bad, shelf)
    assert str(refused.value).isprintable()
    assert set(tmp_path.rglob("*")) == before


def sounds_are(change: Callable[[bytes], bytes]) -> Callable[[dict[str, bytes]], None]:
    return lambda members: members.update({"sounds": change(members["sounds"])})


BAD_BUNDLED: dict[str, tuple[Callable[[dict[str, bytes]], None], str]] = {
    "no sounds": (lambda members: members.pop("sounds") and None, "sounds are missing"),
    "less than is in the list": (sounds_are(lambda all_: all_[:-1]), "not the one in its list"),
    "more than is in the list": (sounds_are(lambda all_: all_ + b"x"), "more sounds in it"),
    "another sound": (sounds_are(lambda all_: bytes(len(all_))), "not the one in its list"),
    "a clip that is too large": (edit("bytes", MOST_CLIP_BYTES + 1), "too large"),
    "a clip of all bytes there are": (edit("bytes", 10**18), "too large"),
    "a clip by itself": (put("clips/" + "0" * 32 + ".ogg", b"x"), "does not belong there"),
    "a list of before": (edit_list("schema", 2), "does not belong there"),
    "a later kiosk's list": (edit_list("schema", 4), "made by a later kiosk"),
}


@pytest.mark.parametrize("what", BAD_BUNDLED)
def test_sounds_that_are_not_those_of_the_list_are_refused(
    pack: Path, shelf: Shelf, tmp_path: Path, what: str
) -> None:
    change, why = BAD_BUNDLED[what]
    bad = rewritten(pack, change)
    before = set(tmp_path.rglob("*"))
    with pytest.raises(FileRefused, match=why):
        install_pack(bad, shelf)
    assert set(tmp_path.rglob("*")) == before


def test_a_pack_with_a_silent_clip_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    quiet = opus_file(Samples(array("h", bytes(2 * 24_000)), 24_000))
    card = msgspec.structs.replace(
        clip(NANG)[0], digest=digest_of(quiet), bytes=len(quiet), duration_ms=1_000, words=()
    )
    full = Shelf(tmp_path / "full")
    full.keep([(card, quiet)])
    write_pack(full, tmp_path / "quiet.zip")
    with pytest.raises(FileRefused, match=r"the clip of bread\.nang is silent"):
        install_pack(tmp_path / "quiet.zip", shelf)
    assert shelf.cards() == ()


def test_silence_on_a_shelf_of_before_is_left_to_the_next_voice(shelf: Shelf) -> None:
    card, sound = clip(NANG)
    quiet = opus_file(Samples(array("h", bytes(2 * 24_000)), 24_000))
    silent = msgspec.structs.replace(card, digest=digest_of(quiet), bytes=len(quiet))
    shelf.keep([(silent, quiet)])
    with pytest.raises(SynthesisFailed, match="silent"):
        KeptVoice("built", shelf).say(NANG.text, "ug")
    shelf.keep([(card, sound)])
    assert KeptVoice("built", shelf).say(NANG.text, "ug").sound == sound


def test_a_pack_lists_much_and_weighs_little_besides_its_sounds(tmp_path: Path) -> None:
    full = Shelf(tmp_path / "full")
    each = [Sayable(f"k.{n}", "ug", f"نان {n}") for n in range(12)]
    full.keep([clip(one, 0.3 + n / 50) for n, one in enumerate(each)])
    write_pack(full, tmp_path / "pack.zip")
    sounds = sum(card.bytes for card in full.cards())
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        assert sorted(pack.namelist()) == ["manifest.json", "sounds"]
        assert pack.getinfo("sounds").file_size == sounds
        # of what each file begins with, more is left out than the list of it takes
        assert pack.getinfo("sounds").compress_size < sounds - 80 * (len(each) - 1)


@pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("at", [30, 60, 90, 120])
def test_damaged_bytes_are_refused_however_they_were_compressed(
    pack: Path, shelf: Shelf, how: int, at: int
) -> None:
    with zipfile.ZipFile(pack) as old:
        members = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(pack, "w", how) as new:
        for name, content in members.items():
            new.writestr(name, content)
    damaged = bytearray(pack.read_bytes())
    damaged[at : at + 30] = b"\xff" * 30
    pack.write_bytes(damaged)
    with pytest.raises(FileRefused):
        install_pack(pack, shelf)
    assert shelf.cards() == ()


def test_ten_gigabytes_of_zeros_are_not_unpacked(tmp_path: Path, shelf: Shelf) -> None:
    """A bomb: a few kilobytes that say they are gigabytes, in a member that a list names."""
    card = clip(NANG)[0]
    bomb = tmp_path / "bomb.zip"
    manifest = msgspec.json.encode(Manifest(clips=(card,)))
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("manifest.json", manifest)
        with made.open(f"clips/{card.digest}.ogg", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(b"\0" * 1024 * 1024)
    assert bomb.stat().st_size < 1024 * 1024
    with pytest.raises(FileRefused, match=r"larger than|too large"):
        install_pack(bomb, shelf)
    assert shelf.cards() == ()


@pytest.mark.parametrize("content", [b"", b"bread", b"PK\x03\x04" + b"\0" * 50])
def test_what_is_no_pack_is_refused(tmp_path: Path, shelf: Shelf, content: bytes) -> None:
    path = tmp_path / "no.zip"
    path.write_bytes(content)
    with pytest.raises(FileRefused, match=r"no\.zip"):
        install_pack(path, shelf)
    with pytest.raises(FileRefused):
        install_pack(tmp_path / "nowhere.zip", shelf)
    with pytest.raises(FileRefused):
        install_pack(tmp_path, shelf)


def test_a_torn_pack_is_refused(pack: Path, shelf: Shelf) -> None:
    whole = pack.read_bytes()
    for left in (0.3, 0.7, 0.99):
        pack.write_bytes(whole[: int(len(whole) * left)])
        with pytest.raises(FileRefused):
            install_pack(pack, shelf)
    assert shelf.cards() == ()


# -- clips as they were, and clips that are shared


def as_mp3(card: Card) -> tuple[Card, bytes]:
    sound = mp3_file(tone(0.5).values, 24_000)
    return msgspec.structs.replace(card, digest=digest_of(sound), bytes=len(sound)), sound


def test_a_clip_that_was_kept_as_mp3_is_still_played_and_carried(
    shelf: Shelf, tmp_path: Path
) -> None:
    old, sound = as_mp3(clip(NANG)[0])
    shelf.keep([(old, sound), clip(EGGS, 0.6)])
    assert (shelf.folder / "clips" / f"{old.digest}.mp3").exists()
    out = tmp_path / "pack.zip"
    write_pack(shelf, out)
    other = Shelf(tmp_path / "other")
    assert install_pack(out, other) == 2
    assert other.sound(old) == sound
    assert {path.suffix for path in (other.folder / "clips").iterdir()} == {".mp3", ".ogg"}


def test_a_pack_of_an_earlier_kiosk_is_taken(shelf: Shelf, tmp_path: Path) -> None:
    old, sound = as_mp3(clip(NANG)[0])
    pack = tmp_path / "old.zip"
    with zipfile.ZipFile(pack, "w") as made:
        made.writestr("manifest.json", msgspec.json.encode(Manifest(schema=1, clips=(old,))))
        made.writestr(f"clips/{old.digest}.mp3", sound)
    assert install_pack(pack, shelf) == 1


def test_a_clip_with_the_ending_of_another_kind_is_refused(apart: Path, shelf: Shelf) -> None:
    def renamed(members: dict[str, bytes]) -> None:
        name = first_clip(members)
        members[name.replace(".ogg", ".mp3")] = members.pop(name)

    with pytest.raises(FileRefused, match="not the one in its list"):
        install_pack(rewritten(apart, renamed), shelf)


def test_a_device_that_lost_its_time_takes_packs_of_today(pack: Path) -> None:
    assert len(read_pack(pack, today=date(1970, 1, 1))) == 2
    with pytest.raises(FileRefused, match="here it is 2025-06-01"):
        read_pack(pack, today=date(2025, 6, 1))


def sharing(tmp_path: Path, cards: int) -> Path:
    """A pack in which many phrases share one clip, and its sound."""
    card, sound = clip(NANG)
    each = [
        msgspec.structs.replace(
            card, key=f"k.{n}", text=text, text_hash=text_hash(text, "ug"), words=()
        )
        for n in range(cards)
        for text in (f"نان {n}",)
    ]
    pack = tmp_path / "shared.zip"
    with zipfile.ZipFile(pack, "w") as made:
        made.writestr("manifest.json", msgspec.json.encode(Manifest(clips=tuple(each))))
        made.writestr(f"clips/{card.digest}.ogg", sound)
    return pack


def test_a_clip_that_many_phrases_share_is_read_and_written_once(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    spied = ((checking, "read_sound"), (packing, "content"), (bundle, "content"))
    for module, name in (*spied, (shelving, "_replace")):
        really = getattr(module, name)
        monkeypatch.setattr(
            module, name, lambda *each, f=really, n=name: read.append(n) or f(*each)
        )
    clips = read_pack(sharing(tmp_path, 3_000))
    assert len({id(sound) for _, sound in clips}) == 1
    shelf.keep(clips)
    assert Counter(read) == {"content": 2, "read_sound": 1, "_replace": 2}  # with the lists
    out = tmp_path / "again.zip"
    monkeypatch.setattr(
        Shelf, "sound", lambda self, card, f=Shelf.sound: read.append("sound") or f(self, card)
    )
    assert write_pack(shelf, out) == 3_000
    assert read.count("sound") == 1


def test_what_shares_a_clip_with_what_could_not_be_kept_is_still_there(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, sound = clip(NANG)
    shelf.keep([(card, sound)])
    same = msgspec.structs.replace(card, text="نان!", text_hash=text_hash("نان!", "ug"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Shelf, "_write_manifest", full)
    with pytest.raises(NotKept):
        shelf.keep([(same, sound)])
    assert shelf.sound(card) == sound
