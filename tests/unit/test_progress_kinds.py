"""Every event of every room goes into the journal and comes back the same."""

from dataclasses import fields
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demo_store.events import DayEnded, StoreEvent
from kiosk.progress import events as kiosk_events
from kiosk.progress.events import KioskEvent, LearnerEnrolled
from kiosk.progress.kinds import KINDS, Event, decoded, encoded
from kiosk.progress.lending import LendingEnded, TabletLent
from kiosk.progress.settings import SettingsChosen
from kiosk.progress.village import VillageHappened
from lessons.events import LessonEvent, StepAnswered, TestEvent


@given(st.sampled_from(sorted(KINDS)).flatmap(lambda name: st.builds(KINDS[name])))
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    assert decoded(*encoded(event)) == event


def test_no_two_rooms_name_an_event_alike() -> None:
    lessons = (*get_args(LessonEvent), *get_args(TestEvent))
    every = [*lessons, *get_args(StoreEvent), *get_args(KioskEvent)]
    assert len(KINDS) == len([*every, SettingsChosen, TabletLent, LendingEnded, VillageHappened])


@given(st.builds(VillageHappened))
def test_what_happened_in_the_village_comes_back_through_json(event: VillageHappened) -> None:
    kind, data = encoded(event)
    assert decoded(kind, msgspec.json.decode(msgspec.json.encode(data))) == event


def test_an_event_of_the_village_is_none_of_her_own_store() -> None:
    kind, data = encoded(VillageHappened(DayEnded(2)))
    assert kind == "VillageHappened"
    assert decoded(kind, data) == VillageHappened(DayEnded(2)) != DayEnded(2)


@pytest.mark.parametrize(
    "inside",
    [
        {},
        {"event": 3},
        {"event": {"kind": "SangAloud", "data": {}}},
        {"event": {"kind": "DayEnded", "data": {}}},
        {"event": {"kind": "LessonStarted", "data": {"lesson": "a"}}},
        {"event": {"kind": "OutletEvent", "data": {"family": 3, "event": {}}}},
    ],
)
def test_an_unknown_event_of_the_village_is_passed_over(inside: dict[str, object]) -> None:
    assert decoded("VillageHappened", inside) is None


def test_an_event_of_another_class_is_refused_before_it_is_written() -> None:
    with pytest.raises(KeyError):
        encoded("OrderAccepted")  # type: ignore[arg-type]


def test_an_unknown_field_is_passed_over() -> None:
    data = {"lesson": "a", "step": "b", "answer": ["c"], "right": True, "mood": "glad"}
    assert decoded("StepAnswered", data) == StepAnswered("a", "b", ("c",), True)


def test_an_unknown_kind_or_a_missing_field_is_no_event() -> None:
    assert decoded("SangAloud", {}) is None
    assert decoded("DayEnded", {}) is None
    assert decoded("DayEnded", {"day": "two"}) is None
    assert decoded("DayEnded", {"day": 2}) == DayEnded(2)


def test_a_learner_is_known_by_no_more_than_is_needed() -> None:
    assert {field.name for field in fields(LearnerEnrolled)} == {
        "learner",
        "picture",
        "product_kind",
        "language",
        "name",
        "name_clip",
        "secret_hash",
    }


def test_no_event_of_the_kiosk_has_room_for_more_than_is_allowed() -> None:
    allowed = {"learner", "picture", "product_kind", "language", "name", "name_clip"}
    allowed |= {"secret_hash", "hash", "tablet", "why"}
    allowed |= {"pace", "loudness", "clip", "depth", "heard_ms"}
    allowed |= {"group", "family", "note", "day", "present", "other", "is_on", "trainer"}
    named = {field.name for kind in get_args(kiosk_events.KioskEvent) for field in fields(kind)}
    assert named <= allowed


def test_nothing_that_is_told_of_a_learner_tells_which_trainer_did_it() -> None:
    kinds = get_args(kiosk_events.KioskEvent)
    named = {kind: {field.name for field in fields(kind)} for kind in kinds}
    with_trainer = {kind.__name__ for kind in kinds if "trainer" in named[kind]}
    assert with_trainer == {"PinSet", "TrainerNamed", "TrainerRemoved"}
    assert not [kind for kind in kinds if {"learner", "trainer"} <= named[kind]]
