"""Where customers' money is at any moment: nothing of it is ever lost or made up.

Customers pay when they order. The platform holds the money until it pays back or pays out.
"""

from dataclasses import dataclass

from demo_store.store import Order, Store


@dataclass(frozen=True, slots=True)
class Accounts:
    """Amounts in fen; ``customers_paid`` is the sum of the others.

    ``payout_fen`` may shrink below zero for an order that she paid back after it was paid out.
    """

    customers_paid_fen: int = 0
    fees_fen: int = 0
    freight_fen: int = 0
    refunds_fen: int = 0
    payout_fen: int = 0
    held_fen: int = 0

    def __add__(self, other: "Accounts") -> "Accounts":
        return Accounts(
            self.customers_paid_fen + other.customers_paid_fen,
            self.fees_fen + other.fees_fen,
            self.freight_fen + other.freight_fen,
            self.refunds_fen + other.refunds_fen,
            self.payout_fen + other.payout_fen,
            self.held_fen + other.held_fen,
        )


def accounts(store: Store) -> Accounts:
    """The accounts of all the store's orders."""
    return sum((order_accounts(order) for order in store.orders), Accounts())


def order_accounts(order: Order) -> Accounts:
    """The accounts of one order.

    Until it is paid out the carrier is owed nothing out of it: freight is taken from the payout,
    and a parcel that is lost or comes back is carried for nothing.
    """
    if order.paid_day is None:
        held = order.total_fen - order.refund_fen
        return Accounts(order.total_fen, refunds_fen=order.refund_fen, held_fen=held)
    return Accounts(
        order.total_fen, order.fee_fen, order.freight_fen, order.refund_fen, order.payout_fen
    )
