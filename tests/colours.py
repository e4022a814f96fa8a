"""Which colour stands on which ground, on what a person has before her."""

from collections.abc import Iterator
from typing import NamedTuple

from kiosk import theme
from tests.contrast import contrast
from tests.flet_session import FletSession
from tests.flet_tree import Node


class Pair(NamedTuple):
    """``ink`` lies on ``ground``: both as the theme names them."""

    kind: str
    """``text``, ``sign``, ``edge`` or ``button`` (one without an edge)."""
    ink: str
    ground: str
    fill: str = ""
    """What an edge is around: that may be seen in its place."""

    @property
    def is_seen(self) -> bool:
        """Whether it has contrast enough, by day and in the evening."""
        least = 7 if self.kind == "text" else 3
        inks = (self.ink, self.fill) if self.fill else (self.ink,)
        return all(
            max(
                contrast(palette.get(ink, ink), palette.get(self.ground, self.ground))
                for ink in inks
            )
            >= least
            for palette in (theme.LIGHT, theme.DARK)
        )

    def __str__(self) -> str:
        names = {each: name for name, each in vars(theme).items() if isinstance(each, str)}
        ink, ground = (names.get(each, each) for each in (self.ink, self.ground))
        return f"{self.kind} {ink} on {ground}"


def pairs_in(tablet: FletSession) -> set[Pair]:
    """Every pair of words, a sign or an edge and the ground below it.

    The ground is the nearest one around; what is pale because it cannot be done now is left out,
    and what lets the ground shine through.
    """
    paths = tablet.tree.paths_below(tablet.tree.page)
    return {pair for path in paths for pair in _of(path) if len(pair.ink) != len("#RRGGBBAA")}


def _of(path: list[Node]) -> Iterator[Pair]:
    node = path[-1]
    if any(float(each.get("opacity") or 1) < 1 for each in path):
        return
    below = _ground(path[:-1])
    if node.type == "Text" and (node.get("value") or node.get("spans")):
        yield Pair("text", str(node["color"]), below)
        for span in node.get("spans") or ():
            style = span.get("style") or {}
            if style.get("color"):
                yield Pair("text", str(style["color"]), str(style["bgcolor"]))
    elif node.type == "Icon" and node.get("color"):
        yield Pair("sign", str(node["color"]), below)
    elif node.type == "Container":
        yield from _edges(path, below)


def _edges(path: list[Node], below: str) -> Iterator[Pair]:
    node, own = path[-1], path[-1].get("bgcolor")
    border = node.get("border")
    if border:
        yield Pair("edge", str(border["top"]["color"]), below, str(own or ""))
        if own in theme.PALE:
            yield Pair("edge", str(border["top"]["color"]), str(own))
    elif own and path[-2].type == "Semantics" and path[-2].get("button"):
        yield Pair("button", str(own), below)


def _ground(above: list[Node]) -> str:
    """On the page itself it is the ground of every screen."""
    found = [each["bgcolor"] for each in above if each.get("bgcolor")]
    return str(found[-1]) if found else theme.SAND


def signs_of(button: Node) -> Iterator[tuple[int, str]]:
    """The sign right on a thing to tap, and the colour of that."""
    box = button.get("content") or {}
    sign = box.get("content") or {}
    if box.get("bgcolor") and sign.get("_c") == "Icon":
        yield int(sign["icon"]), str(box["bgcolor"])
