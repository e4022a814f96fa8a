"""Errors of simulations: what a caller asked for that there is not.

DemoStoreError
└── SimulationError
    ├── UnknownScenario  no scenario has this name
    └── WrongSetting     a changed value has no place in the content
"""

from dataclasses import dataclass

from demo_store.errors import DemoStoreError


class SimulationError(DemoStoreError):
    """Base of what is wrong with a wish to simulate; its text is one line for a person."""


@dataclass
class UnknownScenario(SimulationError):
    """There is no scenario ``name``; ``known`` are those that there are."""

    name: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"there is no scenario {self.name!r}; there are {', '.join(self.known)}"


@dataclass
class WrongSetting(SimulationError):
    """The path of a changed value leads nowhere; ``problem`` says where it stops."""

    path: str
    problem: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"
