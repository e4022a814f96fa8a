"""PINs, secret pictures, and the wait after wrong ones."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.progress.attempts import Attempts, delay_s
from kiosk.progress.errors import PinNotAllowed
from kiosk.progress.secret import hash_pictures, hash_pin, verify_pictures, verify_pin

NOW = datetime(2024, 5, 1, 8, tzinfo=UTC)


def after(failures: int) -> Attempts:
    attempts = Attempts()
    for _ in range(failures):
        attempts = attempts.failed(NOW)
    return attempts


def test_only_the_right_pin_opens() -> None:
    stored = hash_pin("042042")
    assert verify_pin("042042", stored)
    assert not verify_pin("042043", stored)
    assert not verify_pin("", stored)


def test_the_hash_tells_nothing_and_is_never_the_same() -> None:
    one, other = hash_pin("1234"), hash_pin("1234")
    assert one != other
    assert "1234" not in one.split("$", 4)[-1]


@pytest.mark.parametrize("pin", ["", "123", "1234567", "12a4", "١٢٣٤", " 1234", "１２３４"])
def test_a_pin_that_is_not_four_to_six_digits_is_refused(pin: str) -> None:
    with pytest.raises(PinNotAllowed):
        hash_pin(pin)


def test_secret_pictures_open_only_in_their_sequence() -> None:
    stored = hash_pictures(("sun", "nang", "hen"))
    assert verify_pictures(["sun", "nang", "hen"], stored)
    assert not verify_pictures(["nang", "sun", "hen"], stored)
    assert not verify_pictures(["sun", "nang"], stored)


def test_a_pin_does_not_open_what_pictures_guard() -> None:
    assert not verify_pin("1234", hash_pictures(["1234"]))


@pytest.mark.parametrize("stored", ["", "x", "scrypt$a$b$c$d$e", "scrypt$3$8$1$AA==$AA==", "$$$$$"])
def test_a_stored_text_that_is_no_hash_opens_nothing(stored: str) -> None:
    assert not verify_pin("1234", stored)


def test_the_wait_grows_to_five_minutes_and_no_further() -> None:
    waits = [delay_s(failures) for failures in range(1, 12)]
    assert waits == [0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300]
    assert delay_s(10**6) == 300


def test_the_wait_passes_with_time() -> None:
    assert after(2).wait_s(NOW) == 0
    assert after(4).wait_s(NOW) == 4
    assert after(4).wait_s(NOW + timedelta(seconds=1)) == 3
    assert after(4).wait_s(NOW + timedelta(hours=1)) == 0


def test_a_clock_that_was_set_back_does_not_lock_the_trainer_out() -> None:
    assert after(20).wait_s(NOW - timedelta(days=3650)) == 0
