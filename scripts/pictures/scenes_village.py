"""Scenes of the village: oven, bread, the stall, the road, the morning."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

import math

from . import goods, indoors, land, people, tools, town, vehicles
from . import palette as c
from .acting import person
from .cities import beijing
from .fluent import Fluent
from .nang import lying_nang, lying_old_nang, nang, nang_pile, served, steam
from .singles import Drawing, awning, plain
from .svg import circle, down, ellipse, faded, group, path, rect, stroke
from .vehicles import shadow


def courtyard(low: float = 520) -> str:
    """Morning in a courtyard: sky, poplars behind the wall, swept ground, vine above."""
    behind = land.sky("#A9D3E6", "#DCEBEA", "#FCEBCB") + land.mountains(360, "#B9CBDA", "#A3B9CC")
    trees = land.poplars(low - 40, ((70, 330), (130, 280), (1010, 320), (1090, 270), (1150, 340)))
    yard = land.wall(low, 170) + land.ground(low, "#F0D3A5", "#D6AB72")
    return behind + trees + yard


def peel(y: float) -> str:
    """The baker's round cushion that presses nang to the oven wall."""
    return ellipse(0, y, 62, 26, c.CLAY) + ellipse(0, y - 8, 62, 24, c.PAPER)


def scene_village_oven() -> str:
    baker = person(people.BAKER, 430, 392, 1.36, group(nang(), 18, 92, 0.86), (-54, 112), (88, 112))
    bench = rect(150, 632, 900, 200, down("#C08A52", "#94602F")) + rect(
        130, 616, 940, 26, "#D8A66C", 8.0
    )
    loaves = (
        group(nang_pile(3), 250, 590, 0.92)
        + group(nang_pile(2), 640, 604, 0.86)
        + group(lying_nang(), 930, 596, 0.92)
    )
    hot = land.warm_light(800, 480, 330, "#FFB347") + shadow(800, 590, 240, 26)
    oven = group(tools.oven(), 800, 424, 2.05) + steam(800, 276, 0.9)
    return (
        courtyard()
        + town.gate(140, 520, 250)
        + land.vine(150)
        + hot
        + oven
        + shadow(430, 640, 150)
        + baker
        + bench
        + loaves
    )


def scene_nang_fresh(fluent: Fluent) -> str:
    view = land.poplars(330, ((860, 150), (930, 190), (985, 140)))
    back = (
        indoors.room("#F8E8CB", y=430)
        + indoors.window(900, 250, 240, 230, view)
        + indoors.table(430)
    )
    bread = served(600, 545, 2.75, lying_nang(True))
    tea = group(bowl_of_tea(), 985, 560, 1.1)
    pot = fluent.icon("teapot", 250, 440, 230)
    return (
        back
        + land.warm_light(600, 400, 460, "#FFF0C0")
        + indoors.cloth(470, 240, 60, 1140)
        + pot
        + tea
        + bread
        + steam(600, 450, 1.5)
    )


def bowl_of_tea() -> str:
    bowl = path("M-70 -20C-66 30 -40 52 -24 56H24C40 52 66 30 70 -20Z", down(c.PAPER, "#E6D8BE"))
    tea = ellipse(0, -20, 70, 20, "#F6EAD2") + ellipse(0, -18, 58, 14, "#B5662A")
    return shadow(0, 58, 60, 10) + bowl + tea + stroke("M-58 6Q0 26 58 6", c.SKY, 7)


def scene_our_store() -> str:
    land_back = (
        land.sky()
        + land.sun(990, 190, 46)
        + land.mountains(400)
        + land.poplars(560, ((70, 380), (150, 320), (1060, 380), (1140, 330)))
    )
    yard = land.ground(540) + shadow(600, 724, 420, 40)
    seller = person(
        people.SELLER, 600, 424, 1.2, "", (-150, 96), (150, 96), open_hands=True, bottom=140
    )
    posts = (
        rect(256, 210, 22, 500, c.WOOD)
        + rect(922, 210, 22, 500, c.WOOD)
        + rect(256, 220, 688, 330, "#6A4126", opacity=0.25)
    )
    counter = rect(236, 560, 728, 170, down("#C98F55", "#96602F")) + rect(
        216, 544, 768, 26, "#E3B37C", 8.0
    )
    trim = "".join(
        group(goods.family_mark(0.62, c.HONEY), x, 648) for x in (330, 465, 600, 735, 870)
    )
    wares = (
        group(nang_pile(5), 350, 522, 0.88)
        + group(goods.honey_jar(), 826, 490, 0.62)
        + group(goods.honey_jar(), 908, 498, 0.52)
    )
    eggs = group(tools.egg_tray(True), 690, 516, 0.68)
    roof = group(awning(780, 118, 9), 600, 150)
    return land_back + yard + posts + seller + counter + trim + wares + eggs + roof


def scene_road_truck() -> str:
    back = (
        land.sky("#8FC4E0", "#D5E8EC", "#FCE6BD")
        + land.sun(300, 230, 54)
        + land.cloud(820, 210, 1.1)
        + land.mountains(430)
        + land.dunes(430)
    )
    trees = land.poplars(
        588, tuple((x, 210 + (x * 7) % 60) for x in (60, 150, 240, 960, 1050, 1140))
    )
    road = (
        rect(0, 580, 1200, 116, down("#8C8792", "#6A6673"))
        + stroke("M-20 640H1220", c.PAPER, 8, stroke_dasharray="60 46")
        + rect(0, 574, 1200, 8, "#F3DDB0")
    )
    verge = rect(0, 696, 1200, 104, down("#E3B778", "#CE9C5C"))
    truck = shadow(590, 668, 300, 22, 0.3) + group(vehicles.lorry(), 590, 664, 1.72)
    return back + trees + road + verge + dust(210, 660) + truck


def dust(x: float, y: float) -> str:
    puffs = ((0, 0, 30), (44, -16, 36), (90, -2, 28), (-40, 6, 20), (-80, 10, 12))
    return faded("".join(circle(x + dx, y + dy, r, "#F6E2BC") for dx, dy, r in puffs), 0.8)


def scene_plane() -> str:
    back = (
        land.sky("#5FA8D3", "#B5DBEC", "#FBE7C2")
        + land.sun(950, 230, 50)
        + land.mountains(640)
        + land.dunes(610)
    )
    clouds = land.cloud(270, 260, 1.2) + land.cloud(900, 470, 1.4) + land.cloud(380, 560, 1.0)
    parcel = group(tools.parcel(), 0, 0, 0.2)
    return (
        back
        + clouds
        + vehicles.trail(150, 400, 150)
        + group(vehicles.plane(), 610, 370, 1.75)
        + faded(parcel, 0)
    )


def scene_nang_to_beijing() -> str:
    back = (
        land.sky("#8FC4E0", "#D5E8EC", "#FCE6BD")
        + land.mountains(470, "#A9BFD2", "#90AAC3")
        + land.dunes(450)
    )
    ends = (
        town.city(880, 556, 0.86) + group(beijing(), 800, 476, 1.02) + town.village(290, 552, 0.98)
    )
    road = path(
        "M-20 690C260 600 420 720 640 650C800 600 940 640 1200 618V664C960 676 820 650 660 700C440 764 280 650 -20 756Z",
        down("#918C97", "#6A6673"),
    )
    dash = stroke(
        "M-20 722C280 626 430 740 650 676C800 634 940 652 1160 641",
        c.PAPER,
        6,
        stroke_dasharray="30 26",
    )
    way = land.arc(300, 340, 890, 270, 130, c.CLAY, 11)
    bread = circle(580, 300, 126, c.PAPER, opacity=0.55) + group(nang(), 580, 300, 1.22)
    truck = shadow(520, 700, 100, 12, 0.3) + group(vehicles.lorry(), 520, 698, 0.6)
    on_road = group(road + dash + truck, 0, -58)
    return back + ends + on_road + way + group(vehicles.plane(), 752, 178, 0.5) + bread


def scene_flour_fuel() -> str:
    oven = (
        land.warm_light(800, 500, 300, "#FFB347")
        + shadow(800, 616, 230, 26)
        + group(tools.oven(), 800, 440, 2.0)
    )
    sack = shadow(400, 668, 130, 22) + group(tools.sack(), 400, 510, 1.85)
    wood = shadow(600, 716, 150, 20) + group(tools.firewood(), 592, 622, 1.05)
    spill = path("M250 690C262 640 318 650 330 664C352 646 384 660 390 690Z", "#FFFFFF")
    return courtyard() + land.vine(140) + oven + sack + spill + wood


def scene_fresh_today() -> str:
    back = (
        land.sky("#F9CF8A", "#FCE3B4", "#FFF3DA")
        + land.sun(350, 250, 78, "#FFC94D")
        + land.hills(442)
        + land.poplars(440, ((1020, 260), (1090, 300)))
    )
    calendar = fresh_calendar(820, 320, 1.35)
    bread = served(600, 560, 2.4, lying_nang(True))
    return (
        back
        + indoors.table(440)
        + indoors.cloth(480, 220)
        + calendar
        + bread
        + steam(600, 480, 1.4)
    )


def fresh_calendar(x: float, y: float, s: float, good: bool = True) -> str:
    """A day torn to today: a rising sun on the leaf, or leaves falling when long ago."""
    leaf = rect(-86, -70, 172, 170, c.PAPER, 16.0, stroke="#D9C7A3", stroke_width=4)
    head = path(
        "M-86 -30V-54C-86 -64 -80 -70 -70 -70H70C80 -70 86 -64 86 -54V-30Z",
        c.LEAF if good else "#7C7F86",
    )
    rings = stroke("M-42 -92V-54M42 -92V-54", "#5E6270", 12)
    sign = (
        land.sun(0, 40, 27, "#FFC94D")
        if good
        else path("M14 4A40 40 0 1 0 26 74A44 44 0 0 1 14 4Z", "#9AA3B5")
    )
    return group(shadow(0, 104, 90, 12) + leaf + head + rings + sign, x, y, s)


def scene_stale() -> str:
    back = (
        indoors.room("#D8D2C6", "#9C8B77", 440)
        + indoors.window(880, 250, 230, 220)
        + rect(765, 140, 230, 220, "#7F90A6", opacity=0.75)
    )
    table = indoors.table(440, tone="#8F7355") + indoors.cloth(
        480, 220, tones=("#86746C", "#655650")
    )
    leaves = (
        fresh_calendar(820, 350, 1.15, False)
        + group(rect(-60, -50, 120, 100, "#F3EADB", 8.0), 300, 620, 0.9, -24)
        + group(rect(-60, -50, 120, 100, "#EBDFCB", 8.0), 960, 660, 0.8, 18)
    )
    baker = person(
        people.gazing(people.with_mouth(people.BAKER, "sad"), 3, 2),
        380,
        372,
        1.25,
        "",
        (-60, 120),
        (60, 120),
        open_hands=True,
    )
    bread = served(600, 565, 2.3, lying_old_nang())
    return back + rect(0, 0, 1200, 440, "#5B6070", opacity=0.18) + baker + table + leaves + bread


def rays(x: float, y: float) -> str:
    """Twelve rays of a rising sun."""
    d = "".join(
        f"M{x + 135 * math.cos(a):.0f} {y + 135 * math.sin(a):.0f}"
        f"L{x + 185 * math.cos(a):.0f} {y + 185 * math.sin(a):.0f}"
        for a in (math.tau * i / 12 for i in range(12))
    )
    return stroke(d, "#FFDE8A", 13)


def scene_next_day(fluent: Fluent) -> str:
    back = (
        land.sky("#F6A86B", "#FBCB8D", "#FFE9BE")
        + rays(600, 340)
        + land.sun(600, 340, 96, "#FFC94D")
        + land.hills(510, "#D99A78", "#B9775E")
    )
    fields = land.ground(490, "#C9C27A", "#9FA45E") + "".join(
        stroke(f"M-20 {y}C300 {y - 34} 800 {y + 26} 1220 {y - 14}", "#8B9450", 6, opacity=0.5)
        for y in range(600, 800, 44)
    )
    houses = town.village(340, 600, 1.15) + town.village(880, 590, 1.0)
    cock = fluent.icon("rooster", 600, 596, 190)
    path_d = path(
        "M560 800C570 700 596 650 604 596H624C640 660 690 720 700 800Z", "#EBCB9B", opacity=0.9
    )
    return back + fields + path_d + houses + shadow(600, 690, 84, 14) + cock


SCENES: dict[str, Drawing] = {
    "scene-village-oven": plain(scene_village_oven),
    "scene-nang-fresh": scene_nang_fresh,
    "scene-our-store": plain(scene_our_store),
    "scene-road-truck": plain(scene_road_truck),
    "scene-plane": plain(scene_plane),
    "scene-nang-to-beijing": plain(scene_nang_to_beijing),
    "scene-flour-fuel": plain(scene_flour_fuel),
    "scene-fresh-today": plain(scene_fresh_today),
    "scene-stale": plain(scene_stale),
    "scene-next-day": scene_next_day,
}
