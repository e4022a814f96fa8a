"""The kiosk's own words: what code asks for exists, what exists is asked for, no place is empty."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.wording import book, money, number, words, yuan
from lessons.errors import UnknownPlaceholder
from lessons.phrase import LANGUAGES

KIOSK = Path(__file__).parents[2] / "kiosk"
OPEN = "[a-z-]+"
KEY = re.compile(r"[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*")


@dataclass(frozen=True)
class Asked:
    """One ``words(...)`` in the code; ``pattern`` matches the keys that it may ask for."""

    where: str
    pattern: str
    values: frozenset[str] | None
    """Names that are given; None where they are not written out."""


def asked() -> Iterator[Asked]:
    for path in sorted(KIOSK.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "words":
                where = f"{path.relative_to(KIOSK)}:{node.lineno}"
                values = frozenset(str(each.arg) for each in node.keywords)
                open_ended = any(each.arg is None for each in node.keywords)
                for pattern in patterns(node.args[0]):
                    yield Asked(where, pattern, None if open_ended else values)


def patterns(key: ast.expr) -> list[str]:
    """What a key may be: itself, each side of a choice, or all that an f-string may become."""
    match key:
        case ast.Constant(value=str(text)):
            return [re.escape(text)]
        case ast.IfExp(body=body, orelse=other):
            return [*patterns(body), *patterns(other)]
        case ast.JoinedStr(values=parts):
            return ["".join(_part(part) for part in parts)]
        case _:
            return []  # a variable: what is put into it is written out elsewhere


def _part(part: ast.expr) -> str:
    return re.escape(part.value) if isinstance(part, ast.Constant) else OPEN


@cache
def written_out() -> set[str]:
    """Every text in the code that has the form of a key."""
    return {
        node.value
        for path in KIOSK.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and KEY.fullmatch(node.value)
    }


def keys_for(pattern: str) -> list[str]:
    return [key for key in book() if re.fullmatch(pattern, key)]


def sure_keys(each: Asked) -> list[str]:
    """Keys that are asked for here and nowhere by name: an f-string is not known to mean those."""
    if each.pattern == re.escape(each.pattern.replace("\\", "")):
        return keys_for(each.pattern)
    by_name = written_out()
    return [key for key in keys_for(each.pattern.replace(OPEN, "[a-z]+")) if key not in by_name]


def test_the_code_asks_for_words_at_many_places() -> None:
    assert len(list(asked())) > 80


def test_every_phrase_that_the_code_asks_for_exists() -> None:
    missing = [f"{each.where}: {each.pattern}" for each in asked() if not keys_for(each.pattern)]
    assert not missing


def test_every_phrase_that_exists_is_asked_for() -> None:
    used = {key for each in asked() for key in keys_for(each.pattern)} | written_out()
    assert not sorted(set(book()) - used)


def test_every_place_in_a_phrase_is_filled_where_it_is_asked_for() -> None:
    empty = [
        f"{each.where}: {key} lacks {sorted(book()[key].placeholders() - each.values)}"
        for each in asked()
        if each.values is not None
        for key in sure_keys(each)
        if book()[key].placeholders() - each.values
    ]
    assert not empty


@pytest.mark.parametrize("key", sorted(book()))
def test_a_phrase_has_the_same_places_in_every_language(key: str) -> None:
    places = {
        language: set(re.findall(r"\{[a-z_]+\}", book()[key].text(language)))
        for language in LANGUAGES
    }
    assert len({frozenset(each) for each in places.values()}) == 1


def test_every_refusal_of_the_store_has_its_words() -> None:
    from demo_store.selling.next_step import STEP_AFTER

    codes = {"photo", "price", "stock", "done", *STEP_AFTER.values()}
    assert not [code for code in codes if f"refused.{code}" not in book()]


def test_every_reason_of_a_review_has_its_words() -> None:
    assert {"review.late", "review.broken", "review.stale", "review.too-dear"} <= set(book())


def test_a_place_without_a_value_is_an_error_not_a_gap() -> None:
    with pytest.raises(UnknownPlaceholder):
        words("home.greeting-name", money="3")


def test_a_name_with_braces_is_said_as_it_is() -> None:
    assert "{money}" in words("home.greeting-name", name="{money}").en


@pytest.mark.parametrize(
    ("fen", "shown"), [(350, "3.5"), (300, "3"), (5, "0.05"), (0, "0"), (-350, "-3.5"), (10, "0.1")]
)
def test_fen_are_shown_as_yuan(fen: int, shown: str) -> None:
    assert yuan(fen) == shown


@given(st.integers(min_value=-10_000_000, max_value=10_000_000))
def test_yuan_lose_no_fen(fen: int) -> None:
    assert round(float(yuan(fen)) * 100) == fen
    assert not yuan(fen).endswith((".", ".0"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_kept_left_to_right(language: str) -> None:
    shown = number(42).text(language)  # type: ignore[arg-type]
    assert shown == "\u206842\u2069"
    assert "\u20683.5\u2069" in money(350).text(language)  # type: ignore[arg-type]
