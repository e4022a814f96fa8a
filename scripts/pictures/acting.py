"""People in scenes: placed, holding things, and hands seen as one's own."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from .looks import SKINS, Look
from .people import Spot, arm, body
from .svg import ellipse, group, num, path, stroke


def person(
    look: Look,
    x: float,
    y: float,
    s: float,
    thing: str = "",
    left: Spot | None = None,
    right: Spot | None = None,
    bottom: float = 300,
    open_hands: bool = False,
    on_top: str = "",
) -> str:
    """Body, thing, the arms over it, what lies on the hands. Hands count from the pit of the neck."""
    out = body(look, bottom) + thing
    if left is not None:
        out += arm(look, -1, left, not open_hands)
    if right is not None:
        out += arm(look, 1, right, not open_hands)
    out += on_top
    return group(out, x, y, s)


def reach(look: Look, x: float, y: float, s: float, side: int, hand: Spot) -> str:
    """One arm of somebody drawn before, over what came between."""
    return group(arm(look, side, hand), x, y, s)


def thumb_over(look: Look, x: float, y: float, s: float) -> str:
    """A thumb lying over the left edge of a held thing."""
    light = SKINS[look.skin][0]
    nail = stroke("M10 -10L15 -13", "#FCE9DB", 6, opacity=0.9)
    return group(stroke("M-16 8L12 -11", light, 17) + nail, x, y, s)


def holding(x: float, y: float, w: float, h: float, thing: str, look: Look) -> str:
    """Our own two hands hold a thing w by h around (x, y): arms come from below."""
    light, shade, line = SKINS[look.skin]
    back, front = "", ""
    for side in (-1, 1):
        ex, ey = x + side * (w / 2 + 150), y + h / 2 + 260
        px, py = x + side * (w / 2 + 8), y + h * 0.2
        back += stroke(
            f"M{num(px + side * 56)} {num(py + 130)}L{num(px)} {num(py + 20)}", shade, 74
        )
        back += stroke(
            f"M{num(ex)} {num(ey)}L{num(px + side * 62)} {num(py + 142)}", look.dress, 112
        )
        back += stroke(
            f"M{num(px + side * 24)} {num(py + 118)}L{num(px + side * 84)} {num(py + 86)}",
            look.dress_dark,
            16,
        )
        back += ellipse(px, py, 44, 62, light)
        front += stroke(
            f"M{num(px + side * 22)} {num(py + 34)}Q{num(px)} {num(py - 20)} {num(px - side * 34)} {num(py - 40)}",
            light,
            36,
        )
        front += stroke(
            f"M{num(px - side * 30)} {num(py - 46)}L{num(px - side * 42)} {num(py - 46)}",
            "#FCE9DB",
            14,
            opacity=0.8,
        )
        front += stroke(
            f"M{num(px + side * 42)} {num(py - 20)}Q{num(px + side * 26)} {num(py + 10)} {num(px + side * 30)} {num(py + 40)}",
            line,
            3,
            opacity=0.5,
        )
    return back + group(thing, x, y) + front


def big_hand(x: float, y: float, s: float, look: Look, turn: float = 0, flip: bool = False) -> str:
    """One closed hand with its sleeve, knuckles left, arm going right: grips at (0, 0)."""
    light, _, line = SKINS[look.skin]
    sleeve = path("M70 -42C150 -50 360 -66 760 -96V110C360 78 150 62 70 48Z", look.dress) + stroke(
        "M76 -40V46", look.dress_dark, 14
    )
    fist = path(
        "M-46 -34C-50 -52 -10 -58 20 -54C60 -50 84 -42 86 -4C86 40 60 54 20 56C-14 58 -50 54 -46 38Z",
        light,
    )
    fingers = "".join(
        stroke(f"M-30 {dy}C-56 {dy - 4} -56 {dy + 20} -32 {dy + 17}H4", light, 22)
        for dy in (-34, -11, 12)
    )
    seams = stroke("M-46 -14H6M-46 9H6M-44 32H4", line, 3.4)
    thumb = stroke("M40 -34Q10 -66 -22 -58", light, 30) + stroke(
        "M-18 -64L-28 -60", "#FCE9DB", 10, opacity=0.8
    )
    hand = sleeve + fist + fingers + seams + thumb
    if flip:
        hand = f'<g transform="scale(-1 1)">{hand}</g>'
    return group(hand, x, y, s, turn)
