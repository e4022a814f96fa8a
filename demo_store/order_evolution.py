"""What an event makes of one order."""

from demo_store.changed import changed
from demo_store.events import (
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
from demo_store.store import Order, OrderState

OrderEvent = (
    OrderHeard
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
    | Refunded
    | ReviewWritten
    | OrderPaidOut
)


def placed(event: OrderPlaced) -> Order:
    """The order as it comes in."""
    return Order(
        id=event.order,
        product=event.product,
        quantity=event.quantity,
        price_fen=event.price_fen,
        city=event.city,
        customer=event.customer,
        placed_day=event.day,
        due_day=event.due_day,
    )


def order_after(order: Order, event: OrderEvent) -> Order:
    """The order after the event."""
    match event:
        case OrderHeard():
            return changed(order, heard=True)
        case OrderAccepted():
            return changed(order, state=OrderState.ACCEPTED)
        case OrderDeclined():
            return changed(order, state=OrderState.DECLINED, refund_fen=order.total_fen)
        case OrderLapsed():
            return changed(order, state=OrderState.LAPSED, refund_fen=order.total_fen)
        case OrderCollected():
            return changed(order, state=OrderState.COLLECTED)
        case OrderChecked():
            return changed(order, state=OrderState.CHECKED, replaced=event.replaced)
        case OrderStamped():
            return changed(order, state=OrderState.STAMPED)
        case OrderPacked():
            return changed(
                order,
                state=OrderState.PACKED,
                packaging=event.packaging,
                # who packs again has paid for both
                packaging_fen=order.packaging_fen + event.cost_fen,
            )
        case OrderLabelled():
            return changed(order, state=OrderState.LABELLED)
        case OrderShipped():
            return _shipped(order, event)
        case ParcelDelayed():
            return changed(order, delayed_by=event.reason, arrives_day=event.arrives_day)
        case OrderDelivered():
            return changed(order, state=OrderState.DELIVERED)
        case OrderLost():
            return changed(order, state=OrderState.LOST, refund_fen=order.total_fen)
        case OrderReturned():
            return changed(order, state=OrderState.RETURNED)
        case Refunded():
            return _refunded(order, event.fen)
        case ReviewWritten():
            return changed(
                order, stars=event.stars, review_reasons=event.reasons, stale=event.stale
            )
        case OrderPaidOut():
            return _paid_out(order, event)


def _shipped(order: Order, event: OrderShipped) -> Order:
    return changed(
        order,
        state=OrderState.SHIPPED,
        carrier=event.carrier,
        freight_fen=event.freight_fen,
        shipped_day=event.day,
        arrives_day=event.arrives_day,
        broken=event.broken,
        lost=event.lost,
    )


def _paid_out(order: Order, event: OrderPaidOut) -> Order:
    return changed(
        order,
        state=OrderState.PAID,
        fee_fen=event.fee_fen,
        freight_fen=event.freight_fen,
        refund_fen=event.refund_fen,
        payout_fen=event.payout_fen,
        paid_day=event.day,
    )


def _refunded(order: Order, fen: int) -> Order:
    """Out of the money that the platform holds or, once it paid out, out of the payout."""
    payout = order.payout_fen - fen if order.state is OrderState.PAID else order.payout_fen
    return changed(order, refund_fen=order.refund_fen + fen, payout_fen=payout)
