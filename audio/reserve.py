"""What a cache leaves free on the disk: the last room belongs to what learners did."""

import shutil
from pathlib import Path
from typing import Final

RESERVE: Final = 64_000_000
"""Bytes that stay free for the journal: years of it."""
_SHARE: Final = 20
"""On a tiny disk a twentieth of it stays free."""


def leaves_room(free: int, total: int, size: int) -> bool:
    """Whether ``size`` bytes of a disk may be taken for what can be made again."""
    return free - size >= min(RESERVE, total // _SHARE)


def may_keep(folder: Path, size: int) -> bool:
    """Whether a cache may write so many bytes where this folder is, or will be."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        disk = shutil.disk_usage(there)
    except OSError:  # a disk that does not tell: it will refuse by itself
        return True
    return leaves_room(disk.free, disk.total, size)
