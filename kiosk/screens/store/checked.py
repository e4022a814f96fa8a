"""What looking at every unit of an order found, said before the next thing to do."""

from collections.abc import Iterable

from demo_store.events import OrderChecked
from kiosk.visit import Visit
from kiosk.wording import number, words


def tell_checked(visit: Visit, events: Iterable[object]) -> None:
    """Says how many were bad and changed; nothing where all were good."""
    for event in events:
        if isinstance(event, OrderChecked) and event.replaced:
            said = words("order.found-bad", count=number(event.replaced))
            visit.say_first(said)
            # Where the coach's sentence stays the same, no screen begins to speak: so also at once.
            visit.say(said)
