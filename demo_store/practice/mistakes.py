"""What went wrong in a store, by the names that skills call it."""

from typing import Final

MISTAKES: Final = (
    "broke",
    "stale",
    "late",
    "lost-money",
    "unanswered",
    "fooled",
    "lapsed",
    "too-dear",
    "dark-photo",
    "short",
    "untrue",
)
"""Every name that a skill may use.

A parcel broke, goods arrived stale or too late, something was sold below what it cost, a message
lapsed, a trouble ended badly, an order lapsed unaccepted, people went away because of the price or
of the photo, more was promised than is there, an answer was not true.
"""
