"""What a parcel is best packed in, and who carries it where nobody wants to choose."""

from demo_store.world.catalogue import Carrier, Catalogue, ProductKind


def packaging_for(catalogue: Catalogue, kind: ProductKind) -> str:
    """What protects most for what breaks, else what costs least."""
    packagings = sorted(catalogue.packagings.values(), key=lambda each: each.id)
    if kind.fragile:
        return max(packagings, key=lambda each: each.protection).id
    return min(packagings, key=lambda each: each.cost_fen).id


def fastest_carrier(catalogue: Catalogue, city: str) -> str:
    """The one that is surely there the soonest."""
    days = catalogue.city(city).days

    def slowest(carrier: Carrier) -> tuple[int, str]:
        return carrier.handling_days + days[carrier.id].high, carrier.id

    return min(catalogue.carriers.values(), key=slowest).id
