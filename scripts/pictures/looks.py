"""What makes one person this person: age, skin, hair, scarf or cap, clothes."""

from __future__ import annotations

from dataclasses import dataclass

from . import palette as c

SKINS = {  # light, shaded, line
    "fair": ("#FBD9C0", "#EDBB9B", "#D2906E"),
    "warm": ("#F1C4A0", "#DDA27B", "#B97750"),
    "tan": ("#DDA67D", "#C58759", "#99603A"),
    "brown": ("#C28A5F", "#A66F45", "#7C4D2B"),
}
BLACK, DARK, GREY, WHITE = "#2A2228", "#4A3128", "#9A9793", "#EDEAE4"


@dataclass(frozen=True)
class Look:
    """What makes one person this person."""

    cover: str = (
        "hair"  # hair | long | bun | braids | kerchief | scarf | doppa | cap | flatcap | toque
    )
    tone: str = c.TEAL  # colour of the scarf or cap
    tone_dark: str = "#0A4F52"
    trim: str = c.HONEY
    skin: str = "warm"
    hair: str = BLACK
    woman: bool = True
    age: int = 1  # 0 child, 1 young, 2 middle, 3 old
    beard: str = ""  # "" | moustache | short | long
    glasses: bool = False
    mouth: str = "smile"  # smile | open | flat | sad
    gaze: float = 0.0  # where the eyes look: -4 left, 4 right
    down: float = 0.0  # and how far down
    dress: str = c.CLAY
    dress_dark: str = "#8C3D1E"
    wear: str = "plain"  # plain | atlas | apron | vest | jacket | uniform
