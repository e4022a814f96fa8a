"""Whether the village takes an order on: yes, or no."""

import flet as ft

from demo_store.commands import AcceptOrder, DeclineOrder, HearOrder
from demo_store.store import Order
from demo_store.village.commands import AtStore
from kiosk import theme
from kiosk.screens.village.working import HOME, Working
from kiosk.widgets.actions import go_on
from kiosk.widgets.shapes import side_by_side
from kiosk.wording import words


def accept_or_not(working: Working, order: Order) -> ft.Control:
    """Both beside each other. A practice step needs the order: there no is left out."""
    if working.moment is not None and not working.practises("OrderDeclined"):
        return _yes(working, order, 0)
    room = working.visit.layout.inner_width
    no_width = min(260.0, room * 0.38)
    no = go_on(
        working.visit,
        "village.decline",
        words("order.decline"),
        # what follows is told by the screen of an order that was declined
        lambda: working.do(DeclineOrder(order.id)),
        width=no_width,
        icon=ft.Icons.CLOSE_ROUNDED,
        colour=theme.PAPER,
        hand=working.wants("OrderDeclined") and not working.practises("OrderAccepted"),
    )
    yes = _yes(working, order, no_width + theme.GAP)
    return side_by_side([no, yes], theme.GAP, ft.MainAxisAlignment.SPACE_BETWEEN)


def _yes(working: Working, order: Order, taken: float) -> ft.Control:
    """``taken`` is the width of what stands beside it."""
    declining = working.practises("OrderDeclined") and not working.practises("OrderAccepted")
    return go_on(
        working.visit,
        "village.accept",
        words("order.accept"),
        lambda: _accept(working, order),
        width=min(460.0, working.visit.layout.inner_width - taken),
        icon=ft.Icons.CHECK_ROUNDED,
        hand=working.stuck and not declining,
    )


def _accept(working: Working, order: Order) -> None:
    """She heard it when the order's screen was shown; then it is to be collected."""
    classroom = working.visit.kiosk.classroom
    if not order.heard:
        classroom.work_in_village(working.learner, AtStore(HearOrder(order.id)), working.lesson)
    working.do(AcceptOrder(order.id), HOME)
