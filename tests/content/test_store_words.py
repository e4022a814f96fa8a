"""What customers ask, say and try: whole, in three languages, drawn, and with a good way each."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo_store.conversation import trouble_ways, truth
from demo_store.conversation.trouble_fits import fits
from demo_store.store import Store
from demo_store.world.catalogue import CONTENT, load_catalogue
from demo_store.world.questions import ABOUT, CONDITIONS, Question
from demo_store.world.questions import EFFECTS as ANSWERS
from demo_store.world.review_words import COMPLAINTS, PRAISE, REASONS, RULES
from demo_store.world.trouble_kinds import EFFECTS, NEEDS, TroubleKind
from lessons.errors import ContentError
from lessons.phrase import LANGUAGES, Phrase

CATALOGUE = load_catalogue()
PICTURES = Path(__file__).parents[2] / "kiosk" / "assets" / "pictures"
QUESTIONS = list(CATALOGUE.questions.values())
TROUBLES = list(CATALOGUE.troubles.values())
SCRIPTS = {"ug": r"[\u0600-\u06ff]", "zh": r"[\u4e00-\u9fff]", "en": r"[A-Za-z]"}

every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
every_trouble = pytest.mark.parametrize("trouble", TROUBLES, ids=lambda each: each.id)


def phrases() -> Iterator[Phrase]:
    for question in QUESTIONS:
        yield question.say
        yield from (reply.say for reply in question.replies.values())
        yield from (reply.why for reply in question.replies.values() if reply.why)
    for trouble in TROUBLES:
        yield from (trouble.name, trouble.story)
        for way in trouble.ways.values():
            yield from (way.say, way.after, *([way.why] if way.why else []))
    for sayings in CATALOGUE.manners.sayings.values():
        yield from (saying.say for saying in sayings)
    yield from (quality.name for quality in CATALOGUE.qualities.values())


@pytest.mark.parametrize("phrase", list(phrases()), ids=lambda phrase: phrase.en)
def test_every_sentence_is_in_its_own_script_and_has_the_same_places(phrase: Phrase) -> None:
    places = {}
    for language in LANGUAGES:
        text = phrase.text(language)
        places[language] = sorted(re.findall(r"\{[a-z]+\}", text))
        bare = re.sub(r"\{[a-z]+\}", "", text)
        assert re.search(SCRIPTS[language], bare)
        others = [script for each, script in SCRIPTS.items() if each != language]
        assert not any(re.search(script, bare) for script in others)
    assert places["ug"] == places["zh"] == places["en"]


@pytest.mark.parametrize("phrase", list(phrases()), ids=lambda phrase: phrase.en)
def test_every_sentence_is_short_enough_to_be_remembered(phrase: Phrase) -> None:
    for sentence in re.split(r"[.!?:«»] ?", phrase.en):
        assert len(sentence.split()) <= 13, sentence


def test_there_is_enough_to_learn_from() -> None:
    assert len(QUESTIONS) >= 12
    assert len(TROUBLES) >= 8
    assert {question.about for question in QUESTIONS} == set(ABOUT)
    assert {trouble.needs for trouble in TROUBLES} == set(NEEDS)


def test_every_picture_is_drawn() -> None:
    named = {thing.picture for thing in (*QUESTIONS, *TROUBLES, *CATALOGUE.qualities.values())}
    named |= {reply.picture for question in QUESTIONS for reply in question.replies.values()}
    named |= {way.picture for trouble in TROUBLES for way in trouble.ways.values()}
    assert named - {path.stem for path in PICTURES.glob("*.svg")} == set()


@every_question
def test_the_replies_look_different_and_one_can_be_good(question: Question) -> None:
    pictures = [reply.picture for reply in question.replies.values()]
    assert len(set(pictures)) == len(pictures)
    assert any(reply.good_when != "never" for reply in question.replies.values())
    assert question.kinds <= set(CATALOGUE.kinds)


@every_trouble
def test_the_ways_look_different_and_bad_ones_say_what_they_cost(trouble: TroubleKind) -> None:
    pictures = [way.picture for way in trouble.ways.values()]
    assert len(set(pictures)) == len(pictures)
    assert {way.good for way in trouble.ways.values()} == {True, False}
    for way in trouble.ways.values():
        assert way.good or "yuan" in way.after.placeholders()
        assert way.does or not way.after.placeholders()


def test_the_code_knows_every_word_of_the_content_and_no_other() -> None:
    replies = [reply for question in QUESTIONS for reply in question.replies.values()]
    assert set(truth.RULES) == set(CONDITIONS) == {reply.good_when for reply in replies}
    used = {effect for reply in replies for effect in (*reply.does, *reply.otherwise)}
    assert used == set(ANSWERS)
    ways = [way for trouble in TROUBLES for way in trouble.ways.values()]
    assert {effect for way in ways for effect in way.does} == set(EFFECTS)
    assert set(trouble_ways._EFFECTS) == set(EFFECTS)
    assert set(CATALOGUE.manners.claims.rules.values()) == set(RULES)
    for trouble in TROUBLES:
        assert fits(CATALOGUE, Store(), trouble) == ()


def test_every_reason_has_two_or_three_sentences_for_every_product() -> None:
    assert set(CATALOGUE.manners.sayings) == set(REASONS) == {*COMPLAINTS, *PRAISE}
    for sayings in CATALOGUE.manners.sayings.values():
        for kind in CATALOGUE.kinds:
            assert 2 <= sum(kind in saying.kinds for saying in sayings) <= 4


def test_claims_that_need_a_rule_are_qualities_and_every_product_has_some() -> None:
    assert set(CATALOGUE.manners.claims.rules) <= set(CATALOGUE.qualities)
    for kind in CATALOGUE.kinds:
        assert sum(kind in quality.true_of for quality in CATALOGUE.qualities.values()) >= 3


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("questions.yaml", "good_when: fresh", "good_when: fesh", "known are"),
        ("questions.yaml", "does: [buy]", "does: [by]", "known are"),
        ("questions.yaml", "kinds: perishable", "kinds: wet", "not a group"),
        ("questions.yaml", "  about: product", "  about: nothing", "known are"),
        ("questions.yaml", "{count}", "{cont}", "cannot be filled"),
        ("questions.yaml", "      why: {", "      # why: {", "why"),
        ("questions.yaml", "good_when: never", "good_when: raw", "never good"),
        ("troubles.yaml", "      good: false", "      good: true", "bad way"),
        ("troubles.yaml", "good: true", "good: maybe", "true or false"),
        ("troubles.yaml", "needs: goods", "needs: gods", "known are"),
        ("troubles.yaml", "needs: goods", "needs: card", "asks for an amount"),
        ("troubles.yaml", "needs: below-cost", "needs: sold\n  amount: {value: 1}", "no amount"),
        ("review_words.yaml", "late:", "latte:", "not known"),
        ("groups.yaml", "eggs, chicken]", "egs, chicken]", "not a product"),
        ("claims.yaml", "fresh-today: made-lately", "fresh-today: made", "known are"),
        ("score.yaml", "value: 4.8", "value: 5.8", "from 1 to 5"),
        ("talk.yaml", "value: 0.3", "value: 3", "from 0 to 1"),
    ],
)
def test_a_mistake_in_the_content_is_found(
    tmp_path: Path, file: str, old: str, new: str, problem: str
) -> None:
    folder = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError, match=problem) as caught:
        load_catalogue(folder)
    assert caught.value.file == file
    assert caught.value.line > 1
