"""The trainer's microphone: Chromium's own beeps in place of a voice; and files from the tablet."""

from pathlib import Path

from audio.clip import key_of
from audio.kept import KeptVoice
from audio.shelf.card import text_hash
from audio.shelf.shelf import Shelf
from audio.sounds.wav import wav_file
from kiosk.wording import number, words
from tests.e2e.screen import Screen
from tests.served import Served
from tests.sounds import tone

FIRST = "start.welcome-first"
VOICE = "voice one"


def at_the_voices(tablet: Screen) -> None:
    """A trainer who sets her PIN, and names the voice."""
    tablet.tap("home.trainer")
    for _ in range(2):
        for digit in "2580":
            tablet.tap(f"trainer.pin:{digit}")
    tablet.tap("trainer.voices")
    tablet.type("voice.name", VOICE)


def shelf(kiosk: Served) -> Shelf:
    return Shelf(kiosk.folder / "data" / "voices" / "recorded")


def address_of(kiosk: Served, key: str) -> str:
    """Where the page gets the recording of a phrase."""
    text = words(key).ug
    voice = KeptVoice("recorded", shelf(kiosk))
    return f"/speech/{key_of(text, 'ug', 'recorded', voice.version_of(text, 'ug'))}"


def test_a_phrase_that_is_recorded_and_kept_is_what_the_next_one_hears(
    kiosk: Served, tablet: Screen
) -> None:
    at_the_voices(tablet)
    tablet.tap("voice.start")
    tablet.wait_value("voice.phrase", words(FIRST).ug)
    tablet.tap("voice.record")
    tablet.wait_value("voice.record", words("voices.stop").ug)
    tablet.page.wait_for_timeout(2500)  # it beeps once a second
    tablet.tap("voice.record")
    tablet.see("voice.keep")
    assert not shelf(kiosk).cards()
    count = len(tablet.plays())
    tablet.tap("voice.listen")
    tablet.wait_plays(count + 1)
    tablet.tap("voice.keep")
    tablet.wait(lambda: shelf(kiosk).cards())
    (card,) = shelf(kiosk).cards()
    assert (card.key, card.voice, card.language) == (FIRST, VOICE, "ug")
    assert card.text_hash == text_hash(words(FIRST).ug, "ug")
    assert 200 < card.duration_ms < 4000
    tablet.tap("nav.back")
    tablet.tap("nav.back")
    tablet.tap("trainer.signout")
    tablet.wait(lambda: address_of(kiosk, FIRST) in tablet.plays())


def test_files_are_picked_on_the_tablet_and_only_the_good_ones_are_kept(
    kiosk: Served, tablet: Screen, tmp_path: Path
) -> None:
    at_the_voices(tablet)
    good, bad = tmp_path / "nav.home.wav", tmp_path / "nav.back.wav"
    good.write_bytes(wav_file(tone(1.0).values, 24_000))
    bad.write_bytes(b"RIFF of no sound")
    bring(tablet, good, bad)
    refused = words("voices.refused-sound", name=bad.name).ug
    tablet.wait_value("screen.sentence", refused)
    assert not shelf(kiosk).cards()
    bring(tablet, good)
    tablet.wait_value("screen.sentence", words("voices.brought", count=number(1)).ug)
    assert [card.key for card in shelf(kiosk).cards()] == ["nav.home"]


def bring(tablet: Screen, *files: Path) -> None:
    with tablet.page.expect_file_chooser() as choosing:
        tablet.tap("voice.bring")
    choosing.value.set_files([str(file) for file in files])
