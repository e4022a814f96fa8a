"""Files that the page sends: only what is waited for, once, and no larger than allowed."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from kiosk.server.asgi import build_asgi
from kiosk.uploads import GOOD_FOR_S, Uploads
from tests.small_kiosk import SmallKiosk

MOST = 1000


@pytest.fixture
def kiosk(tmp_path: Path) -> SmallKiosk:
    return SmallKiosk(tmp_path)


@pytest.fixture
async def http(kiosk: SmallKiosk) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=build_asgi(kiosk))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


async def test_what_is_waited_for_comes_whole_and_only_once(
    kiosk: SmallKiosk, http: httpx.AsyncClient
) -> None:
    key, upload = kiosk.uploads.expect(MOST)
    assert (await http.put(f"/upload/{key}", content=b"x" * MOST)).status_code == 200
    assert upload.content.result(timeout=1) == b"x" * MOST
    assert (await http.put(f"/upload/{key}", content=b"other")).status_code == 404
    assert upload.content.result() == b"x" * MOST
    assert not list(kiosk.folder.iterdir())


async def test_what_is_larger_is_not_read_to_its_end(
    kiosk: SmallKiosk, http: httpx.AsyncClient
) -> None:
    key, upload = kiosk.uploads.expect(MOST)
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(1000):
            sent += 400
            yield b"x" * 400

    assert (await http.put(f"/upload/{key}", content=endless())).status_code == 413
    assert upload.content.result(timeout=1) is None
    assert sent < 1000 * 400


@pytest.mark.parametrize("key", ["guessed", "..%2F..%2Fetc", "", "x" * 300])
async def test_nothing_is_taken_that_nobody_waits_for(http: httpx.AsyncClient, key: str) -> None:
    assert (await http.put(f"/upload/{key}", content=b"x")).status_code in (404, 405)


async def test_another_site_cannot_send_a_file_here(
    kiosk: SmallKiosk, http: httpx.AsyncClient
) -> None:
    key, upload = kiosk.uploads.expect(MOST)
    answer = await http.put(f"/upload/{key}", content=b"x", headers={"host": "kiosk.example.com"})
    assert answer.status_code == 403
    assert not upload.content.done()


def test_nobody_is_waited_for_longer_than_is_good() -> None:
    now = [0.0]
    uploads = Uploads(lambda: now[0])
    key, _ = uploads.expect(MOST)
    other, _ = uploads.expect(MOST)
    assert uploads.taken(key) is not None
    now[0] = GOOD_FOR_S + 1
    assert uploads.taken(other) is None
