"""Chinese sentences in words."""

import pytest

from kiosk.widgets.speaking import pieces


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("买家在哪里看到馕？", ["买家", "在", "哪里", "看到", "馕？"]),
        ("请说您的名字：", ["请", "说", "您", "的", "名字："]),
        ("卖了12个，收到3.5元。", ["卖", "了", "12", "个，", "收到", "3.5", "元。"]),
        ("“您好”，他说。", ["“您好”，", "他", "说。"]),
    ],
)
def test_a_sentence_falls_into_its_words(text: str, words: list[str]) -> None:
    assert [piece.words for piece in pieces(text, "zh")] == words


def test_no_character_is_lost() -> None:
    text = "第4天。 新订单：3个馕, OK！"
    assert "".join(piece.words for piece in pieces(text, "zh")) == text.replace(" ", "")
