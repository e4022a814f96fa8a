"""The colours of the pictures: the kiosk's own palette and what the drawn things need."""

from __future__ import annotations

SAND = "#F7ECDB"
PAPER = "#FFF9EF"
INK = "#2B1D14"
CLAY = "#B4532A"
APRICOT = "#F2A541"
SKY = "#235FA6"
SKY_LIGHT = "#CFE6F0"
LEAF = "#2E7D4F"
HONEY = "#F2C14E"
TEAL = "#0F6E72"
POMEGRANATE = "#A62B34"
LINE = "#E4D2B6"

EARTH = "#D9B083"  # mud plaster in the light
EARTH_DARK = "#B98A5B"
WOOD = "#8A5A34"
WOOD_DARK = "#6A4126"
CARD = "#D9A566"  # cardboard
CARD_LIGHT = "#E8BE86"
CARD_DARK = "#B98246"
STEEL = "#C9CDD3"
NIGHT = "#2E2A4A"
SHADE = "#3A2413"  # laid over things with little opacity
