"""The camera, where there is one: a live picture and a way to take it."""

import asyncio
import logging
from collections.abc import Callable, Sequence

import flet as ft
import flet_camera as fc

from kiosk import mirror, theme
from kiosk.widgets.component import component
from kiosk.widgets.pictures import scene

log = logging.getLogger(__name__)

FRONT = fc.CameraLensDirection.FRONT
BACK = fc.CameraLensDirection.BACK
_LIMIT_S = 8.0


class Shutter:
    """Takes the picture that the camera sees now."""

    def __init__(self) -> None:
        self.camera: fc.Camera | None = None
        self.mirrored = False
        """Whether the pictures come with left and right exchanged."""

    @property
    def ready(self) -> bool:
        """Whether a camera runs."""
        return self.camera is not None

    async def take(self) -> bytes:
        """The picture as JPEG bytes, with left and right as in the world.

        Raises:
            RuntimeError: no camera runs.
            ValueError: what it gave is no picture.
        """
        if self.camera is None:
            raise RuntimeError("no camera")
        async with asyncio.timeout(_LIMIT_S):
            picture: bytes = await self.camera.take_picture()
        return await asyncio.to_thread(mirror.turned, picture) if self.mirrored else picture


@component
def CameraView(
    shutter: Shutter,
    width: float,
    height: float,
    on_ready: Callable[[bool], None],
    facing: fc.CameraLensDirection = FRONT,
) -> ft.Control:
    """What the camera sees; a drawn scene while it starts or where there is none.

    Of several cameras it is one that is ``facing`` there, where the tablet has such a one.
    """
    # The control is kept: a new one at every drawing would start the camera anew.
    camera, _ = ft.use_state(lambda: fc.Camera(width=width, height=height))

    async def begin() -> None:
        try:
            async with asyncio.timeout(_LIMIT_S):
                cameras = await camera.get_available_cameras()
                if not cameras:
                    on_ready(False)
                    return
                chosen = _facing(cameras, facing)
                await camera.initialize(chosen, fc.ResolutionPreset.MEDIUM, enable_audio=False)
        except Exception as problem:  # the browser's refusals come in many types
            log.info("no camera: %s", problem)
            on_ready(False)
            return
        # In a browser each camera but one at the back gives its pictures as a looking-glass does.
        shutter.mirrored = bool(camera.page.web) and chosen.lens_direction is not BACK
        shutter.camera = camera
        on_ready(True)

    def end() -> None:
        shutter.camera = None

    ft.use_effect(begin, [], cleanup=end)
    return ft.Container(
        ft.Stack([scene("scene-take-photo", width, height), camera]),
        width=width,
        height=height,
        border_radius=32,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        bgcolor=theme.AIR,
    )


def _facing(
    cameras: Sequence[fc.CameraDescription], facing: fc.CameraLensDirection
) -> fc.CameraDescription:
    return next((each for each in cameras if each.lens_direction is facing), cameras[-1])
