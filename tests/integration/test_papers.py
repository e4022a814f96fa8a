"""Papers: what stands on them can be read, also in Uyghur, and by a phone's camera."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import segno
from PIL import Image

from kiosk.cli import main
from kiosk.papers.holder import Holder, Order
from kiosk.papers.kinds import PAPERS
from kiosk.papers.paper import PICTURES, Paper
from kiosk.papers.words import word
from kiosk.papers_options import KINDS
from kiosk.progress.events import (
    FamilyNamed,
    GroupChosen,
    GroupNamed,
    GuestStarted,
    LearnerEnrolled,
)
from kiosk.progress.journal import Journal
from lessons.events import LessonCompleted
from lessons.phrase import LANGUAGES, Language

Captured = pytest.CaptureFixture[str]
DAY = date(2026, 5, 20)
ID = "0b6f7c1e-9f1b-4b7e-8d55-8a44a1f5d0aa"
HER = Holder(
    ID,
    "رەيھان",
    PICTURES / "learner-01.svg",
    "باغۋەن",
    PICTURES / "egg.svg",
    "تۇخۇم",
    (("مېنىڭ مېلىم", PICTURES / "scene-our-store.svg"),),
)


def order(holders: Sequence[Holder] = (HER,), language: Language = "ug") -> Order:
    return Order(holders, language, DAY, "")


def texts(data: bytes) -> list[str]:
    pages = pdfium.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in pages]


def rendered(data: bytes, page: int = 0, dots_per_mm: float = 8) -> Image.Image:
    drawn = pdfium.PdfDocument(data)[page].render(scale=dots_per_mm * 25.4 / 72)
    image: Image.Image = drawn.to_pil()
    return image.convert("L")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_can_be_made_in_every_language_without_empty_boxes(
    kind: str, language: Language, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "fpdf")
    data = PAPERS[kind](order(language=language))
    assert data.startswith(b"%PDF")
    (text,) = texts(data)
    assert text.strip()
    # fonts are put together at the end: of no sign may there be nothing to show
    assert not [each for each in caplog.messages if "missing" in each.lower()]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_paper_has_the_same_bytes(kind: str) -> None:
    assert PAPERS[kind](order()) == PAPERS[kind](order())


def test_the_command_knows_every_paper() -> None:
    assert tuple(PAPERS) == KINDS


def ink(text: str, width: float = 150) -> list[int]:
    """The columns of a page in which a line has ink."""
    paper = Paper(order())
    paper.page()
    paper.text(text, 20, 20, width, 40)
    image = rendered(paper.data(), dots_per_mm=2)
    columns = (image.crop((x, 0, x + 1, image.height)) for x in range(image.width))
    return [x for x, column in enumerate(columns) if min(column.tobytes()) < 128]


def test_uyghur_letters_join() -> None:
    joined, apart = ink("نەمۇنە"), ink("ن\u200cە\u200cم\u200cۇ\u200cن\u200cە")
    assert len(joined) < 0.85 * len(apart)


def test_uyghur_runs_from_right_to_left() -> None:
    # ا is one upright stroke and س is broad: the stroke has to stand on the right
    columns = ink("ا سسسسس")
    gaps = [b - a for a, b in pairwise(columns)]
    cut = gaps.index(max(gaps)) + 1
    assert cut > len(columns) - cut


def test_what_no_font_can_show_is_left_out() -> None:
    paper = Paper(order())
    assert paper.drawable("رەيھان 🐔 小梅 Rose ऋ") == "رەيھان  小梅 Rose"
    named = replace(HER, name="🐔")
    assert PAPERS["cards"](order([named])).startswith(b"%PDF")


def test_a_long_name_is_made_smaller_until_it_fits() -> None:
    columns = ink("ئىسمى ئۇزۇن بىر ئۆگەنگۈچىنىڭ ئىسمى", width=60)
    assert max(columns) - min(columns) <= 60 * 2
    assert min(columns) >= 20 * 2


@pytest.mark.parametrize(("language", "left"), [("ug", 109.0), ("en", 61.0)])
def test_the_code_of_a_card_is_her_random_id(language: Language, left: float) -> None:
    """Dot by dot what the standard makes of the id, with the quiet edge around it."""
    image = rendered(PAPERS["cards"](order(language=language)))
    rows = [list(row) for row in segno.make_qr(ID, error="m").matrix_iter(border=4)]
    dot, top = 40 / len(rows), 13.5 + 2
    for number, row in enumerate(rows):
        for place, dark in enumerate(row):
            x, y = left + (place + 0.5) * dot, top + (number + 0.5) * dot
            assert (image.getpixel((round(x * 8), round(y * 8))) < 128) == bool(dark)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("kind", "count", "pages"),
    [
        ("certificate", 3, 3),
        ("cards", 10, 1),
        ("cards", 11, 2),
        ("workshop", 16, 1),
        ("workshop", 17, 2),
        ("workshop", 0, 1),
        ("stamps", 2, 2),
        ("labels", 2, 2),
    ],
)
def test_so_many_pages_are_needed(kind: str, count: int, pages: int) -> None:
    assert len(texts(PAPERS[kind](order([HER] * count, "en")))) == pages


def test_stamps_and_labels_bear_the_familys_name() -> None:
    family = replace(HER, family="Baghwen")
    (stamps,) = texts(PAPERS["stamps"](order([family], "en")))
    (labels,) = texts(PAPERS["labels"](order([family], "en")))
    assert (stamps.count("Baghwen"), labels.count("Baghwen")) == (70, 8)
    (unnamed,) = texts(PAPERS["stamps"](order([replace(HER, family="", name="Rose")], "en")))
    assert unnamed.count("Rose") == 70


def test_a_certificate_tells_each_lesson_or_that_she_has_begun() -> None:
    done = replace(HER, lessons=tuple((f"Lesson{n}", PICTURES / "nang.svg") for n in range(12)))
    (text,) = texts(PAPERS["certificate"](order([done], "en")))
    assert [n for n in range(12) if f"Lesson{n}" in text.split()] == list(range(2, 12))
    assert DAY.isoformat() in text
    (begun,) = texts(PAPERS["certificate"](order([replace(HER, lessons=())], "en")))
    assert word("begun", "en") in begun


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff no photo", b"\x89PNG"])
def test_a_broken_photo_is_somebody_all_the_same(tmp_path: Path, content: bytes) -> None:
    photo = tmp_path / "0123"
    photo.write_bytes(content)
    paper = PAPERS["cards"](order([replace(HER, picture=photo)]))
    nobody = PAPERS["cards"](order([replace(HER, picture=PICTURES / "guest.svg")]))
    assert paper == nobody
    photo.unlink()
    assert PAPERS["cards"](order([replace(HER, picture=photo)])) == nobody


def test_a_photo_is_shown_small_and_square(tmp_path: Path) -> None:
    photo = tmp_path / "0123"
    Image.effect_noise((3000, 2000), 90).convert("RGB").save(photo, "JPEG")
    data = PAPERS["cards"](order([replace(HER, picture=photo)]))
    assert data != PAPERS["cards"](order([replace(HER, picture=tmp_path / "none")]))
    assert len(data) < 600_000


# -- the command


@pytest.fixture
def village(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with Journal.open(folder) as journal:
        journal.append(None, [GroupNamed("g1", "Monday")])
        journal.append(None, [LearnerEnrolled("a", "learner-01", "eggs", "ug", "Rose")])
        journal.append(None, [GroupChosen("a", "g1"), FamilyNamed("a", "Baghwen")])
        journal.append("a", [LessonCompleted("my-product"), LessonCompleted("no-more")])
        journal.append(None, [LearnerEnrolled("b", "photo:0123", "gone", "zh", "")])
        journal.append(None, [GuestStarted("guest", "ug")])
    return folder


def papers(data: Path, out: Path, kind: str, *options: str) -> list[str]:
    assert main(["papers", kind, "--data", str(data), "--out", str(out), *options]) == 0
    return texts(out.read_bytes())


def refused(capsys: Captured, *arguments: str) -> str:
    assert main(["papers", *arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    return captured.err


def test_papers_are_of_learners_and_not_of_visitors(village: Path, tmp_path: Path) -> None:
    pages = papers(village, tmp_path / "new" / "c.pdf", "certificate", "--lang", "en")
    assert len(pages) == 2
    assert "Rose" in pages[0]
    assert "My product" in pages[0]
    assert word("begun", "en") in pages[1]


def test_papers_of_one_group_or_one_learner(village: Path, tmp_path: Path) -> None:
    (page,) = papers(village, tmp_path / "w.pdf", "workshop", "--lang", "en", "--group", "Monday")
    assert "Monday" in page
    assert "Rose" in page
    (page,) = papers(village, tmp_path / "l.pdf", "labels", "--lang", "en", "--learner", "a")
    assert "Baghwen" in page


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("poster",), "invalid choice: 'poster'"),
        (("cards", "--group", "Sunday"), "there is no group 'Sunday'; there are: Monday"),
        (("cards", "--learner", "nobody"), "there is no such learner"),
        (("cards", "--learner", "guest"), "there is no such learner"),
        (("cards", "--lang", "fr"), "invalid choice: 'fr'"),
    ],
)
def test_a_wrong_wish_is_one_line_and_writes_nothing(
    village: Path, tmp_path: Path, capsys: Captured, options: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "out.pdf"
    assert said in refused(capsys, *options, "--data", str(village), "--out", str(out))
    assert not out.exists()


def test_a_file_that_is_there_stays(village: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.pdf"
    out.write_text("mine")
    where = ("--data", str(village), "--out")
    assert "is there already" in refused(capsys, "cards", *where, str(out))
    assert "names no file" in refused(capsys, "cards", *where, str(tmp_path))
    assert "names no file" in refused(capsys, "cards", *where, " ")
    assert "was not saved" in refused(capsys, "cards", *where, str(out / "inside.pdf"))
    assert out.read_text() == "mine"
    none = ("--data", str(tmp_path / "none"), "--out", str(tmp_path / "x.pdf"))
    assert "there is no journal in" in refused(capsys, "cards", *none)
