"""The same seed and the same commands give the same bytes, whatever Python or the files shuffle."""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from demo_store.commands import (
    AcceptOrder,
    AddProduct,
    AnswerMessage,
    CheckOrder,
    ChoosePhoto,
    CollectOrder,
    DeclineOrder,
    Describe,
    EndDay,
    LabelOrder,
    MakeStock,
    PackOrder,
    Publish,
    SetPrice,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.conversation.talk import good_replies, open_messages
from demo_store.engine import apply, handle
from demo_store.events import StoreEvent
from demo_store.finance.accounts import accounts
from demo_store.practice.situations import prepare
from demo_store.selling.next_step import next_step
from demo_store.store import Store
from demo_store.world.catalogue import CONTENT, Catalogue, load_catalogue

ROOT = Path(__file__).parents[2]
DAYS = 100


def season(catalogue: Catalogue, seed: int, days: int = DAYS) -> list[StoreEvent]:
    """Everything that happens in a busy store that sells two things over some months."""
    busy = _Busy(catalogue, seed)
    for kind, price in (("eggs", 150), ("dried-apricots", 3000)):
        busy.open(kind, price)
    for _ in range(days):
        busy.work()
        busy.do(EndDay())
    busy.happen(prepare(catalogue, busy.store, "order-delivered", "honey", busy.rng))
    return busy.events


class _Busy:
    """Somebody who does what there is to do, and declines now and then."""

    def __init__(self, catalogue: Catalogue, seed: int) -> None:
        self.catalogue, self.rng = catalogue, random.Random(seed)
        self.store, self.events = Store(), list[StoreEvent]()

    def open(self, kind: str, price_fen: int) -> None:
        product = f"p{len(self.store.products) + 1}"
        self.do(AddProduct(kind))
        for command in (
            ChoosePhoto(product, "photo"), Describe(product, ("from-our-village",)),
            MakeStock(product, 90), SetPrice(product, price_fen), Publish(product),
        ):  # fmt: skip
            self.do(command)

    def work(self) -> None:
        for product in self.store.products:
            if product.stock < 60:
                self.do(MakeStock(product.id, 90))
        for order in self.store.open_orders:
            while (step := self._step(order.id)) is not None:
                self.do(step)
        for message in open_messages(self.store):
            replies = good_replies(self.catalogue, self.store, message)
            if replies:
                self.do(AnswerMessage(message.id, replies[0]))

    def _step(self, order_id: str) -> StoreCommand | None:
        order = self.store.order(order_id)
        assert order is not None
        if order_id.endswith("7") and order.state == "placed":
            return DeclineOrder(order_id)
        steps = {
            "accept": AcceptOrder(order_id), "make": MakeStock(order.product, 90),
            "collect": CollectOrder(order_id), "check": CheckOrder(order_id),
            "stamp": StampOrder(order_id), "pack": PackOrder(order_id, "box"),
            "label": LabelOrder(order_id), "ship": ShipOrder(order_id, "road"),
        }  # fmt: skip
        return steps.get(next_step(self.store, order) or "")

    def do(self, command: StoreCommand) -> None:
        self.happen(handle(self.catalogue, self.store, command, self.rng))

    def happen(self, events: tuple[StoreEvent, ...]) -> None:
        for event in events:
            self.store = apply(self.catalogue, self.store, event)
            self.events.append(event)


def fingerprint(events: list[StoreEvent]) -> str:
    return hashlib.sha256("\n".join(map(repr, events)).encode()).hexdigest()


def shuffled_content(folder: Path, seed: int) -> Path:
    """The room's content with the entries of every file in another order."""
    shutil.copytree(CONTENT, folder)
    rng = random.Random(seed)
    for path in sorted(folder.glob("*.yaml")):
        head, *entries = re.split(r"(?m)^(?=[a-z][a-z_-]*:)", path.read_text(encoding="utf-8"))
        rng.shuffle(entries)
        text = head + "".join(entry.rstrip("\n") + "\n" for entry in entries)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_season_that_is_compared_has_everything_in_it() -> None:
    events = season(load_catalogue(), 1)
    kinds = {type(event).__name__ for event in events}
    assert kinds >= {
        "PeopleLooked", "OrderPlaced", "OrderDeclined", "ReviewWritten", "OrderPaidOut",
        "IncidentHappened", "ParcelDelayed", "MessageCame",
    }  # fmt: skip
    assert fingerprint(events) != fingerprint(season(load_catalogue(), 2))


def test_pythons_own_shuffling_changes_nothing() -> None:
    seen = {_in_another_python(hash_seed) for hash_seed in ("0", "1", "4242")}
    assert seen == {fingerprint(season(load_catalogue(), 5))}


def _in_another_python(hash_seed: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "tests.unit.test_store_same_luck", "5"],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return run.stdout.strip()


@pytest.mark.parametrize("order", range(3))
def test_the_order_of_the_content_changes_nothing(tmp_path: Path, order: int) -> None:
    shuffled = load_catalogue(shuffled_content(tmp_path / "content", order))
    usual = load_catalogue()
    assert list(shuffled.kinds) != list(usual.kinds)
    assert fingerprint(season(shuffled, 5)) == fingerprint(season(usual, 5))


def test_customers_money_is_where_it_should_be_after_a_season() -> None:
    busy = _Busy(load_catalogue(), 3)
    busy.happen(tuple(season(busy.catalogue, 3)))
    found = accounts(busy.store)
    parts = found.fees_fen + found.freight_fen + found.refunds_fen + found.payout_fen
    assert found.customers_paid_fen == parts + found.held_fen
    assert found.held_fen < found.customers_paid_fen / 2


if __name__ == "__main__":
    print(fingerprint(season(load_catalogue(), int(sys.argv[1]))))
