"""Papers of a village's order: a label for each family, and a stamp for every unit of it."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from kiosk.cli import main
from kiosk.naming import name_of_picture
from kiosk.papers.parcels import parcels_of, shared_orders
from kiosk.papers.village import Parcel
from lessons.phrase import LANGUAGES
from tests.stage import PIN, Stage
from tests.village_acts import bring

Captured = pytest.CaptureFixture[str]


def with_order(stage: Stage) -> str:
    """A learner whose village has collected an order."""
    _, learner = stage.somebody(1)
    stage.kiosk.people.name_family(learner, "باغۋەن")
    bring(stage, learner, "village-collected")
    return learner


def parcel(stage: Stage, learner: str) -> Parcel:
    village, role = stage.room.village(learner), stage.room.villages.scene.learner
    card = stage.room.records.learner(learner)
    assert card is not None
    orders = shared_orders(village)
    (found,) = parcels_of(village, card, role, orders, stage.room.catalogue, "en")
    return found


def texts(path: Path) -> list[str]:
    pages = pdfium.PdfDocument(path.read_bytes())
    return [page.get_textpage().get_text_range() for page in pages]


def test_every_unit_of_the_order_has_the_stamp_of_its_family_once(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        learner = with_order(stage)
        found, village = parcel(stage, learner), stage.room.village(learner)
        order = village.store.order(found.order)
        assert order is not None
        assert found.quantity == order.quantity
        stamps = [(share.family, *unit) for share in found.shares for unit in share.units]
        assert len(set(stamps)) == order.quantity
        runs = village.shared[found.order]
        numbers = [(run.day, run.first + n) for run in runs for n in range(run.count)]
        assert sorted(numbers) == sorted((day, serial) for _, day, serial in stamps)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_prints_a_label_a_family_and_a_stamp_a_unit(
    tmp_path: Path, capsys: Captured, language: str
) -> None:
    with Stage(tmp_path / "data") as stage:
        learner = with_order(stage)
        found = parcel(stage, learner)
    out = tmp_path / "village.pdf"
    options = ["--learner", learner, "--lang", language, "--data", str(tmp_path / "data")]
    assert main(["papers", "village", "--out", str(out), *options]) == 0
    assert f"village of 1 orders in {out}" in capsys.readouterr().out
    shown = texts(out)
    for share in found.shares:
        for day, serial in share.units:
            assert any(f"{day} · {serial}" in page for page in shown[1:]), (day, serial)
        assert f"{len(share.units)} / {found.quantity}" in shown[0]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "village needs --learner"),
        (("--learner", "nobody"), "there is no such learner"),
        (("--learner", "{hers}", "--order", "o99"), "families gave to: o1"),
        (("--learner", "{other}"), "families gave to: none yet"),
    ],
)
def test_what_cannot_be_printed_is_one_line(
    tmp_path: Path, capsys: Captured, options: tuple[str, ...], told: str
) -> None:
    with Stage(tmp_path / "data") as stage:
        hers, (_, other) = with_order(stage), stage.somebody(2)
    asked = [each.format(hers=hers, other=other) for each in options]
    out = tmp_path / "village.pdf"
    data = ["--data", str(tmp_path / "data")]
    capsys.readouterr()
    assert main(["papers", "village", "--out", str(out), *asked, *data]) == 2
    shown = capsys.readouterr().err
    assert told in shown
    assert shown.count("\n") == 1
    assert not out.exists()


async def test_the_trainer_takes_them_away_on_the_learners_page(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        learner, (_, other) = with_order(stage), stage.somebody(2)
        tablet = await stage.tablet("/trainer").start()
        for digit in PIN:
            await tablet.tap(f"trainer.pin:{digit}")
        await tablet.until(lambda: tablet.has("trainer.learners"))
        await tablet.goto(f"/trainer/learner/{other}/acts")
        await tablet.tap("trainer.village")
        exports = tmp_path / "exports"
        assert not list(exports.glob("*.pdf"))
        await tablet.goto(f"/trainer/learner/{learner}/acts")
        await tablet.tap("trainer.village")
        await tablet.until(lambda: list(exports.glob("village-*.pdf")), seconds=60)
        await tablet.until(lambda: any(each.name == "launch_url" for each in tablet.calls))


def test_families_are_called_on_paper_what_they_are_called_on_the_screen(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        found = parcel(stage, with_order(stage))
        for share in found.shares:
            picture = share.picture.stem
            assert share.family in ("باغۋەن", name_of_picture(picture).en)
