"""Where her money lies: on the card, in the hand, put aside for something; and what she owes.

Payouts and loans come to the card. Flour, fuel and boxes are paid in notes, out of the hand. Where
the hand has none, the house lays the money out: the hand is below zero until she brings it back.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChosenGoal:
    """What she saves for; ``price_fen`` is what it cost when she chose it."""

    goal: str
    price_fen: int


@dataclass(frozen=True, slots=True)
class BoughtGoal:
    """What she bought from what she had put aside."""

    goal: str
    fen: int
    day: int


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan that is not paid back yet: ``fen`` were lent, ``cost_fen`` more go back.

    It is paid back in ``parts`` of the same size, one after each ``every_days``.
    """

    loan: str
    fen: int
    cost_fen: int
    parts: int
    every_days: int
    taken_day: int
    repaid: int = 0
    """How many parts are paid."""
    missed: int = 0
    """How often there was not enough on a part's day."""

    @property
    def part_fen(self) -> int:
        """What goes back at a time."""
        return (self.fen + self.cost_fen) // self.parts

    @property
    def part_cost_fen(self) -> int:
        """What of a part is the lender's gain."""
        return self.cost_fen // self.parts

    @property
    def left_fen(self) -> int:
        """What still goes back."""
        return (self.parts - self.repaid) * self.part_fen

    @property
    def owed_fen(self) -> int:
        """What of the lent money still goes back."""
        return (self.parts - self.repaid) * (self.part_fen - self.part_cost_fen)

    @property
    def next_day(self) -> int:
        """The day of the next part; it may be over where there was not enough."""
        return self.due_day(self.repaid + 1)

    def due_day(self, part: int) -> int:
        """The day on which a part must be there; parts count from 1."""
        return self.taken_day + part * self.every_days


@dataclass(frozen=True, slots=True)
class Purse:
    """What is on the card and put aside, never below zero; the rest of her money is in the hand."""

    card_fen: int = 0
    saved_fen: int = 0
    goal: ChosenGoal | None = None
    bought: tuple[BoughtGoal, ...] = ()
    loan: Loan | None = None
    heard_loan: str = ""
    """The loan of which she heard last what it costs: she can take no other one."""
    interest_fen: int = 0
    """What loans cost her so far."""
