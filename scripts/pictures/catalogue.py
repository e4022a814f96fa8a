"""Every picture by name: its size and what draws it."""

from __future__ import annotations

from .singles import SINGLES, Drawing

Size = tuple[int, int]
PICTURES: dict[str, tuple[Size, Drawing]] = {
    **{name: ((200, 200), drawing) for name, drawing in SINGLES.items()},
}
