"""The programs that are measured beside each other, started and ended by their own ids."""

import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final, Self

REPOSITORY = Path(__file__).parents[1]
LIMIT_S: Final = 60.0
POLL_S: Final = 0.004


class Program:
    """A serving program; a ``with`` block is its life."""

    def __init__(self, port: int, *command: str) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.command = [sys.executable, *command]

    def __enter__(self) -> Self:
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(self.command, cwd=REPOSITORY, stdin=quiet, stdout=quiet)
        return self

    def wait(self) -> None:
        """Until the first page is there."""
        end = time.monotonic() + LIMIT_S
        while not self._answers():
            if time.monotonic() > end or self._process.poll() is not None:
                raise TimeoutError(f"{' '.join(self.command)} does not answer")
            time.sleep(POLL_S)

    def _answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LIMIT_S)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(15)


def bare_flet(port: int) -> Program:
    """Flet with nothing around it."""
    return Program(port, str(Path(__file__).with_name("bare_flet.py")), str(port))


def kiosk(port: int, data: Path) -> Program:
    """The kiosk as it is."""
    options = ["--no-browser", "--port", str(port), "--data", str(data)]
    return Program(port, "-m", "kiosk", "serve", *options)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
