"""Notes and coins: whatever lies there is seen."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from demo_store.finance.money import DENOMINATIONS_FEN, notes_for
from kiosk.widgets.money import _room_for_all, heap_of, size_of

amounts = st.integers(min_value=1, max_value=6_000).map(lambda tenths: tenths * 10)


@given(fen=amounts, width=st.integers(280, 600), height=st.integers(43, 300))
def test_every_pile_of_an_amount_has_its_place(fen: int, width: int, height: int) -> None:
    counted = Counter(notes_for(fen))
    note, row_high = _room_for_all(counted, width, height, 104)
    rows: list[list[float]] = [[]]
    for each in sorted(counted, reverse=True):
        across = size_of(each, note)[0] + (min(counted[each], 5) - 1) * note * 0.14
        if sum(rows[-1]) + len(rows[-1]) * 10 + across > width:
            rows.append([])
        rows[-1].append(across)
    assert len(rows) * row_high + (len(rows) - 1) * 8 <= height + 0.01
    assert max(size_of(each, note)[1] for each in counted) <= row_high
    assert len(heap_of(fen, width, height).content.controls) == len(counted)  # type: ignore[attr-defined]


def test_a_coin_is_large_enough_for_its_digits_and_smaller_than_a_note() -> None:
    widths = [size_of(fen, 100)[0] for fen in sorted(DENOMINATIONS_FEN)]
    assert widths == sorted(widths)
    assert widths[0] > 50
