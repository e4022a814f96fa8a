"""The first step of every session: if the app cannot begin, the tablet shows a way to try again."""

import logging

import flet as ft

from kiosk.server.contract import KioskApp

log = logging.getLogger("kiosk.server")


class Entrance:
    """Runs the app's ``main`` for a page; stock Flet would leave a page without anything on it."""

    def __init__(self, app: KioskApp) -> None:
        self._app = app

    async def main(self, page: ft.Page) -> None:
        try:
            await self._app.main(page)
        except Exception:
            log.exception("the app could not begin for session %s", page.session.id)
            self._offer_again(page)

    def _offer_again(self, page: ft.Page) -> None:
        async def again() -> None:
            page.clean()
            await self.main(page)

        arrow = ft.Icon(ft.Icons.REFRESH, size=120)
        page.views[:] = [ft.View(route="/")]
        page.add(
            ft.Semantics(
                identifier="start.again",
                label="↻",
                button=True,
                container=True,
                content=ft.Container(
                    arrow, on_click=again, alignment=ft.Alignment.CENTER, height=240
                ),
            )
        )
