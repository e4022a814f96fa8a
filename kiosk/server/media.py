"""Sound, photos and files to take away, which the app has under a key."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from audio.sounds.kind import WAV, kind_of

Endpoint = Callable[[Request], Awaitable[Response]]

_KEY = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}
# A photo can be taken again or forgotten: the browser asks each time.
_ASK_AGAIN = {"cache-control": "private, no-cache"}


def sound_route(sound: Callable[[str], bytes | Path | None]) -> Endpoint:
    """A clip's key names its content, so browsers may keep it for ever. Ranges are served."""

    async def serve(request: Request) -> Response:
        found = await _look_up(sound, request)
        if found is None:
            return Response(status_code=404)
        if isinstance(found, Path):
            return FileResponse(found, media_type=WAV, headers=_FOR_EVER)
        return _bytes_response(found, request.headers.get("range"))

    return serve


def download_route(download: Callable[[str], Path | None]) -> Endpoint:
    """Saved by the browser, never shown or kept."""

    async def serve(request: Request) -> Response:
        found = await _look_up(download, request)
        if not isinstance(found, Path):
            return Response(status_code=404)
        return FileResponse(found, filename=found.name, headers={"cache-control": "no-store"})

    return serve


def photo_route(photo: Callable[[str], bytes | Path | None]) -> Endpoint:
    """In memory while it is not decided whether it is kept, and in a file then."""

    async def serve(request: Request) -> Response:
        found = await _look_up(photo, request)
        if found is None:
            return Response(status_code=404)
        if isinstance(found, bytes):
            kind = "image/png" if found.startswith(b"\x89PNG") else "image/jpeg"
            return Response(found, media_type=kind, headers=_ASK_AGAIN)
        return FileResponse(found, headers=_ASK_AGAIN)

    return serve


async def _look_up(
    find: Callable[[str], bytes | Path | None], request: Request
) -> bytes | Path | None:
    key = request.path_params["key"]
    if not _KEY.fullmatch(key):
        return None
    found = await run_in_threadpool(find, key)
    return None if isinstance(found, Path) and not found.is_file() else found


def _bytes_response(data: bytes, wanted: str | None) -> Response:
    headers = {**_FOR_EVER, "accept-ranges": "bytes"}
    kind = kind_of(data) or WAV
    part = _part(wanted, len(data))
    if part is None:
        return Response(data, media_type=kind, headers=headers)
    first, last = part
    if first > last or first >= len(data):
        return Response(status_code=416, headers={"content-range": f"bytes */{len(data)}"})
    headers["content-range"] = f"bytes {first}-{last}/{len(data)}"
    return Response(data[first : last + 1], 206, headers, kind)


def _part(wanted: str | None, size: int) -> tuple[int, int] | None:
    """First and last byte of a range request; None for the whole, as for forms we do not know."""
    match = _RANGE.fullmatch(wanted or "")
    if not match or match.groups() == ("", ""):
        return None
    start, end = match.groups()
    if not start:
        return max(0, size - int(end)), size - 1
    return int(start), min(int(end), size - 1) if end else size - 1
