"""What a command prints, where it can be written no more."""

import os
import sys

from kiosk.errors import KioskError


def drop_output() -> None:
    """What is left goes nowhere: Python's own last flush must not fail as well."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def flush_output() -> None:
    """Write what is left now, as at the exit nothing could be told of it.

    Raises:
        BrokenPipeError: nobody reads it any more.
        KioskError: the disk did not take it.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        raise KioskError(f"the output cannot be written: {error.strerror}") from error
