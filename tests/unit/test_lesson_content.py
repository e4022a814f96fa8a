"""Reading YAML content: what is read, and where every mistake is said to be."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons import content
from lessons.content import Node, load_yaml
from lessons.errors import ContentError
from lessons.phrase import Phrase

Load = Callable[[str | bytes], Node]


@pytest.fixture(params=["fast", "plain"])
def load(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: Any) -> Load:
    """Reads text as a file, with libyaml and with the parser that is always there."""
    if request.param == "plain":
        monkeypatch.setattr(content, "_LOADER", yaml.SafeLoader)

    def read(text: str | bytes) -> Node:
        path = tmp_path / "unit" / "lesson.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return load_yaml(path, tmp_path)

    return read


def failure(read: Callable[[], object]) -> ContentError:
    with pytest.raises(ContentError) as caught:
        read()
    return caught.value


PHRASE = "say:\n  ug: نان\n  zh: 馕\n  en: Bread\n"


def test_a_phrase_is_read_in_all_three_languages(load: Load) -> None:
    assert load(PHRASE).field("say").phrase() == Phrase("نان", "馕", "Bread")


@pytest.mark.parametrize(
    ("text", "line", "language", "problem"),
    [
        ("a: 1\nsay: {ug: x, en: y}", 2, "zh", "is missing"),
        ("a: 1\nsay:\n  ug: x\n  zh: z\n  en:\n", 5, "en", "is empty"),
        ("say:\n  ug: ''\n  zh: z\n  en: y\n", 2, "ug", "is empty"),
        ("say:\n  ug: '...'\n  zh: z\n  en: y\n", 2, "ug", "has no words"),
        ("say:\n  ug: x\n  zh: [z]\n  en: y\n", 3, "zh", "must be text"),
        (
            "say:\n  ug: x\n  zh: z\n  en: your {prodct}\n",
            4,
            "en",
            "{prodct} cannot be filled here",
        ),
        ("say:\n  ug: x\n  zh: z\n  en: 'your { product'\n", 4, "en", "has a brace"),
    ],
)
def test_a_bad_language_is_named_with_its_line(
    load: Load, text: str, line: int, language: str, problem: str
) -> None:
    say = load(text).field("say")
    error = failure(lambda: say.phrase(allow_placeholders=frozenset({"product"})))
    assert (error.file, error.line, error.language) == ("unit/lesson.yaml", line, language)
    assert error.field == f"say.{language}"
    assert problem in error.problem


def test_a_placeholder_that_can_be_filled_is_kept(load: Load) -> None:
    say = load("say: {ug: '{product}', zh: '{product}', en: 'Your {product}'}").field("say")
    assert say.phrase(frozenset({"product"})).placeholders() == {"product"}
    assert failure(say.phrase).language == "ug"


def test_a_fourth_language_is_refused(load: Load) -> None:
    error = failure(load(PHRASE + "  fr: Pain\n").field("say").phrase)
    assert (error.line, error.field) == (5, "say.fr")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "is empty"),
        ("# only a remark\n", 1, "is empty"),
        ("---\n", 1, "is empty"),
        ("a: 1\n\tb: 2\n", 2, "has a tab"),
        ("a: 1\nb: 'x\ty'\n", 2, "has a tab"),
        ('a: 1\nb: "\\t"\n', 2, "cannot be shown"),
        ("a: 1\nb: [1, 2", 2, "is not YAML"),
        ("a: 1\nb: 'cut", 2, "is not YAML"),
        ("a: 1\nb: c: d\n", 2, "is not YAML"),
        (b"a: 1\nb: \xc3\n", 2, "is not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "is not UTF-8"),
        (b"a: 1\n\x00\x01\x02", 2, "cannot be shown"),
        ("a: 1\nb: 2\na: 3\n", 3, "is written twice"),
        ("a: &x [1]\nb: *x\n", 2, "is an alias"),
        ("a: &x [*x]\n", 1, "is an alias"),
        ("a: 1\nb: !!python/name:os.system x\n", 2, "has the tag"),
        ("a: 1\n---\nb: 1\n", 2, "second document"),
        ("[" * 3000, 1, "nested too deep"),
        ("? [a]\n: b\n", 1, "without a plain name"),
        ("x" * 1_000_001, 1, "is larger than"),
    ],
)
def test_a_file_that_is_no_content_says_the_line(
    load: Load, text: str | bytes, line: int, problem: str
) -> None:
    error = failure(lambda: load(text))
    assert error.line == line
    assert problem in error.problem


def test_a_file_that_is_not_there_is_a_content_error(tmp_path: Path) -> None:
    error = failure(lambda: load_yaml(tmp_path / "unit.yaml", tmp_path))
    assert (error.file, error.line) == ("unit.yaml", 1)
    assert "cannot be read" in error.problem


def test_a_byte_order_mark_from_a_simple_editor_is_no_problem(load: Load) -> None:
    assert load(b"\xef\xbb\xbfa: 1\r\n").field("a").whole_number() == 1


def test_lists_and_maps_keep_their_order_and_paths(load: Load) -> None:
    root = load("steps:\n  - b: 1\n    a: 2\n  - c: 3\n")
    first, second = root.field("steps").items()
    assert [key for key, _ in first.entries()] == ["b", "a"]
    assert (second.field("c").path, second.field("c").line) == ("steps.2.c", 4)


def test_a_missing_field_is_named_at_the_map_that_lacks_it(load: Load) -> None:
    step = load("title: x\nsteps:\n  - id: a\n").field("steps").items()[0]
    error = failure(lambda: step.field("say"))
    assert (error.line, error.field, error.problem) == (3, "steps.1.say", "is missing")
    assert step.optional("say") is None


def test_what_lies_below_a_field_name_is_shown_at_the_name(load: Load) -> None:
    error = failure(load("a: 1\nsay:\n  # the words\n  ug: x\n  en: y\n").field("say").phrase)
    assert (error.line, error.field) == (2, "say.zh")


def test_a_mistyped_field_is_found(load: Load) -> None:
    error = failure(lambda: load("id: a\npicure: b\n").only("id", "picture"))
    assert (error.line, error.field) == (2, "picure")


@pytest.mark.parametrize("text", ["1.5", "'1'", "true", "x", "[1]", "010", "1_0", "", "9" * 5000])
def test_what_is_no_whole_number_is_refused(load: Load, text: str) -> None:
    node = load(f"a: {text}\n").field("a")
    assert failure(node.whole_number).problem == "must be a whole number"


def test_numbers_are_read_within_their_limits(load: Load) -> None:
    root = load("a: 350\nb: -0.5\n")
    assert root.field("a").whole_number(minimum=350, maximum=350) == 350
    assert root.field("b").number() == -0.5
    assert failure(lambda: root.field("a").whole_number(minimum=351)).line == 1
    assert failure(lambda: root.field("a").whole_number(maximum=349)).line == 1
    assert failure(root.field("b").whole_number).line == 2


def test_a_flag_is_true_or_false_and_nothing_like_it(load: Load) -> None:
    root = load("a: true\nb: false\nc: yes\nd: 'true'\n")
    assert root.field("a").flag() is True
    assert root.field("b").flag() is False
    assert failure(root.field("c").flag).line == 3
    assert failure(root.field("d").flag).line == 4


def test_nothing_is_empty_unless_it_stands_in_quotes(load: Load) -> None:
    root = load("a: null\nb: ~\nc: 'null'\n")
    assert failure(root.field("a").text).line == 1
    assert failure(root.field("b").text).line == 2
    assert root.field("c").text() == "null"


@pytest.mark.parametrize("word", ["No", "on", "12", "1.5"])
def test_a_word_that_yaml_would_take_for_something_else_stays_text(load: Load, word: str) -> None:
    assert load(f"a: {word}\n").field("a").text() == word


def test_asking_for_the_wrong_shape_is_a_content_error(load: Load) -> None:
    root = load("a: x\nb: [1]\n")
    assert failure(root.items).problem == "must be a list"
    assert failure(root.text).problem == "must be text"
    assert failure(root.field("a").entries).problem == "must be a map of fields"
    assert failure(lambda: root.field("b").field("c")).problem == "must be a map of fields"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    text=st.one_of(
        st.binary(max_size=80),
        st.text(max_size=80),
        st.text(alphabet="ab:-[]{}&*!|>'\"#?,% \n\t", max_size=40),
    )
)
def test_whatever_a_file_holds_it_is_a_node_or_a_content_error(
    load: Load, text: str | bytes
) -> None:
    if isinstance(text, str):
        text = text.encode("utf-8", "surrogatepass")
    try:
        node = load(text)
    except ContentError as error:
        assert 1 <= error.line <= max(1, len(text.decode(errors="replace").splitlines()))
    else:
        assert isinstance(node, Node)
