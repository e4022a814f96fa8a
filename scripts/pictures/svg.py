"""Shapes as SVG text. Gradients and clips are written where they are used and lifted into
`<defs>` by `document`, so that a drawing is one string and every id is met once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

ROUND = '<g stroke-linecap="round" stroke-linejoin="round">'
_PAINT = re.compile(r"paint\((?P<kind>[vhr]);(?P<stops>[^)]*)\)")
_CLIP = re.compile(r"<clipPath id=\"(?P<id>[^\"]+)\">.*?</clipPath>", re.S)


def num(value: float) -> str:
    """Write a number with at most one decimal."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def _attributes(values: dict[str, object]) -> str:
    parts = []
    for key, value in values.items():
        if value is None:
            continue
        shown = num(value) if isinstance(value, float) and key != "opacity" else value
        parts.append(f' {key.replace("_", "-")}="{shown}"')
    return "".join(parts)


def tag(name: str, **values: object) -> str:
    return f"<{name}{_attributes(values)}/>"


def rect(
    x: float, y: float, w: float, h: float, fill: str, r: float | None = None, **more: object
) -> str:
    return tag("rect", x=num(x), y=num(y), width=num(w), height=num(h), rx=r, fill=fill, **more)


def circle(x: float, y: float, r: float, fill: str, **more: object) -> str:
    return tag("circle", cx=num(x), cy=num(y), r=num(r), fill=fill, **more)


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: object) -> str:
    return tag("ellipse", cx=num(x), cy=num(y), rx=num(rx), ry=num(ry), fill=fill, **more)


def _short(d: str) -> str:
    """The same path without the spaces that a minus sign makes needless."""
    return d.replace(" -", "-").replace("-0.", "-.")


def path(d: str, fill: str, **more: object) -> str:
    return tag("path", d=_short(d), fill=fill, **more)


def stroke(d: str, colour: str, width: float, **more: object) -> str:
    """A line; `document` makes all ends and corners round."""
    return tag(
        "path",
        d=_short(d),
        fill="none",
        stroke=colour,
        stroke_width=num(width),
        **more,
    )


def dots(points: Iterable[tuple[float, float]], colour: str, size: float, **more: object) -> str:
    """Many round dots as one path: short lines with round ends."""
    return stroke("".join(f"M{num(x)} {num(y)}h.1" for x, y in points), colour, size, **more)


def group(
    content: str, x: float = 0, y: float = 0, s: float = 1, turn: float = 0, **more: object
) -> str:
    """Content moved to (x, y), then turned by degrees, then scaled."""
    steps = [f"translate({num(x)} {num(y)})"]
    if turn:
        steps.append(f"rotate({num(turn)})")
    if s != 1:
        steps.append(f"scale({s:.3g})")
    return f'<g transform="{" ".join(steps)}"{_attributes(more)}>{content}</g>'


def squash(content: str, x: float, y: float, sx: float, sy: float) -> str:
    return f'<g transform="translate({num(x)} {num(y)}) scale({sx:.3g} {sy:.3g})">{content}</g>'


def faded(content: str, opacity: float) -> str:
    return f'<g opacity="{opacity}">{content}</g>'


def _paint(kind: str, colours: tuple[str, ...]) -> str:
    return f"paint({kind};{' '.join(colours)})"


def down(*colours: str) -> str:
    """A gradient from top to bottom; a colour is `#rrggbb` or `#rrggbb@opacity`."""
    return _paint("v", colours)


def across(*colours: str) -> str:
    return _paint("h", colours)


def glow(*colours: str) -> str:
    """A gradient from the middle outwards."""
    return _paint("r", colours)


def clip(shape: str, content: str) -> str:
    """Content seen only inside the path `shape`."""
    name = "c" + hashlib.sha256(shape.encode()).hexdigest()[:7]
    return (
        f'<clipPath id="{name}"><path d="{shape}"/></clipPath>'
        f'<g clip-path="url(#{name})">{content}</g>'
    )


def _stop(index: int, count: int, colour: str) -> str:
    tone, _, opacity = colour.partition("@")
    more = f' stop-opacity="{opacity}"' if opacity else ""
    offset = f"{index / (count - 1):.2g}"
    return f'<stop offset="{offset}" stop-color="{tone}"{more}/>'


def _gradient(name: str, kind: str, stops: str) -> str:
    colours = stops.split()
    inside = "".join(_stop(i, len(colours), c) for i, c in enumerate(colours))
    if kind == "r":
        return f'<radialGradient id="{name}" cx="0.5" cy="0.5" r="0.5">{inside}</radialGradient>'
    end = 'x2="0" y2="1"' if kind == "v" else 'x2="1" y2="0"'
    return f'<linearGradient id="{name}" x1="0" y1="0" {end}>{inside}</linearGradient>'


def document(width: int, height: int, content: str, credit: str) -> str:
    """A whole SVG file with its definitions lifted to the front."""
    clips: dict[str, str] = {}
    paints: dict[str, str] = {}

    def lift_clip(found: re.Match[str]) -> str:
        clips[found["id"]] = found[0]
        return ""

    def lift_paint(found: re.Match[str]) -> str:
        name = paints.setdefault(found[0], f"p{len(paints) + 1}")
        return f"url(#{name})"

    body = _PAINT.sub(lift_paint, _CLIP.sub(lift_clip, content))
    gradients = []
    for text, name in paints.items():
        found = _PAINT.fullmatch(text)
        assert found is not None
        gradients.append(_gradient(name, found["kind"], found["stops"]))
    defs = "".join(gradients) + "".join(clips.values())
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return f"{head}<!-- {credit} --><defs>{defs}</defs>{ROUND}{body}</g></svg>\n"
