"""The rules of the content, as ``kiosk lessons check`` runs them, over all that there is."""

import pytest

from kiosk.authoring.check import Report, check
from kiosk.authoring.texts import FOLDERS, read_content


@pytest.fixture(scope="module")
def report() -> Report:
    return check()


def test_all_content_keeps_all_rules(report: Report) -> None:
    assert [str(each) for each in report.problems if each.level == "error"] == []
    assert report.lessons > 3 and report.phrases > 1400


def test_every_folder_with_words_is_looked_at() -> None:
    content = read_content()
    for folder in FOLDERS:
        assert any(text.key.startswith(f"{folder}/") for text in content.texts), folder
    assert len({text.key for text in content.texts}) == len(content.texts)


def test_no_language_is_said_to_be_reviewed_before_somebody_has_read_all_of_it(
    report: Report,
) -> None:
    for language, read in report.reviewed.items():
        assert not read.whole or read.phrases == read.of, language
