"""What happened in a store. Past-tense facts; what chance decided stands in them."""

from demo_store.events.conversation import (
    MessageAnswered,
    MessageCame,
    MessageLapsed,
    TroubleCame,
    TroubleEnded,
)
from demo_store.events.days import DayEnded, IncidentHappened, MoneyCounted, Refused
from demo_store.events.offers import (
    Described,
    ListingPublished,
    NameSaid,
    PeopleLooked,
    PhotoChosen,
    PriceSet,
    ProductAdded,
    ProductOpened,
    StockMade,
    StoreViewedAsBuyer,
)
from demo_store.events.orders import (
    OrderAccepted,
    OrderChecked,
    OrderCollected,
    OrderDeclined,
    OrderDelivered,
    OrderHeard,
    OrderLabelled,
    OrderLapsed,
    OrderLost,
    OrderPacked,
    OrderPaidOut,
    OrderPlaced,
    OrderReturned,
    OrderShipped,
    OrderStamped,
    ParcelDelayed,
    Refunded,
    ReviewWritten,
)

StoreEvent = (
    ProductAdded
    | ProductOpened
    | PhotoChosen
    | NameSaid
    | Described
    | StockMade
    | PriceSet
    | ListingPublished
    | StoreViewedAsBuyer
    | PeopleLooked
    | OrderPlaced
    | OrderHeard
    | OrderAccepted
    | OrderDeclined
    | OrderLapsed
    | OrderCollected
    | OrderChecked
    | OrderStamped
    | OrderPacked
    | OrderLabelled
    | OrderShipped
    | ParcelDelayed
    | OrderDelivered
    | OrderLost
    | OrderReturned
    | ReviewWritten
    | Refunded
    | OrderPaidOut
    | MessageCame
    | MessageAnswered
    | MessageLapsed
    | TroubleCame
    | TroubleEnded
    | DayEnded
    | IncidentHappened
    | MoneyCounted
    | Refused
)

__all__ = [
    "DayEnded",
    "Described",
    "IncidentHappened",
    "ListingPublished",
    "MessageAnswered",
    "MessageCame",
    "MessageLapsed",
    "MoneyCounted",
    "NameSaid",
    "OrderAccepted",
    "OrderChecked",
    "OrderCollected",
    "OrderDeclined",
    "OrderDelivered",
    "OrderHeard",
    "OrderLabelled",
    "OrderLapsed",
    "OrderLost",
    "OrderPacked",
    "OrderPaidOut",
    "OrderPlaced",
    "OrderReturned",
    "OrderShipped",
    "OrderStamped",
    "ParcelDelayed",
    "PeopleLooked",
    "PhotoChosen",
    "PriceSet",
    "ProductAdded",
    "ProductOpened",
    "Refunded",
    "Refused",
    "ReviewWritten",
    "StockMade",
    "StoreEvent",
    "StoreViewedAsBuyer",
    "TroubleCame",
    "TroubleEnded",
]
