"""Errors of the store room: a caller's mistakes. What a learner cannot do yet is an event.

DemoStoreError
├── UnknownId      a product, order, kind, packaging ... that there is not
└── NotCountable   an amount that notes and coins cannot make
"""

from dataclasses import dataclass


class DemoStoreError(Exception):
    """Base of everything this room raises."""


@dataclass
class UnknownId(DemoStoreError):
    """``what`` (``product``, ``order``, ``carrier`` ...) has nothing with this id."""

    what: str
    id: str

    def __str__(self) -> str:
        return f"there is no {self.what} {self.id!r}"


@dataclass
class NotCountable(DemoStoreError):
    """An amount below zero or no multiple of the smallest coin, in fen."""

    fen: int

    def __str__(self) -> str:
        return f"{self.fen} fen cannot be laid in notes and coins"
