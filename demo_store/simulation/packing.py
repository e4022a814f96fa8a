"""What a parcel is best packed in."""

from demo_store.world.catalogue import Catalogue, ProductKind


def packaging_for(catalogue: Catalogue, kind: ProductKind) -> str:
    """What protects most for what breaks, else what costs least."""
    packagings = sorted(catalogue.packagings.values(), key=lambda each: each.id)
    if kind.fragile:
        return max(packagings, key=lambda each: each.protection).id
    return min(packagings, key=lambda each: each.cost_fen).id
