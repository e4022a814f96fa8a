"""A picture that is not the same in a looking-glass: red at the left, blue at the right."""

import io

from PIL import Image

RED, BLUE = (220, 20, 30), (20, 40, 220)


def picture(left: tuple[int, int, int] = RED, right: tuple[int, int, int] = BLUE) -> bytes:
    """As a JPEG of 320 x 240."""
    image = Image.new("RGB", (320, 240), left)
    image.paste(right, (160, 0, 320, 240))
    found = io.BytesIO()
    image.save(found, "JPEG", quality=95)
    return found.getvalue()


def is_red_at_the_left(photo: bytes) -> bool:
    """Whether it is seen as in the world; raises where it is neither that nor mirrored."""
    with Image.open(io.BytesIO(photo)) as image:
        sides = [
            image.convert("RGB").getpixel((image.width * at // 8, image.height // 2))
            for at in (1, 7)
        ]
    reds = [isinstance(side, tuple) and side[0] > side[2] for side in sides]
    assert sorted(reds) == [False, True], sides
    return reds[0]
