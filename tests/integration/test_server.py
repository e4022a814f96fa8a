"""The server around Flet, as a browser or somebody hostile would meet it: over real sockets."""

import asyncio
import gzip
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import brotli
import httpx
import msgpack
import pytest
import websockets
from flet_web import get_package_web_dir

from kiosk.server.asgi import ASSETS
from kiosk.server.client_files import ClientFiles
from kiosk.server.guard import Limits, is_own_host
from kiosk.server.tablet import is_tablet, new_tablet
from kiosk.server.twins import make_twins, twin_name
from tests.served import Served, small_kiosk
from tests.small_kiosk import tone


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = small_kiosk(tmp_path_factory.mktemp("served")).start()
    yield served
    served.stop()


@pytest.fixture
async def http(server: Served) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=server.url) as client:
        yield client


def socket_to(server: Served, **more: object) -> websockets.connect:
    address = f"ws://127.0.0.1:{server.port}/ws"
    options = {"origin": server.url, "max_size": None, "compression": None, **more}
    return websockets.connect(address, **options)


def registration(**page: object) -> bytes:
    body = {"session_id": None, "page_name": "", "page": {"route": "/", "width": 800.0, **page}}
    return b"\x00" + msgpack.packb([1, body])


async def test_ping_names_the_same_boot_each_time_and_is_never_kept(
    http: httpx.AsyncClient,
) -> None:
    first, second = await http.get("/ping"), await http.get("/ping")
    assert first.json()["boot"] == second.json()["boot"]
    assert first.headers["cache-control"] == "no-store"


async def test_a_restart_has_another_boot(tmp_path: Path) -> None:
    served = small_kiosk(tmp_path).start()
    boots = [httpx.get(f"{served.url}/ping").json()["boot"]]
    served.restart()
    boots.append(httpx.get(f"{served.url}/ping").json()["boot"])
    served.stop()
    assert boots[0] != boots[1]


@pytest.mark.parametrize("key", ["tone", "in-a-file"])
async def test_a_clip_is_served_for_ever(http: httpx.AsyncClient, key: str) -> None:
    answer = await http.get(f"/speech/{key}")
    assert answer.content == tone()
    assert answer.headers["content-type"] == "audio/wav"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize("key", ["tone", "in-a-file"])
@pytest.mark.parametrize(
    ("wanted", "part"),
    [
        ("bytes=0-99", slice(0, 100)),
        ("bytes=100-", slice(100, None)),
        ("bytes=-50", slice(-50, None)),
    ],
)
async def test_a_part_of_a_clip_is_served(
    http: httpx.AsyncClient, key: str, wanted: str, part: slice
) -> None:
    answer = await http.get(f"/speech/{key}", headers={"range": wanted})
    assert answer.status_code == 206
    assert answer.content == tone()[part]
    assert answer.headers["content-range"].endswith(f"/{len(tone())}")


async def test_a_part_behind_the_end_is_refused(http: httpx.AsyncClient) -> None:
    answer = await http.get("/speech/tone", headers={"range": "bytes=99999999-"})
    assert answer.status_code == 416


@pytest.mark.parametrize(
    "path",
    [
        "/speech/unknown",
        "/speech/..%2f..%2fetc%2fpasswd",
        "/photo/unknown.jpg",
        "/photo/..%2f..%2f..%2fetc%2fpasswd",
        "/photo/.hidden",
        "/../../../etc/passwd.txt",
        "/..%2f..%2fpyproject.toml",
        "/fonts/../../errors.py",
        "/assets/fonts/unknownfamily/v1/x.ttf",
    ],
)
async def test_what_is_not_there_or_outside_is_not_found(
    http: httpx.AsyncClient, path: str
) -> None:
    answer = await http.get(path)
    assert answer.status_code == 404 or "js/kiosk.js" in answer.text  # an address of the app
    assert "root:" not in answer.text


async def test_a_photo_is_asked_for_each_time(server: Served, http: httpx.AsyncClient) -> None:
    (server.folder / "nang.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    answer = await http.get("/photo/nang.jpg")
    assert answer.content == b"\xff\xd8\xff\xe0"
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["cache-control"] == "private, no-cache"


async def test_a_file_to_take_away_is_saved_and_not_kept(
    server: Served, http: httpx.AsyncClient
) -> None:
    (server.folder / "-learners.csv").write_text("name")
    answer = await http.get("/download/-learners.csv")
    assert answer.text == "name"
    assert answer.headers["content-disposition"] == 'attachment; filename="-learners.csv"'
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("family", ["notosansarabic", "notosanssc", "notosans"])
async def test_the_engines_own_wish_for_a_font_is_met(http: httpx.AsyncClient, family: str) -> None:
    answer = await http.get(f"/assets/fonts/{family}/v18/AnyName.ttf")
    assert answer.status_code == 200
    assert answer.content[:4] in {b"\x00\x01\x00\x00", b"OTTO"}


@pytest.mark.parametrize("path", ["/", "/ping", "/main.dart.wasm", "/speech/tone", "/no.such"])
async def test_every_answer_forbids_other_hosts(http: httpx.AsyncClient, path: str) -> None:
    headers = (await http.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-embedder-policy"] == "require-corp"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
async def test_no_page_describes_the_server(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.get(path)
    assert "swagger" not in answer.text.lower()
    assert "openapi" not in answer.text.lower()


async def test_the_page_is_ours_and_tells_the_client_to_stay_offline(
    http: httpx.AsyncClient,
) -> None:
    page = (await http.get("/lessons/first?x=1")).text
    assert "flet.noCdn=true" in page
    assert 'flet.canvasKitBaseUrl="/canvaskit/"' in page
    assert "js/kiosk.js" in page


async def test_a_route_called_like_a_folder_of_files_is_the_page(http: httpx.AsyncClient) -> None:
    answer = await http.get("/fonts")
    assert answer.status_code == 200
    assert "js/kiosk.js" in answer.text


async def test_the_font_manifest_has_our_families_and_no_maths(http: httpx.AsyncClient) -> None:
    fonts = (await http.get("/assets/FontManifest.json")).json()
    assert {"MaterialIcons", "Ar", "Lat", "SC"} <= {font["family"] for font in fonts}
    assert not any("math" in font["family"] for font in fonts)
    for font in fonts:
        for file in font["fonts"]:
            assert (await http.head(f"/assets/{file['asset']}")).status_code == 200, file


async def test_a_client_file_is_asked_for_but_not_sent_twice(http: httpx.AsyncClient) -> None:
    first = await http.get("/flutter_bootstrap.js")
    assert first.headers["cache-control"] == "no-cache"
    again = await http.get(
        "/flutter_bootstrap.js", headers={"if-none-match": first.headers["etag"]}
    )
    assert again.status_code == 304
    assert again.content == b""


async def test_a_new_tablet_gets_a_name_that_scripts_cannot_read(http: httpx.AsyncClient) -> None:
    cookie = (await http.get("/")).headers["set-cookie"]
    assert cookie.startswith("tablet=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "set-cookie" not in (await http.get("/")).headers  # httpx sends it back
    assert "set-cookie" not in httpx.get(http.base_url.join("/ping")).headers


@pytest.mark.parametrize("name", ["", "not-a-uuid", "x" * 5000, '"; Path=/'])
async def test_a_name_that_is_not_ours_is_replaced(server: Served, name: str) -> None:
    answer = httpx.get(server.url, headers={"cookie": f"tablet={name}"})
    assert answer.headers["set-cookie"].startswith("tablet=")


# --- websockets


async def test_a_page_of_ours_may_open_a_socket(server: Served) -> None:
    async with socket_to(server) as socket:
        await socket.send(registration())
        action, body = msgpack.unpackb((await socket.recv())[1:], strict_map_key=False)
        assert action == 1
        assert body["session_id"]


async def test_a_session_knows_its_tablet_by_the_cookie(server: Served) -> None:
    tablet = new_tablet()
    cookie = {"cookie": f"other=1; tablet={tablet}"}
    async with socket_to(server, additional_headers=cookie) as named, socket_to(server) as unnamed:
        assert await title(named) == f"tablet {tablet}"
        assert is_tablet((await title(unnamed)).removeprefix("tablet "))


async def title(socket: websockets.ClientConnection) -> str:
    """The page's title, which the small kiosk makes of the tablet's name."""
    await socket.send(registration())
    async with asyncio.timeout(10):
        while b"tablet " not in (message := await socket.recv()):
            pass
    assert isinstance(message, bytes)
    start = message.index(b"tablet ")
    return message[start : start + len("tablet ") + 36].decode()


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None, "http://127.0.0.1:1"])
async def test_another_sites_page_may_not(server: Served, origin: str | None) -> None:
    with pytest.raises(websockets.InvalidStatus):
        async with socket_to(server, origin=origin):
            pass


async def test_a_name_out_there_that_points_here_is_refused(server: Served) -> None:
    answer = httpx.get(server.url, headers={"host": f"evil.example:{server.port}"})
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:1", "localhost", "[::1]:8350", "tablet", "hub.local"])
def test_names_in_the_building_are_ours(host: str) -> None:
    assert is_own_host(host)


@pytest.mark.parametrize("host", ["", "evil.example", "127.0.0.1.evil.example", "local.evil.com"])
def test_names_out_there_are_not(host: str) -> None:
    assert not is_own_host(host)


async def test_a_message_that_is_too_big_closes_its_socket_and_no_other(server: Served) -> None:
    async with socket_to(server) as other, socket_to(server) as socket:
        await socket.send(registration())
        await socket.recv()
        await socket.send(b"\x00" * (Limits().frame_bytes + 1))
        assert await closing_code(socket) == 1009
        await other.send(registration())
        assert await other.recv()


async def test_a_flood_of_messages_closes_its_socket(server: Served) -> None:
    async with socket_to(server) as socket:
        await socket.send(registration())
        event = b"\x00" + msgpack.packb([3, {"target": 999_999, "name": "click", "data": None}])
        with suppress(websockets.ConnectionClosed):
            for _ in range(3 * Limits().frames_at_once):
                await socket.send(event)
        assert await closing_code(socket) == 1008


async def closing_code(socket: websockets.ClientConnection) -> int | None:
    async with asyncio.timeout(10):
        await socket.wait_closed()
    return socket.close_code


async def test_one_address_cannot_open_sockets_without_end(tmp_path: Path) -> None:
    served = small_kiosk(tmp_path).start()
    try:
        opened = [await socket_to(served) for _ in range(Limits().sockets_per_address)]
        with pytest.raises(websockets.InvalidStatus):
            await socket_to(served)
        await opened.pop().close()
        await asyncio.sleep(0.3)
        opened.append(await socket_to(served))  # one left, so one may come
        await asyncio.gather(*(socket.close() for socket in opened))
    finally:
        served.stop()


async def test_garbage_on_a_socket_harms_nobody(server: Served) -> None:
    for garbage in (b"", b"\x00", b"\x00\xff\xff", b"\x07abc", b"\x00" + msgpack.packb([99, {}])):
        async with socket_to(server) as socket:
            await socket.send(garbage)
    async with socket_to(server) as socket:
        await socket.send(registration())
        assert await socket.recv()


# --- compressed twins


def test_twins_are_made_once_and_again_when_a_file_changes(tmp_path: Path) -> None:
    source, cache = tmp_path / "client", tmp_path / "cache"
    source.mkdir()
    file = source / "app.js"
    file.write_text("let nang = 1;\n" * 1000)
    assert make_twins([source], cache) == 2
    assert make_twins([source], cache) == 0
    twin = cache / twin_name("app.js", file, "br")
    assert brotli.decompress(twin.read_bytes()) == file.read_bytes()
    file.write_text("let apricot = 22;\n" * 1000)
    assert make_twins([source], cache) == 2
    assert not twin.exists()
    assert len(list(cache.rglob("*.*"))) == 2


def test_no_twins_are_made_on_a_disk_that_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, cache = tmp_path / "client", tmp_path / "cache"
    source.mkdir()
    (source / "app.js").write_text("let nang = 1;\n" * 1000)
    with monkeypatch.context() as patch:
        few = SimpleNamespace(total=8_000_000_000, used=7_990_000_000, free=10_000_000)
        patch.setattr(shutil, "disk_usage", lambda _: few)
        assert make_twins([source], cache) == 0
        assert not list(cache.rglob("*.*"))
    assert make_twins([source], cache) == 2


@pytest.mark.parametrize("encoding", ["br", "gzip"])
async def test_a_twin_is_served_to_who_can_read_it(tmp_path: Path, encoding: str) -> None:
    source, cache = tmp_path / "client", tmp_path / "cache"
    source.mkdir()
    text = "let nang = 1;\n" * 1000
    (source / "app.js").write_text(text)
    make_twins([source], cache)
    app = ClientFiles(lambda *_: None, [source], cache)  # type: ignore[arg-type,return-value]
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://kiosk.test"
    ) as client:
        plain = await client.get("/app.js", headers={"accept-encoding": "identity"})
        assert plain.text == text
        async with client.stream("GET", "/app.js", headers={"accept-encoding": encoding}) as answer:
            raw = b"".join([chunk async for chunk in answer.aiter_raw()])
        assert answer.headers["content-encoding"] == encoding
        assert answer.headers["vary"] == "accept-encoding"
        assert answer.headers["etag"] != plain.headers["etag"]
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress}[encoding]
        assert unpack(raw).decode() == text


def test_the_client_is_there_to_be_served() -> None:
    assert (Path(get_package_web_dir()) / "main.dart.wasm").is_file()
    assert (ASSETS / "index.html").is_file()
    assert "<!-- fletAppConfig -->" in (ASSETS / "index.html").read_text("utf-8")


# --- stopping


async def test_it_stops_promptly_though_tablets_are_connected(tmp_path: Path) -> None:
    served = small_kiosk(tmp_path).start()
    async with socket_to(served) as socket:
        await socket.send(registration())
        await socket.recv()
        assert served.process is not None
        served.process.terminate()
        async with asyncio.timeout(8):
            await socket.wait_closed()
        served.process.wait(5)
