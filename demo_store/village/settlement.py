"""How an order's money is shared out over the families whose units were in it."""

from collections.abc import Iterable, Mapping, Sequence

from demo_store.finance.money import SMALLEST_FEN
from demo_store.village.events import FamiliesSettled, VillageEvent
from demo_store.village.state import Run


def settled(
    fen: int, percent: int, units: Sequence[Run]
) -> tuple[int, tuple[tuple[str, int], ...]]:
    """What the service centre keeps and what each family gets; together exactly ``fen``.

    Every part can be laid in coins as long as ``fen`` can. Of what does not divide evenly, the
    family whose share was cut most gets the next coin. ``fen`` may be negative: money goes back.
    """
    sign = -1 if fen < 0 else 1
    coins, odd = divmod(abs(fen), SMALLEST_FEN)
    centre = coins * percent // 100
    shares = shared_out(coins - centre, _weights(units))
    parts = tuple((family, sign * SMALLEST_FEN * share) for family, share in shares.items())
    return sign * (centre * SMALLEST_FEN + odd), parts


def shared_out(coins: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Whole coins by weight, by the largest remainder; ties go to the one that stands first."""
    whole = sum(weights.values())
    shares = {name: coins * weight // whole for name, weight in weights.items()}
    cut = sorted(weights, key=lambda name: -(coins * weights[name] % whole))
    for name in cut[: coins - sum(shares.values())]:
        shares[name] += 1
    return shares


def parts_of(events: Iterable[VillageEvent], order_id: str) -> tuple[int, dict[str, int]]:
    """What the centre kept of an order and what each family got, by all its settlements so far."""
    kept, parts = 0, dict[str, int]()
    for event in events:
        if isinstance(event, FamiliesSettled) and event.order == order_id:
            kept += event.centre_fen
            for family, fen in event.parts:
                parts[family] = parts.get(family, 0) + fen
    return kept, parts


def making_parts(fen: int, units: Sequence[Run]) -> dict[str, int]:
    """What making an order's units cost each family; together exactly ``fen``.

    By how many units each gave: what making the whole stock cost is reckoned in one heap.
    """
    weights = _weights(units)
    if not weights:
        return {}
    coins, odd = divmod(fen, SMALLEST_FEN)
    parts = {each: SMALLEST_FEN * n for each, n in shared_out(coins, weights).items()}
    first = next(iter(parts))
    return parts | {first: parts[first] + odd}


def _weights(units: Iterable[Run]) -> dict[str, int]:
    """How many of the units are each family's."""
    weights: dict[str, int] = {}
    for run in units:
        weights[run.family] = weights.get(run.family, 0) + run.count
    return weights
