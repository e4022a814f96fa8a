"""What she may sell: what she makes herself comes first and has her picture."""

import uuid

import pytest

from tests.flet_session import FletSession
from tests.stage import SIZES, Stage

FACE = "/pictures/learner-04.svg"


def offered(tablet: FletSession) -> list[str]:
    return [each for each in tablet.identifiers() if each.startswith("product.kind:")]


def faces(tablet: FletSession) -> int:
    return sum(image["src"] == FACE for image in tablet.controls("Image"))


@pytest.mark.parametrize("size", SIZES)
async def test_what_she_makes_is_offered_first_and_has_her_picture(
    stage: Stage, size: tuple[int, int]
) -> None:
    tablet, _ = stage.somebody(3)  # she sews quilts
    elsewhere = await stage.tablet("/store/products", tablet, size).start()
    session = await stage.tablet("/store/add", tablet, size).start()
    assert offered(session)[0] == "product.kind:cotton-quilt"
    assert faces(session) == faces(elsewhere) + 1


async def test_every_other_kind_keeps_its_place_and_none_is_there_twice(stage: Stage) -> None:
    tablet, _ = stage.somebody(3)
    session = await stage.tablet("/store/add", tablet).start()
    kinds = [f"product.kind:{kind}" for kind in stage.room.catalogue.kinds]
    kinds.remove("product.kind:cotton-quilt")
    assert offered(session)[1:] == kinds


async def test_of_a_guest_nothing_is_marked_as_her_own(stage: Stage) -> None:
    tablet = str(uuid.uuid4())
    stage.room.welcome_guest(tablet, stage.language)
    session = await stage.tablet("/store/add", tablet).start()
    assert offered(session) == [f"product.kind:{kind}" for kind in stage.room.catalogue.kinds]
