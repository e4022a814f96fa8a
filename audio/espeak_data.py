"""A data folder for espeak-ng that is ours: the three languages, Uyghur with its stress set right.

The library takes only one data folder and cannot open long paths (or, on Windows, paths outside of
the code page), so the few files needed are copied (2.4 MB) to the first folder that will do. On a
disk that is nearly full none will: then they lie in memory, where the system has a folder there.
"""

import atexit
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final

import espeakng_loader

from audio.espeak import path_bytes
from audio.reserve import may_keep

_IN_MEMORY: Final = Path("/dev/shm")
_LONGEST_PATH: Final = 150  # bytes; the library's buffer ends at 160
_COPIED: Final = (
    *("phondata", "phonindex", "phontab", "intonations"),
    *("ug_dict", "cmn_dict", "en_dict"),
)
_UYGHUR: Final = b"name Uyghur\nlanguage ug\n\nstressRule 3\n"  # stress on the last syllable


def data_folder(wanted: Iterable[Path]) -> Path:
    """The data folder, made inside the first of the wanted folders in which it can be.

    Where none will do it is made in a temporary folder, and at last it is the wheel's own, in which
    Uyghur is spoken with its stress in the wrong place.
    """
    files = _files()
    name = f"espeak-{_fingerprint(files)}"
    size = sum(map(len, files.values()))
    for folder in _tried(wanted):
        with suppress(OSError, UnicodeEncodeError):
            made = folder / name
            if len(path_bytes(made)) > _LONGEST_PATH:
                continue
            if made.is_dir() or may_keep(folder, size):
                return _made(made, files)
    return _source()


def espeak_version() -> str:
    """The version of the library in the wheel."""
    return version("espeakng-loader")


def _source() -> Path:
    return Path(espeakng_loader.get_data_path())


def _tried(wanted: Iterable[Path]) -> Iterator[Path]:
    yield from (folder.absolute() for folder in wanted)
    for place in (None, _IN_MEMORY):
        with suppress(OSError):
            folder = tempfile.mkdtemp(prefix="kiosk-", dir=place)
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            yield Path(folder)


def _files() -> dict[str, bytes]:
    source = _source()
    copied = {name: (source / name).read_bytes() for name in _COPIED}
    voices = {"lang/cmn": "lang/sit/cmn", "lang/en": "lang/gmw/en"}
    return {
        **copied,
        **{to: (source / at).read_bytes() for to, at in voices.items()},
        "lang/ug": _UYGHUR,
    }


def _fingerprint(files: Mapping[str, bytes]) -> str:
    digest = blake2b(digest_size=4)
    for content in files.values():
        digest.update(content)
    return digest.hexdigest()


def _made(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        # a power cut may have left a file that is there and empty
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(path.name + ".part")
            part.write_bytes(content)
            part.replace(path)
    (folder / "voices").mkdir(exist_ok=True)
    return folder
