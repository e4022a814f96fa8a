"""Beads that fill as a secret is tapped: how much is there, never what."""

import flet as ft

from kiosk import theme
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.shapes import bead, side_by_side
from kiosk.wording import words


def secret_beads(
    visit: Visit, filled: int, of: int, clear_identifier: str, on_clear: Action
) -> ft.Control:
    """``filled`` of ``of`` beads, and a sign to start over."""
    beads: list[ft.Control] = [
        bead(40, 40, theme.TEAL if index < filled else None) for index in range(of)
    ]
    clear = round_sign(
        visit,
        clear_identifier,
        words("secret.clear"),
        ft.Icons.UNDO_ROUNDED,
        on_clear if filled else None,
        colour=theme.PAPER,
        secret=True,
        missing=words("secret.nothing"),
    )
    return side_by_side([*beads, clear], 20)
