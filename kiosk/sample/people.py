"""Who lives in the made-up village. All of it comes from the generator that is passed in."""

import random
import uuid
from dataclasses import dataclass
from typing import Final

from kiosk.progress.cards import SAMPLE
from lessons.phrase import Language, Phrase

SAMPLE_NAME: Final = Phrase("{name} (نەمۇنە)", "{name}（示例）", "{name} (sample)")
"""On every screen her name says what she is."""
NOTE: Final = Phrase("بۇ بىر نەمۇنە خاتىرە.", "这是一条示例备注。", "This is a sample note.")

_WOMEN: Final[dict[Language, tuple[str, ...]]] = {
    "ug": ("رەيھان", "ئايگۈل", "گۈلنار", "پاتىگۈل", "زۇلپىيە", "مەريەم", "ھاۋاگۈل", "نۇرگۈل"),
    "zh": ("小梅", "阿红", "春花"),
    "en": ("Rose", "Amber", "Olive"),
}
_MEN: Final[dict[Language, tuple[str, ...]]] = {
    "ug": ("تۇرسۇن", "ئەخمەت", "قادىر", "ئىسمايىل"),
    "zh": ("大山", "小龙"),
    "en": ("Robin", "Cliff"),
}
_SHOW_MEN: Final = range(7, 13)
"""The numbers of the pictures that show men."""
_FAMILIES: Final = ("باغۋەن", "ناۋاي", "ھەسەلچى", "توخۇچى", "پاختىچى", "ئۈزۈمچى", "ئۆرۈكچى")
"""By what they do: no family of that name is meant."""
_LANGUAGES: Final[tuple[Language, ...]] = ("ug",) * 8 + ("zh", "en")
_PICTURES: Final = 24
GROUPS: Final = (
    (Phrase("دۈشەنبە گۇرۇپپىسى", "周一组", "Monday's group"), "sun", 0),
    (Phrase("چارشەنبە گۇرۇپپىسى", "周三组", "Wednesday's group"), "moon", 2),
    (Phrase("جۈمە گۇرۇپپىسى", "周五组", "Friday's group"), "star", 4),
)
"""Name, picture, and the weekday on which it meets, Monday being 0."""


@dataclass(frozen=True, slots=True)
class SampleGroup:
    """Learners who meet once a week; ``weekday`` counts from Monday, 0."""

    id: str
    name: str
    picture: str
    weekday: int


@dataclass(frozen=True, slots=True)
class Person:
    """``skill`` and ``diligence`` lie between 0 and 1; ``stays_weeks`` until she comes no more."""

    id: str
    name: str
    language: Language
    picture: str
    product_kind: str
    family: str
    group: SampleGroup | None
    skill: float
    diligence: float
    stays_weeks: int
    has_note: bool


def groups(rng: random.Random) -> tuple[SampleGroup, ...]:
    """The groups of the village."""
    return tuple(
        SampleGroup(sample_id(rng), SAMPLE_NAME.filled(name=name).ug, picture, weekday)
        for name, picture, weekday in GROUPS
    )


def people(
    rng: random.Random,
    count: int,
    weeks: int,
    kinds: tuple[str, ...],
    meet: tuple[SampleGroup, ...],
) -> tuple[Person, ...]:
    """``count`` people who make one of ``kinds`` and mostly are in one of the groups ``meet``."""
    return tuple(_person(rng, number, weeks, kinds, meet) for number in range(count))


def _person(
    rng: random.Random,
    number: int,
    weeks: int,
    kinds: tuple[str, ...],
    meet: tuple[SampleGroup, ...],
) -> Person:
    language = rng.choice(_LANGUAGES)
    picture = number % _PICTURES + 1
    names = (_MEN if picture in _SHOW_MEN else _WOMEN)[language]
    name = SAMPLE_NAME.filled(name=rng.choice(names)).text(language)
    leaves = rng.random() < 0.15
    return Person(
        id=sample_id(rng),
        name=name,
        language=language,
        picture=f"learner-{picture:02}",
        product_kind=rng.choice(kinds),
        family=rng.choice(_FAMILIES),
        group=rng.choice(meet) if rng.random() < 0.9 else None,
        skill=rng.betavariate(4, 2),
        diligence=rng.betavariate(5, 2),
        stays_weeks=rng.randint(1, max(1, weeks - 2)) if leaves else weeks,
        has_note=rng.random() < 0.1,
    )


def sample_id(rng: random.Random) -> str:
    """A random id that tells that it was made up."""
    return f"{SAMPLE}{uuid.UUID(int=rng.getrandbits(128), version=4)}"
