"""What several tablets wrote has one sequence, and a union does not ask who begins."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.progress.envelope import Envelope, document_of
from kiosk.progress.order import in_order
from kiosk.progress.union import united_documents

START = datetime(2024, 5, 1, 8, tzinfo=UTC)
TABLETS = ("t1", "t2", "t3")


def envelope(
    tablet: str, seq: int, minute: float = 0, *, doubtful: bool = False, follows: str = ""
) -> Envelope:
    at = (START + timedelta(minutes=minute)).isoformat(timespec="milliseconds")
    data = {"lesson": f"{tablet}-{seq}"}
    return Envelope(
        f"{tablet}-{seq}", seq, at, tablet, "a", "LessonStarted", 1, data, doubtful, follows
    )


def ids(envelopes: Iterable[Envelope]) -> list[str]:
    return [each.id for each in envelopes]


def test_one_tablet_is_told_by_its_numbers_whatever_its_clock_says() -> None:
    found = in_order([envelope("t1", 2, 5), envelope("t1", 1, 9), envelope("t1", 3, 0)])
    assert ids(found) == ["t1-1", "t1-2", "t1-3"]


def test_two_tablets_are_told_by_time() -> None:
    one = [envelope("t1", 7, 0), envelope("t1", 8, 20)]
    other = [envelope("t2", 1, 10), envelope("t2", 2, 30)]
    assert ids(in_order([*other, *one])) == ["t1-7", "t2-1", "t1-8", "t2-2"]


def test_a_clock_that_was_set_back_does_not_bring_an_event_before_an_earlier_one() -> None:
    one = [envelope("t1", 1, 10), envelope("t1", 2, 0), envelope("t1", 3, 12)]
    assert ids(in_order([*one, envelope("t2", 1, 5)])) == ["t2-1", "t1-1", "t1-2", "t1-3"]


def test_a_doubtful_time_counts_as_the_last_one_that_is_not() -> None:
    one = [envelope("t1", 1, 10), envelope("t1", 2, -9e5, doubtful=True), envelope("t1", 3, 30)]
    other = [envelope("t2", 1, 5), envelope("t2", 2, 20)]
    assert ids(in_order([*one, *other])) == ["t2-1", "t1-1", "t1-2", "t2-2", "t1-3"]


def test_what_follows_an_event_of_another_tablet_stands_behind_it_though_its_clock_is_slow() -> (
    None
):
    brought = [envelope("t1", 1, 600), envelope("t1", 2, 610)]
    after = [envelope("t2", 3, 0, follows="t1-2"), envelope("t2", 4, 5)]
    assert ids(in_order([*after, *brought])) == ["t1-1", "t1-2", "t2-3", "t2-4"]


def test_events_that_say_they_follow_one_another_in_a_ring_are_all_told() -> None:
    ring = [envelope("t1", 1, 0, follows="t2-1"), envelope("t2", 1, 0, follows="t1-1")]
    assert sorted(ids(in_order(ring))) == ["t1-1", "t2-1"]


def test_what_follows_something_that_was_lost_is_told_by_time() -> None:
    assert ids(in_order([envelope("t1", 1, 0, follows="gone"), envelope("t2", 1, -5)])) == [
        "t2-1",
        "t1-1",
    ]


@st.composite
def any_envelopes(draw: st.DrawFn) -> list[Envelope]:
    """Of three tablets, also copies of one that went on apart, with clocks of all kinds."""
    made: list[Envelope] = []
    for tablet in TABLETS:
        for seq in range(1, draw(st.integers(0, 5)) + 1):
            one = envelope(
                tablet,
                seq,
                draw(st.integers(-50, 50)),
                doubtful=draw(st.booleans()),
                follows=draw(st.sampled_from(["", *ids(made)])),
            )
            made.append(one)
            if draw(st.booleans()):
                made.append(replace(one, id=f"{one.id}-apart"))
    return made


@given(any_envelopes(), st.data())
@settings(max_examples=300, deadline=None)
def test_the_sequence_depends_on_the_envelopes_alone(
    envelopes: list[Envelope], data: st.DataObject
) -> None:
    told = in_order(envelopes)
    assert in_order(data.draw(st.permutations(envelopes))) == told
    assert in_order(told) == told
    assert sorted(ids(told)) == sorted(ids(envelopes))
    for tablet in TABLETS:
        seqs = [each.seq for each in told if each.tablet == tablet]
        assert seqs == sorted(seqs)


@given(any_envelopes(), st.data())
@settings(max_examples=300, deadline=None)
def test_a_union_is_the_same_whoever_begins_and_however_often(
    envelopes: list[Envelope], data: st.DataObject
) -> None:
    parts = [
        [
            document_of(each)
            for each in data.draw(st.permutations(envelopes))
            if data.draw(st.booleans())
        ]
        for _ in range(3)
    ]
    strange = [{"shape": "unheard of"}, {"id": "x", "song": 2}]
    a, b, c = ([*part, *strange[:n]] for n, part in enumerate(parts))
    ab, ba = united_documents(a, b), united_documents(b, a)
    assert ab == ba
    assert united_documents(ab, b) == united_documents(ab, ab) == united_documents(ab, []) == ab
    assert united_documents(ab, c) == united_documents(a, united_documents(b, c))


def test_of_two_documents_of_one_id_both_sides_choose_the_same() -> None:
    one, other = document_of(envelope("t1", 1)), document_of(envelope("t1", 1, 5))
    assert united_documents([one], [other]) == united_documents([other], [one])
