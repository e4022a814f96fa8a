"""What the families have at home, and what lies in the service centre."""

from demo_store.village import units
from demo_store.village.state import Family
from kiosk.screens.village.families import named
from kiosk.screens.village.houses import Beside, so_many
from kiosk.screens.village.working import Working
from kiosk.wording import number, words
from lessons.phrase import joined


def at_home(working: Working, family: Family) -> Beside:
    """What a family has to sell today; where it has a store of its own a touch leads there."""
    name, count = named(working, family), units.count(family.stock)
    has = words("village.has", name=name, product=working.kind.name, count=number(count))
    things = so_many(working.kind.picture, count) if count else None
    if family.outlet:
        own = words("village.own-store", name=name)
        there = f"/outlet/{family.id}"
        said = joined([own, has]) if count else own
        return Beside(said, things, action=lambda: working.go_home(there))
    return Beside(has if count else words("village.nothing", name=name), things)


def in_centre(working: Working) -> Beside:
    """What lies in the service centre now."""
    count = working.village.in_store
    if not count:
        return Beside(words("village.centre-empty"))
    said = words("village.centre", product=working.kind.name, count=number(count))
    return Beside(said, so_many(working.kind.picture, count))
