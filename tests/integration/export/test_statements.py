"""xAPI statements, by the rules and by a published validator."""

from pathlib import Path

import pytest
from ralph.models.xapi.base.statements import BaseXapiStatement

from tests.integration.export.acts import export, lines, statements
from tests.xapi_rules import problems


def test_every_statement_keeps_to_the_rules_and_a_published_validator_agrees(
    village: Path, tmp_path: Path
) -> None:
    found = statements(export(village, tmp_path / "out", "--format", "xapi"))
    assert len(found) > 300
    for each in found:
        assert problems(each) == []
        BaseXapiStatement.model_validate(each)


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        (("id",), "1", "id is no UUID"),
        (("result",), {"duration": "3 s"}, "duration is none: 3 s"),
        (("result",), {"score": {"scaled": 2}}, "scaled is not between -1 and 1"),
        (("verb", "id"), "answered", "verb is no IRI"),
        (("context", "language"), "", "statement.context.language is empty"),
        (("colour",), "red", "statement.colour is unknown"),
        (("actor", "account", "homePage"), "village", "account identifies nobody"),
    ],
)
def test_the_rules_and_the_validator_refuse_what_is_wrong(
    village: Path, tmp_path: Path, place: tuple[str, ...], value: object, problem: str
) -> None:
    statement = statements(export(village, tmp_path / "out", "--format", "xapi"))[0]
    inner: dict[str, object] = statement
    for key in place[:-1]:
        inner = inner[key]  # type: ignore[assignment]
    inner[place[-1]] = value
    assert problem in problems(statement)
    with pytest.raises(ValueError, match="validation error"):
        BaseXapiStatement.model_validate(statement)


def test_statements_are_the_same_ones_in_every_export(village: Path, tmp_path: Path) -> None:
    first = statements(export(village, tmp_path / "1", "--format", "xapi,jsonl"))
    assert statements(export(village, tmp_path / "2", "--format", "xapi")) == first
    ids = [each["id"] for each in first]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {each["id"] for each in lines(tmp_path / "1")}


def test_words_stand_in_all_three_languages(village: Path, tmp_path: Path) -> None:
    found = statements(export(village, tmp_path / "out", "--format", "xapi"))
    names = {
        tuple(sorted(each["object"]["definition"].get("name", {"en": 1, "ug": 1, "zh": 1})))  # type: ignore[index]
        for each in found
    }
    assert names == {("en", "ug", "zh")}
    verbs = {each["verb"]["id"].rsplit("/", 1)[1] for each in found}  # type: ignore[index]
    assert verbs >= {"initialized", "answered", "completed", "passed", "experienced", "attended"}
