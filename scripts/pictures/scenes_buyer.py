"""Scenes of the city, the phone and the photo."""

from __future__ import annotations

from . import goods, indoors, land, money, people, tools, town
from . import palette as c
from .acting import holding, person, thumb_over
from .cities import beijing
from .nang import lying_nang, nang, nang_pile, served
from .singles import Drawing, plain
from .svg import circle, down, faded, group, path, rect, stroke
from .vehicles import shadow

STAR = "M0 -22L6.500 -8L22 -6L10.500 5L13.500 21L0 13L-13.500 21L-10.500 5L-22 -6L-6.500 -8Z"


def stars(count: int, gap: float, s: float = 1) -> str:
    return "".join(
        group(path(STAR, c.HONEY), (i - (count - 1) / 2) * gap, 0, s) for i in range(count)
    )


def shop_screen(w: float, h: float) -> str:
    fills = [nang(False), goods.egg(), goods.honey_jar(), goods.quilt()]
    return tools.shop_page(w, h, fills, group(stars(5, w * 0.15, w / 230), 0, h * 0.275))


def one_product(w: float, fill: str, s: float = 1.0) -> str:
    """A screen with one product, stars and the green button."""
    return (
        rect(-w, -w * 2, w * 2, w * 4, c.PAPER)
        + rect(-w * 0.4, -w * 0.72, w * 0.8, w * 0.8, c.SAND, w * 0.08)
        + group(fill, 0, -w * 0.32, w / 250 * s)
        + group(stars(5, w * 0.15, w / 260), 0, w * 0.26)
        + rect(-w * 0.36, w * 0.44, w * 0.72, w * 0.2, c.LEAF, w * 0.1)
    )


def street() -> str:
    """Noon between high-rises."""
    back = (
        land.sky("#9FCBE4", "#CFE6F0", "#F6EBD6")
        + land.cloud(240, 230, 1.0)
        + land.cloud(980, 190, 0.8)
    )
    towers = (
        town.city(250, 640, 1.25, 3)
        + town.city(960, 640, 1.25, 8)
        + group(beijing(), 176, 520, 1.4)
    )
    floor = rect(0, 630, 1200, 170, down("#D8D3CC", "#B9B2AA")) + rect(0, 624, 1200, 12, "#A9B7B0")
    bushes = "".join(circle(x, 634, 34, "#5F9E68") for x in (40, 92, 150, 1040, 1100, 1160))
    return back + towers + bushes + floor


def scene_city_buyer() -> str:
    phone = group(tools.phone(150, 250, one_product(150, nang(False), 1.1)), 186, 46, 1, 6)
    buyer = (
        person(people.BUYER, 470, 420, 1.6, "", (-96, 170), (118, 104))
        + group(phone, 470, 420, 1.6)
        + thumb_over(people.BUYER, 655, 560, 1.6)
    )
    return street() + land.warm_light(760, 470, 260, "#FFF3D0") + shadow(500, 800, 220) + buyer


def scene_phone_shop() -> str:
    back = (
        indoors.room("#F9E9CC", y=560)
        + indoors.window(180, 260, 200, 220)
        + indoors.window(1030, 260, 200, 220)
        + indoors.rug(580, 170, 120, 1080)
    )
    phone = tools.phone(330, 540, shop_screen(290, 470))
    return (
        back
        + land.warm_light(600, 400, 430, "#FFF6DE")
        + holding(600, 405, 330, 540, phone, people.SELLER)
    )


def scene_parcel_arrives() -> str:
    view = group(town.city(0, 0, 0.6, 5), 880, 380)
    back = (
        indoors.room("#EFE7DB", "#B9A48C", 560)
        + indoors.window(880, 270, 300, 240)
        + group(town.city(0, 0, 1, 5), 880, 390, 0.5)
        + rect(722, 140, 8, 262, c.SKY)
        + stroke("M880 150V390M730 241H1030", c.SKY, 12)
    )
    box = tools.open_box(tools.padding() + group(nang(False), 26, -26, 0.5))
    bread = group(nang(), 0, 78, 0.78)
    buyer = person(people.BUYER, 470, 380, 1.42, bread, (-66, 92), (66, 92))
    table = indoors.table(604, tone="#A9784A")
    return (
        back
        + faded(view, 0)
        + buyer
        + table
        + shadow(680, 716, 190, 22)
        + group(box, 690, 590, 1.4)
    )


def bright_corner() -> str:
    view = land.poplars(370, ((250, 150), (310, 180), (400, 140)))
    return (
        indoors.room("#FBEFD6", y=470)
        + indoors.window(300, 270, 270, 250, view)
        + indoors.table(470)
    )


def scene_take_photo() -> str:
    bread = served(390, 580, 1.85, lying_nang(True))
    screen = (
        rect(-200, -200, 400, 400, "#F6E3C3")
        + rect(-200, 30, 400, 200, c.POMEGRANATE)
        + served(0, 36, 1.2, lying_nang())
        + rect(-150, -96, 46, 46, "#BFE3F2", 4.0)
        + circle(128, 0, 18, c.PAPER)
        + circle(128, 0, 13, c.POMEGRANATE)
    )
    frame = group(tools.phone(190, 330, group(screen, turn=90)), 0, 0, 1, -90)
    light = path("M220 150L470 160L640 620H260Z", "#FFF6D0", opacity=0.35)
    return (
        bright_corner()
        + indoors.cloth(500, 190, 100, 760)
        + light
        + bread
        + holding(780, 420, 330, 190, frame, people.SELLER)
    )


def photo_on(good: bool) -> str:
    """A photo on a phone, 300 x 300: the bread in light and whole, or dark and cut off."""
    if good:
        return (
            rect(-170, -300, 340, 600, down("#FFF6DE", "#FBE9C6"))
            + rect(-130, -230, 120, 130, "#BFE3F2", 6.0, stroke=c.SKY, stroke_width=8)
            + rect(-170, -40, 340, 300, down("#CB935A", "#B5793F"))
            + indoors.cloth(-10, 200, -190, 190)
            + served(0, 60, 1.32, lying_nang(True))
            + land.warm_light(-60, -140, 220, "#FFF6D0")
        )
    blur = "".join(faded(group(nang(False), 96 + d, 96 - d, 1.35, 20), 0.4) for d in (-12, 0, 12))
    return (
        rect(-170, -300, 340, 600, down("#2B2521", "#453526"))
        + blur
        + rect(-170, -300, 340, 600, "#1A1410", opacity=0.4)
    )


def _photo_scene(good: bool) -> str:
    if good:
        back = bright_corner() + land.warm_light(600, 400, 430, "#FFF6DE")
    else:
        back = (
            indoors.room("#8A7A6B", "#5E4C3D", 470)
            + indoors.window(300, 270, 270, 250)
            + rect(150, 130, 300, 290, "#27304A", opacity=0.92)
            + circle(232, 210, 30, "#E9E3C8")
            + indoors.table(470, tone="#54402F")
            + rect(0, 0, 1200, 800, "#1E1A26", opacity=0.28)
        )
    tick = circle(0, 0, 50, c.LEAF) + stroke("M-22 2L-6 20L24 -18", c.PAPER, 13)
    mark = group(tick, 815, 215) if good else ""
    return (
        back
        + holding(600, 400, 320, 520, tools.phone(320, 520, photo_on(good)), people.SELLER)
        + mark
    )


def scene_good_photo() -> str:
    return _photo_scene(True)


def scene_dark_photo() -> str:
    return _photo_scene(False)


def wooden_stand(x: float, y: float) -> str:
    """What a bread leans on when it stands on a table."""
    legs = stroke(
        f"M{x - 90} {y}L{x - 60} {y - 60}M{x + 90} {y}L{x + 60} {y - 60}", c.WOOD_DARK, 18
    )
    return legs + rect(x - 120, y - 24, 240, 24, c.WOOD, 8.0)


def scene_say_own_name() -> str:
    """The stand is empty: what she sells is shown on it."""
    return _saying_a_name(shadow(830, 610, 150, 22, 0.25) + wooden_stand(845, 606))


def scene_say_name() -> str:
    bread = shadow(830, 610, 150, 22, 0.25) + wooden_stand(845, 606) + group(nang(), 845, 440, 1.7)
    return _saying_a_name(bread)


def _saying_a_name(thing: str) -> str:
    back = (
        indoors.room("#F9E9CC", y=560)
        + indoors.window(1010, 250, 200, 220)
        + land.warm_light(560, 360, 420, "#FFF3D0")
    )
    woman = person(
        people.with_mouth(people.SELLER, "open"),
        400,
        412,
        1.6,
        "",
        None,
        (132, 92),
        open_hands=True,
    )
    sound = land.waves(520, 330, 1.25)
    return back + woman + indoors.table(600) + sound + thing


def scene_order_comes() -> str:
    far = (
        land.sky("#8FC4E0", "#D5E8EC", "#FCE6BD")
        + land.mountains(430, "#A9BFD2", "#90AAC3")
        + town.city(900, 440, 0.66)
        + group(beijing(), 850, 376, 0.78)
        + land.dunes(400)
    )
    way = land.arc(880, 260, 640, 300, 90, c.CLAY, 10)
    face = group(people.body(people.BUYER, 220), 0, -34, 0.72)
    screen = (
        rect(-160, -300, 320, 600, down(c.SKY_LIGHT, c.PAPER))
        + face
        + rect(-116, 100, 232, 92, c.PAPER, 20.0)
        + "".join(group(nang(False), x, 146, 0.38) for x in (-72, 0, 72))
    )
    ring = land.waves(735, 380, 1.15, -10, c.CLAY) + group(
        land.waves(0, 0, 1.15, 180, c.CLAY), 425, 380, 1, 10
    )
    phone = group(tools.phone(270, 450, screen), 580, 410, 1, -4)
    return (
        far
        + indoors.table(600)
        + indoors.cloth(620, 150)
        + way
        + ring
        + shadow(580, 650, 160, 22, 0.3)
        + phone
    )


def scene_too_dear() -> str:
    heaps = (
        group(money.notes_heap(16), 820, 590, 1.25)
        + group(money.notes_heap(11, money.GREEN_NOTE), 650, 640, 1.0)
        + group(money.notes_heap(8), 960, 660, 0.9)
    )
    look = people.with_mouth(people.BUYER, "flat")
    turned = people.gazing(look, -4, 1)
    buyer = person(turned, 360, 420, 1.5, "", (-96, 190), (110, 56), open_hands=True)
    bread = shadow(540, 700, 110, 16, 0.25) + group(lying_nang(), 520, 660, 1.1)
    return street() + buyer + indoors.table(650) + heaps + bread


def scene_too_cheap() -> str:
    back = indoors.room("#EFE0C6", y=560) + indoors.window(960, 260, 220, 230)
    baker = person(
        people.gazing(people.with_mouth(people.BAKER, "sad"), 3, 2),
        430,
        400,
        1.5,
        group(money.purse(False), 30, 96, 0.66, 172),
        (-22, 62),
        (84, 70),
    )
    loaves = group(nang_pile(6), 790, 610, 1.25)
    coin = group(money.coin(), 560, 660, 0.34)
    return (
        back
        + baker
        + indoors.table(630)
        + shadow(790, 676, 150, 20, 0.3)
        + loaves
        + shadow(560, 692, 34, 7)
        + coin
    )


SCENES: dict[str, Drawing] = {
    "scene-city-buyer": plain(scene_city_buyer),
    "scene-phone-shop": plain(scene_phone_shop),
    "scene-parcel-arrives": plain(scene_parcel_arrives),
    "scene-take-photo": plain(scene_take_photo),
    "scene-good-photo": plain(scene_good_photo),
    "scene-dark-photo": plain(scene_dark_photo),
    "scene-say-name": plain(scene_say_name),
    "scene-say-own-name": plain(scene_say_own_name),
    "scene-order-comes": plain(scene_order_comes),
    "scene-too-dear": plain(scene_too_dear),
    "scene-too-cheap": plain(scene_too_cheap),
}
