"""Headers on everything: no outside request, nothing framed or sniffed; and the tablet's cookie."""

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers as Received
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.server.tablet import COOKIE, is_tablet, new_tablet

CONTENT_POLICY = "; ".join(
    [
        "default-src 'self'",
        # the client's engine is WebAssembly, and Flet writes its settings into the page
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
        "worker-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' data: blob:",
        "font-src 'self' data:",
        # 'self' is the own websocket too; blob and data are the camera's and the recorder's
        "connect-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
ALWAYS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    # together: threads for the engine, and no other site can reach into the page
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
}
_TEN_YEARS = 315_360_000


def tablet_of(headers: Received) -> str | None:
    """The tablet's name that a request brings, if it is one that could be ours."""
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return morsel.value if morsel and is_tablet(morsel.value) else None


class Headers:
    """Pure ASGI: middleware that wraps responses would not see websockets and would slow files."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        named = tablet_of(Received(scope=scope)) is not None

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), named)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _add(headers: MutableHeaders, named: bool) -> None:
    headers.update(ALWAYS)
    # Flet allows every site to read; nobody else has a reason to
    del headers["access-control-allow-origin"]
    kind = headers.get("content-type", "")
    if kind.startswith(("text/html", "application/json")):
        headers.setdefault("cache-control", "no-cache")
    if kind.startswith("text/html") and not named:
        headers.append(
            "set-cookie",
            f"{COOKIE}={new_tablet()}; Path=/; Max-Age={_TEN_YEARS}; HttpOnly; SameSite=Lax",
        )
