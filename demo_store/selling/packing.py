"""What a parcel is best packed in, and who carries it where nobody wants to choose."""

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


def fastest_carrier(catalogue: Catalogue, city: str) -> str:
    """The one that is surely there the soonest."""
    days = catalogue.city(city).days

    def slowest(carrier: Carrier) -> tuple[int, str]:
        return carrier.handling_days + days[carrier.id].high, carrier.id

    return min(catalogue.carriers.values(), key=slowest).id
