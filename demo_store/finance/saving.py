"""Decides about her own money: taking notes off the card, and saving for something."""

from demo_store.commands import BuyGoal, ChooseGoal, SaveMoney, TakeBack, WithdrawMoney
from demo_store.errors import NotCountable
from demo_store.events import (
    MoneySaved,
    MoneyTakenBack,
    MoneyWithdrawn,
    Refused,
    SavingGoalBought,
    SavingGoalChosen,
    SavingGoalReached,
    StoreEvent,
)
from demo_store.finance.money import countable
from demo_store.store import Store
from demo_store.world.catalogue import Catalogue

AmountCommand = WithdrawMoney | SaveMoney | TakeBack
SavingCommand = AmountCommand | ChooseGoal | BuyGoal


def at_hand_fen(store: Store) -> int:
    """What she can put aside: the notes in her hand and what is on the card."""
    return store.purse.card_fen + max(0, store.hand_fen)


def decide(catalogue: Catalogue, store: Store, command: SavingCommand) -> tuple[StoreEvent, ...]:
    """What a command about card, hand and goal brings about."""
    if isinstance(command, ChooseGoal):
        return _chosen(catalogue, store, command.goal)
    if isinstance(command, AmountCommand) and command.fen > 0 and not countable(command.fen):
        raise NotCountable(command.fen)
    missing = _missing(store, command)
    if missing:
        return (Refused(type(command).__name__, missing),)
    match command:
        case WithdrawMoney():
            return (MoneyWithdrawn(command.fen, store.day),)
        case TakeBack():
            return (MoneyTakenBack(command.fen, store.day),)
        case SaveMoney():
            return _saved(store, command.fen)
        case BuyGoal():
            goal = store.purse.goal
            assert goal is not None  # else it was refused
            return (SavingGoalBought(goal.goal, goal.price_fen, store.day),)


def _missing(store: Store, command: AmountCommand | BuyGoal) -> str:
    """What has to be there first, or nothing."""
    purse = store.purse
    match command:
        case BuyGoal():
            if purse.goal is None:
                return "goal"
            return "saved" if purse.saved_fen < purse.goal.price_fen else ""
        case SaveMoney() if purse.goal is None:
            return "goal"
    if command.fen < 1:
        return "amount"
    there, code = {
        WithdrawMoney: (purse.card_fen, "card"),
        SaveMoney: (at_hand_fen(store), "money"),
        TakeBack: (purse.saved_fen, "saved"),
    }[type(command)]
    return code if command.fen > there else ""


def _chosen(catalogue: Catalogue, store: Store, goal_id: str) -> tuple[StoreEvent, ...]:
    goal = catalogue.saving_goal(goal_id)
    chosen = SavingGoalChosen(goal.id, goal.price_fen, store.day)
    if store.purse.saved_fen < goal.price_fen:
        return (chosen,)
    return chosen, SavingGoalReached(goal.id, goal.price_fen, store.day)


def _saved(store: Store, fen: int) -> tuple[StoreEvent, ...]:
    """Notes in the hand first: they are the ones that get spent."""
    goal, before = store.purse.goal, store.purse.saved_fen
    assert goal is not None  # else it was refused
    from_card = max(0, fen - max(0, store.hand_fen))
    saved = MoneySaved(fen, from_card, store.day)
    if before < goal.price_fen <= before + fen:
        return saved, SavingGoalReached(goal.goal, goal.price_fen, store.day)
    return (saved,)
