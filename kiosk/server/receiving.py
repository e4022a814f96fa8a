"""Files that the page sends: only where one is waited for, no larger than that, and only once."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from kiosk.server.contract import Receiver

Endpoint = Callable[[Request], Awaitable[Response]]


def upload_route(receiver: Callable[[str], Receiver | None]) -> Endpoint:
    """The key is all that opens it: it is random, and the trainer's own page alone has it."""

    async def receive(request: Request) -> Response:
        waiting = await run_in_threadpool(receiver, request.path_params["key"])
        if waiting is None:
            return Response(status_code=404)
        content: bytes | None = None
        try:
            content = await _whole(request, waiting.most_bytes)
        except ClientDisconnect:
            return Response(status_code=400)
        finally:
            waiting.received(content)
        return Response(status_code=200 if content is not None else 413)

    return receive


async def _whole(request: Request, most_bytes: int) -> bytes | None:
    """The body; None as soon as it is larger than allowed, whatever its headers say."""
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > most_bytes:
            return None
    return bytes(content)
