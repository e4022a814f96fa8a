"""What can be looked for on a screen of the store, and on the page where her voice is set."""

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
        "score": _EVERYWHERE | {"score.hear-replied", "score.hear-shipped", "score.hear-stars"},
        "parcels": _EVERYWHERE | {"parcel.see"},
        "voice": _EVERYWHERE
        | {
            "voice.pace:slow",
            "voice.pace:normal",
            "voice.loudness:soft",
            "voice.loudness:normal",
            "voice.loudness:loud",
            "voice.done",
        },
    }
)
"""By the screen that a step opens on. What stands there with an id that varies is named without it:
``parcel.see`` is any parcel on the map."""
