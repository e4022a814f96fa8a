"""Single pictures of 200 x 200 on no ground: goods, tools, places and faces."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from collections.abc import Callable

from . import goods, land, money, people, tools, town, troubles, vehicles
from . import palette as c
from .fluent import Fluent
from .looks import Look
from .nang import nang, old_nang
from .svg import circle, clip, dots, down, ellipse, group, path, rect, squash, stroke

Drawing = Callable[[Fluent], str]


def plain(scene: Callable[[], str]) -> Drawing:
    """A scene that needs no figure of the family."""
    return lambda _fluent: scene()


def own(thing: Callable[[], str], s: float = 1.0, dy: float = 0.0) -> Drawing:
    """A thing drawn around (0, 0), put in the middle."""
    return lambda _fluent: group(thing(), 100, 100 + dy, s)


def figure(name: str, size: float = 172, turn: float = 0, **swaps: str) -> Drawing:
    """A figure of the family; swaps are given as h<hex>="#..."."""
    colours = {f"#{key[1:]}": value for key, value in swaps.items()}
    return lambda fluent: fluent.icon(name, 100, 100, size, turn, swaps=colours)


def _face(look: Look) -> Drawing:
    return lambda _fluent: people.portrait(look)


def _lorry() -> str:
    return squash(vehicles.lorry(), 0, 46, 0.53, 0.6)


def _calendar() -> str:
    page = rect(-76, -58, 152, 138, c.PAPER, 14.0, stroke="#CDBFA6", stroke_width=4)
    head = path("M-76 -22V-44C-76 -52 -70 -58 -62 -58H62C70 -58 76 -52 76 -44V-22Z", c.POMEGRANATE)
    rings = stroke("M-38 -76V-46M38 -76V-46", "#6F7380", 11)
    days = [(-52.0 + 26 * i, 4.0 + 26 * j) for j in range(3) for i in range(5)]
    return (
        page
        + head
        + rings
        + dots(days, "#C9BBA0", 15)
        + circle(26, 30, 17, c.LEAF)
        + stroke("M18 30L24 37L35 24", c.PAPER, 5)
    )


def _village() -> str:
    ground = ellipse(0, 70, 92, 16, "#DDB67F")
    return circle(66, -66, 16, c.HONEY) + ground + town.village(-4, 70, 0.44)


def _city() -> str:
    return (
        land.cloud(-50, -64, 0.36)
        + group(town.city(0, 0, 1), 0, 82, 0.33)
        + rect(-94, 80, 188, 8, "#6F8499", 4.0)
    )


def awning(w: float, h: float, scallops: int = 7) -> str:
    """A striped awning, its upper edge on y = 0, middle at x = 0."""
    step = w / scallops
    out = ""
    for i in range(scallops):
        x = -w / 2 + i * step
        tone = c.CLAY if i % 2 == 0 else "#F6DDB0"
        out += path(
            f"M{x + step * 0.12:.1f} 0H{x + step * 0.88:.1f}L{x + step:.1f} {h * 0.7:.1f}A{step / 2:.1f} {h * 0.3:.1f} 0 0 1 {x:.1f} {h * 0.7:.1f}Z",
            tone,
        )
    return out


def _store() -> str:
    walls = rect(-78, -36, 156, 120, down("#F3DDB7", "#E0BE8A")) + rect(
        -78, -36, 156, 18, "#B98A55"
    )
    shelf = rect(-62, 34, 124, 10, c.WOOD, 3.0) + rect(-68, 44, 136, 40, c.WOOD_DARK, 4.0)
    inside = rect(-62, -20, 124, 56, "#7A4A2A")
    wares = (
        group(nang(False), -36, 10, 0.28)
        + group(goods.honey_jar(), 6, 12, 0.26)
        + "".join(group(goods.egg(), x, 20, 0.17) for x in (30, 44, 56))
    )
    board = "".join(circle(x, 64, 6, c.HONEY) for x in (-44, -22, 0, 22, 44))
    return walls + inside + wares + shelf + board + group(awning(184, 46), 0, -66)


def _clay_home() -> str:
    return (
        land.poplar(68, 76, 150)
        + group(town.clay_house(-70, 80, 140, 112), -4, 0)
        + ellipse(0, 82, 88, 7, "#D9B083")
    )


def _donkey_cart() -> str:
    load = group(tools.parcel(), -66, -24, 0.34) + group(tools.sack(), -36, -24, 0.34)
    team = group(vehicles.cart(), -50, 16, 0.72) + group(vehicles.donkey(), 40, 16, 0.72)
    scene = ellipse(4, 61, 100, 7, "#D9B083") + load + team
    return group(scene, -3, 12, 0.84)


def _road() -> str:
    hill = clip(
        "M-88 -80H88V84H-88Z",
        group(land.mountains(300, snow=True), -88, -62, 0.147) + land.sun(44, -52, 15),
    )
    road = path("M-12 -16H12L74 86H-74Z", down("#8A8691", "#5F5B6B"))
    return (
        rect(-88, -84, 176, 170, down("#BFE0EE", "#FBEBD0"), 22.0)
        + hill
        + path("M-88 -18H88V64C88 78 78 86 66 86H-66C-78 86 -88 78 -88 64Z", "#E9C48C")
        + road
        + stroke("M0 -10V0M0 16V32M0 52V78", c.PAPER, 6)
        + group(land.poplar(0, 0, 90), -62, 26)
        + group(land.poplar(0, 0, 90), 62, 26)
    )


def _family() -> str:
    back = group(people.body(people.GRANDPA, 260), -50, -6, 0.42) + group(
        people.body(people.BAKER, 260), 48, -2, 0.42
    )
    front = group(people.body(people.GIRL, 260), 0, 46, 0.38)
    return clip("M-92 -92H92V60C92 78 80 88 64 88H-64C-80 88 -92 78 -92 60Z", back + front)


def _letter() -> str:
    return (
        rect(-86, -56, 172, 116, c.PAPER, 10.0, stroke="#D9C7A3", stroke_width=4)
        + stroke("M-82 -50L0 18L82 -50M-82 56L-26 2M82 56L26 2", "#C9B48C", 6)
        + circle(0, 14, 17, c.POMEGRANATE)
    )


def _plane() -> str:
    return group(vehicles.plane(), s=0.53, turn=-14)


def _phone() -> str:
    screen = tools.shop_page(
        84, 140, [nang(False), goods.egg(), goods.honey_jar(), goods.quilt()], ""
    )
    return tools.phone(104, 176, screen)


def _laptop() -> str:
    screen = clip(
        "M-62 -60H62V20H-62Z",
        rect(-62, -60, 124, 80, c.SKY_LIGHT)
        + group(nang(False), -24, -20, 0.33)
        + rect(12, -42, 40, 10, c.CLAY, 5.0)
        + rect(12, -24, 30, 8, "#C9BBA0", 4.0)
        + rect(12, -6, 40, 16, c.LEAF, 8.0),
    )
    lid = rect(-72, -70, 144, 100, c.NIGHT, 10.0)
    base = path(
        "M-72 34H72L92 62C94 68 90 72 84 72H-84C-90 72 -94 68 -92 62Z", down("#DDE0E6", "#A9AEB8")
    )
    keys = stroke("M-62 44H62M-68 54H68", "#7E8492", 5, stroke_dasharray="9 6")
    return lid + screen + base + keys


def _padded() -> str:
    return tools.open_box(
        tools.padding()
        + group(nang(False), 0, -30, 0.52)
        + clip("M-90 -30H90V10H-90Z", group(tools.padding(), 0, 24))
    )


def _open_padded() -> str:
    return tools.open_box(
        tools.padding() + clip("M-90 -30H90V10H-90Z", group(tools.padding(), 0, 24))
    )


SINGLES: dict[str, Drawing] = {
    "nang": own(nang),
    "egg": own(goods.egg),
    "egg-stamped": own(goods.stamped_egg),
    "honey-pot": own(goods.honey_jar),
    "raisins": own(goods.raisins),
    "dried-apricots": own(goods.dried_apricots),
    "walnuts": own(goods.walnuts),
    "jujubes": own(goods.jujubes),
    "quilt": own(goods.quilt, 0.95, 12),
    "chicken": figure("rooster"),
    "cap": own(goods.doppa),
    "gift": figure("wrapped-gift"),
    "phone": own(_phone),
    "computer": own(_laptop),
    "oven": own(tools.oven),
    "truck": own(_lorry),
    "plane": own(_plane),
    "box": own(tools.parcel),
    "closed-box": own(lambda: tools.parcel(label=False)),
    "bag": figure("shopping-bags", h00a6ed=c.CLAY, h0074ba="#8C3D1E"),
    "padded-box": own(_padded, 0.9),
    "open-box": own(tools.open_box, 0.9),
    "open-padded-box": own(_open_padded, 0.9),
    "open-box-front": own(tools.box_front, 0.9),
    "egg-tray": own(tools.egg_tray, 1.0, -2),
    "label": own(tools.address_tag),
    "stamp": own(tools.stamp_and_mark),
    "basket": own(tools.basket, 1.0, 4),
    "magnifier": figure("magnifying-glass-tilted-left", h00a6ed="#BFE3F2"),
    "note": own(money.note),
    "coin": own(money.coin),
    "purse": own(money.purse, 0.9, 14),
    "sun": figure("sun"),
    "moon": figure("crescent-moon"),
    "calendar": own(_calendar),
    "city": own(_city),
    "village": own(_village),
    "store": own(_store),
    "camera": figure("camera"),
    "speaker": figure("speaker-high-volume", hb4acbc=c.SKY, hcdc4d6="#4C86C4", h83cbff=c.APRICOT),
    "star": figure("star"),
    "hand-point": figure("backhand-index-pointing-up-medium-light"),
    "check": figure("check-mark-button", h00d26a=c.LEAF),
    "flour": own(tools.flour),
    "firewood": own(tools.firewood, 0.86),
    "stone": figure("rock"),
    "broken-egg": own(goods.broken_egg),
    "old-nang": own(old_nang),
    "face-buyer": _face(people.BUYER),
    "face-buyer-man": _face(people.BUYER_MAN),
    "face-baker": _face(people.BAKER),
    "face-courier": _face(people.COURIER),
    "donkey-cart": own(_donkey_cart),
    "letter": own(_letter),
    "heart": figure("red-heart"),
    "ear": figure("ear"),
    "turtle": figure("turtle"),
    "rabbit": figure("rabbit"),
    "speaker-soft": figure("speaker-low-volume"),
    "speaker-middle": figure("speaker-medium-volume"),
    "speaker-loud": figure("speaker-high-volume"),
    "microphone": figure("studio-microphone"),
    "question": figure("red-question-mark", 164),
    "road": own(_road),
    "key": figure("key"),
    "house": own(_clay_home),
    "book": figure("open-book"),
    "family": own(_family),
    "spilled-tea": own(troubles.spilled_tea),
    "broken-pencil": own(troubles.broken_pencil, 0.9, 6),
    "torn-page": own(troubles.torn_page, 0.84),
    "empty-notebook": own(troubles.empty_notebook, 0.84),
    "no-sound": figure("muted-speaker", h9b9b9b=c.SKY, hd3d3d3="#4C86C4", hf8312f=c.POMEGRANATE),
}
