"""Changed values in content: which paths lead where, and what a wrong one says."""

from pathlib import Path

import pytest

from demo_store.simulation.changes import edited, parsed
from demo_store.simulation.errors import WrongSetting
from demo_store.world.catalogue import CONTENT
from lessons.content import load_yaml

BAKER = "scenarios/baker"


def texts() -> dict[str, str]:
    """The content files that these tests change."""
    names = ("products", "market", "carriers", "village", "incidents", BAKER)
    return {name: (CONTENT / f"{name}.yaml").read_text("utf-8") for name in names}


def found(tmp_path: Path, change: str, file: str, *path: str) -> str:
    """The value that stands at the path after the change."""
    (tmp_path / "changed.yaml").write_text(edited(texts(), BAKER, [parsed(change)])[file], "utf-8")
    node = load_yaml(tmp_path / "changed.yaml", tmp_path)
    for word in path:
        node = node.items()[int(word)] if word.isdigit() else node.field(word)
    return str(node.value)


@pytest.mark.parametrize(
    ("change", "file", "path"),
    [
        ("product.nang.making.flour=777", "products", "nang.making.flour.value"),
        ("product.nang.making.flour.value=777", "products", "nang.making.flour.value"),
        ("product.nang.price.high=777", "products", "nang.price.high"),
        ("product.nang.order=777", "products", "nang.order.low"),
        ("product.nang.order=777", "products", "nang.order.high"),
        ("product.nang.made=777", "products", "nang.made.months.11"),
        ("product.nang.made.months.2=777", "products", "nang.made.months.1"),
        ("market.fee=777", "market", "fee.value"),
        ("carrier.road.base=777", "carriers", "road.base.value"),
        ("incident.snow.chance=777", "incidents", "snow.chance.value"),
        ("village.stations.pack.capacity=777", "village", "stations.pack.capacity.value"),
        ("seller.online.sells.nang.makes=777", BAKER, "sellers.online.sells.nang.makes.value"),
        ("product.nang.price=777", BAKER, "sellers.online.sells.nang.price.value"),
        ("product.nang.price=777", BAKER, "sellers.before.sells.nang.price.value"),
    ],
)
def test_a_path_leads_to_its_value(tmp_path: Path, change: str, file: str, path: str) -> None:
    assert found(tmp_path, change, file, *path.split(".")) == "777"


def test_nothing_else_is_changed() -> None:
    before = texts()
    after = edited(before, BAKER, [parsed("product.nang.making.flour=770")])
    assert {name for name in before if before[name] != after[name]} == {"products"}
    assert after["products"].replace("{value: 770,", "{value: 80,", 1) == before["products"]


def test_later_changes_see_the_earlier_ones() -> None:
    changes = [parsed("market.fee=7"), parsed("market.fee=8")]
    assert "fee: {value: 8," in edited(texts(), BAKER, changes)["market"]


def test_the_usual_price_is_not_what_is_asked() -> None:
    after = edited(texts(), BAKER, [parsed("product.nang.price=770")])
    assert after["products"] == texts()["products"]


@pytest.mark.parametrize(
    "text",
    ["", "=", "price", "price=", "=3", "nang=3", "product..nang=3", "product.nang.price=",
     "product.nang.price=3 4", "product.nang.price={a: 1}", "product.nang.price=3\nx: 4"],
)  # fmt: skip
def test_what_is_no_path_and_value_is_refused(text: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        parsed(text)
    assert "PATH=VALUE" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("moon.nang.price=3", "there is carrier, incident, market, product, village, seller"),
        ("product.cheese.price=3", "there is no 'cheese' here, there is nang, eggs"),
        ("product.nang.prise=3", "there is no 'prise' here, there is name"),
        ("product.nang.making=3", "is no single value, there is flour, oil_and_onion, fuel"),
        ("product.nang.weight.value.value=3", "nothing below it"),
        ("product.nang.made.months.13=3", "there is no '13' here"),
        ("product.eggs.price=3", "nobody sells eggs in this scenario"),
        ("seller.nobody.policy=x", "there is no 'nobody' here, there is before, online"),
    ],
)
def test_a_path_that_leads_nowhere_says_where_it_stops(text: str, told: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        edited(texts(), BAKER, [parsed(text)])
    message = str(caught.value)
    assert told in message
    assert message.startswith(text.partition("=")[0])
    assert "\n" not in message
