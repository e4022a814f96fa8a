"""The in-process client itself: what it shows, taps and refuses."""

import asyncio

import flet as ft
import pytest

from tests.flet_session import FletSession, NotTappableError


def key(identifier: str, on_click: object, **more: object) -> ft.Semantics:
    return ft.Semantics(
        identifier=identifier,
        label=f"label of {identifier}",
        button=True,
        container=True,
        content=ft.Container(content=ft.Text(identifier), on_click=on_click, **more),
    )


@ft.component
def counter_screen() -> ft.Control:
    count, set_count = ft.use_state(0)
    return ft.Column(
        [
            ft.Semantics(identifier="count", label=str(count), content=ft.Text(f"n={count}")),
            key("add", lambda: set_count(lambda n: n + 1)),
            key("off", lambda: set_count(100), disabled=True),
            key("break.render", lambda: set_count(-1)),
            key("break.handler", lambda: 1 / 0),
            ft.Text("x" * (1 // (count + 1))),
        ]
    )


async def counter(page: ft.Page) -> None:
    page.render(counter_screen)


async def test_a_tap_reaches_the_handler_inside_the_semantics_node() -> None:
    async with FletSession(counter) as tablet:
        await tablet.tap("add")
        await tablet.tap("add")
        assert tablet.label("count") == "2"
        assert "n=2" in tablet.texts()
        assert tablet.identifiers()[:2] == ["count", "add"]


async def test_two_quick_taps_both_arrive() -> None:
    async with FletSession(counter) as tablet:
        await tablet.tap_twice("add")
        assert tablet.label("count") == "2"


async def test_what_is_disabled_cannot_be_tapped_and_hears_nothing_by_force() -> None:
    async with FletSession(counter) as tablet:
        with pytest.raises(NotTappableError, match="disabled"):
            await tablet.tap("off")
        await tablet.tap("off", force=True)
        assert tablet.label("count") == "0"


async def test_what_is_not_there_cannot_be_tapped() -> None:
    async with FletSession(counter) as tablet:
        with pytest.raises(NotTappableError, match="no 'elsewhere'"):
            await tablet.tap("elsewhere")
        with pytest.raises(NotTappableError, match="nothing hears"):
            await tablet.tap("count")


async def test_an_error_while_rendering_is_raised() -> None:
    async with FletSession(counter) as tablet:
        with pytest.raises(ZeroDivisionError):
            await tablet.tap("break.render")


async def test_an_error_in_a_handler_is_raised() -> None:
    async with FletSession(counter) as tablet:
        with pytest.raises(ZeroDivisionError):
            await tablet.tap("break.handler")
        tablet.errors.clear()


@ft.component
def form_screen() -> ft.Control:
    name, set_name = ft.use_state("")
    later, set_later = ft.use_state("nothing yet")

    async def work() -> None:
        set_later(await asyncio.to_thread(lambda: "done"))

    return ft.Column(
        [
            ft.Semantics(
                identifier="name",
                content=ft.TextField(value=name, on_change=lambda e: set_name(e.control.value)),
            ),
            ft.Text(f"hello {name}"),
            ft.Text(later),
            key("work", work),
        ]
    )


async def test_typing_changes_the_field_and_the_screen() -> None:
    async with FletSession(lambda page: page.render(form_screen)) as tablet:
        await tablet.type("name", "ئايگۈل")
        assert "hello ئايگۈل" in tablet.texts()


async def test_settling_waits_for_work_on_other_threads() -> None:
    async with FletSession(lambda page: page.render(form_screen)) as tablet:
        await tablet.tap("work")
        assert "done" in tablet.texts()


@ft.component
def routed_screen() -> ft.Control:
    def screen(name: str) -> ft.View:
        return ft.View(
            route=name, controls=[key(f"on.{name}", lambda: ft.context.page.navigate("/b"))]
        )

    return ft.Router(
        [
            ft.Route(
                path="",
                component=lambda: screen("a"),
                children=[ft.Route(path="b", component=lambda: screen("b"))],
            )
        ],
        manage_views=True,
    )


async def test_only_the_topmost_view_is_seen() -> None:
    async with FletSession(lambda page: page.render_views(routed_screen)) as tablet:
        assert tablet.identifiers() == ["on.a"]
        await tablet.tap("on.a")
        assert tablet.identifiers() == ["on.b"]
        await tablet.goto("/")
        assert tablet.identifiers() == ["on.a"]
