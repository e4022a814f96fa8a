"""What stands in the service centre: the shelf of the store room, the cloth that cleans."""

# ruff: noqa: E501  (a drawn line is one string: cutting it makes it harder to change)
from __future__ import annotations

from . import goods, tools
from . import palette as c
from .fluent import Fluent
from .singles import Drawing, own
from .svg import circle, down, group, path, rect, stroke


def _shelf() -> str:
    """A wooden shelf with two rows of trays and boxes."""
    back = rect(-74, -82, 148, 160, "#C7D9E2", 6.0)
    posts = rect(-86, -88, 16, 176, c.WOOD, 4.0) + rect(70, -88, 16, 176, c.WOOD, 4.0)
    boards = "".join(rect(-86, y, 172, 14, down("#D9A66C", "#A8713C"), 3.0) for y in (-90, -14, 64))
    trays = group(tools.egg_tray(True), -36, -36, 0.36) + group(tools.egg_tray(True), 34, -36, 0.36)
    below = group(tools.egg_tray(True), -36, 42, 0.36) + group(tools.parcel(), 36, 32, 0.34)
    return back + trays + below + posts + boards


def _cloth(_fluent: Fluent) -> str:
    """An egg that is wiped until it shines."""
    drawn = group(goods.egg(), 0, -16, 0.72)
    cloth = path(
        "M-88 34C-60 10 -34 22 -14 38C8 54 40 40 62 22C74 14 92 24 88 44C82 78 30 92 -8 86C-52 80 -84 70 -88 34Z",
        down("#7FB2DC", c.SKY),
    )
    folds = stroke("M-62 52C-36 44 -22 62 4 64M34 58C52 56 64 46 70 38", "#D8E9F2", 6)
    shine = "".join(
        path(
            f"M{x} {y - s}Q{x} {y} {x + s} {y}Q{x} {y} {x} {y + s}Q{x} {y} {x - s} {y}Q{x} {y} {x} {y - s}Z",
            c.HONEY,
        )
        for x, y, s in ((62, -56, 24), (-64, -40, 18), (78, -8, 13))
    )
    drops = circle(-70, 2, 6, "#9CCBEA") + circle(-54, -10, 4.5, "#9CCBEA")
    return group(drawn + cloth + folds + shine + drops, 100, 100)


CENTRE: dict[str, Drawing] = {"shelf": own(_shelf), "cloth": _cloth}
