"""Scenes of keeping a store: telling of things, counting, opening, hearing orders, answering."""

from __future__ import annotations

from . import goods, indoors, land, people, tools, town
from . import palette as c
from .acting import big_hand, holding, person, thumb_over
from .fluent import Fluent
from .looks import GREY, Look
from .nang import lying_nang, nang
from .scenes_buyer import shop_screen, street
from .scenes_order import workroom
from .scenes_village import courtyard, fresh_calendar
from .singles import Drawing, awning, own, plain
from .svg import circle, clip, down, ellipse, group, rect, stroke
from .vehicles import shadow


def bubble(x: float, y: float, r: float, inside: str) -> str:
    """What somebody means or hears of, in a round of paper."""
    ring = circle(0, 0, r, c.PAPER, stroke=c.LINE, stroke_width=6)
    return group(ring + inside, x, y)


def _with_phone(look: Look, screen: str) -> str:
    """A buyer in the street who looks at a phone."""
    phone = group(tools.phone(150, 250, screen), 186, 46, 1, 6)
    return (
        street()
        + shadow(500, 800, 220)
        + person(look, 470, 420, 1.6, "", (-96, 170), (118, 104))
        + group(phone, 470, 420, 1.6)
        + thumb_over(look, 655, 560, 1.6)
    )


def scene_no_words(fluent: Fluent) -> str:
    """A store that says nothing of its closed box."""
    screen = (
        rect(-90, -150, 180, 300, c.PAPER)
        + rect(-58, -84, 116, 108, c.SAND, 14.0)
        + group(tools.parcel(False), 0, -30, 0.52)
        + rect(-54, 62, 108, 34, "#C9CDD3", 17.0)
    )
    wondering = people.gazing(people.with_mouth(people.BUYER, "flat"), 3, 2)
    return _with_phone(wondering, screen) + fluent.icon("red-question-mark", 960, 300, 230)


def scene_tell_about(fluent: Fluent) -> str:
    """The baker says of the nang: by hand, from our village, baked today."""
    woman = person(
        people.with_mouth(people.BAKER, "open"), 330, 412, 1.6, "", None, (132, 92), open_hands=True
    )
    home = group(town.clay_house(-46, 40, 92, 72), 0, 0) + land.poplar(54, 42, 100)
    return (
        indoors.room("#F9E9CC", y=560)
        + land.warm_light(560, 360, 420, "#FFF3D0")
        + woman
        + indoors.table(600)
        + land.waves(460, 330, 1.25)
        + bubble(690, 190, 108, fluent.icon("palms-up-together", 0, 0, 140))
        + bubble(940, 270, 108, home)
        + bubble(700, 440, 108, group(tools.oven(), 0, 0, 0.8))
        + shadow(960, 690, 150, 22, 0.3)
        + group(lying_nang(True), 960, 640, 1.5)
    )


def _counted(x: float, y: float, s: float) -> str:
    return group(tools.egg_tray(), x, y, s)


def scene_count() -> str:
    """In the evening: as many eggs in the store on the phone as in the tray."""
    night = rect(100, 145, 220, 230, "#34406B") + circle(240, 210, 26, "#F4E7B8")
    window = (
        indoors.window(210, 260, 220, 230) + night + stroke("M210 145V375M100 232H320", c.SKY, 12)
    )
    seller = person(
        people.gazing(people.SELLER, 0, 4), 430, 372, 1.35, "", (-60, 132), (64, 152), bottom=250
    )
    screen = (
        rect(-160, -260, 320, 520, c.PAPER)
        + rect(-160, -260, 320, 66, c.CLAY)
        + rect(-106, -150, 212, 212, c.SAND, 20.0)
        + _counted(0, -36, 1.02)
        + rect(-96, 110, 192, 58, c.LEAF, 29.0)
    )
    return (
        indoors.room("#F3DDB4", y=560)
        + window
        + seller
        + indoors.table(560)
        + shadow(430, 700, 190, 24, 0.3)
        + _counted(430, 620, 1.75)
        + shadow(890, 712, 150, 20, 0.3)
        + group(tools.phone(290, 480, screen), 890, 460)
    )


def scene_empty_basket() -> str:
    """A buyer asks for it, and the basket is empty."""
    asked = (
        rect(-130, -240, 260, 480, down(c.SKY_LIGHT, c.PAPER))
        + group(people.body(people.with_mouth(people.BUYER, "flat"), 220), 0, -10, 0.66)
        + rect(-96, 104, 192, 74, c.PAPER, 20.0)
        + "".join(group(nang(False), x, 141, 0.34) for x in (-60, 0, 60))
    )
    seller = person(
        people.gazing(people.with_mouth(people.SELLER, "sad"), 2, 4),
        400,
        384,
        1.4,
        "",
        (-92, 150),
        (98, 150),
        open_hands=True,
    )
    return (
        workroom()
        + seller
        + indoors.table(590)
        + shadow(420, 746, 170, 22, 0.3)
        + group(tools.basket(), 420, 640, 1.4)
        + shadow(860, 724, 130, 18, 0.3)
        + land.waves(985, 420, 1.0, -6, c.CLAY)
        + group(tools.phone(240, 420, asked), 860, 500, 1, -4)
    )


def scene_shop_closed(fluent: Fluent) -> str:
    """The store in the phone with its shutter down."""
    slats = "".join(stroke(f"M-150 {y}H150", "#A9AEB8", 5) for y in range(-170, 240, 34))
    screen = (
        rect(-160, -260, 320, 520, c.SAND)
        + rect(-132, -190, 264, 430, "#C9CDD3", 8.0)
        + clip("M-132 -190H132V240H-132Z", slats)
        + group(awning(300, 80), 0, -236)
        + fluent.icon("locked", 0, 40, 150)
    )
    return (
        indoors.room("#EADBBE", y=560)
        + indoors.window(180, 260, 200, 220)
        + indoors.window(1030, 260, 200, 220)
        + holding(600, 405, 330, 540, tools.phone(330, 540, screen), people.SELLER)
    )


def scene_many_buyers(fluent: Fluent) -> str:
    """One store, seen from many places, by day and by night."""
    day = land.sky("#8FC4E0", "#D5E8EC", "#FCE6BD") + land.sun(190, 170, 58)
    night = rect(600, 0, 600, 800, down("#27304F", "#4A5580")) + fluent.icon(
        "crescent-moon", 1010, 170, 130
    )
    cities = town.city(296, 800, 1.08, 3) + town.city(900, 800, 1.08, 8)
    ways = "".join(
        stroke(d, c.APRICOT, 11, stroke_dasharray="6 26")
        for d in ("M440 330L330 370", "M440 500L330 590", "M760 330L870 370", "M760 500L870 590")
    )
    old = Look(cover="bun", age=3, hair=GREY, skin="fair", dress="#7A5C8E", dress_dark="#5B4169")
    looks = (people.BUYER, people.BUYER_MAN, people.TRAINER, old)
    spots = ((210, 360), (230, 620), (990, 360), (970, 620))
    faces = "".join(
        bubble(x, y, 118, clip("M-110 0A110 110 0 0 0 110 0A110 110 0 0 0 -110 0Z",
               group(people.portrait(look), -104, -84, 1.04)))
        for look, (x, y) in zip(looks, spots, strict=True)
    )  # fmt: skip
    phone = group(tools.phone(290, 490, shop_screen(256, 426)), 600, 415)
    return day + night + cities + land.warm_light(600, 410, 330, "#FFF6DE") + ways + phone + faces


def scene_buyer_waits(fluent: Fluent) -> str:
    """At home in the city: nothing on the plate yet, and the sand runs."""
    room = (
        indoors.room("#EFE7DB", "#B9A48C", 560)
        + indoors.window(880, 250, 300, 220)
        + group(town.city(0, 0, 1, 5), 880, 360, 0.46)
        + stroke("M880 140V360M730 224H1030", c.SKY, 12)
    )
    waiting = people.gazing(people.with_mouth(people.BUYER, "flat"), 4, 1)
    buyer = person(waiting, 420, 390, 1.45, "", (-64, 140), (72, 46))
    plate = (
        shadow(560, 706, 150, 20, 0.25)
        + ellipse(560, 686, 150, 44, "#FFFFFF")
        + ellipse(560, 684, 104, 28, "#EDE6DA")
    )
    return (
        room
        + buyer
        + indoors.table(604, tone="#A9784A")
        + plate
        + shadow(880, 722, 90, 14, 0.3)
        + fluent.icon("hourglass-not-done", 880, 600, 240)
    )


def scene_order_says() -> str:
    """An order tells who, how many, and until when."""
    letter = (
        rect(-100, -64, 200, 136, c.PAPER, 12.0, stroke="#D9C7A3", stroke_width=5)
        + stroke("M-94 -56L0 20L94 -56", "#C9B48C", 8)
        + circle(0, 20, 22, c.POMEGRANATE)
    )
    screen = rect(-160, -260, 320, 520, down(c.SKY_LIGHT, c.PAPER)) + letter
    who = clip(
        "M-112 0A112 112 0 0 0 112 0A112 112 0 0 0 -112 0Z",
        group(people.portrait(people.BUYER), -106, -86, 1.06),
    )
    many = "".join(group(nang(False), x, y, 0.5) for x, y in ((-44, 34), (44, 34), (0, -40)))
    ways = stroke(
        "M420 330L600 200M430 410H790M420 490L600 610", c.APRICOT, 10, stroke_dasharray="4 24"
    )
    return (
        indoors.room("#F9E9CC", y=620)
        + land.warm_light(640, 400, 440, "#FFF6DE")
        + ways
        + group(tools.phone(270, 450, screen), 280, 410, 1, -4)
        + bubble(700, 190, 122, who)
        + bubble(920, 410, 122, many)
        + bubble(700, 625, 122, fresh_calendar(0, -4, 0.82))
    )


def scene_listens() -> str:
    """The shopkeeper holds the phone to the ear."""
    phone = group(tools.phone(66, 120, rect(-60, -80, 120, 160, c.SKY_LIGHT)), 66, -70, 1, 12)
    seller = person(people.gazing(people.SELLER, 3), 520, 430, 1.75, "", (-70, 130), None)
    held = group(phone + people.arm(people.SELLER, 1, (84, -46)), 520, 430, 1.75)
    return (
        indoors.room("#F9E9CC", y=600)
        + indoors.window(980, 280, 220, 240)
        + land.warm_light(620, 330, 380, "#FFF3D0")
        + seller
        + land.waves(716, 300, 1.3, 0, c.CLAY)
        + held
        + indoors.table(700)
    )


def scene_yes_or_no() -> str:
    """Between a yes and a no."""
    yes = circle(0, 0, 112, c.LEAF) + stroke("M-50 4L-14 42L54 -40", c.PAPER, 28)
    no = circle(0, 0, 112, c.POMEGRANATE) + stroke("M-42 -42L42 42M42 -42L-42 42", c.PAPER, 28)
    seller = person(people.SELLER, 600, 430, 1.6, "", (-126, 40), (126, 40), open_hands=True)
    return (
        indoors.room("#F9E9CC", y=600)
        + land.warm_light(600, 380, 420, "#FFF6DE")
        + group(yes, 230, 340)
        + group(no, 970, 340)
        + seller
    )


def _stack(count: int) -> str:
    """A high stack of nang, the lowest at (0, 0), drawn with little."""
    high = 25 * count
    loaves = "".join(
        ellipse(dx, 16 - 25 * i, 116, 56, "#A9611F")
        + ellipse(dx, 4 - 25 * i, 116, 56, "#D98F3E")
        + ellipse(dx, 2 - 25 * i, 104, 47, "#E3A552")
        for i, dx in ((i, (i * 7) % 15 - 7) for i in range(count))
    )
    return loaves + group(lying_nang(), 0, -high, 1.36)


def scene_big_order() -> str:
    """One baker and the mountain of nang that somebody wants."""
    baker = person(
        people.gazing(people.with_mouth(people.BAKER, "open"), 4, -3),
        250,
        430,
        1.3,
        group(nang(), 0, 92, 0.7),
        (-62, 104),
        (62, 104),
    )
    heap = "".join(
        group(_stack(n), x, y)
        for x, y, n in (
            (700, 590, 9), (960, 580, 13), (600, 690, 4), (840, 690, 9), (1080, 690, 5),
        )
    )  # fmt: skip
    return courtyard() + shadow(830, 780, 420, 40, 0.3) + baker + heap


def scene_stamp_found() -> str:
    """The stamp on an egg leads to its family."""
    lens = (
        circle(0, 0, 138, "#DFF1F7", opacity=0.9)
        + group(goods.stamped_egg(), 0, 4, 1.3)
        + circle(0, 0, 138, "none", stroke=c.NIGHT, stroke_width=22)
    )
    handle = stroke("M100 100L180 180", c.WOOD, 36) + stroke("M100 100L120 120", c.NIGHT, 36)
    faces = (
        group(people.body(people.GRANDPA, 260), -62, -8, 0.52)
        + group(people.body(people.BAKER, 260), 60, -4, 0.52)
        + group(people.body(people.GIRL, 260), 0, 58, 0.46)
    )
    whose = clip("M-142 0A142 142 0 0 0 142 0A142 142 0 0 0 -142 0Z", faces)
    others = "".join(
        shadow(x, y + 66, 50, 9, 0.3) + group(goods.stamped_egg(), x, y, 0.78)
        for x, y in ((130, 600), (250, 640), (1060, 640))
    )
    return (
        indoors.room("#F8E6C6", y=520)
        + indoors.table(480)
        + indoors.cloth(500, 230, 60, 1140, (c.TEAL, "#0A4F52"))
        + others
        + stroke("M560 300L690 230", c.POMEGRANATE, 11, stroke_dasharray="6 26")
        + bubble(870, 210, 152, whose)
        + group(lens + handle, 410, 370)
        + big_hand(584, 546, 0.95, people.SELLER, 38)
    )


def _empty_shelf() -> str:
    """A shelf on which nothing is left."""
    back = rect(-74, -82, 148, 160, "#C7D9E2", 6.0)
    posts = rect(-86, -88, 16, 176, c.WOOD, 4.0) + rect(70, -88, 16, 176, c.WOOD, 4.0)
    boards = "".join(rect(-86, y, 172, 14, down("#D9A66C", "#A8713C"), 3.0) for y in (-90, -14, 64))
    return back + posts + boards


THINGS: dict[str, Drawing] = {"empty-shelf": own(_empty_shelf)}

SCENES: dict[str, Drawing] = {
    "scene-no-words": scene_no_words,
    "scene-tell-about": scene_tell_about,
    "scene-count": plain(scene_count),
    "scene-empty-basket": plain(scene_empty_basket),
    "scene-shop-closed": scene_shop_closed,
    "scene-many-buyers": scene_many_buyers,
    "scene-buyer-waits": scene_buyer_waits,
    "scene-order-says": plain(scene_order_says),
    "scene-listens": plain(scene_listens),
    "scene-yes-or-no": plain(scene_yes_or_no),
    "scene-big-order": plain(scene_big_order),
    "scene-stamp-found": plain(scene_stamp_found),
}
