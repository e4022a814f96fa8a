"""A kiosk in a few lines, for tests of what stands around the app; also run as a program."""

import io
import math
import struct
import sys
import wave
from pathlib import Path
from typing import cast

import flet as ft
import flet_audio

from kiosk.server.tablet import current_tablet
from kiosk.uploads import Upload, Uploads

WORDS = {"ug": "ياخشىمۇسىز، نان پىشتى", "zh": "你好，馕和杏干", "en": "Hello, nang: 3.50 ¥"}
FAMILIES = {"ug": "Ar", "zh": "SC", "en": "Lat"}


def tone(seconds: float = 1.0, rate: int = 16_000) -> bytes:
    """A WAV that is heard as a tone."""
    count = int(seconds * rate)
    samples = [int(8000 * math.sin(i / rate * 440 * math.tau)) for i in range(count)]
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(rate)
        wav.writeframes(struct.pack(f"<{count}h", *samples))
    return file.getvalue()


class SmallKiosk:
    """Has what `kiosk.server.contract.KioskApp` asks for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.closed = False
        self.uploads = Uploads()
        self.begins = True

    async def main(self, page: ft.Page) -> None:
        if not self.begins:
            raise RuntimeError("cannot begin")
        page.title = f"tablet {current_tablet.get()}"
        page.theme = ft.Theme(font_family="Lat")
        page.bgcolor = "#FFFFFF"
        page.render(screen)

    def sound(self, key: str) -> bytes | Path | None:
        if key == "in-a-file":
            (self.folder / "clip.wav").write_bytes(tone())
            return self.folder / "clip.wav"
        return tone() if key.startswith("tone") else None

    def photo(self, key: str) -> Path | None:
        return self.folder / key

    def download(self, key: str) -> Path | None:
        return self.folder / key

    def receiver(self, key: str) -> Upload | None:
        return self.uploads.taken(key)

    def close(self) -> None:
        self.closed = True


@ft.component
def screen() -> ft.Control:
    taps, set_taps = ft.use_state(0)
    audio = ft.use_ref(lambda: flet_audio.Audio(src="/speech/tone-0"))

    async def tapped() -> None:
        set_taps(lambda n: n + 1)
        player = cast(flet_audio.Audio, audio.current)
        player.src = f"/speech/tone-{taps + 1}"
        player.update()
        await player.resume()

    return ft.Column(
        [
            ft.Semantics(
                identifier="taps", label=str(taps), container=True, content=ft.Text(str(taps))
            ),
            ft.Semantics(
                identifier="tap",
                label="tap",
                button=True,
                container=True,
                content=ft.Container(bgcolor="#2E7D6B", width=200, height=120, on_click=tapped),
            ),
            *(
                ft.Semantics(
                    identifier=f"words.{language}",
                    container=True,
                    content=ft.Text(
                        words, size=60, font_family=FAMILIES[language], color="#000000"
                    ),
                )
                for language, words in WORDS.items()
            ),
        ]
    )


if __name__ == "__main__":
    from kiosk.hardening import harden
    from kiosk.server.address import take_address
    from kiosk.server.serving import serve

    harden()
    folder = Path(sys.argv[2])
    serve(lambda: SmallKiosk(folder), take_address("127.0.0.1", int(sys.argv[1])), folder / "cache")
