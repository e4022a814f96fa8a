"""Draw every picture of the kiosk: `build_pictures.py <icons.json> [name...]`.

icons.json is the one of the npm package @iconify-json/fluent-emoji-flat (MIT). The drawn files are
committed; run this only after changing a drawing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pictures.catalogue import PICTURES
from pictures.fluent import Fluent
from pictures.svg import document

TARGET = Path(__file__).parent.parent / "kiosk" / "assets" / "pictures"
OWN = "Drawn for the kiosk."


def credit(used: set[str]) -> str:
    if not used:
        return OWN
    names = ", ".join(sorted(used))
    return f"{OWN} With parts of Fluent Emoji Flat, (c) Microsoft Corporation, MIT: {names}."


def draw(name: str, icons: Path) -> str:
    """The SVG text of one picture."""
    fluent = Fluent(icons)
    size, drawing = PICTURES[name]
    content = drawing(fluent)
    return document(*size, content, credit(fluent.used))


def main() -> None:
    icons, names = Path(sys.argv[1]), sys.argv[2:] or list(PICTURES)
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in names:
        (TARGET / f"{name}.svg").write_text(draw(name, icons), "utf-8")
    print(f"{len(names)} pictures drawn")


if __name__ == "__main__":
    main()
