"""The way of the parcels: the country from above, with what is under way on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from kiosk import theme
from kiosk.widgets.movement import moving
from kiosk.widgets.parcel_ways import SHAPE, VILLAGE, Spot, city_spot, parcel_spot
from kiosk.widgets.pictures import picture, source
from kiosk.widgets.touch import value

_MOVE_MS = 400


@dataclass(frozen=True, slots=True)
class Travelling:
    """A parcel: its order's id, where it goes, by what, and which share of the way is done."""

    order: str
    city: str
    city_picture: str
    carrier: str
    carrier_picture: str
    share: float


def parcel_map(parcels: Sequence[Travelling], width: float) -> ft.Control:
    """``width`` logical pixels wide. West stays left in every language, as on any map."""
    height = width / SHAPE
    pin = max(40.0, width / 12)
    pins = [_at(picture("village", pin), VILLAGE, pin, width, height)]
    for city, shown in {each.city: each.city_picture for each in parcels}.items():
        pins.append(_at(picture(shown, pin), city_spot(city), pin, width, height))
    for each in parcels:
        spot = parcel_spot(each.city, each.carrier, each.share)
        pins.append(_parcel(each, spot, pin * 1.1, width, height))
    ground = ft.Image(
        src=source("scene-country"),
        width=width,
        height=height,
        fit=ft.BoxFit.FILL,
        exclude_from_semantics=True,
    )
    return ft.Container(
        ft.Stack([ground, *pins], width=width, height=height),
        width=width,
        height=height,
        border_radius=28,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        rtl=False,
    )


def _parcel(each: Travelling, spot: Spot, size: float, width: float, height: float) -> ft.Container:
    shown = ft.Container(
        picture(each.carrier_picture, size * 0.76),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=theme.PAPER,
        border=ft.Border.all(4, theme.AMBER),
        alignment=ft.Alignment.CENTER,
    )
    tracked = value(f"parcel.at:{each.order}", f"{each.share:.2f}", shown)
    placed = _at(tracked, spot, size, width, height)
    placed.animate_position = moving(_MOVE_MS, ft.AnimationCurve.EASE_IN_OUT)
    placed.key = each.order
    return placed


def _at(control: ft.Control, spot: Spot, size: float, width: float, height: float) -> ft.Container:
    """In the middle on its spot, whole within the picture."""
    return ft.Container(
        control,
        left=min(max(0.0, spot[0] * width - size / 2), width - size),
        top=min(max(0.0, spot[1] * height - size / 2), height - size),
        width=size,
        height=size,
    )
