"""The address the kiosk is served on: taken before anything slow happens, and kept."""

import errno
import socket
import sys

from kiosk.errors import PortError

TRIED_PORTS = 50


def take_address(host: str, port: int, or_next: bool = False) -> socket.socket:
    """A socket that listens on ``host:port``, with ``or_next`` on the next port that is free.

    It listens from now on, so no other program can come between. Raises PortError.
    """
    last = min(port + TRIED_PORTS, 65_536) if or_next else port + 1
    for candidate in range(port, last):
        try:
            return _listen(host, candidate)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or candidate + 1 == last:
                raise PortError(_why(host, candidate, error)) from error
    raise PortError(f"no port from {port} on is free")


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":  # there the other option would let two programs share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


def _why(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use by another program: choose another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by this user: choose one above 1023 with --port"
    return f"cannot serve on {host}:{port}: {error.strerror or error}"


def url_of(listener: socket.socket) -> str:
    """What to type into a browser: here or, if all addresses are served, on other machines."""
    host, port = listener.getsockname()[:2]
    if host in {"0.0.0.0", "::"}:
        host = _own_address()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _own_address() -> str:
    """This machine's address in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
