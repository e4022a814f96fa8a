"""Reading a learner's file without opening it says the same as opening it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.progress.changes import apply
from kiosk.progress.envelope import Envelope, document_of, envelope_of
from kiosk.progress.errors import UnknownRecord
from kiosk.progress.journal import Journal
from kiosk.progress.lines import encoded
from kiosk.progress.reading import envelopes_in
from lessons.events import LessonStarted, StepAnswered


def envelope(seq: int) -> Envelope:
    at = "2026-05-01T08:00:00.000+00:00"
    return Envelope(f"{seq}", seq, at, "tablet", "a", "LessonStarted", 1, {"lesson": "nang"})


def test_what_was_appended_is_read_as_it_is_opened(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        for number in range(20):
            answer = StepAnswered("nang", "oven", (f"ئا{number}",), number % 2 == 0)
            journal.append("a", [LessonStarted("nang"), answer])
        assert tuple(journal.read("a")) == journal.of("a")
        assert len(journal.read("a")) == 40
        assert journal.read("nobody") == []


def test_where_there_is_no_file_there_is_nothing(tmp_path: Path) -> None:
    assert envelopes_in(tmp_path / "none.log") == []


CHANGES = st.one_of(
    st.builds(
        lambda key, seq: ["put", "events", str(key), document_of(envelope(seq))],
        st.integers(1, 4),
        st.integers(1, 99),
    ),
    st.builds(lambda key: ["put", "events", str(key), {"other": "shape"}], st.integers(1, 4)),
    st.builds(lambda key: ["delete", "events", str(key)], st.integers(1, 4)),
    st.sampled_from(
        [
            ["drop", "events"],
            ["make", "events"],
            ["put", "others", "1", {}],
            ["delete", "others", "1"],
            ["drop", "others"],
        ]
    ),
)


@settings(max_examples=200, deadline=None)
@given(lines=st.lists(st.lists(CHANGES, max_size=3), max_size=8))
def test_every_kind_of_change_acts_as_on_a_table(
    tmp_path_factory: pytest.TempPathFactory, lines: list[list[list[object]]]
) -> None:
    path = tmp_path_factory.mktemp("learners") / "a.log"
    path.write_bytes(b"".join(encoded(line) for line in lines))
    tables: dict[str, dict[str, dict[str, object]]] = {}
    for line in lines:
        for change in line:
            apply(tables, change)
    documents = tables.get("events", {}).values()
    known = [each for each in map(envelope_of, documents) if each]
    assert sorted(each.seq for each in envelopes_in(path)) == sorted(each.seq for each in known)


def test_a_line_of_a_newer_kiosk_is_not_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(encoded([["make", "events"]]) + encoded([["fold", "events", 3]]))
    with pytest.raises(UnknownRecord) as caught:
        envelopes_in(path)
    assert caught.value.line == 2


def test_a_torn_line_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    whole = [encoded([["put", "events", str(n), document_of(envelope(n))]]) for n in (1, 2, 3)]
    path.write_bytes(whole[0] + whole[1].replace(b"nang", b"bang") + whole[2][:-9])
    assert [each.seq for each in envelopes_in(path)] == [1]
