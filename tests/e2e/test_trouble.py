"""What goes wrong is shown and spoken, and never looks like success."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.progress.journal import JOURNAL_NAME
from kiosk.wording import words
from tests.e2e.conftest import OpenScreen
from tests.e2e.earlier import somebody_sells
from tests.e2e.hand import Hand
from tests.e2e.journey import Learner, lesson_at
from tests.e2e.screen import Screen
from tests.served import Served, real_kiosk

NOT_SAVED = words("trouble.not-saved")


def step(place: int) -> str:
    return f"{place}/{len(lesson_at(0).steps)}"


@contextmanager
def no_file_grows(kiosk: Served) -> Iterator[None]:
    """The kiosk's files stay as long as they are, as on a disk that is full."""
    assert kiosk.process is not None
    journal = kiosk.folder / "data" / JOURNAL_NAME
    limit, pid = resource.RLIMIT_FSIZE, kiosk.process.pid
    before = resource.prlimit(pid, limit)
    resource.prlimit(pid, limit, (journal.stat().st_size, before[1]))
    yield
    resource.prlimit(pid, limit, before)


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux limits another process")
def test_what_cannot_be_saved_is_not_shown_as_done_and_can_be_done_again(
    kiosk: Served, tablet: Screen
) -> None:
    learner = Learner(tablet)
    learner.tap("home.guest")
    learner.tap("learner.next")
    learner.is_at(lesson_at(0), 1)
    with no_file_grows(kiosk):
        learner.tap("lesson.next")
        learner.is_told(NOT_SAVED, "trouble")
        assert tablet.value("lesson.step") == step(1)
        learner.tap("lesson.next")  # it says so every time
        learner.hears(NOT_SAVED)
        assert tablet.value("lesson.step") == step(1)
    learner.tap("lesson.next")
    learner.is_at(lesson_at(0), 2)
    tablet.wait_gone("trouble")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB; mounting one takes root."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "kiosk-test", str(disk)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount command here")
    if done.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.fixture
def kiosk_on_it(small_disk: Path) -> Iterator[Served]:
    served = real_kiosk(small_disk).start()
    yield served
    served.stop()


def test_on_a_full_disk_it_says_that_nothing_is_saved(
    small_disk: Path, kiosk_on_it: Served, open_screen: OpenScreen
) -> None:
    learner = Learner(open_screen(kiosk_on_it.url))
    learner.tap("home.guest")
    learner.tap("learner.next")
    learner.plays(lesson_at(0), 1, 3)
    learner.is_at(lesson_at(0), 4)
    fill(small_disk / "filling")
    asks_until_it_is_full(learner)
    learner.tap("lesson.answer:phone")
    learner.is_told(NOT_SAVED, "trouble")
    assert learner.screen.value("lesson.step") == step(4)
    assert not learner.screen.has("lesson.next")

    (small_disk / "filling").unlink()
    learner.tap("lesson.answer:phone")
    learner.is_told(lesson_at(0).steps[3].coaching.praise, "lesson.prompt")
    learner.tap("lesson.next")
    learner.is_at(lesson_at(0), 5)


def asks_until_it_is_full(learner: Learner) -> None:
    """For help; the journal's last block may have room for some more lines."""
    for _ in range(30):
        learner.tap("lesson.hint")
        learner.hears_something()
        if learner.screen.has("trouble"):
            return
    raise AssertionError("everything was saved on a full disk")


def fill(path: Path) -> None:
    """Until the disk takes nothing more."""
    with path.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(b"\0" * size):
                    os.fsync(file.fileno())
            except OSError:
                continue


def test_a_damaged_end_of_the_journal_is_set_aside_and_everything_before_is_kept(
    kiosk: Served, open_screen: OpenScreen
) -> None:
    kiosk.stop()
    data = kiosk.folder / "data"
    her_id = somebody_sells(data)
    journal = data / JOURNAL_NAME
    whole = journal.read_bytes()
    torn = whole.splitlines(keepends=True)[-1][:40]
    journal.write_bytes(whole + torn + b"\xff\x00\xfe")
    kiosk.start()

    learner = Learner(open_screen(kiosk.url))
    learner.reads("trouble", words("trouble.damaged"))
    learner.hears(words("trouble.damaged"))
    assert (data / f"{JOURNAL_NAME}.damaged").read_bytes() == torn + b"\xff\x00\xfe"
    learner.tap(f"home.learner:{her_id}")
    learner.is_told(words("home.greeting"))
    learner.tap("learner.store")
    learner.tap("store.orders")
    learner.tap("order:o1")
    learner.screen.wait_value("order.state", "placed")


def test_only_her_secret_pictures_open_her_card(tablet: Screen) -> None:
    learner = Learner(tablet)
    learner.tap("home.new-learner")
    learner.tap("enrol.picture:5")
    learner.tap(f"enrol.product:{learner.kind}")
    learner.tap("enrol.secret")
    learner.is_told(words("enrol.secret"))
    touches(learner, "sun", "cat", "key")
    learner.is_told(words("enrol.secret-again"))
    touches(learner, "sun", "cat", "key")
    learner.tap("enrol.done")
    learner.is_told(words("home.greeting"))
    learner.signs_out()
    [her_id] = learner.ending("home.learner:")

    learner.tap(f"home.learner:{her_id}")
    learner.is_told(words("secret.say"))
    touches(learner, "sun", "key", "cat")  # the right ones in a wrong order
    learner.is_told(words("secret.wrong"))
    assert not tablet.has("learner.next")
    tablet.open(f"{tablet.url}/home")  # an address is no way around
    assert not tablet.has("learner.next")
    learner.has_reloaded()
    learner.tap(f"home.learner:{her_id}")
    learner.is_told(words("secret.say"))
    touches(learner, "sun", "cat", "key")
    learner.is_told(words("home.greeting"))


def touches(hand: Hand, *pictures: str) -> None:
    for picture in pictures:
        hand.tap(f"secret.picture:{picture}")


def test_a_wrong_pin_keeps_the_trainers_door_closed_whatever_address_is_opened(
    tablet: Screen,
) -> None:
    hand = Hand(tablet)
    hand.tap("home.trainer")
    hand.is_told(words("trainer.pin-first"))
    for _ in range(2):
        for digit in "2580":
            hand.tap(f"trainer.pin:{digit}")
        hand.hears_something()
    tablet.see("trainer.export")
    hand.tap("trainer.signout")
    hand.is_told(words("start.welcome-first"))

    hand.tap("home.trainer")
    hand.is_told(words("trainer.pin"))
    for digit in "1234":
        hand.tap(f"trainer.pin:{digit}")
    hand.is_told(words("trainer.wrong-pin"))
    tablet.open(f"{tablet.url}/trainer/learners")
    tablet.see("trainer.pin:1")
    assert not tablet.has("trainer.export")
