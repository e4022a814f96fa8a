"""What happened in a store. Past-tense facts; what chance decided stands in them."""

from demo_store.events.conversation import (
    MessageAnswered,
    MessageCame,
    MessageLapsed,
    ReviewHeard,
    TroubleCame,
    TroubleEnded,
    TroubleGone,
)
from demo_store.events.days import (
    DayEnded,
    IncidentHappened,
    MoneyCounted,
    ParcelsViewed,
    Refused,
    ScoreViewed,
    StoryHeard,
)
from demo_store.events.offers import (
    Described,
    ListingPublished,
    NameSaid,
    PeopleLooked,
    PhotoChosen,
    PriceSet,
    ProductAdded,
    ProductOpened,
    ProductTakenBack,
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
from demo_store.events.purse import (
    LoanHeard,
    LoanLeft,
    LoanPartMissed,
    LoanRepaid,
    LoanTaken,
    MoneySaved,
    MoneyTakenBack,
    MoneyWithdrawn,
    OfThePurse,
    PurseEvent,
    SavingGoalBought,
    SavingGoalChosen,
    SavingGoalReached,
)

StoreEvent = (
    ProductAdded
    | ProductOpened
    | ProductTakenBack
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
    | TroubleGone
    | DayEnded
    | IncidentHappened
    | MoneyCounted
    | ScoreViewed
    | ParcelsViewed
    | StoryHeard
    | ReviewHeard
    | MoneyWithdrawn
    | SavingGoalChosen
    | MoneySaved
    | MoneyTakenBack
    | SavingGoalReached
    | SavingGoalBought
    | LoanHeard
    | LoanTaken
    | LoanLeft
    | LoanRepaid
    | LoanPartMissed
    | Refused
)

__all__ = [
    "DayEnded",
    "Described",
    "IncidentHappened",
    "ListingPublished",
    "LoanHeard",
    "LoanLeft",
    "LoanPartMissed",
    "LoanRepaid",
    "LoanTaken",
    "MessageAnswered",
    "MessageCame",
    "MessageLapsed",
    "MoneyCounted",
    "MoneySaved",
    "MoneyTakenBack",
    "MoneyWithdrawn",
    "NameSaid",
    "OfThePurse",
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
    "ParcelsViewed",
    "PeopleLooked",
    "PhotoChosen",
    "PriceSet",
    "ProductAdded",
    "ProductOpened",
    "ProductTakenBack",
    "PurseEvent",
    "Refunded",
    "Refused",
    "ReviewHeard",
    "ReviewWritten",
    "SavingGoalBought",
    "SavingGoalChosen",
    "SavingGoalReached",
    "ScoreViewed",
    "StockMade",
    "StoreEvent",
    "StoreViewedAsBuyer",
    "StoryHeard",
    "TroubleCame",
    "TroubleEnded",
    "TroubleGone",
]
