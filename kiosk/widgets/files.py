"""Files that the trainer picks on the tablet; the page sends them one by one, none is written."""

import asyncio
import logging
from typing import Final

import flet as ft

from audio.errors import FileRefused
from kiosk.uploads import Uploads

log = logging.getLogger(__name__)

_ASK_S: Final = 8.0
_SEND_S: Final = 60.0


class Files:
    """The browser's own way to pick files; one for a page."""

    def __init__(self, page: ft.Page, uploads: Uploads) -> None:
        self._page = page
        self._uploads = uploads
        self._picker: ft.FilePicker | None = None

    async def pick(self, endings: list[str], *, several: bool) -> list[ft.FilePickerFile]:
        """What was picked; nothing where it was closed again. Waits as long as somebody looks."""
        if self._picker is None:
            self._picker = ft.FilePicker()
            self._page.update()
        try:
            return await self._picker.pick_files(
                file_type=ft.FilePickerFileType.CUSTOM,
                allowed_extensions=endings,
                allow_multiple=several,
                cancel_upload_on_window_blur=False,
            )
        except (TimeoutError, RuntimeError, TypeError) as problem:
            # The page went away meanwhile, or its answer is no list of files.
            log.info("nothing was picked: %s", problem)
            return []

    async def content(self, file: ft.FilePickerFile, most_bytes: int) -> bytes:
        """The whole of a picked file.

        Raises:
            FileRefused: it is larger than ``most_bytes``, or did not come.
        """
        assert self._picker is not None
        if file.size > most_bytes:
            raise FileRefused(file.name, f"larger than {most_bytes // 1024 // 1024} MB", "large")
        key, upload = self._uploads.expect(most_bytes)
        sending = ft.FilePickerUploadFile(f"/upload/{key}", "PUT", file.id, file.name)
        try:
            async with asyncio.timeout(_ASK_S):
                await self._picker.upload([sending])
            async with asyncio.timeout(_SEND_S):
                content = await asyncio.wrap_future(upload.content)
        except (TimeoutError, RuntimeError) as problem:
            log.warning("%s did not come: %s", file.name, problem)
            content = None
        finally:
            self._uploads.taken(key)
        if content is None:
            raise FileRefused(file.name, "it did not come whole")
        return content
