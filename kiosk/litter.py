"""No search for litter while there is none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_litter() -> Iterator[None]:
    """Frozen states refer only to older ones: looking for circles among them is time lost."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
