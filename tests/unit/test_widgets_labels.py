"""Labels that stand together have one size."""

import pytest

from kiosk.widgets.labels import one_size
from kiosk.widgets.speaking import fitting


def test_the_longest_label_decides() -> None:
    short, long = "Orders", "My products"
    together = one_size([short, long], "en", 200, 30)
    assert together == one_size([long], "en", 200, 30)
    assert together < fitting(short, "en", 200, 1, 30)


def test_two_words_that_would_need_two_lines_get_smaller_letters() -> None:
    size = one_size(["My products"], "en", 136, 30)
    assert size < fitting("My products", "en", 136, 1, 30)


@pytest.mark.parametrize("width", [80, 136, 300])
def test_no_size_is_above_the_wished_one(width: int) -> None:
    assert one_size(["订单", "我的商品"], "zh", width, 30) <= 30
