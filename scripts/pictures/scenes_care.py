"""Scenes of dealing with buyers, and of keeping what is one's own."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import goods, indoors, keeping, land, money, people, tools, town
from . import palette as c
from .acting import holding, person
from .fluent import Fluent
from .looks import Look
from .nang import nang, nang_pile
from .scenes_buyer import STAR
from .singles import Drawing, awning, plain
from .svg import circle, clip, down, group, path, rect, stroke
from .vehicles import shadow


def bubble(x: float, y: float, w: float, h: float, inside: str, tail: int = -1) -> str:
    """A speech bubble around (x, y); its tail points down to the left (-1) or the right (1)."""
    t = tail * w * 0.28
    point = path(
        f"M{x + t - 26:.0f} {y + h / 2 - 8:.0f}L{x + t + tail * 46:.0f} {y + h / 2 + 58:.0f}L{x + t + 26:.0f} {y + h / 2 - 8:.0f}Z",
        c.PAPER,
    )
    return point + rect(x - w / 2, y - h / 2, w, h, c.PAPER, min(w, h) * 0.34) + group(inside, x, y)


def row_of_stars(x: float, y: float, lit: int, s: float = 2.0) -> str:
    """Five stars, of which so many are lit."""
    return "".join(
        group(path(STAR, c.HONEY if i < lit else "#B9B2AA"), x + (i - 2) * 52 * s, y, s)
        for i in range(5)
    )


def _buyers_phone(look: Look) -> str:
    """A phone on which a buyer is seen."""
    screen = rect(-160, -300, 320, 600, down(c.SKY_LIGHT, c.PAPER)) + group(
        people.body(look, 260), 0, 10, 0.8
    )
    return tools.phone(230, 390, screen)


def _talk(seller: str, said: str, waves: str, look: Look) -> str:
    """The buyer's phone leans on the left, she stands on the right of the table."""
    return (
        indoors.room("#F9E9CC", y=560)
        + indoors.window(1040, 220, 170, 190)
        + land.warm_light(600, 360, 420, "#FFF3D0")
        + seller
        + indoors.table(600)
        + shadow(300, 640, 150, 20, 0.3)
        + group(_buyers_phone(look), 300, 440, 1, -3)
        + waves
        + said
    )


def scene_question_comes(fluent: Fluent) -> str:
    hears = person(
        people.gazing(people.BAKER, -3), 850, 410, 1.5, "", (-92, -50), (40, 112), open_hands=True
    )
    asked = group(nang(False), -48, 0, 0.72) + fluent.icon("red-question-mark", 66, 0, 120)
    said = bubble(540, 170, 300, 170, asked)
    waves = land.waves(440, 400, 0.9)
    return _talk(hears, said, waves, people.with_mouth(people.BUYER, "open"))


def scene_answering(fluent: Fluent) -> str:
    speaks = person(
        people.gazing(people.with_mouth(people.BAKER, "open"), -3),
        850, 410, 1.5, "", (-112, 76), (40, 112), open_hands=True,
    )  # fmt: skip
    answer = group(nang(False), -48, 0, 0.72) + fluent.icon("red-heart", 66, 2, 104)
    said = bubble(600, 160, 300, 170, answer, 1)
    waves = land.waves(690, 420, 0.9, 180)
    return _talk(speaks, said, waves, people.BUYER)


def scene_five_stars() -> str:
    view = group(town.city(0, 0, 0.36, 5), 1060, 470)
    back = indoors.room("#EFE7DB", "#B9A48C", 600) + indoors.window(1060, 380, 190, 190, view)
    bread = group(nang(), 0, 92, 0.86)
    buyer = person(people.BUYER, 600, 470, 1.4, bread, (-72, 104), (72, 104))
    return (
        back
        + land.warm_light(600, 330, 430, "#FFF3D0")
        + buyer
        + indoors.table(700, tone="#A9784A")
        + row_of_stars(600, 130, 5, 2.6)
    )


def scene_few_stars() -> str:
    back = indoors.room("#DDD8D0", "#A39685", 600) + indoors.window(1060, 380, 190, 190)
    box = group(tools.open_box(), 0, 96, 0.95)
    sad = people.gazing(people.with_mouth(people.BUYER_MAN, "sad"), 0, 4)
    buyer = person(sad, 600, 470, 1.4, box, (-84, 130), (84, 130))
    return back + buyer + indoors.table(740, tone="#8F7355") + row_of_stars(600, 130, 2, 2.6)


def scene_arrived_broken() -> str:
    view = group(town.city(0, 0, 0.42, 5), 960, 370)
    back = indoors.room("#EFE7DB", "#B9A48C", 560) + indoors.window(960, 260, 230, 230, view)
    sad = people.gazing(people.with_mouth(people.BUYER, "sad"), 2, 5)
    buyer = person(sad, 420, 390, 1.4, "", (-80, 130), (110, 92), open_hands=True)
    eggs = "".join(group(goods.egg(), x, y, 0.4) for x, y in ((-60, -30), (-22, -36), (60, -30)))
    box = tools.open_box(eggs + group(goods.broken_egg(), 22, -34, 0.46))
    loose = shadow(360, 706, 80, 12, 0.3) + group(goods.broken_egg(), 360, 654, 0.72)
    return (
        back
        + buyer
        + indoors.table(604, tone="#A9784A")
        + shadow(740, 730, 220, 22)
        + group(box, 740, 590, 1.7)
        + loose
    )


def scene_money_back() -> str:
    back = (
        land.sky("#8FC4E0", "#D5E8EC", "#FCE6BD")
        + land.mountains(430, "#A9BFD2", "#90AAC3")
        + town.village(210, 520, 0.8)
        + town.city(1000, 520, 0.6)
        + land.ground(510)
    )
    baker = person(
        people.gazing(people.BAKER, 3), 290, 420, 1.4, "", (-60, 140), (122, 60), open_hands=True
    )
    buyer = person(
        people.gazing(people.BUYER, -3), 910, 420, 1.4, "", (-122, 76), (60, 140), open_hands=True
    )
    coins = "".join(group(money.coin(), x, y, 0.36) for x, y in ((545, 400), (650, 400)))
    way = land.arc(470, 440, 740, 450, 150, c.HONEY, 11)
    return back + baker + buyer + land.warm_light(600, 400, 200) + way + coins


def scene_code_call(fluent: Fluent) -> str:
    back = indoors.room("#F9E9CC", y=600) + indoors.window(160, 230, 170, 190)
    ear = group(tools.phone(50, 104), -80, -66, 1, 10)
    baker = person(
        people.gazing(people.with_mouth(people.BAKER, "flat"), 3, -1),
        350, 430, 1.5, ear, (-88, -46), (104, 40), open_hands=True,
    )  # fmt: skip
    far = circle(880, 370, 280, "#C5CCD8") + group(keeping.stranger(), 900, 430, 2.3)
    rim = circle(880, 370, 280, "none", stroke="#8E95A3", stroke_width=12)
    held = clip("M600 370A280 280 0 1 0 1160 370A280 280 0 1 0 600 370Z", far) + rim
    wants = bubble(650, 130, 240, 130, rect(-96, -30, 192, 60, c.SKY_LIGHT, 16.0)
                   + "".join(circle((i - 2.5) * 30, 0, 9, c.NIGHT) for i in range(6)), 1)  # fmt: skip
    line = fluent.icon("telephone-receiver", 760, 560, 130)
    return back + indoors.rug(690, 100, 40, 640) + baker + held + wants + line


def scene_code_kept(fluent: Fluent) -> str:
    phone = group(tools.phone(104, 170, group(keeping.code_screen(94))), -34, 92, 1, -6)
    baker = person(
        people.BAKER, 470, 410, 1.6, phone, (-44, 122), (128, 4), open_hands=True, bottom=320
    )
    lock = circle(900, 370, 180, "#CFE5D3") + fluent.icon("locked", 900, 360, 240)
    return (
        indoors.room("#F9E9CC", y=590)
        + indoors.window(150, 220, 170, 190)
        + land.warm_light(560, 380, 420, "#FFF3D0")
        + lock
        + baker
        + indoors.rug(720, 90, 60, 1140)
    )


def scene_payment_picture(fluent: Fluent) -> str:
    screen = (
        rect(-200, -340, 400, 680, "#E9EEF3")
        + fluent.icon("receipt", 0, -70, 250)
        + group(money.note(), 0, 120, 1.1, -8)
    )
    phone = tools.phone(320, 520, screen)
    empty = shadow(990, 690, 120, 18, 0.3) + group(money.purse(False), 990, 600, 1.25)
    loaves = shadow(200, 690, 120, 18, 0.3) + group(nang_pile(4), 200, 640, 1.1)
    return (
        indoors.room("#F4E4C8", y=560)
        + indoors.window(190, 220, 180, 200)
        + indoors.table(560)
        + loaves
        + empty
        + holding(600, 400, 320, 520, phone, people.BAKER)
    )


def scene_no_order() -> str:
    screen = (
        rect(-200, -340, 400, 680, c.PAPER)
        + group(awning(300, 90), 0, -226)
        + rect(
            -100,
            -60,
            200,
            150,
            c.SAND,
            24.0,
            stroke="#CDBFA6",
            stroke_width=8,
            stroke_dasharray="24 18",
        )
        + rect(-110, 150, 220, 46, "#C9BBA0", 23.0)
    )
    phone = tools.phone(320, 520, screen)
    loaves = shadow(990, 700, 120, 18, 0.3) + group(nang_pile(5), 990, 640, 1.15)
    return (
        indoors.room("#F9E9CC", y=560)
        + indoors.window(190, 220, 180, 200)
        + indoors.table(560)
        + loaves
        + land.warm_light(600, 400, 380, "#FFF6DE")
        + holding(600, 400, 320, 520, phone, people.BAKER)
    )


def scene_hook_link(fluent: Fluent) -> str:
    water = (
        land.sky("#CFE6F0", "#E8F1EC", high=300)
        + rect(0, 260, 1200, 540, down("#8CC3DA", "#3E7FA6"))
        + stroke(
            "M0 262C150 244 300 280 450 262C600 244 750 280 900 262C1050 244 1150 276 1200 262",
            c.PAPER,
            8,
        )
    )
    line = stroke("M640 -10V330", "#4A5163", 8)
    hook = stroke("M640 330V560C640 640 540 640 540 566", "#6F7380", 26) + path(
        "M512 580L540 520L576 574Z", "#6F7380"
    )
    bait = fluent.icon("link", 566, 540, 150)
    note = group(
        rect(-130, -86, 260, 172, c.PAPER, 18.0) + stroke("M-122 -76L0 18L122 -76", "#C9B48C", 10),
        690,
        440,
        0.9,
        6,
    )
    fish = fluent.icon("fish", 260, 560, 250, flip=True)
    bubbles = "".join(
        circle(x, y, r, "#E8F5FA", opacity=0.8)
        for x, y, r in ((400, 470, 14), (430, 420, 9), (960, 620, 16), (990, 560, 10))
    )
    return water + line + note + hook + bait + fish + bubbles


def scene_papers_kept(fluent: Fluent) -> str:
    chest_back = rect(330, 420, 540, 120, "#5E3A1E", 14.0)
    lid = path("M310 430L350 250H850L890 430Z", down("#A9703F", "#7C4A25")) + stroke(
        "M360 270H840M336 400H864", c.HONEY, 10
    )
    front = rect(310, 520, 580, 210, down("#B97A45", "#8A5A34"), 18.0) + "".join(
        group(goods.family_mark(0.9, c.HONEY), x, 640) for x in (420, 780)
    )
    inside = (
        group(keeping.id_card(), 450, 478, 1.05, -6)
        + fluent.icon("credit-card", 620, 470, 190, 8)
        + fluent.icon("key", 780, 480, 140)
    )
    lock = fluent.icon("locked", 600, 630, 150)
    return (
        indoors.room("#F9E9CC", y=600)
        + indoors.window(150, 230, 170, 190)
        + indoors.rug(690, 100, 120, 1080)
        + shadow(600, 740, 340, 26, 0.3)
        + lid
        + chest_back
        + inside
        + front
        + lock
    )


SCENES: dict[str, Drawing] = {
    "scene-question-comes": scene_question_comes,
    "scene-answering": scene_answering,
    "scene-five-stars": plain(scene_five_stars),
    "scene-few-stars": plain(scene_few_stars),
    "scene-arrived-broken": plain(scene_arrived_broken),
    "scene-money-back": plain(scene_money_back),
    "scene-code-call": scene_code_call,
    "scene-code-kept": scene_code_kept,
    "scene-payment-picture": scene_payment_picture,
    "scene-no-order": plain(scene_no_order),
    "scene-hook-link": scene_hook_link,
    "scene-papers-kept": scene_papers_kept,
}
