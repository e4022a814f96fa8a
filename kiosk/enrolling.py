"""A new learner is kept: her photo, her name as she says it, and her card, or nothing of it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.classroom import Enrolment
from kiosk.progress.errors import NotSaved
from kiosk.unkept import Unkept

if TYPE_CHECKING:
    from kiosk.app import Kiosk


def enrol(
    kiosk: "Kiosk", tablet: str, enrolment: Enrolment, photo: Unkept | None, said: Unkept | None
) -> None:
    """Takes a moment, as secrets do on purpose: call it off the event loop.

    Raises:
        kiosk.progress.errors.NotSaved: and nothing of hers is in any file.
    """
    try:
        if photo is not None:
            kiosk.photos.keep(photo)
        if said is not None:
            enrolment = replace(enrolment, name_clip=kiosk.recordings.keep(said))
        kiosk.classroom.enrol(tablet, enrolment)
    except NotSaved:
        if photo is not None:
            kiosk.photos.remove(photo.key)
        if said is not None:
            kiosk.recordings.remove(said.key)
        raise
