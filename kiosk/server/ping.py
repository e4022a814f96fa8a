"""``/ping``: whether the server is there, and whether it is still the same one."""

import uuid
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

Endpoint = Callable[[Request], Awaitable[Response]]


def ping_route(is_open: Callable[[], bool]) -> Endpoint:
    """Answers ``{"boot": id}``; the id is another one after a restart, so that pages reload.

    As long as ``is_open`` says no, it is 503: a page that reloaded now would only wait.
    """
    boot = str(uuid.uuid4())

    async def ping(_: Request) -> Response:
        status = 200 if is_open() else 503
        return JSONResponse({"boot": boot}, status, {"cache-control": "no-store"})

    return ping
