"""The one thread that speaks: urgent first."""

import threading
from functools import partial

import pytest

from audio.worker import Worker, WorkerClosed


@pytest.fixture
def done() -> list[str]:
    return []


def busy(worker: Worker) -> threading.Event:
    """Keeps the worker on one job until the event is set."""
    begun, release = threading.Event(), threading.Event()

    def job() -> None:
        begun.set()
        release.wait(10)

    worker.when_idle([job])
    assert begun.wait(10)
    return release


def test_urgent_jobs_are_done_in_order(done: list[str]) -> None:
    worker = Worker("test")
    futures = [worker.soon(partial(done.append, name)) for name in "abc"]
    for future in futures:
        future.result(10)
    worker.close()
    assert done == ["a", "b", "c"]


def test_what_was_prepared_is_dropped_when_something_urgent_comes(done: list[str]) -> None:
    worker = Worker("test")
    release = busy(worker)
    worker.when_idle([partial(done.append, "prepared")])
    urgent = worker.soon(partial(done.append, "urgent"))
    release.set()
    urgent.result(10)
    worker.close()
    assert done == ["urgent"]


def test_what_was_given_last_is_prepared_first(done: list[str]) -> None:
    worker = Worker("test")
    release = busy(worker)
    finished = threading.Event()
    worker.when_idle([partial(done.append, "old"), finished.set])
    worker.when_idle([partial(done.append, "new"), partial(done.append, "newer")])
    release.set()
    assert finished.wait(10)
    worker.close()
    assert done == ["new", "newer", "old"]


def test_a_failed_job_does_not_end_the_thread(done: list[str]) -> None:
    worker = Worker("test")
    with pytest.raises(ZeroDivisionError):
        worker.soon(lambda: 1 / 0).result(10)
    worker.when_idle([lambda: 1 / 0])
    worker.soon(partial(done.append, "alive")).result(10)
    worker.close()
    assert done == ["alive"]


def test_closing_finishes_what_is_urgent_and_takes_nothing_more(done: list[str]) -> None:
    worker = Worker("test")
    release = busy(worker)
    urgent = worker.soon(partial(done.append, "urgent"))
    threading.Timer(0.05, release.set).start()
    worker.close()
    assert urgent.done()
    with pytest.raises(WorkerClosed):
        worker.soon(partial(done.append, "late"))
    worker.when_idle([partial(done.append, "late")])
    assert done == ["urgent"]
