"""`.ci/browser_tests.py`: a run that left out the tests in a browser does not count as green."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSED = '<testcase classname="tests.e2e.test_page" name="a" />'
SKIPPED = '<testcase classname="tests.e2e.test_page" name="a"><skipped message="no" /></testcase>'
FAILED = '<testcase classname="tests.e2e.test_page" name="a"><failure message="no" /></testcase>'
IN_PROCESS = '<testcase classname="tests.unit.test_page" name="a" />'


def judged(tmp_path: Path, *cases: str) -> int:
    results = tmp_path / "tests.xml"
    results.write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")
    command = [sys.executable, str(ROOT / ".ci" / "browser_tests.py"), str(results)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_enough_tests_that_passed_are_enough_and_one_may_be_skipped(tmp_path: Path) -> None:
    assert judged(tmp_path, *[PASSED] * 20, SKIPPED, IN_PROCESS) == 0


@pytest.mark.parametrize("other", ["", SKIPPED, FAILED, IN_PROCESS])
def test_one_too_few_that_passed_fails_whatever_else_there_is(tmp_path: Path, other: str) -> None:
    assert judged(tmp_path, *[PASSED] * 19, *[other] * 30) != 0


def test_pytest_names_the_tests_as_they_are_counted(tmp_path: Path) -> None:
    results = tmp_path / "tests.xml"
    here = Path(__file__).relative_to(ROOT)
    chosen = f"{here}::test_enough_tests_that_passed_are_enough_and_one_may_be_skipped"
    command = [sys.executable, "-m", "pytest", "-q", chosen, f"--junitxml={results}"]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert 'classname="tests.unit.test_ci_browser_tests"' in results.read_text("utf-8")


def test_what_is_run_counts_them_and_takes_no_choice_of_tests_from_outside() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert any(line.startswith("unset PYTEST_ADDOPTS") for line in script)
    assert script[-1].startswith("python3 .ci/browser_tests.py")
