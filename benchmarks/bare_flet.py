"""The least that Flet can be: one text and one button, served as Flet and uvicorn come.

    python benchmarks/bare_flet.py PORT

The other benchmarks start it as a program of its own and measure the kiosk beside it.
"""

import sys

import flet as ft
import flet_web.fastapi
import uvicorn


def main(page: ft.Page) -> None:
    """Each tap on the button counts one more on the text."""
    text = ft.Text("0", size=40)

    def tapped() -> None:
        text.value = str(int(text.value) + 1)
        page.update()

    page.add(
        ft.Semantics(identifier="text", container=True, content=text),
        ft.Semantics(
            identifier="button",
            button=True,
            container=True,
            content=ft.Container(bgcolor="#2E7D6B", width=300, height=200, on_click=tapped),
        ),
    )


if __name__ == "__main__":
    app = flet_web.fastapi.app(main, no_cdn=True)
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
