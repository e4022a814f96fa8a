"""What happened on the tablet before a test begins, done through the real classroom."""

from contextlib import closing
from pathlib import Path

from demo_store.commands import (
    AddProduct,
    ChoosePhoto,
    EndDay,
    MakeStock,
    Publish,
    SayName,
    SetPrice,
    StoreCommand,
)
from kiosk.app import build
from kiosk.classroom import Enrolment

PICTURE, KIND = "learner-03", "nang"
ELSEWHERE = "2f9d5f3e-6f0c-4b53-9a51-0d3f5a7a9d11"
"""A tablet that no test uses."""


def somebody_sells(data: Path) -> str:
    """A learner of this kiosk, signed out, has an order waiting in her store; her id."""
    with closing(build(data)) as app:
        room = app.classroom
        learner = room.enrol(ELSEWHERE, Enrolment(PICTURE, KIND, "ug"))
        room.sign_out(ELSEWHERE)
        listing: list[StoreCommand] = [AddProduct(KIND)]
        listing += [ChoosePhoto("p1", KIND), SayName("p1"), MakeStock("p1", 60)]
        listing += [SetPrice("p1", 350), Publish("p1")]
        for command in listing:
            room.trade(learner, command)
        while not room.store(learner).orders:
            room.trade(learner, EndDay())
        return learner
