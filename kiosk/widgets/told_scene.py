"""A scene that says what it shows when it is touched."""

import flet as ft

from kiosk.picture_words import picture_words
from kiosk.visit import Visit
from kiosk.widgets.pictures import scene
from kiosk.widgets.touch import saying, value


def told_scene(visit: Visit, identifier: str, name: str, width: float, height: float) -> ft.Control:
    """As `scene`, for one that stands alone and not in something that can be tapped."""
    said = picture_words(name)
    shown = scene(name, width, height)
    return value(identifier, visit.text(said), shown, says=saying(visit, identifier, said))
