"""``/ping``: whether the server is there, and whether it is still the same one."""

import uuid
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

Endpoint = Callable[[Request], Awaitable[Response]]


def ping_route() -> Endpoint:
    """Answers ``{"boot": id}``; the id is another one after a restart, so that pages reload."""
    boot = str(uuid.uuid4())

    async def ping(_: Request) -> Response:
        return JSONResponse({"boot": boot}, headers={"cache-control": "no-store"})

    return ping
