"""What a practice step waits for, what its goals call what happens, and what leads to them."""

from collections.abc import Iterable, Iterator, Set
from typing import Final

from demo_store.store import OrderState, Store
from lessons.course import InStore
from lessons.engine import LessonState


def wanted(step: InStore, state: LessonState) -> frozenset[str]:
    """The events of the goals that are not reached yet, by class name."""
    goals = enumerate(step.goals)
    return frozenset(
        name for number, goal in goals if number not in state.goals_reached for name in goal.events
    )


def names(event: object) -> Iterator[str]:
    """What goals may call an event: its class, and that it was good where that can be."""
    name = type(event).__name__
    yield name
    if getattr(event, "good", False):
        yield f"{name}:good"


_CHAINS: Final = (
    (
        "ProductAdded", "ProductOpened", "PhotoChosen", "NameSaid", "StockMade", "PriceSet",
        "Described", "ListingPublished",
    ),
    (
        "OrderHeard", "OrderAccepted", "StockMade", "OrderCollected", "OrderChecked",
        "OrderStamped", "OrderPacked", "OrderLabelled", "OrderShipped", "OrderDelivered",
        "OrderPaidOut",
    ),
    (
        "MoneyCounted", "MoneyWithdrawn", "SavingGoalChosen", "MoneySaved", "SavingGoalReached",
        "SavingGoalBought",
    ),
    ("MoneyCounted", "SavingGoalChosen", "MoneySaved", "MoneyTakenBack"),
    ("MoneyCounted", "LoanHeard", "LoanTaken", "LoanRepaid"),
    ("MoneyCounted", "LoanHeard", "LoanLeft"),
)  # fmt: skip
"""What leads to what, in its sequence."""
_OF_ORDERS: Final = frozenset(_CHAINS[1]) - {"StockMade"}
_OF_PARCELS: Final = frozenset(
    {"OrderDelivered", "OrderPaidOut", "OrderLost", "ParcelDelayed", "ReviewWritten"}
)
_OF_TALK: Final = frozenset({"MessageAnswered", "TroubleEnded", "Refunded", "OrderReturned"})
_OF_NIGHTS: Final = frozenset(
    {"DayEnded", "IncidentHappened", "PeopleLooked", "OrderPlaced", "OrderLapsed", "MessageCame"}
    | {
        "MessageLapsed",
        "TroubleCame",
        "TroubleGone",
        "LoanRepaid",
        "LoanPartMissed",
        "StoryHeard",
        "ReviewHeard",
    }
)
_TRAVELLING: Final = (OrderState.SHIPPED, OrderState.DELIVERED)


def leads_on(wanted: Set[str], store: Store, happened: Iterable[str]) -> bool:
    """Whether what happened, by class name, is wanted or on the way to it.

    ``store`` is as it was before.
    """
    happened = set(happened)
    if "Refused" in happened:
        return False
    if "DayEnded" in happened:
        return not wanted.isdisjoint(happened) or _waits(wanted, store)
    return any(_is_before(name, wanted) for name in happened)


def _is_before(name: str, wanted: Set[str]) -> bool:
    return name in wanted or any(
        not wanted.isdisjoint(chain[chain.index(name) :]) for chain in _CHAINS if name in chain
    )


def _waits(wanted: Set[str], store: Store) -> bool:
    """Whether there is nothing to do for it today but to let the day end."""
    if not _OF_NIGHTS.isdisjoint(wanted):
        return True
    if not _OF_PARCELS.isdisjoint(wanted) and any(
        order.state in _TRAVELLING for order in store.orders
    ):
        return True
    if not _OF_ORDERS.isdisjoint(wanted) and not store.open_orders:
        return True
    return not _OF_TALK.isdisjoint(wanted) and not _is_spoken_to(store)


def _is_spoken_to(store: Store) -> bool:
    return any(not (message.reply or message.lapsed) for message in store.messages) or any(
        trouble.is_open for trouble in store.troubles
    )
