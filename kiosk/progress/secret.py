"""PINs and secret pictures as salted scrypt hashes: a stolen tablet does not tell them."""

import hashlib
import hmac
import os
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Final

from kiosk.progress.errors import PinNotAllowed

# 16 MB and 50 to 100 ms a try: dear for a guesser, unnoticed by a trainer.
_N: Final = 2**14
_R: Final = 8
_P: Final = 1
_SALT_BYTES: Final = 16
_FEWEST_DIGITS: Final = 4
_MOST_DIGITS: Final = 6


def hash_pin(pin: str) -> str:
    """A salted hash of a PIN of 4 to 6 digits; raises PinNotAllowed."""
    if not (pin.isascii() and pin.isdigit() and _FEWEST_DIGITS <= len(pin) <= _MOST_DIGITS):
        raise PinNotAllowed(_FEWEST_DIGITS, _MOST_DIGITS)
    return _hashed(_pin_bytes(pin))


def verify_pin(pin: str, stored: str) -> bool:
    """Whether this is the PIN; False also for a stored text that is no hash."""
    return _verified(_pin_bytes(pin), stored)


def hash_pictures(pictures: Sequence[str]) -> str:
    """A salted hash of secret pictures, whose sequence matters."""
    return _hashed(_picture_bytes(pictures))


def verify_pictures(pictures: Sequence[str], stored: str) -> bool:
    """Whether these are the secret pictures; False also for a stored text that is no hash."""
    return _verified(_picture_bytes(pictures), stored)


def _pin_bytes(pin: str) -> bytes:
    return b"pin\0" + pin.encode()


def _picture_bytes(pictures: Sequence[str]) -> bytes:
    return b"pictures\0" + "\0".join(pictures).encode()


def _hashed(secret: bytes) -> str:
    salt = os.urandom(_SALT_BYTES)
    digest = _scrypt(secret, salt, _N, _R, _P)
    numbers = [str(number) for number in (_N, _R, _P)]
    return "$".join(["scrypt", *numbers, b64encode(salt).decode(), b64encode(digest).decode()])


def _verified(secret: bytes, stored: str) -> bool:
    try:
        name, n, r, p, salt, digest = stored.split("$")
        wanted = b64decode(digest, validate=True)
        given = _scrypt(secret, b64decode(salt, validate=True), int(n), int(r), int(p))
    except ValueError:
        return False
    return name == "scrypt" and hmac.compare_digest(given, wanted)


def _scrypt(secret: bytes, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(secret, salt=salt, n=n, r=r, p=p, maxmem=64 * 2**20, dklen=32)
