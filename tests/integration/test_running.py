"""The real kiosk as a process: starts, says where, leaves cleanly."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.served import REPOSITORY, Served, free_port, real_kiosk


@pytest.fixture
def kiosk(tmp_path: Path) -> Served:
    return real_kiosk(tmp_path)


def test_it_says_where_it_is_and_where_its_data_is(kiosk: Served) -> None:
    kiosk.start()
    wanted = f"data in {kiosk.folder / 'data'}"
    for _ in range(100):  # it answers before it tells, and what it tells takes a moment to arrive
        if wanted in kiosk.output:
            break
        time.sleep(0.1)
    kiosk.stop()
    told = kiosk.output
    assert wanted in told
    assert f"open {kiosk.url}" in told
    assert "the trainer's PIN is not set" in told
    assert told.count("\n") == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_leaves_cleanly(kiosk: Served, number: signal.Signals) -> None:
    kiosk.start()
    assert kiosk.process is not None
    kiosk.process.send_signal(number)
    assert kiosk.process.wait(10) == 0
    assert "Traceback" not in kiosk.output


def test_a_second_kiosk_on_the_same_data_is_refused(kiosk: Served) -> None:
    kiosk.start()
    options = ["--port", str(free_port()), "--data", str(kiosk.folder / "data"), "--no-browser"]
    second = subprocess.run(
        [sys.executable, "-m", "kiosk", "serve", *options],
        cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    kiosk.stop()
    assert second.returncode != 0
    assert "cannot start" in second.stderr
    assert second.stderr.count("\n") == 1


def test_it_starts_again_after_a_power_cut(kiosk: Served) -> None:
    kiosk.start()
    kiosk.kill9()
    kiosk.start()
    assert httpx.get(f"{kiosk.url}/ping").status_code == 200
    assert kiosk.stop() == 0


def test_without_a_display_it_says_so_and_serves_on(tmp_path: Path) -> None:
    port = free_port()
    served = Served(["-m", "kiosk", "--port", str(port), "--data", str(tmp_path)], tmp_path, port)
    display = {name: os.environ.pop(name, None) for name in ("DISPLAY", "WAYLAND_DISPLAY")}
    try:
        served.start()
        assert httpx.get(served.url).status_code == 200
        served.stop()
    finally:
        os.environ.update({name: value for name, value in display.items() if value})
    assert f"open {served.url} in one" in served.output


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full is Linux's")
def test_a_log_that_finds_no_room_is_quiet(kiosk: Served) -> None:
    data = kiosk.folder / "data"
    data.mkdir()
    (data / "kiosk.log").symlink_to("/dev/full")
    (data / "journal.log").write_bytes(b"half a rec")  # which is warned of
    kiosk.start()
    kiosk.stop()
    assert "part of the journal was damaged" in kiosk.output
    assert "Traceback" not in kiosk.output and "Logging error" not in kiosk.output
    assert kiosk.output.count("\n") == 3  # what is damaged, where it is, that there is no PIN
