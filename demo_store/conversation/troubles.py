"""Trouble that teaches: each has a good way out and a bad one whose cost is shown."""

import random
from collections import Counter

from demo_store.commands import EndTrouble
from demo_store.conversation.trouble_fits import Fit, can_ever_fit, fits, is_past
from demo_store.conversation.trouble_ways import Case, Outcome, outcome
from demo_store.errors import UnknownId
from demo_store.events import Refused, StoreEvent, TroubleCame, TroubleEnded, TroubleGone
from demo_store.finance.money import rounded_down
from demo_store.store import Store, Trouble
from demo_store.world.catalogue import Catalogue
from demo_store.world.trouble_kinds import TroubleKind
from lessons.phrase import Phrase


def overnight(catalogue: Catalogue, store: Store, rng: random.Random) -> tuple[StoreEvent, ...]:
    """The trouble that comes in a night, seldom one, and none while another is open.

    One whose story is not true any more goes away instead.
    """
    rules = catalogue.manners.rules
    waiting = open_troubles(store)
    if store.day < rules.first_trouble_day or waiting:
        past = (each for each in waiting if is_past(catalogue, store, each))
        return tuple(TroubleGone(each.id, store.day) for each in past)
    if rng.random() >= rules.trouble_chance:
        return ()
    found = {kind.id: fits(catalogue, store, kind) for kind in _next_ones(catalogue, store)}
    fitting = sorted(id for id, places in found.items() if places)
    if not fitting:
        return ()
    trouble = rng.choice(fitting)
    return (came(catalogue, store, trouble, rng.choice(found[trouble]), rng),)


def decide(
    catalogue: Catalogue,
    store: Store,
    command: EndTrouble,
    rng: random.Random,  # noqa: ARG001 - part of the engine's shape; no way is left to chance
) -> tuple[StoreEvent, ...]:
    """What the way that she chose brings about: `TroubleEnded` first, then what follows.

    Where the way cannot do anything any more, because what it is about is gone, `TroubleGone`:
    nobody is told that she lost nothing by a mistake, or got what she did not get.

    Raises:
        UnknownId: there is no such trouble or way.
    """
    trouble = _trouble(store, command.trouble)
    way = kind_of(catalogue, trouble).way(command.way)
    if not trouble.is_open:
        return (Refused("EndTrouble", "done"),)
    found = outcome(Case(catalogue, store, trouble, way))
    if way.does and found == Outcome():
        return (TroubleGone(trouble.id, store.day),)
    ended = TroubleEnded(
        id=trouble.id,
        way=way.id,
        good=way.good,
        lost_fen=found.lost_fen,
        day=store.day,
        cost_fen=found.cost_fen,
        units_lost=found.units_lost,
    )
    return (ended, *found.events)


def open_troubles(store: Store) -> tuple[Trouble, ...]:
    """Those that she has not ended yet, the oldest first."""
    return tuple(trouble for trouble in store.troubles if trouble.is_open)


def kind_of(catalogue: Catalogue, trouble: Trouble) -> TroubleKind:
    """What the content says of it, or ``UnknownId``."""
    kind = catalogue.troubles.get(trouble.trouble)
    if kind is None:
        raise UnknownId("trouble", trouble.trouble)
    return kind


def story(catalogue: Catalogue, store: Store, trouble: Trouble) -> Phrase:
    """What happened, as it is told when it comes."""
    return _filled(catalogue, store, trouble, kind_of(catalogue, trouble).story, trouble.fen)


def way_words(catalogue: Catalogue, store: Store, trouble: Trouble, way_id: str) -> Phrase:
    """One way out, as she would say it."""
    way = kind_of(catalogue, trouble).way(way_id)
    return _filled(catalogue, store, trouble, way.say, trouble.fen)


def after(catalogue: Catalogue, store: Store, trouble: Trouble) -> Phrase:
    """What came of the way that she chose, with the money that it cost."""
    way = kind_of(catalogue, trouble).way(trouble.way)
    return _filled(catalogue, store, trouble, way.after, trouble.cost_fen)


def why(catalogue: Catalogue, store: Store, trouble: Trouble) -> Phrase | None:
    """Why the way that she chose was a bad one; None where it was good or none was taken."""
    way = kind_of(catalogue, trouble).ways.get(trouble.way)
    if way is None or way.why is None:
        return None
    return _filled(catalogue, store, trouble, way.why, trouble.cost_fen)


def came(
    catalogue: Catalogue, store: Store, trouble_id: str, fit: Fit, rng: random.Random
) -> TroubleCame:
    """The trouble on the store's day, about what it fits."""
    order = store.order(fit.order) if fit.order else None
    customer = order.customer if order else ""
    if fit.by_buyer:
        customer = rng.choice(sorted(catalogue.customers))
    return TroubleCame(
        id=f"t{len(store.troubles) + 1}",
        trouble=trouble_id,
        customer=customer,
        order=fit.order,
        fen=fit.fen,
        day=store.day,
        product=fit.product,
        quantity=fit.quantity,
    )


def _trouble(store: Store, trouble_id: str) -> Trouble:
    for trouble in store.troubles:
        if trouble.id == trouble_id:
            return trouble
    raise UnknownId("trouble", trouble_id)


def _next_ones(catalogue: Catalogue, store: Store) -> list[TroubleKind]:
    """Those whose turn it is: none comes twice before every other one came once.

    Those that her products rule out are not waited for, nor those that need a mistake of hers.
    """
    times = Counter(trouble.trouble for trouble in store.troubles)
    possible = [
        kind for kind in catalogue.troubles.values() if can_ever_fit(catalogue, store, kind)
    ]
    waited_for = [times[kind.id] for kind in possible if not kind.own_mistake]
    fewest = min(waited_for, default=0)
    return [kind for kind in possible if times[kind.id] <= fewest]


def _filled(
    catalogue: Catalogue, store: Store, trouble: Trouble, phrase: Phrase, fen: int
) -> Phrase:
    product = store.product(trouble.product)
    order = store.order(trouble.order) if trouble.order else None
    kind = catalogue.kind(product.kind) if product else None
    offered = rounded_down(trouble.fen // max(1, trouble.quantity))
    return phrase.filled(
        product=kind.name if kind else "",
        count=trouble.quantity,
        broken=order.broken if order else 0,
        yuan=_yuan(fen),
        cost=_yuan(kind.unit_cost_fen if kind else 0),
        each=_yuan(offered),
    )


def _yuan(fen: int) -> str:
    """``3``, ``3.5``: no more places than there are coins for."""
    yuan, jiao = divmod(fen // 10, 10)
    return f"{yuan}.{jiao}" if jiao else str(yuan)
