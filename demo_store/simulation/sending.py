"""What a parcel is best packed in and who should carry it."""

from demo_store.catalogue import Carrier, Catalogue, Packaging, ProductKind
from demo_store.store import Order


def packaging_for(catalogue: Catalogue, kind: ProductKind, order: Order) -> str:
    """The one that costs least together with what is likely to break in it."""
    roughest = max(carrier.breakage for carrier in catalogue.carriers.values())
    at_risk = roughest * order.total_fen if kind.fragile else 0

    def cost(packaging: Packaging) -> float:
        return packaging.cost_fen + (1 - packaging.protection) * at_risk

    return min(catalogue.packagings.values(), key=lambda each: (cost(each), each.id)).id


def carrier_for(catalogue: Catalogue, kind: ProductKind, order: Order, day: int) -> str:
    """The cheapest that is there before the goods are stale, else the fastest."""
    days = catalogue.city(order.city).days
    weight = order.quantity * kind.weight_g
    keeps = kind.shelf_life_days - (day - (order.made_day or day))

    def slowest(carrier: Carrier) -> int:
        return carrier.handling_days + days[carrier.id].high

    carriers = sorted(catalogue.carriers.values(), key=lambda each: each.id)
    fresh = [carrier for carrier in carriers if slowest(carrier) <= keeps // 2]
    if fresh:
        return min(fresh, key=lambda each: each.freight_fen(weight)).id
    return min(carriers, key=slowest).id
