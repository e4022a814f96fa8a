"""The fonts that the client's engine asks for by itself when a text has a letter it does not know.

The engine would load them from the internet; with ours no letter that we cover is an empty box.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

_CHINESE = "NotoSansSC-Regular.gb2312l1.otf"
FILES = {
    "notosansarabic": "NotoSansArabic-Regular.ug.ttf",
    "notosans": "NotoSans-Regular.lat-pinyin.ttf",
    "roboto": "NotoSans-Regular.lat-pinyin.ttf",
    "notosanssc": _CHINESE,
    "notosanstc": _CHINESE,
    "notosanshk": _CHINESE,
    "notosansjp": _CHINESE,
    "notosanskr": _CHINESE,
}


def fallback_font(folder: Path) -> Callable[[Request], Awaitable[Response]]:
    """Serves ``/assets/fonts/{family}/{version}/{file}`` from ``folder``; 404 for others."""

    async def serve(request: Request) -> Response:
        name = FILES.get(request.path_params["family"].lower())
        if name is None:
            return Response(status_code=404)
        return FileResponse(folder / name, headers={"cache-control": "public, max-age=86400"})

    return serve
