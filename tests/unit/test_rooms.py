"""Which room may import which: the table in docs/architecture.md, held over every file."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ("lessons", "demo_store", "audio", "kiosk", "tests")
SPEECH_ENGINES = ("espeakng_loader", "gtts", "ctypes")
FLET = ("flet", "flet_web", "flet_audio", "flet_audio_recorder", "flet_camera")

MAY_IMPORT = {
    "lessons": ("lessons",),
    "demo_store": ("demo_store", "lessons.phrase", "lessons.content", "lessons.errors"),
    "audio": ("audio", "lessons.phrase"),
    "kiosk/progress": (
        "kiosk.progress",
        "lessons.events",
        "lessons.phrase",
        "demo_store.events",
        "demo_store.commands",
        "demo_store.village.events",
    ),
}
"""What a room may import of ours; rooms that are not named may import all but tests."""

STORE_LAYERS = (
    ("finance/money", "errors", "changed", "batches"),
    ("world",),
    ("purse", "store", "events", "commands", "finance"),
    ("selling",),
    ("buyers",),
    ("evolution", "order_evolution", "purse_evolution"),
    ("conversation",),
    ("days",),
    ("engine",),
    ("practice", "village"),
    ("simulation",),
)
"""The store's own modules, the lowest first: each knows its own layer and those below it."""

ONLY_IN = {
    FLET: "kiosk",
    ("tinydb",): "kiosk/progress",
    SPEECH_ENGINES: "audio",
    ("fastapi", "starlette", "uvicorn"): "kiosk/server",
}
"""Libraries that one room knows, so that they can be replaced there."""


def imported(tree: ast.AST, package: str) -> Iterator[str]:
    """Every module that a file imports, also inside functions; relative imports made absolute."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: 1 - node.level or None]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield module
            # `from lessons import phrase` is an import of lessons.phrase
            yield from (f"{module}.{alias.name}" for alias in node.names)


def within(module: str, allowed: str) -> bool:
    return module == allowed or module.startswith(f"{allowed}.")


def files(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


@cache
def imports_of(file: Path) -> set[str]:
    package = ".".join(file.relative_to(ROOT).parent.parts)
    return set(imported(ast.parse(file.read_text("utf-8")), package))


def broken_imports(room: str, allowed: tuple[str, ...]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)} imports {module}"
        for file in files(room)
        for module in sorted(imports_of(file))
        if module.split(".")[0] in OURS and not _permitted(module, allowed, imports_of(file))
    ]


def _permitted(module: str, allowed: tuple[str, ...], others: set[str]) -> bool:
    if any(within(module, name) for name in allowed):
        return True
    # `from lessons import phrase` also names `lessons`, which is then only the way to it
    return any(within(name, module) for name in allowed if name in others)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_its_row_allows(room: str) -> None:
    assert files(room), f"no files in {room}: has it moved?"
    assert broken_imports(room, MAY_IMPORT[room]) == []


@pytest.mark.parametrize("room", ["lessons", "demo_store", "audio", "kiosk"])
def test_nothing_of_the_app_imports_tests(room: str) -> None:
    allowed = tuple(name for name in OURS if name != "tests")
    assert broken_imports(room, allowed) == []


@pytest.mark.parametrize(("libraries", "home"), ONLY_IN.items(), ids=str)
def test_a_library_is_known_to_one_room_only(libraries: tuple[str, ...], home: str) -> None:
    strangers = [
        f"{file.relative_to(ROOT)} imports {module}"
        for room in OURS[:-1]
        for file in files(room)
        if not file.is_relative_to(ROOT / home)
        for module in sorted(imports_of(file))
        if any(within(module, library) for library in libraries)
    ]
    assert strangers == []


def test_every_layer_of_the_store_knows_only_those_below_it() -> None:
    strangers = [
        f"{file.relative_to(ROOT)} imports {module}"
        for file in files("demo_store")
        for module in sorted(imports_of(file))
        if within(module, "demo_store") and module != "demo_store"
        if _layer(module) > _layer(f"demo_store.{_dotted(file)}")
    ]
    assert strangers == []


def _dotted(file: Path) -> str:
    return ".".join(file.relative_to(ROOT / "demo_store").with_suffix("").parts)


def _layer(module: str) -> int:
    """The number of the lowest layer that names it; one that none names is above all."""
    for number, names in enumerate(STORE_LAYERS):
        if any(within(module, f"demo_store.{name.replace('/', '.')}") for name in names):
            return number
    return len(STORE_LAYERS)


def test_progress_does_not_know_flet() -> None:
    known = {m.split(".")[0] for file in files("kiosk/progress") for m in imports_of(file)}
    assert known.isdisjoint(FLET)


def test_the_rules_see_every_way_to_import() -> None:
    source = "import a.b\nfrom c import d\ndef f():\n    from ..e import g\n    from . import h\n"
    found = set(imported(ast.parse(source), "kiosk.screens"))
    assert found >= {"a.b", "c", "c.d", "kiosk.e", "kiosk.e.g", "kiosk.screens", "kiosk.screens.h"}
