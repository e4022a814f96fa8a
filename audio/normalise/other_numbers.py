"""Numbers that are one sign: a half, a two in a circle."""

import unicodedata


def parts_of(sign: str) -> tuple[int, int] | None:
    """Top and bottom of a fraction in one sign."""
    top, slash, bottom = unicodedata.normalize("NFKC", sign).partition("\u2044")
    if slash and top.isdecimal() and bottom.isdecimal():
        return int(top), int(bottom)
    return None


def value_of(sign: str) -> int | None:
    """The whole number that a sign stands for."""
    value = unicodedata.numeric(sign, None)
    return int(value) if value is not None and value == int(value) else None


def stars_in(row: str) -> int:
    """How many stars are given: the filled ones; all, where none is filled."""
    return sum(star != "☆" for star in row) or len(row)
