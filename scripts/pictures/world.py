"""Weather, feasts and dealings: what happens around a store, as single pictures."""

from __future__ import annotations

from . import vehicles
from .singles import Drawing, figure, own
from .svg import down, ellipse, path, squash, stroke


def _sandstorm() -> str:
    """A lorry that stands still in driven sand."""
    lorry = squash(vehicles.lorry(), 0, 34, 0.5, 0.56)
    dust = ellipse(0, 10, 96, 78, "#E9C891", opacity="0.62")
    wind = (
        stroke("M-92 -44C-50 -70 -14 -30 24 -48C50 -60 76 -50 84 -40", "#C8954E", 9)
        + stroke("M-96 -8C-60 -30 -20 6 24 -12C52 -24 76 -14 92 -2", "#B98446", 9)
        + stroke("M-88 30C-54 10 -16 42 24 26C50 16 70 24 84 34", "#C8954E", 9)
    )
    drift = path("M-96 88C-76 52 -44 54 -14 72C20 50 66 54 96 88Z", down("#EFC98A", "#D3A056"))
    return lorry + dust + wind + drift


WORLD: dict[str, Drawing] = {
    "sandstorm": own(_sandstorm),
    "snow": figure("snowflake"),
    "cloud": figure("cloud"),
    "rain": figure("cloud-with-rain"),
    "wind": figure("wind-face"),
    "heat": figure("hot-face"),
    "no-power": figure("low-battery"),
    "great-storm": figure("tornado"),
    "lantern": figure("red-paper-lantern"),
    "moon-cake": figure("moon-cake"),
    "shopping-bags": figure("shopping-bags"),
    "tulip": figure("tulip"),
    "handshake": figure("handshake"),
    "telephone": figure("telephone-receiver"),
    "bank-card": figure("credit-card"),
    "receipt": figure("receipt"),
    "sorry": figure("pensive-face"),
    "angry": figure("angry-face"),
    "hourglass": figure("hourglass-not-done"),
    "herb": figure("herb"),
    "hands": figure("palms-up-together"),
    "padlock": figure("locked"),
    "chain-link": figure("link"),
}
