"""Things one works with: oven, boxes, stamp, money, phone. Drawn around (0, 0), about 170 wide."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import palette as c
from .goods import egg, family_mark
from .svg import (
    across,
    circle,
    clip,
    dots,
    down,
    ellipse,
    faded,
    group,
    path,
    rect,
    stroke,
)

FLAME = "M0 -40C6 -24 24 -14 22 8C20 26 10 32 0 32C-12 32 -22 24 -22 8C-22 -2 -14 -8 -12 -18C-6 -14 -2 -24 0 -40Z"


def fire(s: float = 1.0) -> str:
    return group(
        path(FLAME, down("#F9B233", "#E2531F"))
        + group(path(FLAME, down("#FFE58A", "#F9B233")), 0, 12, 0.55),
        s=s,
    )


def oven() -> str:
    """The tonur: a clay dome with a glowing mouth, on a plastered bench."""
    dome = "M-88 84C-90 20 -58 -58 -26 -66H26C58 -58 90 20 88 84Z"
    plaster = clip(
        dome,
        rect(-92, -70, 184, 160, across("#E3B888", "#CF9C68", "#A8713F"))
        + stroke(
            "M-92 -18C-40 -6 40 -6 92 -18M-92 36C-50 48 50 48 92 36", "#A8713F", 3, opacity=0.5
        )
        + dots(
            [
                (-60.0, 10.0),
                (-66.0, 58.0),
                (58.0, 14.0),
                (66.0, 62.0),
                (44.0, -30.0),
                (-46.0, -32.0),
            ],
            "#9A6535",
            5,
            opacity=0.6,
        ),
    )
    lip = ellipse(0, -64, 40, 14, "#E9C597") + ellipse(0, -64, 29, 9, "#3A1D0E")
    heat = faded(ellipse(0, -66, 26, 6, "#F28C28"), 0.9)
    mouth = "M-40 84V40C-40 8 40 8 40 40V84Z"
    arch = path("M-52 84V40C-52 -6 52 -6 52 40V84Z", "#B67B47")
    inside = clip(
        mouth,
        rect(-42, 0, 84, 90, down("#3A1D0E", "#7A2A10", "#E2531F"))
        + group(fire(1.15), 0, 62)
        + group(fire(0.7), -24, 70)
        + group(fire(0.7), 25, 70),
    )
    return plaster + lip + heat + arch + path(mouth, "#3A1D0E") + inside


def parcel(label: bool = True) -> str:
    """A closed carton in three faces, taped, with an address label."""
    top = path("M-84 -44L-22 -76L88 -56L30 -20Z", c.CARD_LIGHT)
    front = path("M-84 -44L30 -20V84L-84 52Z", c.CARD)
    side = path("M30 -20L88 -56V40L30 84Z", c.CARD_DARK)
    tape = path("M-36 -34L28 -68L50 -64L-12 -29V4L-36 -1Z", "#F4E0B8")
    slip = path("M-70 -6L-44 0.6V36L-70 29ZM-36 8L16 20V62L-36 48Z", c.PAPER) if label else ""
    lines = (
        stroke("M-28 21L8 29M-28 33L0 40", c.SKY, 5) + circle(-57, 15, 7, c.POMEGRANATE)
        if label
        else ""
    )
    return top + front + side + tape + slip + lines


def open_box(inside: str = "") -> str:
    """An open carton seen from a little above; `inside` shows over the back, under the front."""
    back = path("M-72 -16L-52 -44H52L72 -16Z", "#7F562B")
    flaps = (
        path("M-52 -44L-66 -74H46L52 -44Z", c.CARD_LIGHT)
        + path("M-72 -16L-98 -34L-76 -62L-52 -44Z", c.CARD)
        + path("M72 -16L98 -34L76 -62L52 -44Z", c.CARD_DARK)
    )
    return flaps + back + inside + box_front()


def box_front() -> str:
    """The near side of an open carton, to stand before what goes into it."""
    front = path("M-72 -16H72L66 84H-66Z", down(c.CARD_LIGHT, c.CARD))
    flap = path("M-72 -16H72L82 14H-82Z", "#F0CD9B")
    return front + flap + faded(stroke("M-78 14H78", c.CARD_DARK, 3), 0.6)


def padding() -> str:
    """Curled paper that keeps things from breaking."""
    puffs = [
        (-50, -18, 18),
        (-26, -30, 20),
        (2, -24, 20),
        (30, -32, 20),
        (52, -18, 17),
        (-10, -44, 15),
        (18, -48, 13),
    ]
    out = ""
    for x, y, r in puffs:
        out += circle(x, y, r, "#FBF3E2") + stroke(
            f"M{x - r * 0.5:.1f} {y:.1f}Q{x} {y - r * 0.8:.1f} {x + r * 0.5:.1f} {y + 2:.1f}",
            "#D9C7A3",
            3,
        )
    return out


def egg_tray(stamped: bool = False) -> str:
    """Six eggs in a grey tray."""
    back = path("M-86 -4L-76 -26H76L86 -4Z", "#8E8A84")
    one = egg() + (group(family_mark(), 2, 16) if stamped else "")
    rows = "".join(group(one, x, -30, 0.37) for x in (-48, 0, 48))
    near = "".join(group(one, x, 0, 0.42) for x in (-55, 0, 55))
    body = path(
        "M-90 14C-74 30 -62 4 -55 22C-44 36 -14 36 0 16C14 36 44 36 55 22C62 4 74 30 90 14L76 62H-76Z",
        down("#C3BEB6", "#96918A"),
    )
    cups = stroke("M-55 34V54M0 32V54M55 34V54", "#827D76", 4)
    return back + rows + near + body + cups


def rubber_stamp() -> str:
    """A stamp with a wooden handle, its red face below."""
    knob = path(
        "M0 -86C22 -86 32 -68 26 -50C22 -38 16 -32 16 -14V8H-16V-14C-16 -32 -22 -38 -26 -50C-32 -68 -22 -86 0 -86Z",
        across("#C98B52", "#8A5A34", "#5E3A1E"),
    )
    plate = rect(-52, 6, 104, 34, across("#A9703F", "#7C4A25"), 10.0)
    face = rect(-56, 38, 112, 16, c.POMEGRANATE, 6.0)
    shine = faded(stroke("M-12 -68C-18 -60 -16 -50 -12 -44", "#FFE2BC", 6), 0.8)
    return knob + plate + face + shine


def stamp_and_mark() -> str:
    mark = f'<g transform="translate(40 62) scale(.66 .42)">{family_mark()}</g>'
    paper = path("M-84 58L-40 34H88L62 88H-60Z", c.PAPER)
    return paper + mark + group(rubber_stamp(), -26, -10, 0.86, -14)


def sack() -> str:
    """A tied cotton sack with an ear of wheat on it and a little flour beside."""
    body = "M-34 -44C-70 -24 -82 40 -70 76C-66 86 66 86 70 76C82 40 70 -24 34 -44Z"
    neck = "M-30 -50C-46 -70 -40 -84 -28 -78C-16 -88 -6 -82 0 -76C8 -86 20 -86 28 -78C40 -84 46 -70 30 -50Z"
    ear = stroke("M0 66V-10", c.CLAY, 5)
    for i in range(4):
        y = 44 - i * 16
        ear += path(
            f"M0 {y}C-22 {y - 4} -24 {y - 16} -22 {y - 22}C-8 {y - 20} -2 {y - 12} 0 {y}ZM0 {y}C22 {y - 4} 24 {y - 16} 22 {y - 22}C8 {y - 20} 2 {y - 12} 0 {y}Z",
            c.APRICOT,
        )
    return (
        path(body, across("#FFFFFF", "#F3E8D3", "#D5C4A2"))
        + path(neck, "#E9DCC0")
        + rect(-36, -56, 72, 13, c.CLAY, 6.0)
        + stroke("M30 -48C44 -40 48 -28 44 -20", c.CLAY, 5)
        + ear
        + stroke("M-44 -18C-54 14 -54 40 -50 62M46 -14C54 14 54 40 52 58", "#CDBB97", 3.5)
    )


def flour() -> str:
    dust = path("M22 88C28 64 46 60 54 70C64 62 78 72 82 88Z", "#FFFFFF")
    return (
        group(sack(), -6, 0, 0.98)
        + path("M20 89C27 61 47 57 54 67C64 58 81 70 85 89Z", "#E6D8BE")
        + dust
    )


def _log(x: float, y: float, r: float) -> str:
    return (
        circle(x, y, r, c.WOOD_DARK)
        + circle(x, y, r * 0.8, "#D9A566")
        + circle(x, y, r * 0.5, "none", stroke="#B98246", stroke_width=3)
        + circle(x, y, r * 0.2, "#B98246")
    )


def firewood() -> str:
    """A tied stack of logs, cut ends towards us."""
    spots = [(-56, 54, 28), (0, 56, 29), (57, 54, 28), (-30, 8, 27), (28, 9, 28), (0, -36, 27)]
    bodies = "".join(
        stroke(f"M{x} {y}L{x + 22} {y - 26}", c.WOOD_DARK, r * 1.9) for x, y, r in spots
    )
    rope = stroke("M-84 40C-70 -10 -36 -56 2 -66C44 -56 72 -10 86 38", "#E8CFA0", 8)
    return bodies + "".join(_log(*s) for s in spots) + rope


def basket(inside: str = "") -> str:
    """A willow basket; `inside` shows behind its front rim."""
    handle = stroke("M-62 -10C-62 -104 62 -104 62 -10", c.WOOD, 11) + stroke(
        "M-62 -10C-62 -104 62 -104 62 -10", "#C58B55", 4, stroke_dasharray="10 10"
    )
    back = ellipse(0, -8, 82, 18, "#5E3A1E")
    body = "M-82 -8C-80 40 -66 72 -52 84H52C66 72 80 40 82 -8C50 14 -50 14 -82 -8Z"
    weave = rect(-84, -10, 168, 96, down("#D9A05C", "#A86E34"))
    for row in range(4):
        y = 18 + row * 19
        shift = 12 if row % 2 else 0
        weave += stroke(
            "".join(f"M{x + shift} {y}q9 7 18 0" for x in range(-84, 76, 24)), "#8A5629", 5
        )
    weave += stroke("M-58 8L-44 84M-20 14L-14 84M20 14L14 84M58 8L44 84", "#B97F42", 4)
    rim = stroke("M-82 -8C-50 14 50 14 82 -8", "#C58B55", 12) + stroke(
        "M-82 -8C-50 14 50 14 82 -8", "#F0CD9B", 4, stroke_dasharray="8 9"
    )
    return handle + back + inside + clip(body, weave) + rim


def address_tag() -> str:
    """A big address label: who, where (a house and a pin), on a parcel's corner."""
    board = rect(-86, -60, 172, 132, c.CARD, 12.0) + rect(-86, -60, 172, 20, c.CARD_LIGHT, 8.0)
    slip = rect(-70, -46, 140, 106, c.PAPER, 8.0) + rect(-70, -46, 140, 20, c.SKY, 8.0)
    pin = path("M-40 42C-58 18 -58 -12 -40 -14C-22 -12 -22 18 -40 42Z", c.POMEGRANATE) + circle(
        -40, 6, 7, c.PAPER
    )
    lines = stroke("M-6 -2H54M-6 18H54M-6 38H34", c.INK, 8)
    return board + slip + pin + lines


def phone(w: float, h: float, screen: str = "", ground: str = c.PAPER) -> str:
    """A phone around (0, 0); `screen` is drawn around (0, 0) too and cut at the glass."""
    bezel = min(w, h) * 0.07
    gw, gh = w - 2 * bezel, h - 3.2 * bezel
    r = bezel * 1.4
    d = (
        f"M{-gw / 2 + r:.1f} {-gh / 2:.1f}h{gw - 2 * r:.1f}a{r:.1f} {r:.1f} 0 0 1 {r:.1f} {r:.1f}v{gh - 2 * r:.1f}"
        f"a{r:.1f} {r:.1f} 0 0 1 {-r:.1f} {r:.1f}h{-(gw - 2 * r):.1f}a{r:.1f} {r:.1f} 0 0 1 {-r:.1f} {-r:.1f}v{-(gh - 2 * r):.1f}a{r:.1f} {r:.1f} 0 0 1 {r:.1f} {-r:.1f}Z"
    )
    shell = rect(-w / 2, -h / 2, w, h, across("#4A4566", c.NIGHT), bezel * 2.2)
    glass = clip(d, rect(-gw / 2, -gh / 2, gw, gh, ground) + screen)
    ear = stroke(
        f"M{-w * 0.08:.1f} {-h / 2 + bezel * 0.85:.1f}h{w * 0.16:.1f}", "#6E6990", bezel * 0.35
    )
    return shell + glass + ear


def shop_page(w: float, h: float, fills: list[str], stars: str) -> str:
    """Our shop on a screen w by h: tiles of goods, a row of stars, a green button."""
    bar = rect(-w / 2, -h / 2, w, h * 0.12, c.CLAY)
    tile, gap = w * 0.4, w * 0.06
    tiles = ""
    for i, fill in enumerate(fills):
        x = (-1 if i % 2 == 0 else 1) * (tile / 2 + gap / 2)
        y = -h / 2 + h * 0.12 + gap + tile / 2 + (i // 2) * (tile + gap)
        tiles += group(
            rect(-tile / 2, -tile / 2, tile, tile, c.SAND, tile * 0.14)
            + group(fill, 0, 0, tile / 215),
            x,
            y,
        )
    button = rect(-w * 0.38, h / 2 - h * 0.15, w * 0.76, h * 0.105, c.LEAF, h * 0.05)
    return bar + tiles + stars + button


def bowl_of_tea() -> str:
    """A bowl, seen a little from above; turned it has been knocked over."""
    bowl = path("M-70 -20C-66 30 -40 52 -24 56H24C40 52 66 30 70 -20Z", c.PAPER)
    return (
        bowl
        + ellipse(0, -20, 70, 24, "#E6D8BE")
        + ellipse(0, -18, 58, 17, "#C99B6A")
        + stroke("M-58 8Q0 28 58 8", c.SKY, 7)
    )
