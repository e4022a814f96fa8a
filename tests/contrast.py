"""Contrast of two colours as WCAG 2.2 reckons it: from 1 (the same) to 21 (black on white)."""

from collections.abc import Mapping


def contrast(ink: str, ground: str) -> float:
    """Between two colours ``#RRGGBB``."""
    dark, light = sorted((_luminance(ink), _luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


def in_palette(colour: str, palette: Mapping[str, str]) -> str:
    """What the name of a colour stands for; what has none of the theme stands for itself."""
    return palette.get(colour, colour)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
