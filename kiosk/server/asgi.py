"""One ASGI app of all parts: guard > headers > client files > routes > Flet (mounted last)."""

import logging
from collections.abc import Callable
from pathlib import Path

import flet as ft
import flet_web.fastapi
from flet_web import get_package_web_dir
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from kiosk.server.client_files import ClientFiles
from kiosk.server.contract import KioskApp
from kiosk.server.entrance import Entrance
from kiosk.server.fallback_fonts import fallback_font
from kiosk.server.guard import Guard
from kiosk.server.headers import Headers
from kiosk.server.media import download_route, photo_route, sound_route
from kiosk.server.ping import ping_route
from kiosk.server.receiving import upload_route
from kiosk.server.twins import TwinMaker

ASSETS = Path(__file__).parents[1] / "assets"
FONTS = ASSETS / "fonts"
SESSION_SECONDS = 600
"""How long a session waits for a tablet that went away; the learner's state is in the journal."""

log = logging.getLogger("kiosk.server")


def build_asgi(
    app: KioskApp,
    cache: Path | None = None,
    is_open: Callable[[], bool] = lambda: True,
    twins_after: float = 20.0,
) -> ASGIApp:
    """The whole app for an ASGI server.

    ``cache`` is a folder for compressed twins of the client's files: they are made there in the
    background ``twins_after`` seconds after the start. Without it nothing is compressed.
    ``is_open`` says whether the app stands yet.
    """
    folders = (ASSETS, Path(get_package_web_dir()))
    twins = TwinMaker(folders, cache, twins_after) if cache else None
    inner = flet_web.fastapi.FastAPI(
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        # Flet's mount takes every path, so what comes after it would never be reached
        routes=[Route("/ping", ping_route(is_open)), *_routes(app), _flet(app)],
        on_startup=[twins.start] if twins else [],
        on_shutdown=[twins.stop] if twins else [],
    )
    return Guard(Headers(ClientFiles(inner, folders, cache)))


def _routes(app: KioskApp) -> list[Route]:
    return [
        Route("/speech/{key}", sound_route(app.sound)),
        Route("/photo/{key}", photo_route(app.photo)),
        Route("/download/{key}", download_route(app.download)),
        Route("/upload/{key}", upload_route(app.receiver), methods=["PUT"]),
        Route("/assets/fonts/{family}/{version}/{file}", fallback_font(FONTS)),
    ]


def _flet(app: KioskApp) -> Mount:
    served = flet_web.fastapi.app(
        Entrance(app).main,
        assets_dir=str(ASSETS),
        app_name="Kiosk",
        no_cdn=True,
        route_url_strategy=ft.RouteUrlStrategy.PATH,
        session_timeout_seconds=SESSION_SECONDS,
    )
    # Flet has pages of its own that describe it and that log people in: not in a kiosk
    served.router.routes[:] = [
        route for route in served.router.routes if getattr(route, "path", "") in {"/ws", ""}
    ]
    return Mount("/", served)
