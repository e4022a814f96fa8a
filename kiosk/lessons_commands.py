"""``kiosk lessons``: check."""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from kiosk.authoring.check import Report, check
from kiosk.authoring.problem import Problem
from kiosk.authoring.speaking import unspoken
from kiosk.authoring.texts import read_content
from kiosk.progress_bar import progress_bar
from lessons.phrase import Language

_NAMES: Final[dict[Language, str]] = {"ug": "Uyghur", "zh": "Chinese", "en": "English"}


def run(options: argparse.Namespace) -> int:
    """Do what the options say; the exit code."""
    acts = {"check": _check}
    return acts[options.act](options)


def _check(options: argparse.Namespace) -> int:
    report = check()
    silent = _spoken() if options.speak else ()
    problems = (*report.problems, *silent)
    if options.json:
        print(json.dumps(_as_json(report, problems), indent=2, ensure_ascii=False))
    else:
        for line in _lines(report, problems):
            print(line)
    return 1 if report.errors or silent else 0


def _spoken() -> tuple[Problem, ...]:
    texts = read_content().texts
    with (
        tempfile.TemporaryDirectory() as folder,
        progress_bar(sys.stderr, len(texts)) as one_more,
    ):
        return tuple(unspoken(texts, Path(folder), one_more))


def _lines(report: Report, problems: Iterable[Problem]) -> Iterator[str]:
    found = list(problems)
    yield from map(str, found)
    errors = sum(each.level == "error" for each in found)
    yield f"{report.lessons} lessons, {report.steps} steps, {report.phrases} phrases"
    for language, read in report.reviewed.items():
        yes = "yes" if read.whole else "no"
        yield f"{_NAMES[language]}: reviewed: {yes}; {read.phrases} of {read.of} phrases were read"
    yield f"{errors} errors, {len(found) - errors} warnings"


def _as_json(report: Report, problems: Iterable[Problem]) -> dict[str, object]:
    found = list(problems)
    errors = sum(each.level == "error" for each in found)
    return {
        "errors": errors,
        "warnings": len(found) - errors,
        "lessons": report.lessons,
        "steps": report.steps,
        "phrases": report.phrases,
        "reviewed": {language: asdict(read) for language, read in report.reviewed.items()},
        "problems": [each.as_json() for each in found],
    }
