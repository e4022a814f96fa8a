"""What is known of a parcel: which share of its way is done, how long it still takes, and why."""

from demo_store.days import tracking
from demo_store.store import Order, OrderState, Store
from demo_store.world.catalogue import Catalogue
from kiosk.widgets.parcel_map import Travelling
from kiosk.wording import number, words
from lessons.phrase import Phrase

_REMEMBERED_DAYS = 7
"""So long a lost parcel stays among the others."""


def parcels(store: Store) -> list[Order]:
    """Those on their way, what comes soonest first; then arrived ones, and the newly lost."""
    away = [order for order in store.orders if order.state is OrderState.SHIPPED]
    there = [order for order in store.orders if order.state is OrderState.DELIVERED]
    lost = [
        order
        for order in store.orders
        if order.state is OrderState.LOST
        and store.day - (order.arrives_day or 0) <= _REMEMBERED_DAYS
    ]
    return [*sorted(away, key=lambda order: order.arrives_day or 0), *there, *lost]


def travelling(catalogue: Catalogue, order: Order, day: int) -> Travelling:
    """The parcel as the map shows it."""
    return Travelling(
        order=order.id,
        city=order.city,
        city_picture=catalogue.city(order.city).picture,
        carrier=order.carrier,
        carrier_picture=catalogue.carrier(order.carrier).picture,
        share=tracking.where(catalogue, order, day).share,
    )


def days_left(order: Order, day: int) -> int:
    """Until it arrives, as the seller believes; at least 1 while it is on its way."""
    return max(1, (order.arrives_day or 0) - day)


def is_held_up(order: Order) -> bool:
    """Whether something in the world makes it late."""
    return order.state is OrderState.SHIPPED and bool(order.delayed_by)


def told_of(catalogue: Catalogue, order: Order, day: int) -> tuple[Phrase, ...]:
    """Where it goes and when it is there; why it is late; that it is lost."""
    city = catalogue.city(order.city).name
    if order.state is OrderState.LOST:
        return (words("parcels.lost", city=city),)
    if order.state is not OrderState.SHIPPED:
        return (words("parcels.arrived", city=city),)
    left = days_left(order, day)
    said = words("parcels.tomorrow", city=city)
    if left > 1:
        said = words("parcels.left", city=city, count=number(left))
    if not is_held_up(order):
        return (said,)
    return said, words("parcels.late", name=catalogue.mishap(order.delayed_by).name)


def passed(catalogue: Catalogue, order: Order, day: int) -> Phrase:
    """The last stop that it has reached."""
    stop = tracking.where(catalogue, order, day).stop
    if stop == tracking.VILLAGE:
        return words("parcels.at-village")
    return words("parcels.at-city", city=catalogue.city(stop).name)
