"""How high what is drawn has to be: enough to find what a box cuts and what leaves the window.

Widths of words are estimates, as on the screens; boxes, pictures and gaps are exact.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kiosk.widgets.speaking import pieces
from lessons.phrase import Language
from tests.flet_session import FletSession
from tests.flet_tree import Node

_LANGUAGE: dict[str, Language] = {"Ar": "ug", "SC": "zh", "Lat": "en"}
_SLACK = 3.0
"""What rounding and the last line's descent may take."""
_FLAT = ("Draggable", "DragTarget", "Semantics", "GestureDetector", "TransparentPointer")


@dataclass
class Measure:
    """Measures one screen; ``cut`` names each box that is lower than what is in it."""

    cut: list[str] = field(default_factory=list)
    _inside: list[str] = field(default_factory=list)

    def height(self, node: Any, width: float) -> float:
        """What ``node`` needs where it may be ``width`` wide."""
        if not isinstance(node, Node) or node.get("visible") is False:
            return 0.0
        named = node.type == "Semantics" and bool(node.get("identifier"))
        if named:
            self._inside.append(str(node["identifier"]))
        high = self._of(node, width)
        if named:
            self._inside.pop()
        return high

    def _of(self, node: Node, width: float) -> float:
        width = min(width, float(node.get("width") or width))
        match node.type:
            case "C":
                return self.height(node.get("_b"), width)
            case "Text":
                return self._text(node, width)
            case "Column":
                return self._boxed(node, self._column(node, width))
            case "Row":
                row = self._wrapped(node, width) if node.get("wrap") else self._row(node, width)
                return self._boxed(node, row)
            case "Stack":
                high = [self.height(each, width) for each in _shown(node) if not _is_placed(each)]
                return float(node.get("height") or max(high, default=0.0))
            case "Container":
                return self._boxed(node, self._container(node, width))
            case "Icon":
                return float(node.get("size") or 24)
        if node.type in _FLAT:
            return self.height(node.get("content"), width)
        return float(node.get("height") or self.height(node.get("content"), width))

    def _boxed(self, node: Node, needed: float) -> float:
        has = node.get("height")
        if has is None:
            return needed
        if needed > has + _SLACK:
            self.cut.append(f"{'/'.join(self._inside[-2:])}: {needed:.0f} in {has:.0f}")
        return float(has)

    def _container(self, node: Node, width: float) -> float:
        left, top, right, bottom = _edges(node.get("padding"))
        border = _edges_of_border(node.get("border"))
        inner = width - left - right - 2 * border
        return self.height(node.get("content"), inner) + top + bottom + 2 * border

    def _column(self, node: Node, width: float) -> float:
        shown = _shown(node)
        gaps = float(node.get("spacing", 10)) * max(0, len(shown) - 1)
        return sum(self.height(each, width) for each in shown) + gaps

    def _row(self, node: Node, width: float) -> float:
        shown = _shown(node)
        free = width - float(node.get("spacing", 10)) * max(0, len(shown) - 1)
        fixed = {id(each): natural_width(each) for each in shown}
        left = free - sum(wide for wide in fixed.values() if wide is not None)
        open_ = sum(wide is None for wide in fixed.values())
        high = [
            self.height(each, fixed[id(each)] or max(1.0, left / max(1, open_))) for each in shown
        ]
        return max(high, default=0.0)

    def _wrapped(self, node: Node, width: float) -> float:
        lines, used, tallest = 1, 0.0, 0.0
        for each in _shown(node):
            wide = natural_width(each) or 0.0
            tallest = max(tallest, self.height(each, 10_000))
            if used and used + wide > width:
                lines, used = lines + 1, 0.0
            used += wide + float(node.get("spacing", 10))
        return lines * tallest + (lines - 1) * float(node.get("run_spacing", 10))

    def _text(self, node: Node, width: float) -> float:
        said, size = str(node.get("value") or ""), float(node.get("size") or 14)
        language = _LANGUAGE.get(str(node.get("font_family")), "en")
        taken = lines_of(said, language, size, width) if said else 1
        most = node.get("max_lines")
        if most and taken > most:
            self.cut.append(f"{'/'.join(self._inside[-2:])}: {said!r} has {taken} lines of {most}")
            taken = most
        return taken * size * float((node.get("style") or {}).get("height") or 1.3)


def natural_width(node: Any) -> float | None:
    """How wide a thing is by itself; None where it takes what there is."""
    if not isinstance(node, Node) or node.get("expand"):
        return None
    if node.get("width") is not None:
        return float(node["width"])
    if node.type == "C":
        return natural_width(node.get("_b"))
    if node.type == "Icon":
        return float(node.get("size") or 24)
    if node.type == "Text":
        language = _LANGUAGE.get(str(node.get("font_family")), "en")
        return _widths(str(node.get("value") or ""), language) * float(node.get("size") or 14)
    if node.type == "Container" or node.type in _FLAT:
        inner = natural_width(node.get("content"))
        left, _, right, _ = _edges(node.get("padding"))
        return None if inner is None else inner + left + right
    if node.type in ("Row", "Column", "Stack"):
        inside = [natural_width(each) for each in _shown(node)]
        wide = [each for each in inside if each is not None]
        if len(wide) < len(inside) or not wide or node.get("wrap"):
            return None
        gaps = float(node.get("spacing", 10)) * (len(wide) - 1)
        return sum(wide) + gaps if node.type == "Row" else max(wide)
    return None


def lines_of(said: str, language: Language, size: float, width: float) -> int:
    """How many lines words take, broken between them."""
    lines, used = 1, 0.0
    for piece in pieces(said, language):
        wide = _widths(piece.words, language) * size
        if used and used + wide > width:
            lines, used = lines + 1, 0.0
        used += wide + (0 if language == "zh" else size * 0.27)
    return lines


def _widths(said: str, language: Language) -> float:
    return len(said) * {"ug": 0.5, "zh": 1.0, "en": 0.56}[language]


def _shown(node: Node) -> list[Any]:
    return [each for each in node.get("controls", ()) if each.get("visible") is not False]


def _is_placed(node: Any) -> bool:
    """Whether it has its place in a stack: then the others say how large that is."""
    return any(node.get(edge) is not None for edge in ("left", "right", "top", "bottom"))


def _edges(padding: Any) -> tuple[float, float, float, float]:
    if isinstance(padding, dict):
        return tuple(float(padding.get(each, 0)) for each in ("left", "top", "right", "bottom"))  # type: ignore[return-value]
    each = float(padding or 0)
    return each, each, each, each


def _edges_of_border(border: Any) -> float:
    side = (border or {}).get("top") or {}
    return float(side.get("width", 1)) if side else 0.0


def first_screen(nodes: Iterator[Node]) -> Node:
    """The frame of the screen: the outermost container that is shown."""
    return next(node for node in nodes if node.type == "Container" and node.get("expand"))


def cut_in(tablet: FletSession, window: tuple[int, int]) -> list[str]:
    """What the window's edge or a box cuts on the screen that a tablet shows."""
    measure, root = Measure(), first_screen(tablet.tree.visible())
    high = measure.height(root, window[0])
    outside = [f"{high:.0f} in a window of {window[1]}"] if high > window[1] + _SLACK else []
    return list(dict.fromkeys([*outside, *measure.cut]))
