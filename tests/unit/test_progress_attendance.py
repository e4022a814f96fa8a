"""Attendance of a group, day by day."""

from kiosk.progress.attendance import by_group
from kiosk.progress.events import Attended, GroupChosen, GuestStarted, LearnerEnrolled
from kiosk.progress.kinds import Event
from tests.unit.test_progress_records import records_of


def test_attendance_is_counted_by_group_and_day_without_guests() -> None:
    told: list[Event] = [
        *(LearnerEnrolled(each, "hen", "eggs", "ug") for each in "abc"),
        GuestStarted("guest", "ug"),
        GroupChosen("a", "g"),
        GroupChosen("b", "g"),
        *(Attended(each, "2026-11-02", True) for each in ("a", "b", "c", "guest")),
        Attended("a", "2026-11-01", True),
        Attended("c", "2026-11-02", False),
    ]
    records = records_of(*((None, event) for event in told))
    assert by_group(records) == {"g": {"2026-11-01": 1, "2026-11-02": 2}, "": {}}
