"""gTTS for real, against a local stand-in for the service: its code, its sockets, its errors."""

import base64
import json
import socket
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import gtts.tts
import pytest

from audio.building import gtts_engine
from audio.building.gtts_engine import GttsEngine
from audio.errors import EngineUnavailable, SynthesisFailed
from tests.sounds import file_of, tone

SOUND = base64.b64encode(file_of(tone(0.4), "mp3")).decode()
SOUND_MS = 400
LONG = "This is a long sentence about nang and eggs and honey, and it goes on. " * 4

OUR_WORDS = (
    "the service answered without sound",
    "the answer of the service cannot be understood",
    "there is no sound in it",
    "not a sound file",
)

Answer = tuple[int, str]


def heard(sound: str = SOUND) -> Answer:
    """What the service answers: lines of which one holds the sound."""
    inner = json.dumps([sound], separators=(",", ":"))
    rpc = [["wrb.fr", "jQ1olc", inner, None, None, None, "generic"], ["di", 80]]
    return 200, f")]}}'\n\n{json.dumps(rpc, separators=(',', ':'))}\n"


class Service(ThreadingHTTPServer):
    """Answers the one after the other, and the last for ever; keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Exchange)
        self.answers: list[Answer] = [heard()]
        self.asked: list[tuple[str, str]] = []
        self.before_answer: Callable[[], None] = lambda: None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class _Exchange(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = json.loads(urllib.parse.parse_qs(body)["f.req"][0])
        assert self.path == "/_/TranslateWebserverUi/data/batchexecute"
        assert asked[0][0][0] == "jQ1olc"
        text, language, *_ = json.loads(asked[0][0][1])
        self.server.asked.append((text, language))
        self.server.before_answer()
        status, content = self.server.answer()
        self.send_response(status)
        self.end_headers()
        self.wfile.write(content.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    service = Service()
    serving = threading.Thread(target=service.serve_forever, args=(0.02,), daemon=True)
    serving.start()
    lead_to(monkeypatch, service.address)
    yield service
    service.shutdown()
    service.server_close()


def lead_to(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(gtts.tts, "_translate_url", lambda path, **_: f"{address}/{path}")
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def engine(waits: list[float]) -> GttsEngine:
    return GttsEngine(waits.append)


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


def in_one_line(error: Exception) -> str:
    assert "\n" not in str(error)
    return str(error)


@pytest.mark.parametrize(
    ("language", "text", "code"), [("zh", "馕卖完了。", "zh-CN"), ("en", "The nang is sold.", "en")]
)
def test_a_phrase_becomes_sound(
    service: Service, engine: GttsEngine, language: str, text: str, code: str
) -> None:
    raw = engine.make(text, language)  # type: ignore[arg-type]
    assert service.asked == [(text, code)]
    assert abs(raw.samples.duration_ms - SOUND_MS) < 100
    assert not raw.is_finished  # it is trimmed and levelled like any foreign sound


def test_a_long_text_is_asked_for_in_pieces_and_heard_whole(
    service: Service, engine: GttsEngine
) -> None:
    raw = engine.make(LONG, "en")
    pieces = [text for text, _ in service.asked]
    assert len(pieces) >= 4
    assert all(len(piece) <= 100 for piece in pieces)
    assert letters("".join(pieces)) == letters(LONG)
    assert raw.samples.duration_ms > 0.8 * SOUND_MS * len(pieces)


def test_a_long_chinese_text_without_a_stop_is_asked_for_in_pieces(
    service: Service, engine: GttsEngine
) -> None:
    engine.make("馕" * 250, "zh")
    assert [len(text) for text, _ in service.asked] == [100, 100, 50]


def test_an_overrun_service_is_asked_again_after_longer_and_longer_waits(
    service: Service, engine: GttsEngine, waits: list[float]
) -> None:
    service.answers = [(429, ""), (429, ""), heard()]
    assert engine.make("good", "en").samples.values
    assert waits == [5.0, 10.0]


def test_a_service_that_stays_overrun_ends_the_run(
    service: Service, engine: GttsEngine, waits: list[float]
) -> None:
    service.answers = [(429, "")]
    with pytest.raises(EngineUnavailable, match="fewer requests") as refused:
        engine.make("good", "en")
    assert waits == [5.0, 10.0, 20.0]
    assert in_one_line(refused.value).startswith("gtts: ")


def test_a_service_that_is_broken_fails_only_this_text(
    service: Service, engine: GttsEngine, waits: list[float]
) -> None:
    service.answers = [(500, ""), heard()]
    with pytest.raises(SynthesisFailed, match="500") as failed:
        engine.make("good", "en")
    in_one_line(failed.value)
    assert engine.make("good", "en").samples.values
    assert waits == []


@pytest.mark.parametrize("status", [401, 403, 451])
def test_a_service_that_refuses_ends_the_run(
    service: Service, engine: GttsEngine, status: int
) -> None:
    service.answers = [(status, "")]
    with pytest.raises(EngineUnavailable) as refused:
        engine.make("good", "en")
    told = f"gtts: the service refuses this computer ({status}), try again later"
    assert in_one_line(refused.value) == told


@pytest.mark.parametrize("status", [404, 500, 503])
def test_no_failure_is_told_in_the_words_of_the_library(
    service: Service, engine: GttsEngine, status: int
) -> None:
    service.answers = [(status, "")]
    with pytest.raises(EngineUnavailable) as refused:
        engine.check()
    assert str(refused.value) == f"gtts: the service answered with an error ({status})"


@pytest.mark.parametrize(
    "answer",
    [
        (200, ")]}'\n\n" + json.dumps([["wrb.fr", "jQ1olc", None, None]]) + "\n"),
        (200, ""),
        (200, "<html>Sign in to the network</html>"),
        heard("AAAA"),
        heard("%%%é"),
        heard("A"),
    ],
    ids=["no sound", "nothing", "another page", "not a sound", "not base64", "half base64"],
)
def test_an_answer_without_sound_fails_only_this_text(
    service: Service, engine: GttsEngine, answer: Answer
) -> None:
    service.answers = [answer]
    with pytest.raises(SynthesisFailed) as failed:
        engine.make("good", "en")
    assert failed.value.reason in OUR_WORDS
    with pytest.raises(EngineUnavailable):
        engine.check()


def test_a_check_asks_for_one_word(service: Service, engine: GttsEngine) -> None:
    engine.check()
    assert service.asked == [("good", "en")]


def test_no_network_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, engine: GttsEngine) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        lead_to(monkeypatch, f"http://127.0.0.1:{free.getsockname()[1]}")
    for act in (engine.check, lambda: engine.make("good", "en")):
        with pytest.raises(EngineUnavailable, match="is there a network") as refused:
            act()
        assert len(in_one_line(refused.value)) < 120


def test_a_name_that_nobody_knows_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, engine: GttsEngine
) -> None:
    lead_to(monkeypatch, "http://nowhere.invalid")
    with pytest.raises(EngineUnavailable, match="is there a network"):
        engine.check()


def test_a_service_that_never_answers_is_given_up(
    service: Service, engine: GttsEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gtts_engine, "TIMEOUT_S", 0.3)
    over = threading.Event()
    service.before_answer = lambda: over.wait(30) and None
    with pytest.raises(EngineUnavailable, match="is there a network"):
        engine.check()
    assert not over.is_set()  # it was not the answer that ended it
    over.set()


def test_a_service_that_answers_in_drips_is_given_up(
    monkeypatch: pytest.MonkeyPatch, engine: GttsEngine
) -> None:
    """Each byte comes in time, the whole never does."""
    monkeypatch.setattr(gtts_engine, "TIMEOUT_S", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as server:
        over = threading.Event()

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                while not over.wait(0.1):
                    connection.sendall(b"a")

        dripping = threading.Thread(target=drip, daemon=True)
        dripping.start()
        lead_to(monkeypatch, f"http://127.0.0.1:{server.getsockname()[1]}")
        with pytest.raises(EngineUnavailable, match="is there a network"):
            engine.check()
        assert dripping.is_alive()
        over.set()
        dripping.join(5)


def test_uyghur_is_refused_without_asking(service: Service, engine: GttsEngine) -> None:
    with pytest.raises(SynthesisFailed, match="no voice"):
        engine.make("نان", "ug")
    assert service.asked == []
    assert "ug" not in engine.languages


def test_a_text_without_words_fails_without_asking(service: Service, engine: GttsEngine) -> None:
    for text in ("", "…", " "):
        with pytest.raises(SynthesisFailed):
            engine.make(text, "zh")
    assert service.asked == []
