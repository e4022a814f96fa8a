"""Every screen, in every language and window: drawn whole, named, labelled, large enough."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import flet as ft
import pytest

from kiosk import theme
from kiosk.wording import words
from lessons.phrase import LANGUAGES, Language
from tests.colours import Pair, pairs_in, signs_of
from tests.flet_session import FletSession
from tests.flet_tree import Node
from tests.measured import cut_in
from tests.stage import SIZES, Stage
from tests.views import View, every_view, show

PHONE = SIZES[-1]
PICTURES = Path(__file__).parents[2] / "kiosk" / "assets"
FORM = re.compile(
    r"(unit|lesson|product|order|message|trouble|review|goal|loan):[A-Za-z0-9-]+"
    r"|[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*(:[A-Za-z0-9/-]+)?"
)
LETTERS = {"ug": r"[\u0600-\u06ff]", "zh": r"[\u3400-\u9fff]", "en": r"[A-Za-z]"}
OWN_WORDS = re.compile(
    r"neighbour\.who:|(home|voice|gallery)\.(language|learner):|lesson\.learner"
    r"|trainer\.(learner|group|family|language|mark|who|member|tablet):"
)
"""Labels that are people's names or a language's own: the same in every language."""
HEAR = {ft.Icons.VOLUME_UP_ROUNDED.value}
THINK = {ft.Icons.QUESTION_MARK_ROUNDED.value, ft.Icons.LIGHTBULB_ROUNDED.value}
GO = ft.Icons.ARROW_FORWARD_ROUNDED.value
OUTSIDE = {"start", "home", "home-guest", "home-lent", "home-evening", "not-signed-in"}
"""Screens that lead nowhere back."""


@dataclass(frozen=True)
class Drawn:
    """What a person has before her on one view."""

    view: View
    signed_in: bool
    things: list[Node]
    """The Semantics nodes with an identifier."""
    pictures: list[str]
    texts: list[str]
    cut: list[str]
    """What is cut or leaves the window; looked for in the smallest one, without the variants."""
    pairs: set[Pair]
    """Which colours stand on which; looked for in Uyghur only, they are the same in all."""

    @property
    def identifiers(self) -> list[str]:
        return [str(node["identifier"]) for node in self.things]

    def buttons(self) -> list[Node]:
        return [node for node in self.things if node.get("button")]

    def has(self, identifier: str) -> bool:
        return identifier in self.identifiers


@dataclass(frozen=True)
class Album:
    """All views in one language and window; the smaller differences in Uyghur only."""

    language: Language
    size: tuple[int, int]
    drawn: list[Drawn]


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Language, Stage]]:
    folder = tmp_path_factory.mktemp("kiosks")
    stages = {language: Stage(folder / language, language) for language in LANGUAGES}
    yield stages
    for stage in stages.values():
        stage.kiosk.close()


@pytest.fixture(scope="module")
def views(stages: dict[Language, Stage]) -> dict[Language, list[View]]:
    return {language: every_view(stage) for language, stage in stages.items()}


@pytest.fixture(
    scope="module",
    params=product(LANGUAGES, SIZES),
    ids=lambda at: f"{at[0]}-{at[1][0]}x{at[1][1]}",
)
def album(
    request: pytest.FixtureRequest,
    stages: dict[Language, Stage],
    views: dict[Language, list[View]],
) -> Album:
    language, size = request.param

    async def draw_all() -> list[Drawn]:
        # What speaks or pulses on a tablet goes on until the loop ends: its session has to live.
        wanted = [view for view in views[language] if language == "ug" or not view.variant]
        drawn = [await draw(stages[language], view, size) for view in wanted]
        return [each for each, _ in drawn]

    return Album(language, size, asyncio.run(draw_all()))


async def draw(stage: Stage, view: View, size: tuple[int, int]) -> tuple[Drawn, FletSession]:
    """A view as it stands, and its tablet; raises what went wrong while it was drawn."""
    tablet = stage.tablet(view.route, view.tablet, size)
    try:
        await tablet.start()
        await show(tablet, view)
        assert not tablet.crashed
        drawn = Drawn(
            view,
            stage.room.signed_in(view.tablet) is not None,
            [node for node in tablet.controls("Semantics") if node.get("identifier")],
            [str(image["src"]) for image in tablet.controls("Image")],
            tablet.texts(),
            cut_in(tablet, size) if size == PHONE and not view.variant else [],
            pairs_in(tablet) if stage.language == "ug" else set(),
        )
        return drawn, tablet
    except Exception as error:
        error.add_note(f"on {view.name} at {size} in {stage.language}")
        raise
    finally:
        await tablet.close()


def test_every_screen_can_be_heard_again_and_gives_help(album: Album) -> None:
    lacking = [
        (drawn.view.name, identifier)
        for drawn in album.drawn
        for identifier in ("speak.again", "nav.help")
        if not drawn.has(identifier)
    ]
    assert not lacking


def test_nothing_is_cut_or_leaves_the_window(album: Album) -> None:
    assert not [(drawn.view.name, each) for drawn in album.drawn for each in drawn.cut]


def test_every_screen_inside_leads_back(album: Album) -> None:
    ways = {"nav.back", "nav.home", "not-here.home", "trainer.signout"}
    lacking = [
        drawn.view.name
        for drawn in album.drawn
        if drawn.view.name not in OUTSIDE
        and not drawn.view.name.startswith("gallery-")
        and not ways.intersection(drawn.identifiers)
    ]
    assert not lacking


def test_every_screen_of_a_learner_says_whose_it_is_and_leads_home(album: Album) -> None:
    lacking = [
        (drawn.view.name, identifier)
        for drawn in album.drawn
        if drawn.signed_in and "not-here" not in drawn.view.name and "gone" not in drawn.view.name
        for identifier in ("learner.name", "nav.home")
        if not drawn.has(identifier)
        and not (identifier == "nav.home" and drawn.view.name.startswith("home"))
    ]
    assert not lacking


def test_no_identifier_is_twice_on_a_screen(album: Album) -> None:
    twice = [
        (drawn.view.name, identifier, count)
        for drawn in album.drawn
        for identifier, count in Counter(drawn.identifiers).items()
        if count > 1
    ]
    assert not twice


def test_every_identifier_has_the_agreed_form(album: Album) -> None:
    found = {each for drawn in album.drawn for each in drawn.identifiers}
    assert not sorted(each for each in found if not FORM.fullmatch(each))


def test_everything_to_tap_says_in_the_screens_language_what_it_is(album: Album) -> None:
    silent, foreign = [], []
    others = "|".join(LETTERS[other] for other in LANGUAGES if other != album.language)
    for drawn in album.drawn:
        for node in drawn.buttons():
            label = str(node.get("label") or "")
            if not label.strip():
                silent.append((drawn.view.name, node["identifier"]))
            elif not OWN_WORDS.match(node["identifier"]) and re.search(others, label):
                foreign.append((drawn.view.name, node["identifier"], label))
    assert not silent
    assert not foreign


def test_the_ways_out_are_called_by_their_phrases(album: Album) -> None:
    called = {
        (node["identifier"], node["label"])
        for drawn in album.drawn
        for node in drawn.buttons()
        if node["identifier"].startswith(("nav.", "speak."))
    }
    assert called == {
        ("speak.again", words("nav.hear-again").text(album.language)),
        ("nav.back", words("nav.back").text(album.language)),
        ("nav.home", words("nav.home").text(album.language)),
        ("nav.help", words("nav.help").text(album.language)),
    }


def test_everything_to_tap_is_large_enough_for_a_finger(album: Album) -> None:
    small = []
    for drawn in album.drawn:
        for node in drawn.buttons():
            box = node.get("content") or {}
            for side in ("width", "height"):
                if box.get(side) is not None and box[side] < theme.TAP:
                    small.append(f"{drawn.view.name}: {node['identifier']} {side} {box[side]:.0f}")
    assert not small, "\n".join(small)


def test_all_words_signs_and_edges_are_seen_by_day_and_in_the_evening(album: Album) -> None:
    found = {pair: drawn.view.name for drawn in album.drawn for pair in drawn.pairs}
    assert not [f"{pair} on {where}" for pair, where in found.items() if not pair.is_seen]


def test_each_colour_of_a_sign_to_tap_has_one_meaning(album: Album) -> None:
    signs = [sign for drawn in album.drawn for node in drawn.buttons() for sign in signs_of(node)]
    hear = {ground for sign, ground in signs if sign in HEAR}
    think = {ground for sign, ground in signs if sign in THINK}
    go = {ground for sign, ground in signs if sign == GO}
    assert (hear, think, go - {theme.LEAF}) == ({theme.SKY}, {theme.HONEY}, set())
    assert {sign for sign, ground in signs if ground == theme.SKY} <= HEAR
    assert {sign for sign, ground in signs if ground == theme.HONEY} <= THINK


def test_no_place_in_a_phrase_stays_unfilled(album: Album) -> None:
    said = [
        (drawn.view.name, text)
        for drawn in album.drawn
        for text in [*drawn.texts, *(str(node.get("label")) for node in drawn.things)]
        if re.search(r"\{[a-z_]+\}", text)
    ]
    assert not said


def test_every_picture_that_is_shown_is_drawn(album: Album) -> None:
    shown = {name for drawn in album.drawn for name in drawn.pictures}
    missing = [name for name in shown if not (PICTURES / name.lstrip("/")).is_file()]
    assert not missing


def test_what_cannot_be_tapped_now_is_told_to_be_disabled(album: Album) -> None:
    dead = [
        (drawn.view.name, node["identifier"])
        for drawn in album.drawn
        for node in drawn.buttons()
        if not node.get("disabled") and not (node.get("content") or {}).get("on_click")
    ]
    assert not dead
