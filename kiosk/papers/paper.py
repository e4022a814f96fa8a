"""Pages of a PDF with our fonts, pictures and codes. All lengths in millimetres, type in points."""

import io
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final, Literal

import segno
from fpdf import FPDF
from fpdf.drawing_primitives import Transform
from fpdf.fonts import TTFFont
from PIL import Image, UnidentifiedImageError

from kiosk.papers.drawn import Drawing, drawing_text
from kiosk.papers.holder import Order

ASSETS: Final = Path(__file__).parents[1] / "assets"
_FONTS: Final = ASSETS / "fonts"
PICTURES: Final = ASSETS / "pictures"
NOBODY: Final = PICTURES / "guest.svg"
"""In the place of a photo that is gone or broken."""
_LARGEST_PHOTO_PX: Final = 600
_SMALLEST_PT: Final = 7.0

Align = Literal["L", "C", "R"]
INK: Final = (43, 33, 26)
LINE: Final = (150, 130, 110)
ACCENT: Final = (178, 58, 46)
EGG: Final = (201, 128, 62)


class Paper:
    """A4 pages on which everything is put at its place; `data` are the bytes."""

    def __init__(self, order: Order, *, landscape: bool = False) -> None:
        self._pdf = FPDF("landscape" if landscape else "portrait", "mm", "A4")
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0
        # The same paper has the same bytes, whenever it is printed.
        self._pdf.set_creation_date(datetime.combine(order.day, time(), UTC))
        self._pdf.set_producer("Village kiosk")
        self._pdf.set_lang(order.language)
        self._add_fonts()
        self.right_to_left = order.language == "ug"

    @property
    def width(self) -> float:
        """Of a page."""
        return float(self._pdf.w)

    @property
    def height(self) -> float:
        """Of a page."""
        return float(self._pdf.h)

    def page(self) -> None:
        """Begin another one."""
        self._pdf.add_page()

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        size: float,
        *,
        bold: bool = False,
        align: Align = "C",
        colour: tuple[int, int, int] = INK,
    ) -> None:
        """One line with its top at ``y``, made smaller until it fits into ``width``.

        Signs that none of our fonts has are left out: an empty box tells nobody anything.
        """
        text = self.drawable(text)
        self._pdf.set_text_color(*colour)
        self._pdf.set_font("arabic", "B" if bold else "", size)
        while self._pdf.get_string_width(text) > width and size > _SMALLEST_PT:
            size -= 0.5
            self._pdf.set_font_size(size)
        self._pdf.set_xy(x, y)
        self._pdf.cell(width, size * 0.5, text, align=align)

    def drawable(self, text: str) -> str:
        """The text without what no font of ours can show."""
        kept = (sign for sign in text if any(ord(sign) in font.cmap for font in self._known()))
        return "".join(kept).strip()

    def start(self, x: float, width: float, part: float) -> float:
        """Where a part of a row lies: the first one is on the side where reading begins."""
        return x + width - part if self.right_to_left else x

    @property
    def near(self) -> Align:
        """The side on which a line begins."""
        return "R" if self.right_to_left else "L"

    def picture(self, file: Path, x: float, y: float, size: float) -> None:
        """A drawn picture or a photo, in a square."""
        if file.suffix == ".svg":
            self._drawing(file, x, y, size)
            return
        photo = _photo(file)
        if photo is None:
            self._drawing(NOBODY, x, y, size)
            return
        with self._pdf.round_clip(x, y, size):
            self._pdf.image(photo, x, y, size, size)

    def code(self, text: str, x: float, y: float, size: float) -> None:
        """A QR code with the quiet edge that readers need."""
        rows = [list(row) for row in segno.make_qr(text, error="m").matrix_iter(border=4)]
        dot = size / len(rows)
        self._pdf.set_fill_color(0, 0, 0)
        for number, row in enumerate(rows):
            for place, dark in enumerate(row):
                if dark:
                    self._pdf.rect(x + place * dot, y + number * dot, dot, dot, "F")

    def frame(
        self, x: float, y: float, width: float, height: float, *, line: float = 0.3,
        round_by: float = 3, dashed: bool = False, colour: tuple[int, int, int] = LINE,
    ) -> None:  # fmt: skip
        """A rectangle; a dashed one is cut out."""
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(line)
        self._pdf.set_dash_pattern(*((2, 2) if dashed else (0, 0)))
        corners = round_by > 0
        self._pdf.rect(x, y, width, height, "D", round_corners=corners, corner_radius=round_by)
        self._pdf.set_dash_pattern()

    def ring(self, x: float, y: float, size: float) -> None:
        """A circle to cut or stamp in a square."""
        self._pdf.set_draw_color(*ACCENT)
        self._pdf.set_line_width(0.5)
        self._pdf.ellipse(x, y, size, size)

    def egg(self, x: float, y: float, size: float) -> None:
        """A small one in a square; a drawn picture, seventy times a page, would cost seconds."""
        self._pdf.set_fill_color(*EGG)
        width = size * 0.76
        self._pdf.ellipse(x + (size - width) / 2, y, width, size, "F")

    def rule(self, x: float, y: float, width: float) -> None:
        """A line to write on."""
        self._pdf.set_draw_color(*LINE)
        self._pdf.set_line_width(0.3)
        self._pdf.line(x, y, x + width, y)

    def data(self) -> bytes:
        """The PDF."""
        return bytes(self._pdf.output())

    def _drawing(self, file: Path, x: float, y: float, size: float) -> None:
        drawing = Drawing(drawing_text(file))
        _, _, path = drawing.transform_to_rect_viewport(1, size, size, ignore_svg_top_attrs=True)
        moved = Transform.translation(x, y)
        path.transform = path.transform @ moved if path.transform else moved
        with self._pdf.rect_clip(x, y, size, size):
            self._pdf.draw_path(path)

    def _add_fonts(self) -> None:
        pdf = self._pdf
        pdf.add_font("arabic", "", _FONTS / "NotoSansArabic-Regular.ug.ttf")
        pdf.add_font("arabic", "B", _FONTS / "NotoSansArabic-Bold.ug.ttf")
        pdf.add_font("latin", "", _FONTS / "NotoSans-Regular.lat-pinyin.ttf")
        pdf.add_font("latin", "B", _FONTS / "NotoSans-Bold.lat-pinyin.ttf")
        pdf.add_font("chinese", "", _FONTS / "NotoSansSC-Regular.gb2312l1.otf")
        pdf.set_fallback_fonts(["latin", "chinese"], exact_match=False)
        pdf.set_text_shaping(True)

    def _known(self) -> list[TTFFont]:
        return [font for font in self._pdf.fonts.values() if isinstance(font, TTFFont)]


def _photo(file: Path) -> io.BytesIO | None:
    """A photo cut to a square and made small; None where it cannot be read."""
    try:
        with Image.open(file) as image:
            side = min(image.size)
            left, top = (image.width - side) // 2, (image.height - side) // 2
            square = image.convert("RGB").crop((left, top, left + side, top + side))
            square.thumbnail((_LARGEST_PHOTO_PX, _LARGEST_PHOTO_PX))
            found = io.BytesIO()
            square.save(found, "JPEG", quality=85)
            return found
    except (OSError, UnidentifiedImageError, ValueError):
        return None
