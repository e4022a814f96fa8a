"""Every picture by name: its size and what draws it."""

from __future__ import annotations

from . import (
    country,
    scenes_buyer,
    scenes_care,
    scenes_first,
    scenes_growing,
    scenes_money,
    scenes_order,
    scenes_parcels,
    scenes_people,
    scenes_shop,
    scenes_village,
)
from .centre import CENTRE
from .cities import CITIES
from .keeping import KEEPING
from .learners import CHOSEN
from .signs import SIGNS
from .singles import SINGLES, Drawing
from .wishes import WISHES
from .world import WORLD

Size = tuple[int, int]
PICTURES: dict[str, tuple[Size, Drawing]] = {
    **{
        name: ((200, 200), drawing)
        for group in (
            SINGLES,
            CENTRE,
            CHOSEN,
            CITIES,
            KEEPING,
            WISHES,
            WORLD,
            SIGNS,
            scenes_shop.THINGS,
            scenes_parcels.THINGS,
        )
        for name, drawing in group.items()
    },
    **{
        name: ((1200, 800), drawing)
        for scenes in (
            scenes_village,
            scenes_buyer,
            scenes_order,
            scenes_people,
            scenes_first,
            scenes_shop,
            scenes_parcels,
            scenes_care,
            scenes_growing,
            scenes_money,
            country,
        )
        for name, drawing in scenes.SCENES.items()
    },
}
