"""What is hers alone and who is after it: the code on a phone, papers, a stranger without a face."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import palette as c
from . import people, tools
from .singles import Drawing, own
from .svg import circle, clip, dots, down, ellipse, group, path, rect, stroke


def code_screen(w: float) -> str:
    """Six dots in a row under a little envelope, on a screen w wide: a number that came."""
    spots = [((i - 2.5) * w * 0.13, w * 0.24) for i in range(6)]
    envelope = rect(-w * 0.22, -w * 0.42, w * 0.44, w * 0.3, c.PAPER, w * 0.04) + stroke(
        f"M{-w * 0.2:.1f} {-w * 0.38:.1f}L0 {-w * 0.24:.1f}L{w * 0.2:.1f} {-w * 0.38:.1f}",
        c.CLAY,
        w * 0.035,
    )
    slip = rect(-w * 0.42, w * 0.08, w * 0.84, w * 0.32, c.PAPER, w * 0.06)
    return (
        rect(-w, -w * 2, w * 2, w * 4, c.SKY_LIGHT)
        + envelope
        + slip
        + dots(spots, c.NIGHT, w * 0.085)
    )


def phone_with_code() -> str:
    return tools.phone(110, 180, group(code_screen(100), 0, 0))


def stranger() -> str:
    """Head and shoulders in grey with a cap drawn low: nobody knows who this is."""
    coat = path(
        "M-92 100C-92 40 -60 22 -28 14L0 34L28 14C60 22 92 40 92 100Z", down("#7C8494", "#545B6B")
    )
    neck = rect(-22, -20, 44, 50, "#8E95A3", 16.0)
    face = ellipse(0, -34, 46, 54, "#A9AFBB")
    shade = clip("M-60 -100H60V-18C30 -30 -30 -30 -60 -18Z", ellipse(0, -34, 46, 54, "#868D9B"))
    crown = path("M-54 -48C-54 -104 54 -104 54 -48C20 -58 -20 -58 -54 -48Z", "#4A5163")
    brim = path("M-62 -46C-26 -66 26 -66 62 -46C40 -34 -40 -34 -62 -46Z", "#363C4B")
    collar = path("M-28 14L-6 60L0 34L6 60L28 14L40 20L14 84H-14L-40 20Z", "#444A5A")
    return coat + neck + face + shade + collar + crown + brim


def id_card() -> str:
    """A card with her face and lines instead of words: no likeness to a real one."""
    board = rect(
        -90, -58, 180, 116, down("#E9F3EC", "#C9E0D0"), 12.0, stroke="#7FA98D", stroke_width=4
    )
    photo = clip(
        "M-78 -40H-14V44H-78Z",
        rect(-80, -42, 68, 88, c.SKY_LIGHT) + group(people.body(people.BAKER, 200), -46, 6, 0.36),
    )
    lines = stroke("M6 -30H72M6 -6H72M6 18H52", c.INK, 8)
    return board + photo + lines + circle(66, 38, 11, c.POMEGRANATE, opacity=0.85)


KEEPING: dict[str, Drawing] = {
    "phone-code": own(phone_with_code),
    "face-stranger": own(stranger, 0.98, -2),
    "id-card": own(id_card),
}
