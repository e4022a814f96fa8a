"""The wall of the trainer's screens: without the PIN in this session, only the door is shown."""

import functools
from collections.abc import Callable

import flet as ft

from kiosk.screens.boundary import Screen, screen
from kiosk.screens.trainer.door import TrainerDoor
from kiosk.visit import Visit


def trainer_screen(draw: Callable[[Visit], ft.Control]) -> Screen:
    """A screen that is drawn for the trainer only, whatever address was opened.

    The check stands before the drawing, so that a tablet without the PIN never gets the data.
    """
    inside = screen(draw)

    @functools.wraps(draw)
    def drawn(visit: Visit, key: str = "") -> ft.Control:
        return inside(visit, key=key) if visit.trainer else TrainerDoor(visit, key="door")

    return drawn
