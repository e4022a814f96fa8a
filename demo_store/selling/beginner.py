"""Who is a beginner: her parcels are not lost, and buyers neither stay away nor overrun her."""

from demo_store.store import Store
from demo_store.world.catalogue import Catalogue


def is_beginner(catalogue: Catalogue, store: Store) -> bool:
    """Whether the promises to beginners hold for her."""
    return len(store.orders) < catalogue.market.beginner_orders
