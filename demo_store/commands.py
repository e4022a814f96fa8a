"""What a learner can do in her store. Imperative; ``engine.handle`` answers with events."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddProduct:
    """Put a thing she makes into the store; a kind that is there already is opened."""

    kind: str


@dataclass(frozen=True, slots=True)
class OpenProduct:
    """Look at one of her products."""

    product: str


@dataclass(frozen=True, slots=True)
class ChoosePhoto:
    """Put a picture on it: a picture name or a stored photo's key."""

    product: str
    photo: str


@dataclass(frozen=True, slots=True)
class SayName:
    """Say its name; ``clip`` is the key of a stored recording or empty."""

    product: str
    clip: str = ""


@dataclass(frozen=True, slots=True)
class Describe:
    """Say what it is like: ids of qualities that are true of it; ``clip`` as in `SayName`."""

    product: str
    qualities: tuple[str, ...]
    clip: str = ""


@dataclass(frozen=True, slots=True)
class MakeStock:
    """Say "I made this many"."""

    product: str
    quantity: int


@dataclass(frozen=True, slots=True)
class SetPrice:
    """Ask this much for one unit, in fen."""

    product: str
    price_fen: int


@dataclass(frozen=True, slots=True)
class Publish:
    """Show it to buyers."""

    product: str


@dataclass(frozen=True, slots=True)
class ViewAsBuyer:
    """Look at the store as a buyer."""


@dataclass(frozen=True, slots=True)
class HearOrder:
    """Listen to an order."""

    order: str


@dataclass(frozen=True, slots=True)
class AcceptOrder:
    """Promise to send it."""

    order: str


@dataclass(frozen=True, slots=True)
class DeclineOrder:
    """Say no to it."""

    order: str


@dataclass(frozen=True, slots=True)
class CollectOrder:
    """Put the units together from the stock."""

    order: str


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """Look at every unit and change the bad ones."""

    order: str


@dataclass(frozen=True, slots=True)
class StampOrder:
    """Put the family's stamp on."""

    order: str


@dataclass(frozen=True, slots=True)
class PackOrder:
    """Pack it; with ``well`` only in what suits the product."""

    order: str
    packaging: str
    well: bool = False


@dataclass(frozen=True, slots=True)
class LabelOrder:
    """Put the address on."""

    order: str


@dataclass(frozen=True, slots=True)
class ShipOrder:
    """Hand it to a carrier."""

    order: str
    carrier: str


@dataclass(frozen=True, slots=True)
class AnswerMessage:
    """Answer a customer with one of her question's replies."""

    message: str
    reply: str


@dataclass(frozen=True, slots=True)
class HearReview:
    """Listen to what the customer of an order says of it."""

    order: str


@dataclass(frozen=True, slots=True)
class EndTrouble:
    """Choose one of the ways out of a trouble."""

    trouble: str
    way: str


@dataclass(frozen=True, slots=True)
class CountMoney:
    """Look at the money."""


@dataclass(frozen=True, slots=True)
class WithdrawMoney:
    """Take notes off the card, in fen."""

    fen: int


@dataclass(frozen=True, slots=True)
class ChooseGoal:
    """Save for this from now on; what lies aside already counts for it."""

    goal: str


@dataclass(frozen=True, slots=True)
class SaveMoney:
    """Put so much aside for the goal, in fen: notes in the hand first, the rest off the card."""

    fen: int


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take so much of what lies aside into the hand, in fen."""

    fen: int


@dataclass(frozen=True, slots=True)
class BuyGoal:
    """Buy what she saved for."""


@dataclass(frozen=True, slots=True)
class HearLoan:
    """Listen to what a loan costs."""

    loan: str


@dataclass(frozen=True, slots=True)
class TakeLoan:
    """Take a loan; she must have heard last what this one costs."""

    loan: str


@dataclass(frozen=True, slots=True)
class LeaveLoan:
    """Say no to a loan."""

    loan: str


@dataclass(frozen=True, slots=True)
class ViewScore:
    """Look at how well she sells."""


@dataclass(frozen=True, slots=True)
class ViewParcels:
    """Look where her parcels are."""


@dataclass(frozen=True, slots=True)
class HearStory:
    """Listen to the end of what the night brought."""


@dataclass(frozen=True, slots=True)
class EndDay:
    """Go to sleep; the next day comes."""


StoreCommand = (
    AddProduct
    | OpenProduct
    | ChoosePhoto
    | SayName
    | Describe
    | MakeStock
    | SetPrice
    | Publish
    | ViewAsBuyer
    | HearOrder
    | AcceptOrder
    | DeclineOrder
    | CollectOrder
    | CheckOrder
    | StampOrder
    | PackOrder
    | LabelOrder
    | ShipOrder
    | AnswerMessage
    | HearReview
    | EndTrouble
    | CountMoney
    | WithdrawMoney
    | ChooseGoal
    | SaveMoney
    | TakeBack
    | BuyGoal
    | HearLoan
    | TakeLoan
    | LeaveLoan
    | ViewScore
    | ViewParcels
    | HearStory
    | EndDay
)
