"""After the round: which family gave how many, house after house."""

import flet as ft

from demo_store.village.state import Family
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.village.families import given, named
from kiosk.screens.village.foot import act, foot_height, over_foot
from kiosk.screens.village.houses import Beside, houses, identifier_of, so_many
from kiosk.screens.village.working import HOME, use_working
from kiosk.visit import Visit
from kiosk.wording import number, words


@screen
def GivenScreen(visit: Visit) -> ft.Control:
    """The voice goes from house to house, each lights up and shows what it gave."""
    working = use_working(visit)
    order = working.order_here(ft.use_route_params().get("order_id", ""))
    if order is None or order.id not in working.village.shared:
        return NotHere(visit, key="gone")
    gave = given(working.village, order.id)
    kind = working.kind

    def beside(family: Family) -> Beside:
        name, count = named(working, family), gave.get(family.id, 0)
        if not count:
            return Beside(words("village.nothing", name=name))
        said = words("village.gave", name=name, count=number(count))
        return Beside(said, so_many(kind.picture, count))

    all_of_them = words("village.collected", product=kind.name, count=number(sum(gave.values())))
    centre = Beside(all_of_them, so_many(kind.picture, sum(gave.values())))
    free = body_height(working) - title_excess(working, all_of_them) - foot_height(working)
    go = act(
        working,
        "to-centre",
        words("village.to-centre"),
        "scene-service-centre",
        lambda: working.go_home(f"/order/{order.id}"),
    )
    body = over_foot(working, houses(working, beside, centre, free), go)
    told = [
        Part(beside(family).said, identifier_of(family))
        for family in working.village.families
        if family.id in gave
    ]
    return store_frame(
        working,
        body,
        all_of_them,
        place=f"village-given/{order.id}",
        back=HOME,
        also=told,
        also_coached=told,
        help_phrase=words("village.help"),
    )
