"""The command line before anything is served: one clear line for whatever is wrong."""

import json
import socket
from pathlib import Path

import pytest

from audio.building import neural_model
from kiosk import data_folder, doctor
from kiosk.cli import main
from kiosk.doctor import Finding
from kiosk.errors import PortError
from kiosk.progress.events import NeuralVoiceChosen
from kiosk.progress.journal import Journal
from kiosk.server.address import take_address, url_of
from kiosk.version import kiosk_version


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a wrong command line gives."""
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("kiosk: ")
    return told.err


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eighty", "80.5", "", "٨٠٨٠"])
def test_a_bad_port_is_named(capsys: pytest.CaptureFixture[str], port: str) -> None:
    assert "is not a port from 1 to 65535" in failed(capsys, "serve", f"--port={port}")


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["serve", "--wat"], ["doctor", "x"], ["serve", "--port"]]
)
def test_an_unknown_word_is_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert "see kiosk --help" in failed(capsys, *arguments)


def test_a_data_folder_that_is_a_file_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    assert str(file) in failed(capsys, "serve", "--data", str(file))
    assert str(file) in failed(capsys, "serve", "--data", str(file / "inside"))


def test_a_port_in_use_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with take_address("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        told = failed(capsys, "serve", "--port", port, "--data", str(tmp_path), "--no-browser")
        assert f"port {port} is in use" in told


def test_a_start_that_is_refused_leaves_no_folder_behind(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with take_address("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        failed(capsys, "serve", "--port", port, "--data", str(tmp_path / "new"), "--no-browser")
    assert not (tmp_path / "new").exists()


def test_a_host_that_is_not_ours_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told = failed(capsys, "serve", "--host", "192.0.2.77", "--data", str(tmp_path))
    assert "cannot serve on 192.0.2.77" in told


def test_the_next_free_port_is_taken_when_none_was_asked_for() -> None:
    with take_address("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with take_address("127.0.0.1", port, or_next=True) as other:
            assert port < other.getsockname()[1] < port + 50
        with pytest.raises(PortError):
            take_address("127.0.0.1", port)


def test_the_address_for_all_hosts_is_one_that_others_can_reach() -> None:
    with socket.create_server(("0.0.0.0", 0)) as listener:
        assert "0.0.0.0" not in url_of(listener)
        assert url_of(listener).endswith(f":{listener.getsockname()[1]}")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"kiosk {kiosk_version()}\n"


def test_the_data_folder_is_the_option_then_the_variable_then_the_usual_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KIOSK_DATA", str(tmp_path / "variable"))
    assert data_folder.choose(str(tmp_path / "option")) == tmp_path / "option"
    assert data_folder.choose(None) == tmp_path / "variable"
    monkeypatch.delenv("KIOSK_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder.choose(None).name == "kiosk"


def test_the_doctor_finds_all_that_is_needed_here(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["doctor", "--data", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    found = {finding["name"]: finding for finding in told["findings"]}
    assert found["flet"]["value"] == "1.0.5"
    assert {"voice for Uyghur", "voice for Chinese", "voice for English"} <= set(found)
    assert str(tmp_path) in found["data folder"]["value"]
    assert {"Chromium", "free disk", "Python", "tinydb"} <= set(found)


def test_the_doctor_makes_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    wanted = tmp_path / "not" / "yet"
    assert main(["doctor", "--data", str(wanted)]) == 0
    assert f"{wanted} (will be made at the first start)" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_names_a_data_folder_that_cannot_be(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["doctor", "--data", str(tmp_path / "file" / "data")]) == 1
    assert "MISSING  data folder" in capsys.readouterr().out


def test_the_doctor_says_what_is_missing_and_how_to_get_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("flet", "no-such-package"))
    assert main(["doctor", "--data", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "MISSING  no-such-package: not installed  ->  python3 run.py installs it" in told
    assert "Something that is needed is missing." in told


def test_the_doctor_names_a_voice_that_does_not_work() -> None:
    broken = doctor._voice("ug", {"espeak": "no data"})
    assert broken == Finding(
        "voice for Uyghur", "espeak (no data)", False, help=broken.help, needed=True
    )


def test_the_doctor_does_not_call_a_model_fine_that_cannot_be_opened(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    model = tmp_path / "voices" / "neural" / "ug"
    model.mkdir(parents=True)
    assert main(["doctor", "--data", str(tmp_path)]) == 0  # espeak speaks
    (line,) = (each for each in capsys.readouterr().out.splitlines() if "neural voice" in each)
    assert line.startswith("absent   neural voice for Uyghur: cannot be used (there is no model")
    for name in ("model.onnx", "tokens.txt"):
        (model / name).write_bytes(b"no model at all")
    assert main(["doctor", "--data", str(tmp_path), "--json"]) == 0
    found = {each["name"]: each for each in json.loads(capsys.readouterr().out)["findings"]}
    assert found["neural voice for Uyghur"]["fine"] is False
    assert found["voice for Uyghur"]["fine"] is True
    assert "neural voice for Chinese" not in found


def test_the_doctor_tells_whether_a_model_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neural_model, "NeuralModel", lambda _: None)
    for language in ("ug", "zh"):
        (tmp_path / "voices" / "neural" / language).mkdir(parents=True)
    with Journal.open(tmp_path) as journal:
        journal.append(None, [NeuralVoiceChosen("ug", True), NeuralVoiceChosen("zh", True)])
        journal.append(None, [NeuralVoiceChosen("zh", False)])
    found = {each.name: each.value for each in doctor._neural_voices(tmp_path)}
    assert found["neural voice for Uyghur"] == "on"
    assert found["neural voice for Chinese"].startswith("off")


def test_a_model_that_was_chosen_and_is_gone_is_told(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.append(None, [NeuralVoiceChosen("en", True)])
    (found,) = doctor._neural_voices(tmp_path)
    assert not found.fine
    assert "there is no model.onnx" in found.value


def test_what_is_only_nice_to_have_is_not_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "find_chromium", lambda: None)
    assert main(["doctor", "--data", str(tmp_path)]) == 0
    assert "absent   Chromium: not found  ->  install Chromium" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["serve", "doctor"])
@pytest.mark.parametrize("folder", ["", " "])
def test_a_data_folder_without_a_name_is_refused(
    capsys: pytest.CaptureFixture[str], command: str, folder: str
) -> None:
    assert "--data names no folder" in failed(capsys, command, "--data", folder)
