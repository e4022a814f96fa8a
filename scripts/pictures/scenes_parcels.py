"""Scenes of parcels: packed well or badly, addressed, weighed, on their way over the map."""

from __future__ import annotations

from . import country, goods, indoors, land, people, tools, town
from . import palette as c
from .acting import big_hand, holding, person
from .fluent import Fluent
from .scenes_order import workroom
from .scenes_shop import bubble
from .scenes_village import scene_road_truck
from .singles import Drawing, own, plain
from .svg import circle, clip, down, ellipse, group, path, rect, stroke
from .vehicles import shadow


def scene_bag_eggs() -> str:
    """Eggs loose in a thin bag."""
    skin = "M-92 -60C-104 20 -110 90 -84 128C-40 146 40 146 84 128C110 90 104 20 92 -60Z"
    eggs = "".join(
        group(goods.egg(), x, y, 0.42, t)
        for x, y, t in (
            (-52, 84, 30), (6, 94, -12), (58, 80, 40), (-64, 24, -30), (-8, 30, 16), (50, 18, -8),
        )
    )  # fmt: skip
    handles = stroke("M-58 -56C-60 -130 -16 -130 -18 -56M18 -56C16 -130 60 -130 58 -56", c.CLAY, 11)
    bag = (
        handles
        + path(skin, "#FBE3D2")
        + eggs
        + path(skin, c.APRICOT, opacity=0.28)
        + stroke(skin, c.CLAY, 7)
    )
    seller = person(people.SELLER, 600, 350, 1.4, "", (-34, 118), (34, 118))
    return (
        workroom()
        + seller
        + indoors.table(600)
        + shadow(600, 738, 170, 20, 0.3)
        + group(bag, 600, 580, 1.12)
        + _hands_over()
    )


def _hands_over() -> str:
    return group(
        people.arm(people.SELLER, -1, (-34, 66)) + people.arm(people.SELLER, 1, (34, 66)),
        600,
        350,
        1.4,
    )


def scene_broken_parcel() -> str:
    """The parcel is open, and eggs are broken."""
    inside = group(goods.broken_egg(), -32, -48, 0.46) + group(
        goods.broken_egg(), 30, -50, 0.46, 12
    )
    sad = people.gazing(people.with_mouth(people.BUYER, "sad"), 3, 4)
    buyer = person(sad, 400, 380, 1.42, "", (-92, 130), (96, 130), open_hands=True)
    wet = path(
        "M560 742C580 716 660 724 720 722C800 718 860 724 852 746C840 770 590 772 560 742Z",
        "#FBEFC9",
    ) + ellipse(770, 744, 34, 11, "#F5A623")
    return (
        indoors.room("#EFE7DB", "#B9A48C", 560)
        + indoors.window(900, 250, 280, 220)
        + group(town.city(0, 0, 1, 5), 900, 360, 0.46)
        + stroke("M900 140V360M760 224H1040", c.SKY, 12)
        + buyer
        + indoors.table(604, tone="#A9784A")
        + shadow(700, 736, 190, 22)
        + wet
        + group(tools.open_box(inside), 700, 596, 1.6)
        + shadow(930, 742, 90, 12, 0.3)
        + group(goods.broken_egg(), 930, 668, 0.86)
    )


def scene_soft_pack() -> str:
    """Eggs one by one into soft stuffing in a firm box."""
    eggs = "".join(group(goods.egg(), x, -54, 0.36) for x in (-40, 0, 40))
    front = clip("M-72 -60H72V10H-72Z", group(tools.padding(), 0, 16))
    box = tools.open_box(group(tools.padding(), 0, -16) + eggs + front)
    return (
        workroom()
        + indoors.table(520)
        + indoors.cloth(540, 200, 60, 1140, (c.TEAL, "#0A4F52"))
        + shadow(500, 744, 260, 26, 0.3)
        + group(box, 480, 590, 1.9)
        + shadow(1010, 716, 130, 16, 0.3)
        + group(tools.egg_tray(), 1010, 650, 1.1)
        + group(goods.egg(), 560, 300, 0.8, 10)
        + big_hand(664, 300, 1.0, people.BAKER, 6)
    )


def scene_no_address(fluent: Fluent) -> str:
    """A parcel without an address: the courier does not know where to."""
    puzzled = people.gazing(people.with_mouth(people.COURIER, "flat"), 0, 4)
    courier = person(
        puzzled, 470, 390, 1.5, group(tools.parcel(False), 6, 124, 1.05), (-78, 140), (96, 128)
    )
    back = land.sky() + land.mountains(430) + land.wall(520, 130) + land.ground(520)
    ways = path("M640 800L760 560H800L900 800Z", "#EBD9B8") + path(
        "M780 600C900 560 1000 570 1210 540V590C1010 610 920 610 800 640Z", "#EBD9B8"
    )
    return back + ways + courier + fluent.icon("red-question-mark", 880, 270, 230)


def weighing(thing: str) -> str:
    """A platform on a spring with its round dial; around (0, 0), about 180 wide."""
    dial = (
        circle(0, 44, 46, c.PAPER, stroke="#6F7380", stroke_width=7)
        + stroke("M-30 44A30 30 0 0 1 30 44", "#C9BBA0", 5, stroke_dasharray="3 10")
        + stroke("M0 44L18 20", c.POMEGRANATE, 7)
        + circle(0, 44, 7, c.INK)
    )
    body = path("M-62 8H62L84 92H-84Z", down("#3E8BC0", c.SKY))
    plate = rect(-90, -14, 180, 16, "#8A909C", 8.0) + rect(-16, 0, 32, 14, "#6F7380")
    return body + plate + dial + thing


def scene_weigh() -> str:
    """The parcel stands on the scales between seller and courier."""
    seller = person(people.gazing(people.SELLER, 4, 3), 270, 392, 1.32, "", (-40, 140), (60, 150))
    courier = person(
        people.gazing(people.COURIER, -4, 3), 930, 388, 1.32, "", (-60, 150), (40, 140)
    )
    return (
        workroom()
        + seller
        + courier
        + indoors.table(590)
        + shadow(600, 758, 220, 22, 0.3)
        + group(weighing(group(tools.parcel(), 0, -76, 0.82)), 600, 560, 2.05)
    )


def scene_quilt_rides() -> str:
    """Cotton quilts go by truck."""
    quilt = group(goods.quilt(), 0, 6, 1.0)
    return (
        scene_road_truck()
        + bubble(330, 250, 138, quilt)
        + circle(440, 396, 20, c.PAPER)
        + circle(470, 436, 12, c.PAPER)
    )


def scene_parcel_map(fluent: Fluent) -> str:
    """The way over the country on a phone, with the parcel on it."""
    pin = path("M0 46C-34 0 -34 -36 0 -40C34 -36 34 0 0 46Z", c.POMEGRANATE) + circle(
        0, -6, 13, c.PAPER
    )
    way = stroke(
        "M-196 -78C-120 -40 -60 0 40 -10C120 -20 150 -60 170 -84",
        c.CLAY,
        10,
        stroke_dasharray="4 20",
    )
    screen = (
        group(country.country(fluent), -300, -200, 0.5)
        + way
        + group(town.clay_house(-36, 26, 72, 54), -212, -80)
        + group(pin, 178, -112, 1.1)
        + group(tools.parcel(), 6, -40, 0.62)
    )
    return (
        indoors.room("#F9E9CC", y=560)
        + land.warm_light(600, 400, 430, "#FFF6DE")
        + holding(600, 380, 700, 450, tools.phone(700, 450, screen), people.SELLER)
    )


def _scales() -> str:
    return group(weighing(group(tools.parcel(), 0, -58, 0.62)), 0, 8, 0.96)


THINGS: dict[str, Drawing] = {"scales": own(_scales)}

SCENES: dict[str, Drawing] = {
    "scene-bag-eggs": plain(scene_bag_eggs),
    "scene-broken-parcel": plain(scene_broken_parcel),
    "scene-soft-pack": plain(scene_soft_pack),
    "scene-no-address": scene_no_address,
    "scene-weigh": plain(scene_weigh),
    "scene-quilt-rides": plain(scene_quilt_rides),
    "scene-parcel-map": scene_parcel_map,
}
