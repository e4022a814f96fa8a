"""Answers to customers and ways out of trouble."""

from collections.abc import Iterator

from demo_store.catalogue import Catalogue
from demo_store.commands import StoreCommand
from demo_store.store import Store


def rightly(catalogue: Catalogue, store: Store) -> Iterator[StoreCommand]:
    """Every question answered truly on its day, every trouble ended well."""
    yield from ()


def wrongly(catalogue: Catalogue, store: Store) -> Iterator[StoreCommand]:
    """Questions stay unanswered, and every trick works."""
    yield from ()
