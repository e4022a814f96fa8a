"""What a tablet says, as a test can hear it."""

from kiosk.player import address
from lessons.phrase import Phrase
from tests.flet_session import FletSession
from tests.flet_tree import Node
from tests.stage import Stage, spoken

LONGEST_WAIT_S = 20


async def key_of(stage: Stage, phrase: Phrase) -> str:
    clip = await stage.kiosk.speech.clip_soon(phrase.text(stage.language), stage.language)
    return address(clip.key)


def audio(tablet: FletSession) -> Node:
    (only,) = tablet.controls("Audio")
    return only


async def heard(tablet: FletSession, count: int, since: int) -> list[str]:
    """The sounds after the first ``since``, one after the other; each plays to its end."""
    sounds = []
    for number in range(since + 1, since + count + 1):
        await tablet.until(lambda number=number: spoken(tablet) >= number)
        sounds.append(str(audio(tablet)["src"]))
        await tablet.event(audio(tablet), "state_change", {"state": "playing"})
        await tablet.event(audio(tablet), "state_change", {"state": "completed"})
    return sounds


async def answer_to(tablet: FletSession, identifier: str, count: int = 1) -> list[str]:
    """The first sounds that a tap is answered with."""
    before = spoken(tablet)
    await tablet.tap(identifier)
    return await heard(tablet, count, before)


async def says(tablet: FletSession, stage: Stage, phrase: Phrase) -> None:
    """Waits until exactly this is being said; what is said before it plays to its end."""
    clip = await stage.kiosk.speech.clip_soon(phrase.text(stage.language), stage.language)
    wanted = address(clip.key)

    def is_said() -> bool:
        return any(str(audio["src"]) == wanted for audio in tablet.controls("Audio"))

    await tablet.until(lambda: is_said() or spoken(tablet), LONGEST_WAIT_S)
    while not is_said():
        before = spoken(tablet)
        await plays_to_its_end(tablet)
        await tablet.until(
            lambda before=before: is_said() or spoken(tablet) > before, LONGEST_WAIT_S
        )


async def plays_to_its_end(tablet: FletSession) -> None:
    """The browser plays the sound that was begun last: it tells of its start and of its end."""
    (audio,) = tablet.controls("Audio")
    for state in ("playing", "completed"):
        await tablet.event(audio, "state_change", {"state": state})
