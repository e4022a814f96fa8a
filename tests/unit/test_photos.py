"""Photos: kept whole, found by their key only."""

import resource
from pathlib import Path

import pytest

from kiosk.photos import Photos
from kiosk.progress.errors import NotSaved

JPEG = b"\xff\xd8\xff\xe0" + bytes(500)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(500)


def kept(photos: Photos, image: bytes) -> str:
    return photos.keep(photos.hold(image))


@pytest.mark.parametrize("image", [JPEG, PNG])
def test_a_photo_is_found_again_by_another_kiosk(tmp_path: Path, image: bytes) -> None:
    key = kept(Photos(tmp_path / "photos"), image)
    file = Photos(tmp_path / "photos").file(key)
    assert file is not None
    assert file.read_bytes() == image


def test_the_same_photo_twice_has_two_keys(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    assert kept(photos, JPEG) != kept(photos, JPEG)


@pytest.mark.parametrize(
    "image", [b"", b"GIF89a", b"<svg onload=alert(1)>", JPEG + bytes(6_000_000)]
)
def test_what_is_no_photo_is_refused_and_leaves_nothing(tmp_path: Path, image: bytes) -> None:
    with pytest.raises(ValueError, match="not a photo"):
        kept(Photos(tmp_path / "photos"), image)
    assert not list(tmp_path.rglob("*"))


@pytest.mark.parametrize(
    "key",
    ["", "..", "../journal.log", "/etc/passwd", "0" * 31, "0" * 33, "G" * 32, "0" * 32 + "\n",
     "\0" * 32, "٠" * 32],
)  # fmt: skip
def test_a_key_that_is_none_opens_no_file(tmp_path: Path, key: str) -> None:
    (tmp_path / "journal.log").write_text("secret")
    photos = Photos(tmp_path / "photos")
    kept(photos, JPEG)
    assert photos.file(key) is None


def test_a_key_of_no_photo_finds_nothing(tmp_path: Path) -> None:
    assert Photos(tmp_path).file("0" * 32) is None


def test_a_photo_that_finds_no_room_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    photos = Photos(tmp_path / "photos")
    now, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, most))
    try:
        with pytest.raises(NotSaved) as caught:
            kept(photos, JPEG + bytes(200_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (now, most))
    assert caught.value.reason == "full"
    assert not list((tmp_path / "photos").iterdir())
    assert photos.file(kept(photos, JPEG)) is not None


def test_a_folder_that_cannot_be_made_is_told_as_not_saved(tmp_path: Path) -> None:
    (tmp_path / "photos").write_text("a file where the folder should be")
    with pytest.raises(NotSaved):
        kept(Photos(tmp_path / "photos"), JPEG)


def test_what_is_only_held_is_seen_but_in_no_file_and_gone_with_who_holds_it(
    tmp_path: Path,
) -> None:
    photos = Photos(tmp_path)
    held = photos.hold(JPEG)
    key = held.key
    assert photos.image(key) == JPEG
    assert photos.file(key) is None
    del held
    assert photos.image(key) is None
    assert not list(tmp_path.iterdir())


def test_what_is_taken_back_is_in_no_file(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    key = kept(photos, JPEG)
    photos.remove(key)
    photos.remove(key)
    assert photos.image(key) is None
    assert not list(tmp_path.iterdir())
