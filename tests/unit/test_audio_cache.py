"""Clips on disk: bounded, whole or made again, never in the way."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from audio import reserve
from audio.cache import ClipCache
from audio.clip import Clip, MadeClip, Word, key_of
from audio.memory import Memory

KILO = 1024


def made(text: str, size: int = KILO) -> MadeClip:
    key = key_of(text, "ug", "espeak", "1")
    word = Word(text, 0, 500, 0, len(text))
    return MadeClip(Clip(key, "ug", 500, (word,), "espeak"), text.encode().ljust(size, b"."))


def free_on_every_disk(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    """Disks of 32 GB with so many bytes free; none of this machine's can be filled for a test."""
    disk = SimpleNamespace(total=32_000_000_000, used=32_000_000_000 - free, free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: disk)


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "clips", 10 * KILO)


def test_a_clip_comes_back_as_it_was_put_also_after_a_restart(tmp_path: Path) -> None:
    nang = made("نان")
    ClipCache(tmp_path, 10 * KILO).put(nang)
    assert ClipCache(tmp_path, 10 * KILO).get(nang.clip.key) == nang


def test_the_key_tells_text_language_voice_and_version_apart() -> None:
    keys = {
        key_of("a", "en", "espeak", "1"),
        key_of("b", "en", "espeak", "1"),
        key_of("a", "ug", "espeak", "1"),
        key_of("a", "en", "gtts", "1"),
        key_of("a", "en", "espeak", "2"),
        key_of("", "en", "aespeak", "1"),
    }
    assert len(keys) == 6


def test_what_was_not_put_is_not_there(cache: ClipCache) -> None:
    assert cache.get(made("نان").clip.key) is None


@pytest.mark.parametrize("key", ["../secret", "", "a" * 31, "A" * 32, "a" * 32 + "\n"])
def test_what_is_no_key_opens_no_file(tmp_path: Path, key: str) -> None:
    (tmp_path / "secret.ogg").write_bytes(b"secret")
    assert ClipCache(tmp_path / "clips", KILO).get(key) is None


@pytest.mark.parametrize(
    ("kind", "left"),
    [
        ("ogg", b"RIFF"),
        ("ogg", b"\0" * KILO),
        ("ogg", None),
        ("json", b""),
        ("json", b'{"clip": 1}'),
        ("json", b"\xff\xfe"),
        ("json", None),
    ],
)
def test_a_damaged_clip_is_as_good_as_none_and_can_be_put_again(
    tmp_path: Path, kind: str, left: bytes | None
) -> None:
    cache = ClipCache(tmp_path, 10 * KILO)
    nang = made("نان")
    cache.put(nang)
    damaged = tmp_path / f"{nang.clip.key}.{kind}"
    damaged.unlink()
    if left is not None:
        damaged.write_bytes(left)
    assert cache.get(nang.clip.key) is None
    cache.put(nang)
    assert cache.get(nang.clip.key) == nang


def test_the_clip_not_used_for_longest_makes_room(cache: ClipCache) -> None:
    clips = [made(str(number), 3 * KILO) for number in range(4)]
    for clip in clips[:3]:
        cache.put(clip)
    cache.get(clips[0].clip.key)
    cache.put(clips[3])
    assert [cache.get(clip.clip.key) is not None for clip in clips] == [True, False, True, True]


def test_the_order_of_use_survives_a_restart(tmp_path: Path) -> None:
    clips = [made(str(number), 3 * KILO) for number in range(4)]
    before = ClipCache(tmp_path, 10 * KILO)
    for age, clip in enumerate(clips[:3]):
        before.put(clip)
        os.utime(tmp_path / f"{clip.clip.key}.ogg", (1000 - age, 1000 - age))
    before.get(clips[2].clip.key)
    after = ClipCache(tmp_path, 10 * KILO)
    after.put(clips[3])
    assert [after.get(clip.clip.key) is not None for clip in clips] == [True, False, True, True]


def test_the_folder_stays_within_its_bound(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path, 10 * KILO)
    for number in range(30):
        cache.put(made(str(number)))
    assert sum(path.stat().st_size for path in tmp_path.glob("*.ogg")) <= 10 * KILO
    assert len(list(tmp_path.glob("*.json"))) == len(list(tmp_path.glob("*.ogg"))) == 10


def test_a_disk_that_takes_nothing_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("a file where the folder should be")
    cache = ClipCache(tmp_path / "clips", 10 * KILO)
    cache.put(made("نان"))
    assert cache.get(made("نان").clip.key) is None


def test_the_last_room_of_a_disk_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, nang = ClipCache(tmp_path / "clips", 10 * KILO), made("نان")
    free_on_every_disk(monkeypatch, reserve.RESERVE + KILO - 1)
    cache.put(nang)
    assert cache.get(nang.clip.key) is None
    assert not list(tmp_path.rglob("*.*"))
    free_on_every_disk(monkeypatch, reserve.RESERVE + 3 * KILO)
    cache.put(nang)
    assert cache.get(nang.clip.key) == nang


def test_what_was_kept_is_still_there_when_the_disk_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nang = made("نان")
    ClipCache(tmp_path, 10 * KILO).put(nang)
    free_on_every_disk(monkeypatch, 0)
    assert ClipCache(tmp_path, 10 * KILO).get(nang.clip.key) == nang


@pytest.mark.parametrize(
    ("free", "total", "size", "leaves"),
    [
        (reserve.RESERVE + 10, 32_000_000_000, 10, True),
        (reserve.RESERVE + 10, 32_000_000_000, 11, False),
        (0, 32_000_000_000, 0, False),
        (5_000_010, 100_000_000, 10, True),
        (5_000_010, 100_000_000, 11, False),
    ],
)
def test_a_cache_leaves_a_reserve_on_a_tiny_disk_a_share(
    free: int, total: int, size: int, *, leaves: bool
) -> None:
    assert reserve.leaves_room(free, total, size) is leaves


def test_what_a_power_cut_left_half_written_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ("a" * 32 + ".ogg.part")).write_bytes(b"half")
    ClipCache(tmp_path, 10 * KILO).put(made("نان"))
    assert not list(tmp_path.glob("*.part"))


def test_clearing_leaves_no_file(tmp_path: Path) -> None:
    ClipCache(tmp_path, 10 * KILO).put(made("Aygul"))
    ClipCache(tmp_path, 10 * KILO).clear()
    assert list(tmp_path.iterdir()) == []


def test_memory_keeps_the_clips_used_last() -> None:
    memory = Memory(10 * KILO)
    clips = [made(str(number), 3 * KILO) for number in range(4)]
    for clip in clips[:3]:
        memory.put(clip)
    memory.get(clips[0].clip.key)
    memory.put(clips[3])
    assert [memory.get(clip.clip.key) is not None for clip in clips] == [True, False, True, True]


def test_memory_keeps_one_clip_however_large() -> None:
    memory = Memory(KILO)
    long = made("long", 5 * KILO)
    memory.put(long)
    assert memory.get(long.clip.key) == long
