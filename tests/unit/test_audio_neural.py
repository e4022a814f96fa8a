"""The seat of a neural voice, with a tiny model that is made here and opened for real."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from audio.building.builder import Builder, Built
from audio.building.neural_engine import NeuralEngine
from audio.building.neural_model import check_files, is_model
from audio.embedded import EmbeddedVoice
from audio.errors import AudioError, EngineUnavailable, NothingToSay
from audio.neural import NeuralVoice
from audio.sayable import Sayable
from audio.shelf.shelf import Shelf
from audio.speech import Speech
from lessons.phrase import Language

LETTERS = "نابرىئەخشڭلمgodbrea ."
A_LETTER_S = 0.1
RATE = 16_000


def always(_: Language) -> bool:
    return True


def write_model(folder: Path, rate: int = RATE) -> Path:
    """A model that says each letter as a tenth of a second of one tone."""
    onnx = pytest.importorskip("onnx", reason="pip install onnx, to make a model")
    pytest.importorskip("sherpa_onnx", reason="pip install sherpa-onnx, to open a model")
    numpy = pytest.importorskip("numpy")
    helper, kinds = onnx.helper, onnx.TensorProto
    count = int(A_LETTER_S * rate)
    tone = numpy.sin(numpy.arange(count) * 2 * numpy.pi * 300 / rate).astype(numpy.float32) * 0.3
    constants = [
        onnx.numpy_helper.from_array(tone.reshape(1, 1, count), "tone"),
        onnx.numpy_helper.from_array(numpy.array([2], dtype=numpy.int64), "last"),
        onnx.numpy_helper.from_array(numpy.array([1, 1, -1], dtype=numpy.int64), "shape"),
    ]
    steps = [
        helper.make_node("Cast", ["x"], ["floats"], to=kinds.FLOAT),
        helper.make_node("Unsqueeze", ["floats", "last"], ["apart"]),
        helper.make_node("Sign", ["apart"], ["ones"]),
        helper.make_node("Mul", ["ones", "tone"], ["tones"]),
        helper.make_node("Reshape", ["tones", "shape"], ["y"]),
    ]
    inputs = [
        helper.make_tensor_value_info("x", kinds.INT64, ["n", "length"]),
        helper.make_tensor_value_info("x_length", kinds.INT64, ["n"]),
        *(
            helper.make_tensor_value_info(name, kinds.FLOAT, [1])
            for name in ("noise_scale", "length_scale", "noise_scale_w")
        ),
    ]
    out = helper.make_tensor_value_info("y", kinds.FLOAT, [1, 1, "samples"])
    graph = helper.make_graph(steps, "tiny", inputs, [out], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    told = {
        "model_type": "vits",
        "comment": "mms",
        "language": "Uyghur",
        "frontend": "characters",
        "add_blank": "0",
        "n_speakers": "1",
        "sample_rate": str(rate),
    }
    helper.set_model_props(model, told)
    folder.mkdir(parents=True)
    onnx.save(model, folder / "model.onnx")
    lines = [f"{letter} {number}" for number, letter in enumerate(LETTERS, start=1)]
    (folder / "tokens.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_model(tmp_path / "neural" / "ug")


@pytest.fixture
def speech(tmp_path: Path, model: Path) -> Iterator[Speech]:
    cache = tmp_path / "cache"
    speech = Speech(cache, [NeuralVoice(model.parent, always), EmbeddedVoice(cache)])
    yield speech
    speech.close()


def test_a_model_makes_clips(model: Path, tmp_path: Path) -> None:
    engine = NeuralEngine(model, "ug")
    engine.check()
    shelf = Shelf(tmp_path / "shelf")
    assert Builder(shelf, engine).build([Sayable("nang", "ug", "نان بار")]) == Built(made=1)
    (card,) = shelf.cards()
    assert card.source == "neural"
    assert 450 < card.duration_ms < 900
    assert [word.text for word in card.words] == ["نان", "بار"]


def test_a_model_of_another_rate_makes_clips_too(tmp_path: Path) -> None:
    engine = NeuralEngine(write_model(tmp_path / "cd", 44_100), "ug")
    assert 250 < engine.make("نان", "ug").samples.duration_ms < 500


def test_a_text_without_words_is_nothing_to_say(model: Path) -> None:
    with pytest.raises(NothingToSay):
        NeuralEngine(model, "ug").make("…", "ug")


def test_the_embedded_voice_speaks_until_the_model_is_open(speech: Speech) -> None:
    voices = {speech.clip("نان", "ug").voice}
    give_up = time.monotonic() + 60
    while "neural" not in voices and time.monotonic() < give_up:
        time.sleep(0.05)
        voices.add(speech.clip("نان", "ug").voice)
    assert voices == {"espeak", "neural"}
    assert speech.clip("Good", "en").voice == "espeak"
    clip = speech.clip("نان", "ug")
    assert clip.words[0].text == "نان"
    assert speech.sound(clip.key)


def test_a_model_speaks_only_while_it_is_chosen(model: Path, tmp_path: Path) -> None:
    chosen: set[Language] = set()
    voice = NeuralVoice(model.parent, chosen.__contains__)
    voice.check("ug")
    speech = Speech(tmp_path / "cache", [voice, EmbeddedVoice(tmp_path / "cache")])
    assert speech.clip("نان", "ug").voice == "espeak"
    chosen.add("ug")
    assert speech.clip("نان", "ug").voice == "neural"
    chosen.clear()
    assert speech.clip("نان", "ug").voice == "espeak"
    speech.close()


def test_a_doctor_hears_of_a_model(speech: Speech) -> None:
    found = speech.voices()
    assert found["ug"] == {"neural": "", "espeak": ""}
    assert "no model" in found["zh"]["neural"]


def test_a_broken_model_is_told_and_does_not_end_the_kiosk(tmp_path: Path, model: Path) -> None:
    (model / "model.onnx").write_bytes(b"no model at all")
    with pytest.raises(EngineUnavailable, match=r"model\.onnx is no VITS model") as refused:
        NeuralEngine(model, "ug").check()
    assert "\n" not in str(refused.value)
    voice = NeuralVoice(model.parent, always)
    with pytest.raises(AudioError, match=r"model\.onnx is no VITS model"):
        voice.check("ug")
    speech = Speech(tmp_path / "cache", [voice, EmbeddedVoice(tmp_path / "cache")])
    assert speech.clip("نان", "ug").voice == "espeak"
    speech.close()


# -- without the package


def test_a_folder_without_a_model_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match=r"there is no model\.onnx in "):
        check_files(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"x")
    assert not is_model(tmp_path)
    with pytest.raises(EngineUnavailable, match=r"there is no tokens\.txt in "):
        check_files(tmp_path)


def test_a_missing_package_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("model.onnx", "tokens.txt"):
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.setattr("audio.building.neural_model.find_spec", lambda _: None)
    with pytest.raises(EngineUnavailable, match="pip install sherpa-onnx"):
        NeuralEngine(tmp_path, "ug").check()


def test_a_language_without_a_model_is_left_to_others(tmp_path: Path) -> None:
    voice = NeuralVoice(tmp_path, always)
    assert not voice.can_say("نان", "ug")
    with pytest.raises(EngineUnavailable, match="no model"):
        voice.check("ug")
