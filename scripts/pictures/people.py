"""People who do things with their hands. (0, 0) is the pit of the neck; the head is above it."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

import math
from dataclasses import replace

from . import palette as c
from .covers import behind
from .goods import ATLAS_BLUE, ATLAS_GREEN, ATLAS_RED, atlas
from .heads import head
from .looks import BLACK, DARK, SKINS, WHITE, Look
from .svg import clip, dots, down, faded, group, num, path, rect, stroke

UPPER, FORE = 98.0, 92.0
Spot = tuple[float, float]

BAKER = Look(
    cover="kerchief",
    tone=c.POMEGRANATE,
    tone_dark="#7E1D26",
    woman=True,
    age=2,
    wear="apron",
    dress=c.TEAL,
    dress_dark="#0A4F52",
)
SELLER = Look(
    cover="kerchief",
    tone=c.SKY,
    tone_dark="#174478",
    trim=c.PAPER,
    age=1,
    wear="atlas",
    dress=c.LEAF,
    dress_dark="#1E5937",
    skin="warm",
)
GRANNY = Look(
    cover="scarf",
    tone="#EFE3CC",
    tone_dark="#C9B48C",
    trim=c.CLAY,
    age=3,
    hair=WHITE,
    dress="#6B4A78",
    dress_dark="#4C3357",
    skin="tan",
)
GRANDPA = Look(
    cover="doppa",
    tone="#1F5B43",
    tone_dark="#123B2C",
    woman=False,
    age=3,
    beard="long",
    hair=WHITE,
    dress="#5B4A3C",
    dress_dark="#41342A",
    wear="vest",
    skin="tan",
)
FATHER = Look(
    cover="doppa",
    tone="#2B2B55",
    tone_dark="#1B1B3A",
    woman=False,
    age=2,
    beard="moustache",
    dress="#E9DFC8",
    dress_dark="#C9BC9E",
    wear="vest",
    skin="tan",
)
BOY = Look(
    cover="doppa",
    tone=c.POMEGRANATE,
    tone_dark="#7E1D26",
    woman=False,
    age=0,
    dress=c.APRICOT,
    dress_dark="#C97C22",
    skin="warm",
)
GIRL = Look(
    cover="braids",
    tone="#7A2E6E",
    tone_dark="#551E4D",
    age=0,
    wear="atlas",
    dress=c.POMEGRANATE,
    dress_dark="#7E1D26",
    skin="warm",
)
BUYER = Look(
    cover="long",
    age=1,
    skin="fair",
    dress="#E07A5F",
    dress_dark="#B65540",
    wear="jacket",
    hair=BLACK,
)
BUYER_MAN = Look(
    cover="hair",
    woman=False,
    age=1,
    skin="fair",
    glasses=True,
    dress="#3F5F8A",
    dress_dark="#2C4566",
    wear="jacket",
)
COURIER = Look(
    cover="cap",
    tone=c.TEAL,
    tone_dark="#0A4F52",
    woman=False,
    age=1,
    skin="warm",
    dress=c.TEAL,
    dress_dark="#0A4F52",
    wear="uniform",
)
TRAINER = Look(
    cover="bun",
    age=2,
    hair=DARK,
    skin="warm",
    dress="#3E6B57",
    dress_dark="#2A4B3C",
    wear="jacket",
    glasses=True,
)


def _torso(bottom: float, hem: float) -> str:
    return (
        f"M-26 -14C-44 2 -78 8 -88 34C-98 70 -88 150 -{num(hem)} {num(bottom)}H{num(hem)}"
        "C88 150 98 70 88 34C78 8 44 2 26 -14Z"
    )


def _clothes(look: Look, shape: str, bottom: float) -> str:
    cloth = clip(
        shape, rect(-140, -20, 280, bottom + 30, down(look.dress, look.dress, look.dress_dark))
    )
    if look.wear == "atlas":
        tones = {c.LEAF: ATLAS_GREEN, c.SKY: ATLAS_BLUE}.get(look.dress, ATLAS_RED)
        cloth = clip(shape, atlas(-132, -20, 264, bottom + 30, tones, 10))
    collar = path("M-28 -14C-18 10 18 10 28 -14L34 -4C20 22 -20 22 -34 -4Z", look.dress_dark)
    if look.wear == "apron":
        bib = f"M-44 40H44L52 120L92 150L100 {num(bottom)}H-100L-92 150L-52 120Z"
        hem = stroke(f"M-94 {num(bottom - 24)}H94", c.CLAY, 6, stroke_dasharray="12 12")
        stitch = stroke("M-34 56H34", c.CLAY, 5, stroke_dasharray="8 9")
        straps = stroke("M-38 42L-30 2M38 42L30 2", c.PAPER, 12)
        apron = clip(shape, path(bib, down(c.PAPER, "#EBDDC2")) + hem)
        return cloth + collar + straps + apron + stitch
    if look.wear == "vest":
        vest = f"M-30 -8C-60 8 -80 16 -84 36L-92 {num(bottom)}H-14L-6 60ZM30 -8C60 8 80 16 84 36L92 {num(bottom)}H14L6 60Z"
        return (
            cloth
            + clip(shape, path(vest, "#3B3340"))
            + collar
            + dots([(0.0, 84.0), (0.0, 118.0)], look.dress_dark, 7)
        )
    if look.wear == "jacket":
        shirt = path("M-24 -12L0 78L24 -12Z", c.PAPER)
        lapels = path(
            "M-28 -16L-46 20L-26 30L0 92L0 74L-22 -8ZM28 -16L46 20L26 30L0 92L0 74L22 -8Z",
            look.dress_dark,
        )
        return cloth + shirt + lapels
    if look.wear == "uniform":
        band = clip(shape, rect(-140, 84, 280, 20, c.HONEY))
        return cloth + band + collar + stroke("M0 12V80", look.dress_dark, 5)
    return cloth + collar


def body(look: Look, bottom: float = 260, hem: float = 104) -> str:
    """Trunk and head down to `bottom`, cut straight there; arms come later, over what they hold."""
    _, shade, line = SKINS[look.skin]
    size = 0.9 if look.age == 0 else 1.0
    neck = path("M-22 -50V-10C-14 8 14 8 22 -10V-50Z", shade) + faded(
        path("M-22 -44C-10 -22 10 -22 22 -44V-52H-22Z", line), 0.35
    )
    wide = _clothes(look, _torso(bottom, hem), bottom)
    return group(behind(look), 0, -78, size) + wide + neck + group(head(look), 0, -80, size)


def _elbow(shoulder: Spot, hand: Spot, side: int) -> Spot:
    """The elbow hangs down and a little outwards, as a real one does."""
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    far = min(math.hypot(dx, dy), UPPER + FORE - 1) or 1.0
    along = (UPPER**2 - FORE**2 + far**2) / (2 * far)
    high = math.sqrt(max(UPPER**2 - along**2, 0))
    ux, uy = dx / far, dy / far
    mx, my = shoulder[0] + ux * along, shoulder[1] + uy * along
    choices = [(mx - uy * high * k, my + ux * high * k) for k in (-1, 1)]
    return max(choices, key=lambda spot: spot[1] + 0.7 * side * spot[0])


def _hand(look: Look, at: Spot, angle: float, grip: bool, out: float) -> str:
    light, _, line = SKINS[look.skin]
    if grip:  # fingers curled round the thing, thumb along it
        palm = path("M-20 -17C-8 -22 18 -22 24 -14C30 -4 30 6 24 14C14 22 -10 20 -20 15Z", light)
        fingers = stroke("M8 -14C20 -14 26 -12 27 -9M8 -4H29M8 6C20 6 26 7 28 5", line, 2.6)
        thumb = stroke(f"M-4 {num(-13 * out)}L15 {num(-26 * out)}", light, 13)
    else:  # an open hand
        palm = path(
            "M-18 -15C0 -20 12 -18 20 -16L44 -12C50 -11 50 -5 44 -4L48 0C52 4 48 9 42 8L40 12C38 17 30 16 20 15C6 20 -10 18 -18 14Z",
            light,
        )
        fingers = stroke("M22 -4H42M22 6H40", line, 2.4)
        thumb = stroke(f"M0 {num(-12 * out)}L22 {num(-27 * out)}", light, 12)
    return group(thumb + palm + fingers, at[0], at[1], turn=math.degrees(angle))


def arm(look: Look, side: int, hand: Spot, grip: bool = True, turn: float = 0) -> str:
    """One arm to `hand`. side -1 is on our left."""
    shoulder = (side * 70.0, 40.0)
    ex, ey = _elbow(shoulder, hand, side)
    angle = math.atan2(hand[1] - ey, hand[0] - ex)
    wx, wy = hand[0] - 20 * math.cos(angle), hand[1] - 20 * math.sin(angle)
    cx, cy = ex + (wx - ex) * 0.72, ey + (wy - ey) * 0.72
    shade = SKINS[look.skin][1]
    tone = look.dress if look.wear == "vest" else look.dress_dark
    start = f"M{num(shoulder[0])} {num(shoulder[1])}"
    sleeve = stroke(f"{start}L{num(ex)} {num(ey)}L{num(cx)} {num(cy)}", tone, 44)
    cuff = stroke(
        f"M{num(cx - 3 * math.cos(angle))} {num(cy - 3 * math.sin(angle))}l.1 0",
        look.trim if look.wear in ("atlas", "apron", "uniform") else tone,
        46,
    )
    fore = stroke(f"M{num(cx)} {num(cy)}L{num(wx)} {num(wy)}", shade, 27)
    return fore + cuff + sleeve + _hand(look, hand, angle + math.radians(turn), grip, float(side))


def portrait(look: Look) -> str:
    """Head and shoulders in a 200 x 200 picture, fading into nothing below."""
    frame = "M0 0H200V150C200 178 178 198 150 198H50C22 198 0 178 0 150Z"
    return clip(frame, group(body(look, 200, 116), 100, 152, 0.8))


def gazing(look: Look, across: float, down_by: float = 0) -> Look:
    """The same person looking aside."""
    return replace(look, gaze=across, down=down_by)


def with_mouth(look: Look, mouth: str) -> Look:
    return replace(look, mouth=mouth)


__all__ = [
    "BAKER",
    "BOY",
    "BUYER",
    "BUYER_MAN",
    "COURIER",
    "FATHER",
    "GIRL",
    "GRANDPA",
    "GRANNY",
    "SELLER",
    "TRAINER",
    "arm",
    "body",
    "gazing",
    "portrait",
    "with_mouth",
]
