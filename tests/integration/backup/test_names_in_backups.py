"""Which names a backup may hold."""

import pytest

from kiosk.backup.contents import is_kept
from tests.integration.backup.acts import PHOTO, RECORDING, VOICE


@pytest.mark.parametrize(
    "name",
    [
        *("journal.log", "learners/a-1.log", PHOTO, RECORDING, VOICE, "voices/neural/ug/x.onnx"),
        "learners/_" + "a" * 40 + ".log",
    ],
)
def test_names_of_ours_are_kept(name: str) -> None:
    assert is_kept(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "journal.log/", "journal.log\n", "learners/", "learners/A.log"),
        *("photos/x", "voices/", "voices//x", "voices/a/../b", "voices/a/./b", "voices/con"),
        *("voices/aux.mp3", "voices/a.", "voices/" + "a/" * 9 + "a", "voices/a\0b", "voices/a:b"),
        *("learners/con.log", "Journal.log", "learners/a.log.damaged", "voices/ a", "voices/ئا"),
    ],
)
def test_other_names_are_not(name: str) -> None:
    assert not is_kept(name)
