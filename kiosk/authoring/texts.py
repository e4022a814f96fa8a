"""Every phrase in the files of the content, with the place where it stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from lessons.content import load_yaml
from lessons.errors import ContentError
from lessons.node import Node
from lessons.phrase import LANGUAGES, Language, Phrase

PROJECT: Final = Path(__file__).parents[2]
"""What files are named from."""
COURSE: Final = "lessons/course"
PICTURES: Final = "kiosk/assets/pictures"
STORE: Final = "demo_store/content"
TAUGHT: Final = ("kiosk/phrases", COURSE, STORE, PICTURES)
"""Where the words lie that learners and trainers meet."""
FOLDERS: Final = (*TAUGHT, "lessons/_template")

Room = Literal["lesson", "kiosk", "store", "picture"]
_ROOMS: Final[dict[str, Room]] = {
    "kiosk/phrases": "kiosk",
    COURSE: "lesson",
    "lessons/_template": "lesson",
    STORE: "store",
    PICTURES: "picture",
}
_PLACE: Final = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """One phrase. ``key`` names it for good, by ids where its things have some."""

    key: str
    room: Room
    phrase: Phrase
    node: Node
    picture: str = ""
    """Of the thing that it belongs to; may be empty."""

    def part(self, language: Language) -> Node:
        """Where the words of one language stand."""
        return self.node.field(language)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of the content that could be read."""

    name: str
    room: Room
    node: Node


@dataclass(frozen=True, slots=True)
class Content:
    """All files, their phrases, and what could not be read."""

    files: tuple[ContentFile, ...]
    texts: tuple[Text, ...]
    errors: tuple[ContentError, ...]


def read_content(project: Path = PROJECT, folders: Sequence[str] = FOLDERS) -> Content:
    """Read all YAML files of the content; what is broken is listed. Never raises."""
    files: list[ContentFile] = []
    texts: list[Text] = []
    errors: list[ContentError] = []
    for folder in folders:
        for path in sorted((project / folder).rglob("*.yaml")):
            try:
                file = read_file(path, project, _ROOMS[folder])
            except ContentError as error:
                errors.append(error)
                continue
            files.append(file)
            texts.extend(texts_of(file, errors))
    return Content(tuple(files), tuple(texts), tuple(errors))


def read_file(path: Path, project: Path, room: Room) -> ContentFile:
    """One file.

    Raises:
        ContentError: it cannot be read.
    """
    node = load_yaml(path, project)
    return ContentFile(node.file, room, node)


def texts_of(file: ContentFile, errors: list[ContentError]) -> list[Text]:
    """The phrases of a file; what is none of them is added to ``errors``."""
    return list(_texts(file.node, f"{file.name}#", file.room, errors))


def _texts(
    node: Node, key: str, room: Room, errors: list[ContentError], picture: str = ""
) -> Iterator[Text]:
    if isinstance(node.value, tuple):
        for name, item in _named(node.value):
            yield from _texts(item, _below(key, name), room, errors, picture)
    elif isinstance(node.value, dict):
        if not node.value.keys().isdisjoint(LANGUAGES):
            yield from _text(node, key, room, errors, picture)
            return
        shown = node.value.get("picture")
        if shown is not None and isinstance(shown.value, str):
            picture = shown.value.strip()
        for name, field in node.value.items():
            drawn = name if room == "picture" and not node.path else picture
            yield from _texts(field, _below(key, name), room, errors, drawn)


def _text(
    node: Node, key: str, room: Room, errors: list[ContentError], picture: str
) -> Iterator[Text]:
    try:
        yield Text(key, room, node.phrase(_places(node)), node, picture)
    except ContentError as error:
        errors.append(error)


def _places(node: Node) -> frozenset[str]:
    """Every placeholder: which may stand where is for the reader of the file to say."""
    texts = (part.value for _, part in node.entries())
    return frozenset(n for text in texts if isinstance(text, str) for n in _PLACE.findall(text))


def _named(items: tuple[Node, ...]) -> Iterator[tuple[str, Node]]:
    """Items by their id, where it is theirs alone, else by their place."""
    ids = [_id(item) for item in items]
    count = Counter(ids)
    for place, (name, item) in enumerate(zip(ids, items, strict=True), start=1):
        yield (name if name and count[name] == 1 else str(place)), item


def _id(item: Node) -> str:
    value = item.value.get("id") if isinstance(item.value, dict) else None
    return value.value if value is not None and isinstance(value.value, str) else ""


def _below(key: str, name: str) -> str:
    return f"{key}{name}" if key.endswith("#") else f"{key}.{name}"
