"""A backup behind a password: AES-256-GCM in blocks, the key made of the password by scrypt.

Each block is sealed with its number and whether it is the last, so none can be changed, moved,
doubled or left out. What lies inside, with all names, cannot be seen from outside.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from typing import IO, Final

import msgspec

from kiosk.backup.errors import BackupError, WrongPassword

HEADER: Final = "sealed.json"
SEALED: Final = "backup.sealed"
SEALED_FORMAT: Final = 1
MOST_HEADER_BYTES: Final = 10_000
SALT_BYTES: Final = 16

_BLOCK: Final = 1 << 20
_TAG: Final = 16
_KEY: Final = 32
# Fixed by the format, never read from a file: a file could ask for all memory there is.
_SCRYPT_N: Final = 1 << 16
_SCRYPT_R: Final = 8
_SCRYPT_MEMORY: Final = 2 * 128 * _SCRYPT_N * _SCRYPT_R


class Header(msgspec.Struct, frozen=True):
    """What has to be known before the password; ``check`` tells a wrong one from damage."""

    format: int
    salt: bytes
    check: bytes


class Lock:
    """What seals and opens the blocks of one backup."""

    def __init__(self, password: str, salt: bytes) -> None:
        """Takes a moment on purpose: who guesses has to take it each time."""
        # Imported here: most backups have no password, and it takes a while.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        # The same letters from another keyboard must be the same bytes.
        word = unicodedata.normalize("NFC", password).encode("utf-8", "surrogateescape")
        made = hashlib.scrypt(
            word, salt=salt, n=_SCRYPT_N, r=_SCRYPT_R, p=1, maxmem=_SCRYPT_MEMORY, dklen=2 * _KEY
        )
        self._cipher = AESGCM(made[:_KEY])
        self.check = made[_KEY:]

    def seal(self, number: int, block: bytes, is_last: bool) -> bytes:
        """A sealed block; every number is used once."""
        return self._cipher.encrypt(_nonce(number, is_last), block, None)

    def opened(self, number: int, block: bytes, is_last: bool) -> bytes:
        """What is in a sealed block; raises BackupError where it is not as it was."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(_nonce(number, is_last), block, None)
        except InvalidTag:
            raise BackupError("it is damaged") from None


class Sealing:
    """A file to write to, whose bytes go sealed into another; ``finish`` must be called."""

    def __init__(self, lock: Lock, out: IO[bytes]) -> None:
        self._lock = lock
        self._out = out
        self._rest = bytearray()
        self._number = 0

    def write(self, data: bytes) -> int:
        """Take bytes; raises OSError."""
        self._rest += data
        while len(self._rest) > _BLOCK:  # the last block must be known as such
            self._put(bytes(self._rest[:_BLOCK]), is_last=False)
            del self._rest[:_BLOCK]
        return len(data)

    def flush(self) -> None:
        """Nothing: a block is written when it is full."""

    def finish(self) -> None:
        """Write the last block."""
        self._put(bytes(self._rest), is_last=True)

    def _put(self, block: bytes, is_last: bool) -> None:
        self._out.write(self._lock.seal(self._number, block, is_last))
        self._number += 1


def unsealed(lock: Lock, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What was written to a ``Sealing``, from its bytes in pieces of any size.

    Raises BackupError where anything is damaged or missing.
    """
    rest, number = bytearray(), 0
    for piece in pieces:
        rest += piece
        while len(rest) > _BLOCK + _TAG:
            yield lock.opened(number, bytes(rest[: _BLOCK + _TAG]), is_last=False)
            del rest[: _BLOCK + _TAG]
            number += 1
    yield lock.opened(number, bytes(rest), is_last=True)


def opening(header: Header, password: str | None) -> Lock:
    """What opens a backup; raises WrongPassword, or BackupError for a newer header."""
    if header.format > SEALED_FORMAT:
        raise BackupError("it was made by a newer kiosk: update this one first")
    if header.format < 1 or len(header.salt) != SALT_BYTES:
        raise BackupError("it is damaged")
    if password is None:
        raise WrongPassword(
            "it has a password: give --password, or the variable KIOSK_BACKUP_PASSWORD"
        )
    lock = Lock(password, header.salt)
    if lock.check != header.check:
        raise WrongPassword("the password is wrong")
    return lock


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])
