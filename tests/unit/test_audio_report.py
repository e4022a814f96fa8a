"""Coverage: who says each phrase now; and former words, said only where nobody can say the new."""

from pathlib import Path

import pytest

from audio.building.builder import kept_clip
from audio.building.engine import Raw
from audio.embedded import EmbeddedVoice
from audio.errors import NoVoice, SynthesisFailed
from audio.kept import FormerVoice, KeptVoice
from audio.report import Coverage, as_json, coverage
from audio.sayable import Sayable, keys_by_text
from audio.shelf.shelf import Shelf
from audio.speech import Speech
from demo_store.village.scene_content import load_scene
from demo_store.world.catalogue import load_catalogue
from kiosk.inventory import inventory
from kiosk.to_record import first_used, to_record
from kiosk.voices import shelves as shelves_of
from lessons.loader import COURSE, load_course
from lessons.phrase import LANGUAGES, Language
from tests.sounds import tone

ALL = tuple(
    Sayable(key, language, f"{text} {language}", is_open)
    for key, text, is_open in (
        ("a", "bread", False),
        ("b", "egg", False),
        ("c", "honey", False),
        ("d", "tea", False),
        ("e", "hello {name}", True),
    )
    for language in LANGUAGES
)


def one(key: str, language: Language = "en") -> Sayable:
    return next(each for each in ALL if (each.key, each.language) == (key, language))


def before(key: str, language: Language = "en") -> Sayable:
    """What the phrase said earlier."""
    return Sayable(key, language, f"former {key}")


class Shelves:
    def __init__(self, folder: Path) -> None:
        self.recorded, self.built = Shelf(folder / "recorded"), Shelf(folder / "built")
        self._seconds = 0.3

    def record(self, *each: Sayable) -> None:
        self._keep(self.recorded, each, "recorded")

    def build(self, *each: Sayable) -> None:
        self._keep(self.built, each, "espeak")

    def _keep(self, shelf: Shelf, sayables: tuple[Sayable, ...], source: str) -> None:
        for each in sayables:
            self._seconds += 0.1  # no two sound alike
            shelf.keep([kept_clip(each, Raw(tone(self._seconds)), source)])

    def report(self, *silent: Language, everything: tuple[Sayable, ...] = ALL) -> Coverage:
        found = coverage(everything, self.recorded, self.built, lambda each: each not in silent)
        for each in found.values():
            said = each.recorded + each.built + each.embedded + each.missing
            assert said == each.phrases
            assert len(each.stale_keys) == each.stale
        return found["en"]


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    return Shelves(tmp_path)


def counts(of: Coverage) -> dict[str, float]:
    return {name: value for name, value in as_json({"en": of})["en"].items() if value}


def test_without_clips_the_embedded_voice_says_all(shelves: Shelves) -> None:
    assert counts(shelves.report()) == {"phrases": 4, "embedded": 4}


def test_without_any_voice_all_are_missing(shelves: Shelves) -> None:
    found = shelves.report("en")
    assert counts(found) == {"phrases": 4, "missing": 4}
    assert (found.open, found.silent) == (1, 1)


def test_a_recording_stands_before_a_built_clip_before_the_embedded_voice(
    shelves: Shelves,
) -> None:
    shelves.record(one("a"))
    shelves.build(one("a"), one("b"))
    found = shelves.report()
    assert (found.recorded, found.built, found.embedded, found.stale) == (1, 1, 2, 0)
    assert found.bytes == sum(card.bytes for card in cards(shelves))
    assert found.seconds == round(sum(card.duration_ms for card in cards(shelves)) / 1000, 1)


def cards(shelves: Shelves) -> list:  # type: ignore[type-arg]
    return [*shelves.recorded.cards(), *shelves.built.cards()]


def test_clips_of_one_language_count_in_no_other(shelves: Shelves) -> None:
    shelves.record(one("a", "ug"))
    assert counts(shelves.report()) == {"phrases": 4, "embedded": 4}


def test_a_changed_text_is_stale_and_the_next_fresh_voice_says_it(shelves: Shelves) -> None:
    shelves.record(before("a"), before("b"))
    shelves.build(one("b"))
    found = shelves.report()
    assert (found.stale, found.recorded, found.built, found.embedded) == (1, 0, 1, 3)
    assert found.stale_keys == ["a"]


def test_former_words_count_for_their_voice_where_nobody_says_the_new(shelves: Shelves) -> None:
    shelves.record(before("a"))
    shelves.build(before("a"), before("b"))
    found = shelves.report("en")
    assert (found.stale, found.recorded, found.built, found.missing) == (2, 1, 1, 2)


def test_one_clip_of_two_phrases_with_the_same_words_weighs_once(shelves: Shelves) -> None:
    twice = (Sayable("x", "en", "yes"), Sayable("y", "en", "yes"))
    shelves.record(twice[0])
    found = shelves.report(everything=twice)
    (card,) = shelves.recorded.cards()
    assert (found.phrases, found.recorded, found.bytes, found.stale) == (1, 1, card.bytes, 0)


def test_the_same_words_under_a_second_key_are_stale_once(shelves: Shelves) -> None:
    shelves.record(before("y"))
    found = shelves.report(everything=(Sayable("x", "en", "yes"), Sayable("y", "en", "yes")))
    assert (found.phrases, found.stale, found.embedded) == (1, 1, 1)


def test_the_report_counts_what_the_trainers_card_counts(tmp_path: Path) -> None:
    kept = shelves_of(tmp_path)
    sayables = inventory(load_course(COURSE).course, load_catalogue(), load_scene())
    for key in ("nav.home", "nav.back"):
        phrase = next(each for each in sayables if (each.key, each.language) == (key, "ug"))
        kept.recorded.keep([kept_clip(phrase, Raw(tone(1 + len(key) / 10)), "recorded")])
    found = coverage(sayables, kept.recorded, kept.built, lambda _: True)
    for language in LANGUAGES:
        card = to_record(first_used(sayables, language), kept.recorded)
        told = found[language]
        assert (told.recorded, told.phrases) == (card.recorded, card.recorded + card.left)
        assert told.open > 10
    assert found["ug"].recorded == 2


@pytest.mark.parametrize("content", [None, b"", b"ID3"])
def test_a_clip_whose_file_is_gone_or_damaged_does_not_count(
    shelves: Shelves, content: bytes | None
) -> None:
    shelves.record(one("a"))
    shelves.build(one("a"), one("b"))
    for shelf, card in ((shelves.recorded, 0), (shelves.built, 1)):
        file = shelf.folder / "clips" / f"{shelf.cards()[card].digest}.ogg"
        file.unlink() if content is None else file.write_bytes(content)
    found = shelves.report()
    assert (found.recorded, found.built, found.embedded, found.stale) == (0, 1, 3, 0)
    assert found.bytes == shelves.built.cards()[0].bytes
    assert shelves.report("en").missing == 3


# -- who is heard


def chain(shelves: Shelves, folder: Path, embedded: bool) -> Speech:
    keys = keys_by_text(ALL)
    return Speech(
        folder / "cache",
        [
            KeptVoice("recorded", shelves.recorded),
            KeptVoice("built", shelves.built),
            *([EmbeddedVoice(folder / "cache")] if embedded else []),
            FormerVoice("recorded-before", shelves.recorded, keys),
            FormerVoice("built-before", shelves.built, keys),
        ],
    )


def test_former_words_are_heard_only_where_nobody_can_say_the_new(
    shelves: Shelves, tmp_path: Path
) -> None:
    shelves.record(before("a"), before("b"))
    shelves.build(one("b"), before("c"))
    heard = {}
    for embedded in (True, False):
        speech = chain(shelves, tmp_path, embedded)
        heard[embedded] = [speech.clip(one(key).text, "en").voice for key in "abc"]
        if not embedded:
            with pytest.raises(NoVoice):
                speech.clip(one("d").text, "en")
        speech.close()
    assert heard[True] == ["espeak", "built", "espeak"]
    assert heard[False] == ["recorded-before", "built", "built-before"]


def test_former_words_light_up_as_words_of_the_new_sentence(
    shelves: Shelves,
) -> None:
    shelves.record(before("a"))
    former = FormerVoice("recorded-before", shelves.recorded, keys_by_text(ALL))
    text = one("a").text
    said = former.say(text, "en")
    assert [text[word.first : word.last] for word in said.words] == ["bread", "en"]
    assert said.words[-1].end_ms == said.duration_ms


def test_a_damaged_recording_is_passed_over(shelves: Shelves, tmp_path: Path) -> None:
    shelves.record(one("a"))
    (card,) = shelves.recorded.cards()
    (shelves.recorded.folder / "clips" / f"{card.digest}.ogg").write_bytes(b"ID3")
    with pytest.raises(SynthesisFailed, match="damaged"):
        KeptVoice("recorded", shelves.recorded).say(one("a").text, "en")
    speech = chain(shelves, tmp_path, embedded=True)
    assert speech.clip(one("a").text, "en").voice == "espeak"
    speech.close()
