"""Scenes of an order on its way: collect, check, stamp, pack, label, ship."""

from __future__ import annotations

from . import goods, indoors, land, people, tools, vehicles
from . import palette as c
from .acting import big_hand, person
from .nang import nang, nang_pile
from .scenes_village import courtyard
from .singles import Drawing, plain
from .svg import circle, clip, ellipse, faded, group, rect, stroke
from .vehicles import shadow


def workroom() -> str:
    return indoors.room("#F8E6C6", y=520) + indoors.window(200, 260, 220, 230) + _shelf(880, 170)


def _shelf(x: float, y: float) -> str:
    """Shelves on a wall with jars, boxes and folded quilts."""
    out = ""
    for row in range(2):
        top = y + 130 + row * 150
        out += rect(x - 160, top, 380, 16, c.WOOD, 4.0)
    goods_up = (
        group(goods.honey_jar(), x - 110, y + 88, 0.48)
        + group(goods.honey_jar(), x - 30, y + 88, 0.48)
        + group(tools.parcel(), x + 100, y + 84, 0.56)
    )
    below = group(goods.quilt(), x - 70, y + 228, 0.6) + group(
        tools.basket(), x + 110, y + 226, 0.62
    )
    return faded(out + goods_up + below, 0.92)


def scene_collect() -> str:
    eggs = "".join(
        group(goods.egg(), x, y, 0.26, t)
        for x, y, t in ((-44, -22, -16), (-8, -28, 8), (30, -26, -6), (54, -18, 20))
    )
    basket = group(tools.basket(eggs), 600, 570, 1.55)
    left = person(
        people.GRANNY,
        310,
        392,
        1.18,
        "",
        (-84, 160),
        (142, 74),
        on_top=group(goods.egg(), 152, 50, 0.4, 12),
    )
    right = person(
        people.FATHER, 890, 392, 1.18, group(nang(False), -146, 52, 0.56), (-140, 92), (84, 160)
    )
    child = person(
        people.GIRL,
        600,
        340,
        1.0,
        "",
        (-24, 86),
        (24, 86),
        on_top=group(goods.egg(), 0, 62, 0.42),
        bottom=220,
    )
    return (
        courtyard()
        + land.vine(130)
        + child
        + left
        + right
        + indoors.rug(650, 150, 120, 1080)
        + shadow(600, 704, 160, 20, 0.3)
        + basket
    )


def scene_check() -> str:
    table = indoors.cloth(480, 250, 60, 1140, (c.TEAL, "#0A4F52"))
    eggs = "".join(
        shadow(x, y + 66, 50, 9, 0.3) + group(goods.egg(), x, y, 0.8)
        for x, y in ((250, 570), (390, 590), (960, 560))
    )
    eggs += shadow(560, 668, 70, 10, 0.3) + group(goods.broken_egg(), 560, 610, 0.68)
    lens = (
        circle(0, 0, 128, "#DFF1F7", opacity=0.9)
        + group(goods.egg(), 0, 8, 1.15)
        + circle(0, 0, 128, "none", stroke=c.NIGHT, stroke_width=22)
        + stroke("M-78 -52A96 96 0 0 1 -30 -90", "#FFFFFF", 12, opacity=0.9)
    )
    handle = stroke("M94 94L176 176", c.WOOD, 36) + stroke("M94 94L112 112", c.NIGHT, 36)
    glass = group(lens + handle, 590, 400)
    return (
        workroom()
        + indoors.table(480)
        + table
        + eggs
        + glass
        + big_hand(760, 572, 0.95, people.BAKER, 38)
    )


def scene_stamp() -> str:
    pad = (
        shadow(310, 650, 130, 16, 0.3)
        + rect(200, 596, 220, 50, c.NIGHT, 12.0)
        + ellipse(310, 596, 96, 20, c.POMEGRANATE)
    )
    done = "".join(
        shadow(x, y + 72, 52, 9, 0.3) + group(goods.stamped_egg(), x, y, 0.84)
        for x, y in ((850, 600), (975, 560))
    )
    egg = shadow(580, 690, 100, 14, 0.35) + group(goods.egg(), 580, 585, 1.24)
    stamp = group(tools.rubber_stamp(), 580, 372, 1.55)
    lines = stroke("M470 480L440 462M690 480L720 462M452 520H418M708 520H742", c.POMEGRANATE, 9)
    return (
        workroom()
        + indoors.table(500)
        + indoors.cloth(520, 220, 60, 1140, (c.TEAL, "#0A4F52"))
        + pad
        + done
        + egg
        + lines
        + stamp
        + big_hand(596, 296, 1.05, people.BAKER, -14)
    )


def scene_pack() -> str:
    inside = tools.padding()
    box = group(tools.open_box(inside), 600, 630, 1.6)
    seller = person(people.SELLER, 600, 356, 1.3, group(nang(), 0, 82, 0.78), (-68, 92), (68, 92))
    stack = group(nang_pile(4), 270, 640, 0.95)
    roll = group(
        circle(0, 0, 60, "#FBF3E2")
        + circle(0, 0, 20, "#D9C7A3")
        + stroke("M0 -44A44 44 0 0 1 44 0", "#E4D2B6", 6),
        930,
        640,
    )
    return (
        workroom()
        + seller
        + indoors.table(580)
        + shadow(600, 752, 230, 22, 0.3)
        + shadow(270, 690, 100, 14, 0.3)
        + stack
        + shadow(930, 700, 66, 10, 0.3)
        + roll
        + box
    )


def scene_label() -> str:
    box = (
        shadow(560, 722, 320, 26, 0.3)
        + rect(270, 330, 580, 390, c.CARD, 14.0)
        + rect(270, 330, 580, 60, c.CARD_LIGHT, 12.0)
        + rect(520, 330, 80, 390, "#F4E0B8", opacity=0.8)
    )
    slip = group(
        rect(-130, -95, 260, 190, c.PAPER, 12.0)
        + rect(-130, -95, 260, 38, c.SKY, 12.0)
        + group(people.body(people.BUYER, 130), -72, 46, 0.42)
        + rect(-130, 95, 260, 40, c.CARD)
        + stroke("M0 -22H100M0 12H100M0 46H66", c.INK, 13),
        560,
        540,
        1,
        -3,
    )
    return (
        workroom()
        + indoors.table(520)
        + box
        + clip("M424 430L704 418L712 640L430 652Z", slip)
        + big_hand(742, 590, 1.05, people.SELLER, 14)
    )


def scene_ship() -> str:
    back = (
        land.sky()
        + land.mountains(430)
        + land.poplars(520, ((60, 330), (130, 380), (1130, 360)))
        + land.wall(520, 130)
        + land.ground(520)
    )
    truck = shadow(604, 510, 190, 16) + group(vehicles.lorry(), 604, 508, 1.12)
    box = group(tools.parcel(), 604, 556, 0.98)
    seller = person(people.SELLER, 318, 392, 1.3, "", (148, 156), (158, 104), bottom=330)
    courier = person(people.COURIER, 892, 384, 1.3, "", (-158, 110), (-146, 162), bottom=330)
    return back + truck + shadow(600, 780, 380, 30) + courier + seller + box


def scene_service_centre() -> str:
    hall = indoors.room("#EAF0EC", "#C9BCA6", 500) + rect(0, 0, 1200, 110, "#C3D3CF")
    lamps = "".join(
        stroke(f"M{x} 0V140", "#8FA3A0", 5) + rect(x - 70, 138, 140, 18, "#FFF3C6", 9.0)
        for x in (300, 600, 900)
    )
    racks = ""
    for x in (110, 890):
        racks += rect(x, 190, 220, 330, "#9FB3B0", 6.0)
        for row in range(3):
            y = 276 + row * 108
            racks += (
                rect(x + 10, y - 86, 200, 86, "#6F8784")
                + "".join(
                    group(tools.parcel(row != 1), x + 62 + i * 92, y - 38, 0.46) for i in range(2)
                )
                + rect(x - 6, y, 232, 12, "#5F7572", 4.0)
            )
    woman = person(people.BAKER, 450, 372, 1.05, "", (-40, 150), (88, 140))
    man = person(
        people.COURIER, 600, 352, 1.05, group(tools.parcel(), 0, 100, 0.72), (-66, 112), (66, 112)
    )
    other = person(people.TRAINER, 760, 372, 1.05, "", (-84, 140), (40, 150))
    bench = (
        rect(230, 560, 740, 36, "#E3B37C", 8.0)
        + rect(260, 596, 680, 130, "#B5793F")
        + shadow(600, 730, 380, 18)
    )
    wares = (
        group(tools.egg_tray(True), 420, 530, 0.72)
        + group(nang_pile(3), 800, 540, 0.76)
        + group(tools.open_box(tools.padding()), 612, 522, 0.5)
    )
    return hall + lamps + racks + woman + other + man + bench + wares


SCENES: dict[str, Drawing] = {
    "scene-collect": plain(scene_collect),
    "scene-check": plain(scene_check),
    "scene-stamp": plain(scene_stamp),
    "scene-pack": plain(scene_pack),
    "scene-label": plain(scene_label),
    "scene-ship": plain(scene_ship),
    "scene-service-centre": plain(scene_service_centre),
}
