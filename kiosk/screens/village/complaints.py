"""Units that buyers were not glad of."""

from demo_store.buyers.claims import is_well_packed
from demo_store.store import Order
from demo_store.village.state import Village
from kiosk.screens.village.givers import stamped_picture
from kiosk.screens.village.working import Working
from kiosk.wording import number, words
from lessons.phrase import Phrase, joined


def bad_picture(working: Working, order: Order) -> str:
    """The one that was not good, as it was found."""
    name = stamped_picture(working.kind.picture)
    return "broken-egg" if order.broken and name == "egg-stamped" else name


def complained(village: Village) -> Order | None:
    """The oldest order with a unit that was not good and that nobody looked at yet."""
    for order_id, unit in village.complaints.items():
        if village.traced.get(order_id) != unit:
            return village.store.order(order_id)
    return None


def complaint(working: Working, order: Order) -> Phrase:
    """What the buyer says of what was not good; where a poor packing let it break, that too."""
    catalogue = working.visit.kiosk.classroom.catalogue
    city = catalogue.city(order.city).name
    if not order.broken:
        return words("village.complained-stale", city=city)
    said = words("village.complained-broken", city=city)
    if order.broken > 1:
        said = words("village.complained-many", city=city, count=number(order.broken))
    if is_well_packed(catalogue, order.packaging):
        return said
    packaging = catalogue.packaging(order.packaging).name
    return joined([said, words("village.poorly-packed", name=packaging)])
