"""Scenes of the first units: touching and hearing, the net, photos, honest goods, money."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import goods, indoors, land, money, people, tools, town
from . import palette as c
from .acting import holding, person, reach
from .fluent import Fluent
from .nang import lying_nang, lying_old_nang, nang, served
from .scenes_buyer import bright_corner, one_product, stars, street
from .scenes_village import courtyard
from .signs import sign_again
from .singles import Drawing, plain
from .svg import circle, down, faded, group, rect, squash, stroke
from .vehicles import shadow

# A tablet and a finger on it.


def tablet(screen: str, w: float = 760, h: float = 480) -> str:
    """A tablet around (0, 0), its screen cut at the glass."""
    return tools.phone(w, h, screen, c.SAND)


def tile(x: float, y: float, thing: str, size: float = 200, chosen: bool = False) -> str:
    """A picture that can be touched; a chosen one has a green ring."""
    ring = {"stroke": c.LEAF, "stroke_width": 12} if chosen else {}
    ground = rect(x - size / 2, y - size / 2, size, size, c.PAPER, size * 0.16, **ring)
    return ground + group(thing, x, y, size / 230)


def finger(fluent: Fluent, x: float, y: float, size: float = 330) -> str:
    """A hand from below on the right, its finger's tip at (x, y)."""
    hx, hy = x + size * 0.22, y + size * 0.46
    sleeve = stroke(
        f"M{hx + size * 0.16:.0f} {hy + size * 0.5:.0f}L{hx + size * 0.62:.0f} {hy + size * 1.5:.0f}",
        c.LEAF,
        size * 0.46,
    )
    cuff = stroke(
        f"M{hx + size * 0.02:.0f} {hy + size * 0.5:.0f}L{hx + size * 0.32:.0f} {hy + size * 0.4:.0f}",
        c.HONEY,
        size * 0.1,
    )
    hand = fluent.icon("backhand-index-pointing-up-medium-light", hx, hy, size, -16)
    return sleeve + hand + cuff


def ripple(x: float, y: float) -> str:
    """Rings around what is touched."""
    return "".join(
        circle(x, y, r, "none", stroke=c.APRICOT, stroke_width=9, opacity=o)
        for r, o in ((44, 1), (74, 0.7), (104, 0.4))
    )


def _on_the_rug(thing: str) -> str:
    return (
        indoors.room("#F9E9CC", y=520)
        + indoors.window(130, 200, 150, 170)
        + indoors.rug(600, 190, 60, 1140)
        + shadow(580, 690, 400, 26, 0.3)
        + thing
    )


def scene_touch(fluent: Fluent) -> str:
    screen = tile(-170, 10, nang(False), 270) + tile(170, 10, goods.egg(), 270)
    return (
        _on_the_rug(group(tablet(screen, 820, 520), 580, 400))
        + ripple(752, 410)
        + finger(fluent, 752, 410)
    )


def scene_touch_again(fluent: Fluent) -> str:
    """The blue button beside a line that is written, touched."""
    lines = rect(-70, -46, 400, 28, "#D9C7A8", 14.0) + rect(-70, 16, 300, 28, "#D9C7A8", 14.0)
    screen = group(sign_again(), -200, 0, 1.25) + lines
    return _on_the_rug(group(tablet(screen, 820, 520), 620, 400)) + finger(fluent, 464, 448)


def scene_touch_money(fluent: Fluent) -> str:
    """Notes and coins laid on the tablet, one by one."""
    laid = (
        rect(-330, -170, 660, 190, "#CDE7D3", 24.0)
        + group(money.note(*money.BLUE_NOTE), -200, -76, 1.0)
        + group(money.note(*money.GREEN_NOTE), 0, -76, 1.0)
        + group(money.coin(), 170, -76, 0.62)
    )
    tray = (
        group(money.note(*money.BLUE_NOTE), -220, 120, 0.82)
        + group(money.note(*money.GREEN_NOTE), -20, 120, 0.82)
        + group(money.coin(), 150, 120, 0.62)
    )
    return (
        _on_the_rug(group(tablet(laid + tray, 820, 520), 580, 400))
        + ripple(730, 520)
        + finger(fluent, 732, 522, 290)
    )


def scene_tablet_speaks() -> str:
    """A grandmother listens to the tablet on the table."""
    granny = person(people.gazing(people.GRANNY, 4, 3), 350, 380, 1.5, "", None, (40, 150))
    screen = tile(-96, 0, nang(False), 170) + tile(96, 0, goods.egg(), 170)
    slab = group(tablet(screen, 470, 320), 860, 500, 1, 4)
    return (
        indoors.room("#F9E9CC", y=560)
        + indoors.window(1000, 190, 190, 170)
        + land.warm_light(560, 380, 420, "#FFF3D0")
        + granny
        + indoors.table(640)
        + shadow(870, 670, 250, 22, 0.3)
        + slab
        + group(land.waves(0, 0, 1.2, 180), 700, 330)
    )


def scene_my_picture(fluent: Fluent) -> str:
    """Pictures of learners, each on its own ground; the red flower is touched."""
    learners: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("ewe", "#CFE3C8", {}),
        ("rose", "#F9D9A8", {}),
        ("teapot", "#C9DDEB", {"#f8312f": c.SKY, "#ca0b4a": "#174478"}),
    )
    screen = ""
    for i, (name, ground, swaps) in enumerate(learners):
        x = -250 + 250 * i
        ring = {"stroke": c.LEAF, "stroke_width": 14} if name == "rose" else {}
        screen += circle(x, 0, 108, ground, **ring)
        screen += fluent.icon(name, x, 0, 140, swaps=swaps)
    return _on_the_rug(group(tablet(screen, 860, 480), 600, 390)) + finger(fluent, 640, 440)


# The net, and what a buyer sees.


def scene_internet() -> str:
    """The village's telephone and the city's, joined through the air above the desert."""
    far = (
        land.sky("#8FC4E0", "#D5E8EC", "#FCE6BD")
        + land.mountains(450, "#A9BFD2", "#90AAC3")
        + town.city(980, 520, 0.82)
        + land.dunes(480)
        + town.village(210, 600, 1.05)
    )
    ways = "".join(
        land.arc(300, 420, 900, 420, lift, tone, 11)
        for lift, tone in ((310, c.CLAY), (230, c.APRICOT), (150, c.CLAY))
    )
    mine = group(tools.phone(190, 330, one_product(175, nang(False), 1.1)), 300, 540, 1, -5)
    face = group(people.body(people.BUYER, 240), 0, -26, 0.74)
    theirs = group(
        tools.phone(190, 330, rect(-120, -200, 240, 400, c.SKY_LIGHT) + face), 900, 540, 1, 5
    )
    return (
        far
        + ways
        + shadow(300, 712, 120, 16, 0.25)
        + shadow(900, 712, 120, 16, 0.25)
        + mine
        + theirs
    )


def scene_buyer_page() -> str:
    """A buyer's telephone, near: photo, price, stars, the green button to buy."""
    price = group(money.note(*money.GREEN_NOTE), -46, 0, 0.62) + group(money.coin(), 50, 0, 0.34)
    basket = (
        stroke("M-34 -16H-22L-12 16H22L32 -8H-18", "#FFFFFF", 8)
        + circle(-8, 30, 7, "#FFFFFF")
        + circle(20, 30, 7, "#FFFFFF")
    )
    screen = (
        rect(-200, -320, 400, 640, c.PAPER)
        + rect(-130, -230, 260, 230, c.SAND, 26.0)
        + group(nang(False), 0, -115, 1.12)
        + group(price, 0, 46)
        + group(stars(5, 48, 1.0), 0, 112)
        + rect(-120, 146, 240, 78, c.LEAF, 39.0)
        + group(basket, 0, 182, 0.9)
    )
    look = people.BUYER
    return (
        street()
        + rect(0, 0, 1200, 800, "#FFF3D0", opacity=0.25)
        + holding(600, 390, 350, 580, tools.phone(350, 580, screen), look)
    )


# Photos on a large telephone held across: one is good, each other is not for one reason.


def _photo(picture: str) -> str:
    return (
        bright_corner()
        + land.warm_light(600, 400, 520, "#FFF6DE")
        + holding(600, 380, 860, 580, tools.phone(860, 580, picture), people.SELLER)
    )


def _table_on_photo(cloth: bool = True) -> str:
    """What stands around the bread on a photo in good light, 780 x 450 around (0, 0)."""
    back = (
        rect(-420, -260, 840, 520, down("#FFF6DE", "#FBE9C6"))
        + rect(-360, -220, 190, 130, "#BFE3F2", 6.0, stroke=c.SKY, stroke_width=10)
        + rect(-420, -50, 840, 330, down("#CB935A", "#B5793F"))
    )
    return back + (indoors.cloth(-30, 220, -360, 360) if cloth else "")


def scene_whole_photo() -> str:
    """The bread is near, whole and alone."""
    return _photo(_table_on_photo() + served(0, 40, 2.1, lying_nang(True)))


def scene_messy_photo(fluent: Fluent) -> str:
    """Teapot, bowl, key, apple, sack: the bread is one thing among many."""
    things = (
        fluent.icon("teapot", -270, -20, 230, swaps={"#f8312f": c.SKY, "#ca0b4a": "#174478"})
        + served(-40, -20, 0.95, lying_nang(True))
        + group(tools.sack(), 170, -30, 1.25)
        + group(tools.bowl_of_tea(), 300, 130, 1.1)
        + fluent.icon("key", -250, 150, 170, 30)
        + fluent.icon("red-apple", -90, 140, 130)
        + group(goods.egg(), 60, 140, 0.62)
        + group(goods.egg(), 130, 160, 0.62)
    )
    return _photo(_table_on_photo(cloth=False) + things)


def scene_far_photo() -> str:
    """The bread is so far away that it is hardly seen."""
    return _photo(_table_on_photo() + served(10, 50, 0.42, lying_nang()))


def scene_cut_photo() -> str:
    """So near that half of the bread is outside."""
    return _photo(_table_on_photo() + served(330, 150, 4.2, lying_nang(True)))


def scene_blurred_photo() -> str:
    """The hand shook: everything is there several times."""
    bread = served(0, 40, 2.0, lying_nang())
    moved = "".join(
        faded(group(bread, dx, dy), 0.42) for dx, dy in ((-90, -34), (-36, 16), (30, -20), (84, 34))
    )
    veil = rect(-420, -260, 840, 520, "#EFE0C4", opacity=0.12)
    return _photo(_table_on_photo() + moved + veil)


def scene_stale_arrives() -> str:
    """A buyer opens her parcel: the bread in it is old."""
    back = (
        indoors.room("#E9E2D8", "#B9A48C", 560)
        + indoors.window(900, 260, 280, 230)
        + group(town.city(0, 0, 1, 5), 900, 376, 0.46)
        + stroke("M900 150V376M760 233H1040", c.SKY, 12)
    )
    look = people.with_mouth(people.gazing(people.BUYER, 2, 4), "sad")
    old = squash(lying_old_nang(), 0, 74, 0.92, 1.25)
    buyer = person(look, 460, 380, 1.42, old, (-66, 92), (66, 92))
    box = group(tools.open_box(tools.padding()), 720, 590, 1.4)
    return back + buyer + indoors.table(604, tone="#A9784A") + shadow(710, 716, 190, 22) + box


# Money and its reasons.


def scene_count_money() -> str:
    """A seller lays notes and coins on the table and counts them."""
    back = indoors.room("#F9E9CC", y=430) + indoors.window(980, 200, 200, 190)
    laid = "".join(
        shadow(x, 690, 100, 14, 0.25) + group(money.note(*tone), x, 640, 1.12, turn)
        for x, tone, turn in (
            (250, money.BLUE_NOTE, -4),
            (470, money.BROWN_NOTE, 3),
            (690, money.GREEN_NOTE, -2),
        )
    )
    coins = group(money.coins_heap(6), 930, 650, 1.9)
    look = people.gazing(people.SELLER, 1, 4)
    held = group(money.note(*money.RED_NOTE), 742, 486, 0.8, 12)
    arms = reach(look, 570, 310, 1.36, -1, (-96, 176)) + reach(look, 570, 310, 1.36, 1, (116, 132))
    return back + person(look, 570, 310, 1.36) + indoors.table(500) + laid + coins + held + arms


def scene_feed_hens(fluent: Fluent) -> str:
    """A grandmother feeds her hens from a sack of grain; eggs lie in the straw."""
    granny = person(
        people.gazing(people.GRANNY, 3, 4),
        330,
        370,
        1.3,
        "",
        (-60, 130),
        (124, 96),
        open_hands=True,
    )
    grain = "".join(
        circle(x, y, 6, "#D9952E")
        for x, y in (
            (520, 560),
            (545, 600),
            (575, 640),
            (600, 590),
            (640, 650),
            (560, 680),
            (690, 620),
        )
    )
    brown = {"#44911b": "#8A5A34", "#f8312f": "#D9534A"}
    hens = fluent.icon("rooster", 960, 540, 210, flip=True, swaps=brown)
    hens += fluent.icon("rooster", 740, 580, 160, swaps=brown)
    straw = squash(circle(0, 0, 130, "#E3C05E"), 990, 720, 1, 0.34) + stroke(
        "M880 706l-34 -16M900 738l-40 18M1086 700l34 -20M1100 732l40 12M960 690l-10 -24M1030 690l14 -22",
        "#C99C32",
        8,
    )
    eggs = "".join(group(goods.egg(), x, 700, 0.42) for x in (946, 990, 1034))
    sack = shadow(130, 690, 120, 16, 0.3) + group(tools.sack(), 130, 590, 1.15)
    return (
        courtyard(500)
        + town.gate(1080, 500, 230)
        + shadow(330, 752, 150)
        + granny
        + sack
        + grain
        + shadow(960, 640, 90, 12, 0.25)
        + shadow(740, 654, 70, 10, 0.25)
        + hens
        + straw
        + eggs
    )


def scene_fair_deal() -> str:
    """Bread goes one way, money the other, and both are glad."""
    seller = person(people.gazing(people.SELLER, 3, 1), 330, 380, 1.42, "", (-40, 140), None)
    buyer = person(people.gazing(people.BUYER, -3, 1), 870, 380, 1.42, "", None, (40, 140))
    bread = group(nang(), 560, 500, 0.9)
    note = group(money.note(*money.GREEN_NOTE), 700, 430, 0.74, -10) + group(
        money.coin(), 704, 508, 0.26
    )
    give = reach(people.SELLER, 330, 380, 1.42, 1, (128, 112))
    pay = reach(people.BUYER, 870, 380, 1.42, -1, (-112, 62))
    return (
        land.sky("#A9D3E6", "#DCEBEA", "#FCEBCB")
        + town.village(180, 560, 0.9)
        + town.city(1020, 560, 0.62)
        + land.ground(556)
        + land.warm_light(600, 450, 330, "#FFF3D0")
        + seller
        + buyer
        + indoors.table(660)
        + note
        + bread
        + give
        + pay
    )


SCENES: dict[str, Drawing] = {
    "scene-touch": scene_touch,
    "scene-touch-again": scene_touch_again,
    "scene-touch-money": scene_touch_money,
    "scene-tablet-speaks": plain(scene_tablet_speaks),
    "scene-my-picture": scene_my_picture,
    "scene-internet": plain(scene_internet),
    "scene-buyer-page": plain(scene_buyer_page),
    "scene-whole-photo": plain(scene_whole_photo),
    "scene-messy-photo": scene_messy_photo,
    "scene-far-photo": plain(scene_far_photo),
    "scene-cut-photo": plain(scene_cut_photo),
    "scene-blurred-photo": plain(scene_blurred_photo),
    "scene-stale-arrives": plain(scene_stale_arrives),
    "scene-count-money": plain(scene_count_money),
    "scene-feed-hens": scene_feed_hens,
    "scene-fair-deal": plain(scene_fair_deal),
}
