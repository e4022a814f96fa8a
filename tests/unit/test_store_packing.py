"""What an order is packed in: what suits it, and that a lesson takes nothing else."""

import random

import pytest

from demo_store.commands import PackOrder
from demo_store.engine import fold, handle
from demo_store.events import OrderPacked, Refused
from demo_store.practice.situations import prepare
from demo_store.selling.packing import packaging_for, unsuited
from demo_store.store import Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("kind", "packaging", "why"),
    [
        ("eggs", "egg-tray", ""),
        ("eggs", "box", ""),
        ("eggs", "bag", "protection"),
        ("honey", "padded-box", ""),
        ("honey", "egg-tray", "fit"),
        ("nang", "bag", ""),
        ("nang", "egg-tray", "fit"),
    ],
)
@pytest.mark.parametrize("well", [False, True])
def test_only_who_is_to_pack_well_is_refused_what_does_not_suit(
    kind: str, packaging: str, why: str, well: bool
) -> None:
    rng = random.Random(1)
    store = fold(CATALOGUE, Store(), prepare(CATALOGUE, Store(), "order-stamped", kind, rng))
    (event,) = handle(CATALOGUE, store, PackOrder("o1", packaging, well=well), rng)
    refused = well and bool(why)
    assert isinstance(event, Refused if refused else OrderPacked)
    assert not refused or event == Refused("PackOrder", why)


@pytest.mark.parametrize("kind", sorted(CATALOGUE.kinds))
def test_what_is_best_for_a_product_suits_it(kind: str) -> None:
    of_kind = CATALOGUE.kind(kind)
    best = CATALOGUE.packaging(packaging_for(CATALOGUE, of_kind))
    assert unsuited(CATALOGUE, of_kind, best) == ""
