"""Each learner's events in a file of her own, opened when she is first asked for."""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from kiosk.progress import durable
from kiosk.progress.changes import whole
from kiosk.progress.draft import draft_of
from kiosk.progress.errors import NotSaved
from kiosk.progress.lines import encoded
from kiosk.progress.storage import Damage, JournalDB
from kiosk.progress.table import JournalTable

FOLDER_NAME: Final = "learners"
MOST_OPEN: Final = 64
"""More files than that are not open at a time, whoever comes."""
EVENTS: Final = "events"

_PLAIN: Final = re.compile(r"[0-9a-z][0-9a-z-]{0,63}")


class LearnerFiles:
    """The files of one data folder. Not for several threads at once."""

    def __init__(self, folder: Path) -> None:
        """Raises NotSaved where the folder cannot be made."""
        self.folder = folder / FOLDER_NAME
        durable.make_folder(self.folder)
        durable.sync_folder(folder)  # or a power cut could take the folder with all that is in it
        self.on_damage: Callable[[str], None] = lambda _: None
        """Is given the name of a file of which something was found lost."""
        self._open: OrderedDict[str, JournalDB] = OrderedDict()
        self.damage: Damage | None = None
        """What was first found broken in any file that was opened."""

    def lengths(self) -> dict[str, int]:
        """Bytes by file name, of every file that is not empty."""
        files = ((path.name, path.stat().st_size) for path in self.folder.glob("[!.]*.log"))
        return {name: size for name, size in sorted(files) if size}

    def path(self, learner: str) -> Path:
        """Where her file lies, or would."""
        return self.folder / file_name(learner)

    def length(self, learner: str) -> int:
        """The bytes of her file."""
        return self.path(learner).stat().st_size

    def raw(self, learner: str) -> bytes:
        """The bytes of her file and of what was set aside of it; raises NotSaved."""
        path = self.folder / file_name(learner)
        try:
            files = (path, *self.folder.glob(f"{path.name}.damaged*"))
            return b"".join(each.read_bytes() for each in files if each.exists())
        except OSError as error:
            raise NotSaved.because(path, error) from error

    def table(self, learner: str) -> JournalTable:
        """Her events; raises NotSaved, UnknownRecord."""
        return self.opened(file_name(learner))

    def opened(self, name: str) -> JournalTable:
        """The events of a file, which is made where missing; raises NotSaved, UnknownRecord."""
        if name not in self._open:
            while len(self._open) >= MOST_OPEN:
                self._open.popitem(last=False)[1].close()
            opened = self._open[name] = JournalDB(self.folder / name)
            if opened.damage:
                self.damage = self.damage or opened.damage
                self.on_damage(name)
        self._open.move_to_end(name)
        return self._open[name].table(EVENTS)

    def write(self, learner: str, documents: Iterable[Mapping[str, Any]]) -> None:
        """Put a whole new file in the place of hers, all or nothing; raises NotSaved."""
        self.let_go(file_name(learner))
        table = {str(number): dict(each) for number, each in enumerate(documents, start=1)}
        lines = map(encoded, whole({EVENTS: table}))
        durable.replace_file(self.folder / file_name(learner), lines)

    def delete(self, learner: str) -> None:
        """Remove her file and what was set aside of it; raises NotSaved."""
        name = file_name(learner)
        self.let_go(name)
        path = self.folder / name
        durable.drop_draft(path)
        files = (draft_of(path), *self.folder.glob(f"{name}.damaged*"), path)
        there = [each for each in files if each.exists()]
        try:
            for each in there:
                each.unlink()
        except OSError as error:
            raise NotSaved.because(path, error) from error
        if there:
            durable.sync_folder(self.folder)

    def let_go(self, name: str) -> None:
        """Close a file, if it is open."""
        if name in self._open:
            self._open.pop(name).close()

    def close(self) -> None:
        """Close all; they open again when they are asked for."""
        while self._open:
            self._open.popitem()[1].close()


def file_name(learner: str) -> str:
    """The name of her file: her id, where every file system takes that for a name of its own."""
    if _PLAIN.fullmatch(learner):
        return f"{learner}.log"
    return f"_{sha256(learner.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}.log"
