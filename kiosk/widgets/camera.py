"""The camera, where there is one: a live picture and a way to take it."""

import asyncio
import logging
from collections.abc import Callable

import flet as ft
import flet_camera as fc

from kiosk import theme
from kiosk.widgets.component import component
from kiosk.widgets.pictures import scene

log = logging.getLogger(__name__)

_LIMIT_S = 8.0


class Shutter:
    """Takes the picture that the camera sees now."""

    def __init__(self) -> None:
        self.camera: fc.Camera | None = None

    @property
    def ready(self) -> bool:
        """Whether a camera runs."""
        return self.camera is not None

    async def take(self) -> bytes:
        """The picture as JPEG bytes.

        Raises:
            RuntimeError: no camera runs.
        """
        if self.camera is None:
            raise RuntimeError("no camera")
        async with asyncio.timeout(_LIMIT_S):
            picture: bytes = await self.camera.take_picture()
            return picture


@component
def CameraView(
    shutter: Shutter, width: float, height: float, on_ready: Callable[[bool], None]
) -> ft.Control:
    """What the camera sees; a drawn scene while it starts or where there is none."""
    # The control is kept: a new one at every drawing would start the camera anew.
    camera, _ = ft.use_state(lambda: fc.Camera(width=width, height=height))

    async def begin() -> None:
        try:
            async with asyncio.timeout(_LIMIT_S):
                cameras = await camera.get_available_cameras()
                if not cameras:
                    on_ready(False)
                    return
                await camera.initialize(cameras[-1], fc.ResolutionPreset.MEDIUM, enable_audio=False)
        except Exception as problem:  # the browser's refusals come in many types
            log.info("no camera: %s", problem)
            on_ready(False)
            return
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
