"""What the tests of units show, and that keeping it is as good as reckoning it anew."""

from collections.abc import Mapping
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from kiosk.progress.summary import LearnerSummary, TestKey
from kiosk.progress.unit_results import KeptResults, Share, UnitResult, by_unit

NONE: Final = Share()
TESTS = st.dictionaries(
    st.tuples(
        st.sampled_from(["price", "shop"]),
        st.sampled_from(["before", "after"]),
        st.sampled_from(["one", "two"]),
    ),
    st.booleans(),
)


def of(**steps: bool) -> Mapping[TestKey, bool]:
    """``before_one=True``: step one of the test before the unit was right."""
    parts = {name: name.split("_") for name in steps}
    return {("price", parts[name][0], parts[name][1]): steps[name] for name in steps}  # type: ignore[misc]


def together(*tests: Mapping[TestKey, bool]) -> UnitResult:
    summaries = {str(n): LearnerSummary(tests=each) for n, each in enumerate(tests)}
    return KeptResults().of(summaries)["price"]


def test_what_was_right_before_and_after_is_counted_by_unit() -> None:
    done = of(before_one=False, before_two=True, after_one=True, after_two=True)
    assert by_unit(done) == {"price": UnitResult(1, 0, (Share(1, 2), Share(2, 2)), (NONE, NONE))}
    assert by_unit({}) == {}


def test_who_did_only_the_test_before_is_not_compared_with_those_who_did_both() -> None:
    both = of(before_one=False, after_one=True)
    found = together(both, of(before_one=True), of(before_one=True))
    assert found.shown == (Share(0, 1), Share(1, 1))
    assert (found.learners, found.waiting) == (1, 2)


def test_a_task_that_was_left_out_after_the_unit_is_not_compared() -> None:
    found = together(of(before_one=True, before_two=True, after_one=True))
    assert found.shown == (Share(1, 1), Share(1, 1))


def test_as_long_as_nobody_did_both_what_there_is_is_shown() -> None:
    assert together(of(before_one=True), of(before_one=False)).shown == (Share(1, 2), NONE)
    assert together(of(after_one=True)).shown == (NONE, Share(1, 1))


@given(st.lists(st.dictionaries(st.sampled_from("abcd"), TESTS, max_size=4), max_size=6))
def test_figures_that_are_kept_equal_those_of_everybody_anew(
    changes: list[dict[str, Mapping[TestKey, bool]]],
) -> None:
    kept = KeptResults()
    for tests in changes:
        people = {name: LearnerSummary(tests=each) for name, each in tests.items()}
        assert kept.of(people) == KeptResults().of(people)
