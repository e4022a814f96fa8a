"""Recordings that were made elsewhere: picked on the tablet, all of them kept or none."""

import asyncio
from typing import Final

from audio.errors import AudioError, FileRefused, SynthesisFailed
from audio.sounds.foreign import sound_endings
from kiosk.visit import Visit
from kiosk.wording import number, words
from lessons.phrase import Language, Phrase

MOST_BYTES: Final = 16 * 1024 * 1024
"""A minute as a WAV file is 11 MB; each file is in memory while it is read."""
MOST_FILES: Final = 60


def refusal(problem: AudioError, name: str) -> Phrase:
    """Why a file was not taken, in one line."""
    kind = problem.kind if isinstance(problem, FileRefused) else "sound"
    return words(f"voices.refused-{kind}", name=name)


async def bring_files(visit: Visit, language: Language, voice: str) -> None:
    """Lets files be picked that are named by the keys of their phrases, and keeps them."""
    picked = await visit.files.pick(sound_endings(), several=True)
    if len(picked) > MOST_FILES:
        visit.tell(words("voices.refused-many", count=number(MOST_FILES)))
        return
    desk, takes = visit.kiosk.voices, []
    for file in picked:
        try:
            content = await visit.files.content(file, MOST_BYTES)
            takes.append(await asyncio.to_thread(desk.brought, file.name, content, language, voice))
        except (FileRefused, SynthesisFailed) as problem:
            visit.tell(refusal(problem, file.name))
            return
    if takes and visit.trainer:
        await asyncio.to_thread(desk.keep, [(take.card, take.sound) for take in takes])
        visit.tell(words("voices.brought", count=number(len(takes))))
