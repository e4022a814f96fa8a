"""Figures of Fluent Emoji Flat, placed where a drawing wants them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from .svg import num

_ID = re.compile(r'\bid="([^"]+)"')


class Fluent:
    """The figures by name. Remembers which were used, so that each picture gets its credit."""

    def __init__(self, icons: Path) -> None:
        self._icons = json.loads(icons.read_text("utf-8"))["icons"]
        self.used: set[str] = set()
        self._placed = 0

    def icon(
        self,
        name: str,
        x: float,
        y: float,
        size: float,
        turn: float = 0,
        flip: bool = False,
        swaps: dict[str, str] | None = None,
    ) -> str:
        """One figure centred on (x, y), `size` wide. `swaps` maps its colours to others."""
        body: str = self._icons[name]["body"]
        if "<filter" in body or "<mask" in body:
            raise ValueError(f"{name} needs a filter or a mask")
        for old, new in (swaps or {}).items():
            if old not in body:
                raise ValueError(f"{name} has no {old}")
            body = body.replace(old, new)
        self.used.add(name)
        scale = size / 32
        side = f"scale({-scale:.4g} {scale:.4g})" if flip else f"scale({scale:.4g})"
        spin = f"rotate({num(turn)}) " if turn else ""
        where = f"translate({num(x)} {num(y)}) {spin}{side} translate(-16 -16)"
        return f'<g transform="{where}">{self._own_ids(body)}</g>'

    def _own_ids(self, body: str) -> str:
        names = _ID.findall(body)
        if names:
            self._placed += 1
        for name in names:
            own = f"f{self._placed}{name}"
            body = body.replace(f'id="{name}"', f'id="{own}"')
            body = body.replace(f"url(#{name})", f"url(#{own})").replace(f'"#{name}"', f'"#{own}"')
        return body
