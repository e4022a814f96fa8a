"""Whether what she says of a product is true: of its kind, at the time and with the care taken."""

from demo_store.store import Order, Product
from demo_store.world.catalogue import Catalogue, Quality


def offered(catalogue: Catalogue, kind_id: str) -> tuple[Quality, ...]:
    """The qualities that may be true of a kind, in the order of the file."""
    return tuple(each for each in catalogue.qualities.values() if kind_id in each.true_of)


def lasting(catalogue: Catalogue, kind_id: str) -> tuple[str, ...]:
    """Ids of what can be said of a kind and stays true: not that it is from today."""
    rules = catalogue.manners.claims.rules
    found = (each.id for each in offered(catalogue, kind_id))
    return tuple(sorted(each for each in found if rules.get(each) != "made-lately"))


def is_true_now(catalogue: Catalogue, product: Product, quality_id: str, day: int) -> bool:
    """Whether it is true of the product as it lies in the store on this day.

    How it will be packed is not known yet, so that a claim about it is taken as true.
    """
    if not _is_of_its_kind(catalogue, product, quality_id):
        return False
    if catalogue.manners.claims.rules.get(quality_id) != "made-lately":
        return True
    return is_lately(catalogue, product.made_day, day)


def untrue(catalogue: Catalogue, product: Product, order: Order) -> tuple[str, ...]:
    """Qualities that the listing names and that what was sent did not have."""
    return tuple(
        each for each in product.qualities if not _was_kept(catalogue, product, order, each)
    )


def is_lately(catalogue: Catalogue, made_day: int | None, day: int) -> bool:
    """Whether what was made then still counts as made today."""
    return made_day is not None and day - made_day <= catalogue.manners.claims.made_lately_days


def is_well_packed(catalogue: Catalogue, packaging_id: str) -> bool:
    """Whether this packaging keeps fragile things whole; none does not."""
    if not packaging_id:
        return False
    return catalogue.packaging(packaging_id).protection >= catalogue.manners.claims.protects


def _was_kept(catalogue: Catalogue, product: Product, order: Order, quality_id: str) -> bool:
    if not _is_of_its_kind(catalogue, product, quality_id):
        return False
    match catalogue.manners.claims.rules.get(quality_id):
        case "made-lately":
            sent = order.shipped_day or order.placed_day
            return is_lately(catalogue, order.made_day, sent)  # the oldest of them speaks
        case "packed-well":
            # what does not break is packed well in anything
            fragile = catalogue.kind(product.kind).fragile
            return not fragile or is_well_packed(catalogue, order.packaging)
    return True


def _is_of_its_kind(catalogue: Catalogue, product: Product, quality_id: str) -> bool:
    """A quality that the content no longer knows is believed."""
    quality = catalogue.qualities.get(quality_id)
    return quality is None or product.kind in quality.true_of
