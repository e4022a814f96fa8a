"""Photos as the world is: browsers' cameras give those that do not look away from her mirrored."""

import io
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

_MOST_PIXELS: Final = 20_000_000
_QUALITY: Final = 90


def turned(image: bytes) -> bytes:
    """A photo with its left and right exchanged, as JPEG. Takes a moment: call it off the loop.

    Raises:
        ValueError: this is no JPEG or PNG that can be read, or has more than 20 million pixels.
    """
    found = io.BytesIO()
    try:
        with Image.open(io.BytesIO(image), formats=("JPEG", "PNG")) as photo:
            if photo.width * photo.height > _MOST_PIXELS:
                raise ValueError("not a photo: too many pixels")
            ImageOps.mirror(photo.convert("RGB")).save(found, "JPEG", quality=_QUALITY)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise ValueError("not a photo") from error
    return found.getvalue()
