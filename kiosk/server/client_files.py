"""The client's own files, from the assets and from Flet; compressed twins where there are some."""

import mimetypes
from collections.abc import Iterable, Sequence
from email.utils import formatdate
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kiosk.server.twins import ENCODINGS, find_twin

# Flet writes its settings into these, so they come from Flet.
WRITTEN_BY_FLET = frozenset({"", "index.html", "manifest.json", "assets/FontManifest.json"})
KINDS = {
    ".wasm": "application/wasm", ".js": "text/javascript", ".mjs": "text/javascript",
    ".otf": "font/otf", ".ttf": "font/ttf", ".woff2": "font/woff2", ".svg": "image/svg+xml",
    ".json": "application/json",
}  # fmt: skip


class ClientFiles:
    """Pure ASGI: answers what is a file in ``folders`` (first wins), passes on everything else."""

    def __init__(self, app: ASGIApp, folders: Sequence[Path], cache: Path | None) -> None:
        self._app = app
        self._folders = [folder.resolve() for folder in folders]
        self._cache = cache

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            path = str(scope["path"]).lstrip("/")
            if (file := self._find(path)) is not None:
                await self._response(path, file, Headers(scope=scope))(scope, receive, send)
                return
            if self._is_folder(path):
                # an app's route may be called like a folder of assets: Flet would redirect it
                scope = {**scope, "path": "/", "raw_path": b"/"}
        await self._app(scope, receive, send)

    def _find(self, path: str) -> Path | None:
        if path in WRITTEN_BY_FLET or "\0" in path:
            return None
        for folder in self._folders:
            file = (folder / path).resolve()
            if file.is_relative_to(folder) and file.is_file():
                return file
        return None

    def _is_folder(self, path: str) -> bool:
        if not path or "\0" in path:
            return False
        return any((folder / path).resolve().is_dir() for folder in self._folders)

    def _response(self, path: str, file: Path, headers: Headers) -> Response:
        stat = file.stat()
        encoding, twin = self._twin(path, file, headers.get("accept-encoding", ""))
        answer = {
            # No version stands in these paths, so a browser asks each time and mostly hears 304.
            "cache-control": "no-cache",
            "vary": "accept-encoding",
            "etag": f'"{stat.st_mtime_ns:x}-{stat.st_size:x}-{encoding}"',
            "last-modified": formatdate(stat.st_mtime, usegmt=True),
        }
        if answer["etag"] in headers.get("if-none-match", ""):
            return Response(status_code=304, headers=answer)
        if encoding:
            answer["content-encoding"] = encoding
        return FileResponse(twin, headers=answer, media_type=kind_of(file))

    def _twin(self, path: str, file: Path, accepted: str) -> tuple[str, Path]:
        for encoding in _accepted(accepted) if self._cache else ():
            if twin := find_twin(self._cache, path, file, encoding):
                return encoding, twin
        return "", file


def kind_of(file: Path) -> str:
    return (
        KINDS.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    )


def _accepted(header: str) -> Iterable[str]:
    offered = {item.split(";")[0].strip().lower() for item in header.split(",")}
    return [encoding for encoding in ENCODINGS if encoding in offered]
