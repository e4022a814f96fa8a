"""What a command brings about: decides, changes nothing. ``evolution`` makes the new state."""

import random

from demo_store.commands import (
    AnswerMessage,
    CountMoney,
    EndDay,
    EndTrouble,
    HearReview,
    HearStory,
    StoreCommand,
    ViewAsBuyer,
    ViewParcels,
    ViewScore,
)
from demo_store.conversation import talk, troubles
from demo_store.days import night
from demo_store.errors import UnknownId
from demo_store.events import (
    MoneyCounted,
    ParcelsViewed,
    ReviewHeard,
    ScoreViewed,
    StoreEvent,
    StoreViewedAsBuyer,
    StoryHeard,
)
from demo_store.evolution import apply, fold
from demo_store.finance import loans, saving
from demo_store.selling import fulfilment, listing
from demo_store.store import Store
from demo_store.world.catalogue import Catalogue

__all__ = ["apply", "fold", "handle"]


def handle(
    catalogue: Catalogue, store: Store, command: StoreCommand, rng: random.Random
) -> tuple[StoreEvent, ...]:
    """What happens; a step that is not possible yet is answered with ``Refused``.

    Raises:
        UnknownId: the command names something that there is not.
        NotCountable: an amount that notes and coins cannot make.
    """
    match command:
        case ViewAsBuyer():
            return (StoreViewedAsBuyer(),)
        case CountMoney():
            return (MoneyCounted(),)
        case ViewScore():
            return (ScoreViewed(),)
        case ViewParcels():
            return (ParcelsViewed(),)
        case HearStory():
            return (StoryHeard(),)
        case HearReview():
            return (_heard(store, command),)
        case EndDay():
            return night.end_day(catalogue, store, rng)
        case AnswerMessage():
            return talk.decide(catalogue, store, command, rng)
        case EndTrouble():
            return troubles.decide(catalogue, store, command, rng)
    if isinstance(command, saving.SavingCommand):
        return saving.decide(catalogue, store, command)
    if isinstance(command, loans.LoanCommand):
        return (loans.decide(catalogue, store, command),)
    if isinstance(command, fulfilment.OrderCommand):
        return fulfilment.decide(catalogue, store, command, rng)
    return listing.decide(catalogue, store, command)


def _heard(store: Store, command: HearReview) -> ReviewHeard:
    order = store.order(command.order)
    if order is None or order.stars is None:
        raise UnknownId("review", command.order)
    return ReviewHeard(order.id)
