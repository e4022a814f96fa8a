"""Cards, rounds and the ring frieze: the plain forms that other widgets fill."""

from typing import Any

import flet as ft

from kiosk import theme


def card(
    content: ft.Control | None,
    colour: str = theme.PAPER,
    *,
    ring: str | None = None,
    radius: float = 28,
    padding: float = 12,
    **box: Any,
) -> ft.Container:
    """Paper with round corners; ``ring`` marks what matters now."""
    return ft.Container(content, **card_style(colour, ring, radius, padding), **box)


def card_style(
    colour: str = theme.PAPER, ring: str | None = None, radius: float = 28, padding: float = 12
) -> dict[str, Any]:
    """The look of a card, for a thing that is tapped."""
    return {
        "bgcolor": colour,
        "border_radius": radius,
        "padding": padding,
        "border": ft.Border.all(5 if ring else 2, ring or theme.EDGE),
        "alignment": ft.Alignment.CENTER,
    }


def round_style(colour: str, size: float = theme.TAP, ring: str | None = None) -> dict[str, Any]:
    """The look of a round thing of ``size`` across."""
    return {
        "width": size,
        "height": size,
        "bgcolor": colour,
        "border_radius": size / 2,
        "border": ft.Border.all(5, ring) if ring else _edge_of(colour),
        "alignment": ft.Alignment.CENTER,
    }


def pill_style(colour: str, height: float, width: float | None = None) -> dict[str, Any]:
    """The look of a long rounded thing."""
    return {
        "height": height,
        "width": width,
        "bgcolor": colour,
        "border_radius": height / 2,
        "border": _edge_of(colour),
        "padding": ft.Padding.symmetric(horizontal=24),
        "alignment": ft.Alignment.CENTER,
    }


def _edge_of(ground: str, thick: float = 2) -> ft.Border | None:
    """What is pale is seen by its edge."""
    return ft.Border.all(thick, theme.EDGE) if ground not in theme.DEEP else None


def bead(
    width: float, height: float, colour: str | None, ring: tuple[float, str] | None = None
) -> ft.Container:
    """One of a row that tells how far something is: hollow without a ``colour``."""
    thick, edge = ring or (min(2.0, height / 6), theme.EDGE)
    return ft.Container(
        width=width,
        height=height,
        border_radius=min(width, height) / 2,
        bgcolor=colour or theme.PAPER,
        border=ft.Border.all(thick, edge) if ring else _edge_of(colour or theme.PAPER, thick),
    )


def frieze(width: float) -> ft.Control:
    """The ring pattern that is pressed into nang, as a quiet line."""
    rings: list[ft.Control] = [
        ft.Container(
            width=14,
            height=14,
            border_radius=7,
            border=ft.Border.all(3, theme.AMBER if index % 2 else theme.CLAY),
        )
        for index in range(max(1, int(width // 20)))
    ]
    return ft.Row(rings, spacing=6, alignment=ft.MainAxisAlignment.CENTER, height=14)


def side_by_side(
    controls: list[ft.Control],
    gap: float = theme.GAP,
    alignment: ft.MainAxisAlignment = ft.MainAxisAlignment.CENTER,
    **row: Any,
) -> ft.Row:
    """A row, centred across."""
    return ft.Row(
        controls,
        spacing=gap,
        alignment=alignment,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        **row,
    )


def stacked(
    controls: list[ft.Control],
    gap: float = 8,
    alignment: ft.MainAxisAlignment = ft.MainAxisAlignment.CENTER,
    **column: Any,
) -> ft.Column:
    """A column, centred."""
    return ft.Column(
        controls,
        spacing=gap,
        alignment=alignment,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        **column,
    )


def above(field: ft.Control, green: ft.Control, gap: float) -> ft.Control:
    """A field and, at the foot, the green thing."""
    return stacked([field, green], gap, ft.MainAxisAlignment.SPACE_BETWEEN)
