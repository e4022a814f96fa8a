"""Signs of the screen as they stand there, the net, and money that is equal: single pictures."""

from __future__ import annotations

from . import money
from . import palette as c
from .singles import Drawing, own
from .svg import circle, group, path, rect, stroke

SIGN_SKY = "#1F5796"
SIGN_HONEY = "#F2C14E"
SIGN_CLAY = "#B4532A"


def _speaker_sign() -> str:
    """The loudspeaker of the blue button, white."""
    horn = path("M-52 -20H-22L12 -50V50L-22 20H-52Z", "#FFFFFF")
    return horn + stroke("M30 -26A34 34 0 0 1 30 26M42 -48A60 60 0 0 1 42 48", "#FFFFFF", 12)


def sign_again() -> str:
    return circle(0, 0, 92, SIGN_SKY) + _speaker_sign()


def sign_help() -> str:
    hook = stroke("M-26 -28C-26 -62 30 -62 30 -28C30 -2 2 -4 2 24", c.INK, 17)
    return circle(0, 0, 92, SIGN_HONEY) + hook + circle(2, 52, 10.5, c.INK)


def sign_home() -> str:
    roof = path("M0 -56L60 -4H44V48H14V14H-14V48H-44V-4H-60Z", "#FFFFFF")
    return circle(0, 0, 92, SIGN_CLAY) + roof


def internet() -> str:
    """Two telephones far from each other, and the ways between them."""
    phone = rect(-21, -36, 42, 72, c.NIGHT, 9.0) + rect(-16, -29, 32, 58, c.SKY_LIGHT, 4.0)
    nets = (
        stroke("M-58 14C-40 -70 40 -70 58 14", c.CLAY, 7, stroke_dasharray="2 14")
        + stroke("M-54 24C-20 -24 20 -24 54 24", c.APRICOT, 7, stroke_dasharray="2 14")
        + stroke("M-50 40C-20 14 20 14 50 40", c.CLAY, 7, stroke_dasharray="2 14")
    )
    left = group(phone + circle(0, 0, 12, c.APRICOT), -66, 38, 1.15)
    right = group(phone + path("M-10 8L10 8V-4L0 -14L-10 -4Z", c.POMEGRANATE), 66, 38, 1.15)
    globe = circle(0, -58, 30, "#A9D3E4") + stroke(
        "M-30 -58H30M0 -88C-18 -74 -18 -42 0 -28M0 -88C18 -74 18 -42 0 -28", c.SKY, 4
    )
    return nets + globe + left + right


# Money that is equal, for pairs: colour and size tell the notes apart.

ONE = ("#6F8133", "#E2E8C2", "#49571D")
FIVE = ("#6B4C8A", "#DDD0EA", "#46305E")


def note_one() -> str:
    return group(money.note(*ONE), 0, 0, 0.86)


def note_five() -> str:
    return group(money.note(*FIVE), 0, 0, 0.96)


def note_ten() -> str:
    return group(money.note(*money.BLUE_NOTE), 0, 0, 1.06)


def five_ones() -> str:
    return "".join(group(money.note(*ONE), 0, -66 + 33 * i, 0.74) for i in range(5))


def two_fives() -> str:
    return "".join(group(money.note(*FIVE), 0, y, 0.86) for y in (-46, 46))


def two_halves() -> str:
    return group(money.coin(), -48, 0, 0.54) + group(money.coin(), 48, 0, 0.54)


def one_and_half() -> str:
    return group(money.note(*ONE), 0, -44, 0.8) + group(money.coin(), 0, 52, 0.5)


def straw() -> str:
    """A bundle of dry straw, tied in the middle."""
    stalks = ""
    for i, tone in enumerate(("#C99C32", "#E3C05E", "#F0D27A", "#D9B04A") * 4):
        top, foot = -66 + 8.8 * i, -50 + 6.7 * i
        stalks += stroke(
            f"M{top:.0f} {-74 + (i % 3) * 9}Q0 0 {foot:.0f} {74 - (i % 4) * 6}", tone, 9
        )
    return stalks + stroke("M-30 2C-12 10 12 10 30 2", c.CLAY, 15)


SIGNS: dict[str, Drawing] = {
    "sign-again": own(sign_again),
    "sign-help": own(sign_help),
    "sign-home": own(sign_home),
    "internet": own(internet),
    "note-one": own(note_one),
    "note-five": own(note_five),
    "note-ten": own(note_ten),
    "five-ones": own(five_ones),
    "two-fives": own(two_fives),
    "two-halves": own(two_halves),
    "one-and-half": own(one_and_half),
    "straw": own(straw),
}
