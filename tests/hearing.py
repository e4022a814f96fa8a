"""What a tablet says, as a test can hear it."""

from lessons.phrase import Phrase
from tests.flet_session import FletSession
from tests.stage import Stage


async def says(tablet: FletSession, stage: Stage, phrase: Phrase) -> None:
    """Waits until exactly this is being said."""
    clip = await stage.kiosk.speech.clip_soon(phrase.text(stage.language), stage.language)
    address = f"/speech/{clip.key}.wav"
    await tablet.until(
        lambda: any(str(audio["src"]) == address for audio in tablet.controls("Audio")), 20
    )
