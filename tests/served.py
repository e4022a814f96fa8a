"""A program that serves, started for a test and ended by its own id."""

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import IO, Self

REPOSITORY = Path(__file__).parents[1]
SHORT_COURSE = REPOSITORY / "tests" / "courses" / "first"
"""One unit of four lessons, from a listing to the money of an order."""
START_SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A serving process with its data folder; `start`, `stop`, `kill9`, `restart`."""

    def __init__(self, command: list[str], folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self._command = [sys.executable, *command]
        self._output: IO[bytes] | None = None
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def output(self) -> str:
        """What it has printed so far."""
        return (self.folder / "output.txt").read_text("utf-8", "replace")

    def start(self) -> Self:
        self._output = (self.folder / "output.txt").open("ab")
        self.process = subprocess.Popen(
            self._command,
            cwd=REPOSITORY,
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )
        self._wait_until_it_answers()
        return self

    def stop(self) -> int:
        """End it as a system does at shutdown; says its exit code."""
        return self._end(hard=False)

    def kill9(self) -> None:
        """End it as a power cut does."""
        self._end(hard=True)

    def restart(self) -> None:
        self.stop()
        self.start()

    def _end(self, hard: bool) -> int:
        if self.process is None:
            return 0
        (self.process.kill if hard else self.process.terminate)()
        code = self.process.wait(15)
        self.process = None
        if self._output:
            self._output.close()
        return code

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            assert self.process is not None
            if self.process.poll() is not None:
                raise AssertionError(f"it ended with {self.process.returncode}:\n{self.output}")
            try:
                with urllib.request.urlopen(f"{self.url}/ping", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"it did not answer within {START_SECONDS} s:\n{self.output}")


def small_kiosk(folder: Path) -> Served:
    """The small kiosk of `tests.small_kiosk`, not started yet."""
    port = free_port()
    return Served(["-m", "tests.small_kiosk", str(port), str(folder)], folder, port)


def real_kiosk(folder: Path, course: Path = SHORT_COURSE) -> Served:
    """``kiosk serve`` with a data folder of its own and a short course, not started yet."""
    port = free_port()
    options = ["--port", str(port), "--data", str(folder / "data"), "--no-browser"]
    options += ["--course", str(course)]
    return Served(["-m", "kiosk", "serve", *options], folder, port)
