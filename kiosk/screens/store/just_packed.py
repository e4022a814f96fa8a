"""Whether an order was packed before her eyes: then she sees how the things go in."""

from dataclasses import dataclass

import flet as ft

from demo_store.store import Order, OrderState


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was drawn last."""

    order: str = ""
    state: OrderState | None = None
    just_packed: bool = False


def use_just_packed(order: Order | None) -> bool:
    """Whether the calling screen showed this order while it was not packed yet."""
    seen: list[_Seen] = ft.use_state([_Seen()])[0]
    before = seen[0]
    if order is None or before.order != order.id:
        seen[0] = _Seen(order.id, order.state) if order else _Seen()
    elif before.state is not order.state:
        seen[0] = _Seen(order.id, order.state, before.state is OrderState.STAMPED)
    return seen[0].just_packed
