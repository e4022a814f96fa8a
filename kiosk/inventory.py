"""Every phrase that the kiosk may say: its own words, pictures, course, store and village."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from audio.sayable import Sayable
from demo_store.village.scene_content import VillageScene
from demo_store.world.catalogue import Catalogue
from kiosk.picture_words import picture_names, picture_words
from kiosk.wording import book
from lessons.course import Course
from lessons.phrase import LANGUAGES, Phrase

_MOST_STARS: Final = 5


def inventory(course: Course, catalogue: Catalogue, scene: VillageScene) -> tuple[Sayable, ...]:
    """Every phrase in every language, with a key that stays when its words change.

    A phrase about a product, a city or stars stands there once for each; one that is filled with
    anything else is open.
    """
    found = named_phrases(course, catalogue, scene)
    filled = [each for key, phrase in found for each in _filled(key, phrase, catalogue)]
    return tuple(
        Sayable(key, language, phrase.text(language), bool(phrase.placeholders()))
        for key, phrase in filled
        for language in LANGUAGES
    )


def named_phrases(
    course: Course, catalogue: Catalogue, scene: VillageScene
) -> Iterator[tuple[str, Phrase]]:
    """Every phrase as it is written, with its key."""
    yield from sorted(book().items())
    yield from ((f"picture.{name}", picture_words(name)) for name in sorted(picture_names()))
    yield from ((key, phrase) for key, phrase, _ in _walked_all(course, catalogue, scene))


def pictures(course: Course, catalogue: Catalogue, scene: VillageScene) -> dict[str, str]:
    """The picture beside which a phrase is said, by its key; not every phrase has one."""
    found = {key: picture for key, _, picture in _walked_all(course, catalogue, scene) if picture}
    return found | {f"picture.{name}": name for name in picture_names()}


def _walked_all(
    course: Course, catalogue: Catalogue, scene: VillageScene
) -> Iterator[tuple[str, Phrase, str]]:
    yield from _walked("course", course)
    yield from _walked("store", catalogue)
    yield from _walked("village", scene)


def _walked(path: str, content: object, picture: str = "") -> Iterator[tuple[str, Phrase, str]]:
    """Every phrase in content, named by the ids on the way to it, and the picture of its thing."""
    shown = getattr(content, "picture", picture)
    picture = shown if isinstance(shown, str) and shown in picture_names() else picture
    if isinstance(content, Phrase):
        yield path, content, picture
    elif isinstance(content, Mapping):
        for name, part in content.items():
            yield from _walked(f"{path}.{name}", part, picture)
    elif isinstance(content, tuple | list):
        for place, part in enumerate(content, start=1):
            yield from _walked(f"{path}.{getattr(part, 'id', place)}", part, picture)
    elif is_dataclass(content):
        for field in fields(content):
            yield from _walked(f"{path}.{field.name}", getattr(content, field.name), picture)


def _filled(key: str, phrase: Phrase, catalogue: Catalogue) -> Iterable[tuple[str, Phrase]]:
    """The phrase with each thing that can stand in its one place, or as it is."""
    values: dict[str, dict[str, Phrase | str]] = {
        "product": {each.id: each.name for each in catalogue.kinds.values()},
        "city": {each.id: each.name for each in catalogue.cities.values()},
        "stars": {str(count): str(count) for count in range(1, _MOST_STARS + 1)},
    }
    places = phrase.placeholders()
    if len(places) != 1 or not places <= values.keys():
        return [(key, phrase)]
    (place,) = places
    return [(f"{key}.{id}", phrase.filled(**{place: value})) for id, value in values[place].items()]
