"""What a camera mirrored is turned back."""

import io

import pytest
from PIL import Image

from kiosk.mirror import turned
from tests.two_colours import is_red_at_the_left, picture


def test_left_and_right_are_exchanged_and_nothing_else() -> None:
    photo = turned(picture())
    assert is_red_at_the_left(picture())
    assert not is_red_at_the_left(photo)
    assert photo.startswith(b"\xff\xd8\xff")
    with Image.open(io.BytesIO(photo)) as image:
        assert image.size == (320, 240)
    assert is_red_at_the_left(turned(photo))


@pytest.mark.parametrize(
    "image", [b"", b"GIF89a", b"\xff\xd8\xff broken", picture()[:400], b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_picture_is_refused(image: bytes) -> None:
    with pytest.raises(ValueError, match="not a photo"):
        turned(image)


def test_a_small_file_of_very_many_pixels_is_refused() -> None:
    file = io.BytesIO()
    Image.new("1", (6000, 6000)).save(file, "PNG")
    with pytest.raises(ValueError, match="too many"):
        turned(file.getvalue())
