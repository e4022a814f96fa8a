"""The money tray's own arithmetic: the hand always leads to the amount."""

from hypothesis import given
from hypothesis import strategies as st

from demo_store.finance.money import DENOMINATIONS_FEN
from kiosk.widgets.money_tray import _next_piece, _without

pieces = st.lists(st.sampled_from(DENOMINATIONS_FEN), max_size=12).map(tuple)
amounts = st.integers(min_value=1, max_value=20_000).map(lambda tenths: tenths * 10)


@given(laid=pieces, wanted=amounts)
def test_who_follows_the_hand_comes_to_the_amount(laid: tuple[int, ...], wanted: int) -> None:
    for _ in range(80):
        step = _next_piece(laid, wanted)
        if step is None:
            break
        what, fen = step
        laid = (*laid, fen) if what == "add" else _without(laid, fen)
    assert sum(laid) == wanted


@given(laid=pieces)
def test_without_an_amount_to_reach_the_hand_rests(laid: tuple[int, ...]) -> None:
    assert _next_piece(laid, None) is None


@given(laid=pieces, fen=st.sampled_from(DENOMINATIONS_FEN))
def test_one_piece_is_taken_and_the_others_stay_as_they_lay(
    laid: tuple[int, ...], fen: int
) -> None:
    left = _without(laid, fen)
    if fen not in laid:
        assert left == laid
    else:
        at = len(laid) - 1 - laid[::-1].index(fen)
        assert left == laid[:at] + laid[at + 1 :]
