"""What carries parcels: lorry, plane, donkey cart's own parts. Wheels stand on y = 0 in `lorry`."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import palette as c
from .svg import circle, clip, down, ellipse, faded, group, path, rect, stroke


def _wheel(x: float, y: float, r: float) -> str:
    return (
        circle(x, y, r, "#2B2735")
        + circle(x, y, r * 0.55, c.STEEL)
        + circle(x, y, r * 0.22, "#6F7380")
    )


def lorry() -> str:
    """A lorry driving right, 330 wide and 170 high, wheels on y = 0, middle at x = 0."""
    load = rect(-164, -166, 214, 130, down("#FFF6E4", "#EAD7B4"), 10.0)
    stripe = rect(-164, -86, 214, 20, c.CLAY) + rect(-164, -66, 214, 7, c.HONEY)
    parcel = rect(-86, -146, 60, 46, c.CARD, 5.0) + rect(-62, -146, 12, 46, "#F4E0B8")
    cab_shape = "M54 -36V-126C54 -134 60 -138 66 -138H104C112 -138 118 -134 122 -126L146 -82C158 -78 164 -72 164 -60V-36Z"
    cab = path(cab_shape, down("#2E8A8E", c.TEAL))
    pane = path("M74 -124H102C106 -124 108 -122 110 -118L128 -84H74Z", down("#E8F5FA", "#A9D3E4"))
    lamp = rect(152, -62, 12, 16, c.HONEY, 4.0)
    base = rect(-164, -40, 328, 16, "#3C3748", 6.0)
    wheels = "".join(_wheel(x, -24, 25) for x in (-112, -54, 108))
    return (
        load
        + stripe
        + parcel
        + cab
        + pane
        + stroke("M92 -70H106", "#BFE3E4", 5)
        + lamp
        + base
        + wheels
    )


def plane() -> str:
    """A white plane flying right, nose a little up: 340 wide, around (0, 0)."""
    tail = path("M-150 -8L-176 -78H-146L-104 -14Z", c.CLAY)
    far = path("M-6 -22L-50 -92H-26L52 -24Z", "#B9C3CE")
    body_d = "M-164 -4C-150 -26 -110 -32 -60 -34H96C134 -32 166 -14 170 2C164 18 132 28 96 28H-70C-120 26 -156 16 -164 -4Z"
    body = clip(
        body_d,
        rect(-180, -40, 360, 74, down("#FFFFFF", "#FFFFFF", "#D5DCE4"))
        + rect(-180, 6, 360, 7, c.APRICOT),
    )
    panes = "".join(rect(x, -16, 13, 14, "#6DB1D0", 5.0) for x in range(-92, 96, 27))
    nose = path("M122 -20C138 -16 148 -8 152 -4H120Z", "#6DB1D0")
    near = path("M10 8L-66 92H-36L74 10Z", down("#E9EEF3", "#A9B4C0"))
    engine = rect(-16, 36, 44, 20, "#8C98A6", 10.0)
    stub = path("M-150 -2L-184 22H-160L-112 2Z", "#C6CED7")
    return group(far + tail + body + panes + nose + engine + near + stub, turn=-8)


def cart() -> str:
    """A cart with two big wheels behind which a donkey can stand: around (0, 0), wheels on y = 60."""
    bed = path("M-70 -14H70L60 22H-60Z", down(c.WOOD, c.WOOD_DARK)) + stroke(
        "M-66 2H66", "#B5793F", 4
    )
    shaft = stroke("M60 6L118 2", c.WOOD_DARK, 9)
    wheel = circle(-4, 24, 38, "none", stroke=c.WOOD_DARK, stroke_width=9)
    spokes = stroke("M-4 -12V60M-40 24H32M-29 -1L21 49M21 -1L-29 49", c.WOOD, 5)
    return shaft + bed + wheel + spokes + circle(-4, 24, 8, c.HONEY)


def donkey() -> str:
    """A patient donkey in harness, facing right: 150 wide, hooves on y = 62."""
    far = stroke("M-34 10V54M30 10V54", "#7F766C", 14) + stroke("M-34 58h5M30 58h5", c.INK, 10)
    tail = stroke("M-54 -22C-68 -8 -64 12 -66 22", "#8F867B", 6) + stroke("M-66 20v12", c.INK, 9)
    neck = path("M16 -28C34 -40 44 -56 50 -70L76 -52C66 -34 58 -8 40 6Z", "#A59B8F")
    trunk = path(
        "M-56 -18C-54 -34 -30 -34 0 -32C26 -34 46 -26 46 -6C44 18 20 22 -8 20C-36 22 -58 12 -56 -18Z",
        "#A59B8F",
    )
    belly = path("M-40 12C-20 22 16 22 34 10C20 24 -24 26 -40 12Z", "#D9D1C6")
    near = stroke("M-44 8V54M42 6V54", "#A59B8F", 16) + stroke("M-44 58h6M42 58h6", c.INK, 11)
    skull = path(
        "M48 -74C58 -84 74 -80 80 -68L98 -40C102 -30 94 -22 84 -26L58 -44C48 -50 42 -64 48 -74Z",
        "#A59B8F",
    )
    muzzle = path("M84 -52L98 -40C102 -30 94 -22 84 -26L74 -34Z", "#E4DCD1")
    ears = path("M52 -72C38 -92 36 -106 42 -110C54 -106 62 -92 64 -78Z", "#8F867B") + path(
        "M62 -76C58 -96 62 -108 68 -110C76 -102 78 -88 74 -74Z", "#A59B8F"
    )
    face = circle(70, -60, 4, c.INK) + circle(92, -35, 2.6, c.INK)
    mane = stroke("M46 -72C38 -52 28 -40 16 -32", "#4F473F", 9)
    harness = stroke("M30 -38C46 -26 52 -6 44 10", c.POMEGRANATE, 10) + stroke(
        "M-64 -6L38 -8", c.WOOD_DARK, 6
    )
    bridle = stroke("M56 -48L78 -66M74 -34L86 -52", c.POMEGRANATE, 4)
    body = far + tail + trunk + belly + near + neck + mane + ears + skull + muzzle + face
    return body + harness + bridle + circle(44, 10, 6, c.HONEY)


def trail(x: float, y: float, w: float) -> str:
    """Wind lines behind something that moves right."""
    d = f"M{x} {y}h{w}M{x - w * 0.4:.0f} {y + 26}h{w}M{x + w * 0.2:.0f} {y + 52}h{w * 0.7:.0f}"
    return faded(stroke(d, "#FFFFFF", 7), 0.75)


def shadow(x: float, y: float, rx: float, ry: float = 0, opacity: float = 0.16) -> str:
    """The soft shadow of a thing standing at (x, y)."""
    return ellipse(x, y, rx, ry or rx * 0.16, c.SHADE, opacity=opacity)
