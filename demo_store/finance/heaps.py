"""The three heaps of money: what it cost, what others took, what is hers."""

from dataclasses import dataclass

from demo_store.store import OVER, Store


@dataclass(frozen=True, slots=True)
class Heaps:
    """Where the money of all orders that were paid out went, in fen.

    The three together are what those customers paid. What lies unsold in the stock or is on its
    way is not in them. ``mine_fen`` less that, less what she bought for herself, and with what she
    still owes of a loan, is the ledger's sum. It is negative where she sold below her cost or lost
    more than she earned.
    """

    cost_fen: int
    """What making and packing cost her: of the sold units and of those that brought nothing."""
    others_fen: int
    """Platform fees, freight, refunds, what a trouble took, and what loans cost."""
    mine_fen: int
    refunds_fen: int = 0
    """Of the others' heap: what customers got back."""
    taken_fen: int = 0
    """Of the others' heap: what troubles took."""
    wasted_fen: int = 0
    """Of the cost: what went into things that brought nothing, such as lost ones."""
    interest_fen: int = 0
    """Of the others' heap: what loans cost so far."""


def unsold_fen(store: Store) -> int:
    """What she paid for goods in the stock and for orders that are not over."""
    stock = sum(product.stock_cost_fen for product in store.products)
    open_orders = (order for order in store.orders if order.state not in OVER)
    return stock + sum(order.making_fen + order.packaging_fen for order in open_orders)


def heaps(store: Store) -> Heaps:
    """What it cost, what others took and what is hers."""
    over = [order for order in store.orders if order.state in OVER]
    paid = [order for order in over if order.paid_day is not None]
    interest = store.purse.interest_fen
    goods = sum(trouble.goods_fen for trouble in store.troubles)
    taken = sum(trouble.lost_fen for trouble in store.troubles)
    spent = sum(order.making_fen + order.packaging_fen for order in paid)
    unpaid = [order for order in over if order.paid_day is None]
    wasted = goods + sum(order.making_fen + order.packaging_fen for order in unpaid)
    return Heaps(
        cost_fen=spent + wasted,
        others_fen=sum(order.total_fen - order.payout_fen for order in paid) + taken + interest,
        mine_fen=sum(order.payout_fen for order in paid) - spent - wasted - taken - interest,
        refunds_fen=sum(order.refund_fen for order in paid),
        taken_fen=taken,
        wasted_fen=wasted,
        interest_fen=interest,
    )
