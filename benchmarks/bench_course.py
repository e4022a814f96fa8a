"""What loading the course costs: read from its files, and out of the cache.

    python -m benchmarks.bench_course [rounds] [--units N]

Beside it stands what the bare YAML library takes to read the same files into events. Each figure is
the middle of rounds taken in turn, of the processor's time; ``--units`` makes up a course of so
many units of the template's lessons. Aim: the whole course below 0.5 s, 50 ms out of the cache.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from demo_store.world.catalogue import load_catalogue
from kiosk.course import the_course
from kiosk.course_cache import CourseCache
from lessons.content import yaml_events
from lessons.loader import COURSE

ROUNDS: Final = 15
TEMPLATE: Final = COURSE.parent / "_template"
LESSONS_A_UNIT: Final = 4


def made_up(folder: Path, units: int) -> Path:
    """A course of the template's lessons, each under an id of its own."""
    for unit in range(units):
        place = folder / f"{unit:02}-unit-{unit}"
        place.mkdir(parents=True)
        for name, to in [("unit", place)] + [
            ("lesson", place / f"{number:02}-lesson-{unit}-{number}")
            for number in range(LESSONS_A_UNIT)
        ]:
            to.mkdir(exist_ok=True)
            text = (TEMPLATE / f"{name}.yaml").read_text("utf-8")
            (to / f"{name}.yaml").write_text(text.replace("know-the-way", f"skill-{unit}"), "utf-8")
    return folder


def bare(folder: Path) -> None:
    """Read all files with the library alone."""
    for path in folder.rglob("*.yaml"):
        for _ in yaml_events(path.read_text("utf-8")):
            pass


def seconds(act: Callable[[], object]) -> float:
    """What one call takes of the processor: other programs do not count."""
    start = time.process_time()
    act()
    return time.process_time() - start


def measure(folder: Path, cache: Path, rounds: int) -> dict[str, float]:
    """The middle time of each way in seconds."""
    catalogue = load_catalogue()
    kept = CourseCache(cache)
    acts: dict[str, Callable[[], object]] = {
        "bare YAML": lambda: bare(folder),
        "cold": lambda: the_course(catalogue, folder),
        "first, kept": lambda: (shutil.rmtree(cache), the_course(catalogue, folder, kept)),
        "cached": lambda: the_course(catalogue, folder, kept),
    }
    times: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(rounds):
        cache.mkdir(exist_ok=True)
        for name, act in acts.items():
            times[name].append(seconds(act))
    return {name: median(each) for name, each in times.items()}


def main() -> None:
    """Print medians and ratios."""
    parser = argparse.ArgumentParser(description="What loading the course costs.")
    parser.add_argument("rounds", nargs="?", type=int, default=ROUNDS)
    parser.add_argument("--units", type=int, help="made up, instead of the kiosk's own")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        folder = made_up(place / "course", options.units) if options.units else COURSE
        course = the_course(load_catalogue(), folder).course
        steps = sum(len(lesson.steps) for lesson in course.lessons())
        print(f"{len(list(course.lessons()))} lessons, {steps} steps")
        found = measure(folder, place / "cache", options.rounds)
    for name, each in found.items():
        print(f"{name:12} {each * 1e3:7.1f} ms  {each / found['bare YAML']:5.2f} of bare YAML")
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
