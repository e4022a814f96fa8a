"""What a parcel is best packed in, and who carries it where nobody wants to choose."""

from demo_store.store import Order
from demo_store.world.catalogue import Carrier, Catalogue, City, Packaging, ProductKind


def unsuited(catalogue: Catalogue, kind: ProductKind, packaging: Packaging) -> str:
    """Why this product should not go into this packaging: fit, protection, or nothing."""
    if not _fits(kind, packaging):
        return "fit"
    breaks = kind.fragile and packaging.protection < catalogue.manners.claims.protects
    return "protection" if breaks else ""


def _fits(kind: ProductKind, packaging: Packaging) -> bool:
    return not packaging.made_for or kind.id in packaging.made_for


def packaging_for(catalogue: Catalogue, kind: ProductKind) -> str:
    """What protects most for what breaks, else what costs least."""
    fitting = (each for each in catalogue.packagings.values() if _fits(kind, each))
    packagings = sorted(fitting, key=lambda each: each.id)
    if kind.fragile:
        return max(packagings, key=lambda each: each.protection).id
    return min(packagings, key=lambda each: each.cost_fen).id


def usual_days(city: City, carrier: Carrier) -> int:
    """How long a parcel usually takes; half a day counts whole, as days to wait are whole."""
    days = city.days[carrier.id]
    return carrier.handling_days + -(-(days.low + days.high) // 2)


def fastest_carrier(catalogue: Catalogue, kind: ProductKind, order: Order) -> str:
    """The one that is surely there the soonest of those that leave her enough of the sale."""
    days = catalogue.city(order.city).days

    def slowest(carrier: Carrier) -> tuple[int, str]:
        return carrier.handling_days + days[carrier.id].high, carrier.id

    carriers = catalogue.carriers.values()
    enough = [each for each in carriers if leaves_enough(each, kind, order)]
    return min(enough, key=slowest).id if enough else cheapest_carrier(catalogue, kind, order)


def carrier_for(catalogue: Catalogue, kind: ProductKind, order: Order, usual: str) -> str:
    """Her usual one, but the cheapest for less than usual: a small parcel is not worth more.

    It does not look at what her way costs: a dearer way would else make her leave a way that was
    dear already, and so earn more.
    """
    if order.quantity >= kind.order_units.low:
        return usual
    return cheapest_carrier(catalogue, kind, order)


def cheapest_carrier(catalogue: Catalogue, kind: ProductKind, order: Order) -> str:
    """The one that takes the least for this parcel."""
    weight = order.quantity * kind.weight_g
    return min(catalogue.carriers.values(), key=lambda each: (each.freight_fen(weight), each.id)).id


def leaves_enough(carrier: Carrier, kind: ProductKind, order: Order) -> bool:
    """Whether the way takes no more than half of what the customer pays."""
    return 2 * carrier.freight_fen(order.quantity * kind.weight_g) <= order.total_fen
