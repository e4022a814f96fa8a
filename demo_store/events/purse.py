"""What happened to the money that was paid out: withdrawn, put aside, spent on a goal, lent."""

from dataclasses import dataclass


class OfThePurse:
    """What all of these are: to ask for one class is ten times as fast as for eleven."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class MoneyWithdrawn(OfThePurse):
    """Notes were taken from the card into the hand."""

    fen: int
    day: int


@dataclass(frozen=True, slots=True)
class SavingGoalChosen(OfThePurse):
    """She saves for this now; what lies aside already counts for it."""

    goal: str
    price_fen: int
    day: int


@dataclass(frozen=True, slots=True)
class MoneySaved(OfThePurse):
    """Put aside: notes from the hand and, where they were not enough, ``from_card_fen``."""

    fen: int
    from_card_fen: int
    day: int


@dataclass(frozen=True, slots=True)
class MoneyTakenBack(OfThePurse):
    """Taken from what was put aside, back into the hand."""

    fen: int
    day: int


@dataclass(frozen=True, slots=True)
class SavingGoalReached(OfThePurse):
    """As much lies aside as the goal costs."""

    goal: str
    price_fen: int
    day: int


@dataclass(frozen=True, slots=True)
class SavingGoalBought(OfThePurse):
    """The goal was bought from what lay aside."""

    goal: str
    price_fen: int
    day: int


@dataclass(frozen=True, slots=True)
class LoanHeard(OfThePurse):
    """She was told what a loan costs: ``fen`` come, ``fen + cost_fen`` go back in ``parts``."""

    loan: str
    fen: int
    cost_fen: int
    parts: int
    every_days: int


@dataclass(frozen=True, slots=True)
class LoanTaken(OfThePurse):
    """The money came to the card, on the terms that she had heard."""

    loan: str
    fen: int
    cost_fen: int
    parts: int
    every_days: int
    day: int


@dataclass(frozen=True, slots=True)
class LoanLeft(OfThePurse):
    """She heard what a loan costs and did not take it."""

    loan: str


@dataclass(frozen=True, slots=True)
class LoanRepaid(OfThePurse):
    """A part went back; ``cost_fen`` of it is what the loan costs. The last one ends the loan."""

    loan: str
    part: int
    fen: int
    cost_fen: int
    from_card_fen: int
    day: int


@dataclass(frozen=True, slots=True)
class LoanPartMissed(OfThePurse):
    """A part's day came and there was not enough; it waits, and costs no more for it."""

    loan: str
    part: int
    fen: int
    day: int


PurseEvent = (
    MoneyWithdrawn
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
)
