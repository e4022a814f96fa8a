"""What can be looked for on a screen of the store: identifiers that stand there without an id."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_EVERYWHERE: Final = frozenset({"speak.again", "nav.help", "nav.back", "nav.home"})

TARGETS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "start": _EVERYWHERE
        | {
            "store.products",
            "store.orders",
            "store.messages",
            "store.money",
            "store.as-buyer",
            "store.next-day",
        },
        "product": _EVERYWHERE
        | {
            "product.photo",
            "product.say-name",
            "product.made",
            "product.price",
            "product.describe",
            "product.publish",
        },
        "as-buyer": _EVERYWHERE | {"buyer.buy"},
        "order": _EVERYWHERE
        | {
            "order.hear",
            "order.accept",
            "order.decline",
            "order.collect",
            "order.check",
            "order.stamp",
            "order.label",
        },
        "money": _EVERYWHERE
        | {
            "money.card",
            "money.goal",
            "money.loan",
        },
        "message": _EVERYWHERE,
        "trouble": _EVERYWHERE,
    }
)
"""By the screen that a step opens on."""
