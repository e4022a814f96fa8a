"""Scenes of her own money: kept by the market, on the card, saved, lent and paid back."""

from __future__ import annotations

from . import indoors, land, money, people, tools, town
from . import palette as c
from .acting import person
from .fluent import Fluent
from .singles import Drawing, plain
from .svg import circle, ellipse, group, rect, stroke
from .vehicles import lorry, shadow
from .wishes import WISHES


def thing(fluent: Fluent, name: str, x: float, y: float, s: float) -> str:
    """Something one saves for, its middle at (x, y); it is 200 wide at scale 1."""
    return group(WISHES[name](fluent), x - 100 * s, y - 100 * s, s)


def scene_money_kept(fluent: Fluent) -> str:
    back = (
        land.sky("#8FC4E0", "#D5E8EC", "#FCE6BD")
        + land.mountains(430, "#A9BFD2", "#90AAC3")
        + town.city(960, 470, 0.62)
        + land.ground(470)
    )
    road = rect(0, 690, 1200, 70, "#7B7682") + stroke(
        "M0 725H1200", c.PAPER, 6, stroke_dasharray="40 32"
    )
    screen = (
        rect(-200, -340, 400, 680, "#CFE5D3")
        + group(money.notes_heap(5), 0, -20, 1.1)
        + fluent.icon("locked", 0, 110, 190)
    )
    phone = group(tools.phone(300, 500, screen), 600, 330)
    buyer = person(
        people.gazing(people.BUYER, -3), 1000, 360, 1.1, "", (-120, 30), (50, 130), open_hands=True
    )
    note = group(money.note(), 800, 300, 0.62, -10)
    way = land.arc(880, 330, 700, 300, 90, c.CLAY, 9)
    truck = shadow(280, 742, 150, 14, 0.3) + group(lorry(), 280, 740, 0.86)
    return back + buyer + road + truck + way + phone + note


def scene_card_money(fluent: Fluent) -> str:
    notes = "".join(
        group(money.note(*tone), x, y, s, t)
        for x, y, s, t, tone in (
            (960, 150, 0.6, 12, money.RED_NOTE),
            (1010, 270, 0.7, -14, money.GREEN_NOTE),
            (900, 330, 0.6, 18, money.BLUE_NOTE),
        )
    )
    baker = person(people.gazing(people.BAKER, 3), 440, 420, 1.5, "", (-60, 140), (120, 56))
    card = fluent.icon("credit-card", 690, 470, 330, -6)
    way = land.arc(930, 200, 740, 400, 90, c.HONEY, 10)
    return (
        indoors.room("#F9E9CC", y=580)
        + indoors.window(150, 220, 170, 190)
        + land.warm_light(690, 440, 330, "#FFF3D0")
        + way
        + notes
        + card
        + baker
        + indoors.table(690)
    )


def scene_saving(fluent: Fluent) -> str:
    thought = (
        ellipse(890, 220, 200, 165, c.PAPER)
        + circle(700, 350, 26, c.PAPER)
        + circle(650, 400, 15, c.PAPER)
        + thing(fluent, "refrigerator", 890, 220, 1.3)
    )
    baker = person(people.gazing(people.BAKER, 3, 2), 400, 400, 1.45, "", (-60, 130), (128, 30))
    coin = group(money.coin(), 596, 440, 0.3)
    jar = shadow(640, 690, 110, 16, 0.3) + thing(fluent, "savings-jar", 640, 590, 1.15)
    return (
        indoors.room("#F9E9CC", y=560)
        + indoors.window(150, 220, 170, 190)
        + thought
        + baker
        + indoors.table(610)
        + jar
        + coin
    )


def scene_new_fridge(fluent: Fluent) -> str:
    fridge = shadow(820, 690, 170, 24, 0.3) + thing(fluent, "refrigerator", 820, 440, 2.6)
    mother = person(
        people.gazing(people.BAKER, 3), 330, 400, 1.3, "", (-60, 140), (124, 40), open_hands=True
    )
    girl = person(
        people.gazing(people.GIRL, 3), 530, 480, 1.2, "", (-50, 120), (96, -10), open_hands=True
    )
    old = person(people.gazing(people.GRANDPA, 3), 140, 430, 1.2)
    return (
        indoors.room("#F9E9CC", y=600)
        + indoors.window(1060, 220, 150, 180)
        + land.warm_light(820, 420, 380, "#FFF6DE")
        + fridge
        + old
        + mother
        + girl
    )


def scene_loan() -> str:
    lender = person(people.gazing(people.GRANDPA, 3), 330, 390, 1.4, "", (-50, 140), (124, 92))
    baker = person(
        people.gazing(people.BAKER, -3), 870, 390, 1.4, "", (-124, 96), (50, 140), open_hands=True
    )
    notes = group(money.notes_heap(5), 592, 560, 1.05)
    return (
        indoors.room("#F8E6C6", y=560)
        + indoors.window(600, 200, 180, 180)
        + lender
        + baker
        + indoors.table(640)
        + land.warm_light(600, 520, 200)
        + notes
    )


def leaf(x: float, y: float, s: float) -> str:
    """A leaf of a calendar with a mark on one of its days."""
    page = rect(-60, -50, 120, 110, c.PAPER, 10.0, stroke="#CDBFA6", stroke_width=4)
    head = rect(-60, -56, 120, 34, c.POMEGRANATE, 10.0)
    return group(page + head + circle(0, 20, 22, c.LEAF), x, y, s)


def scene_loan_back() -> str:
    parts = ""
    for i in range(5):
        x = 160 + i * 220
        parts += leaf(x, 220, 1.2)
        parts += stroke(f"M{x} 322V392M{x - 20} 372L{x} 396L{x + 20} 372", c.CLAY, 11)
        parts += shadow(x, 560, 100, 16, 0.28) + group(money.notes_heap(2), x, 530, 0.95)
        parts += circle(x, 670, 54, "#FBE7B0") + group(money.coin(), x, 670, 0.4)
    return indoors.room("#F8E6C6", y=450) + indoors.table(450) + parts


SCENES: dict[str, Drawing] = {
    "scene-money-kept": scene_money_kept,
    "scene-card-money": scene_card_money,
    "scene-saving": scene_saving,
    "scene-new-fridge": scene_new_fridge,
    "scene-loan": plain(scene_loan),
    "scene-loan-back": plain(scene_loan_back),
}
