"""Fails where too few tests in a browser passed: a suite without them proves no screen.

python3 .ci/browser_tests.py RESULTS    RESULTS is what pytest --junitxml wrote
"""

import sys
from xml.etree import ElementTree

LEAST = 20
"""Some fewer than there are: one may be skipped where its machine does not let it mount a disk."""


def passed(results: str) -> int:
    """How many tests of tests/e2e ran and passed."""
    cases = ElementTree.parse(results).iter("testcase")
    in_browser = [case for case in cases if case.get("classname", "").startswith("tests.e2e.")]
    bad = ("failure", "error", "skipped")
    return sum(all(case.find(each) is None for each in bad) for case in in_browser)


if __name__ == "__main__":
    count = passed(sys.argv[1])
    print(f"== {count} tests passed in a browser")
    sys.exit(0 if count >= LEAST else f"FAILED: at least {LEAST} tests must pass in a browser")
