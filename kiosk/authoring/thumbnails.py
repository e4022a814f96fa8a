"""The pictures small, for a spreadsheet that cannot show drawings.

A package of the tests (``pypdfium2``) is used where it is installed; without it there are none.
"""

import io
from collections.abc import Callable, Iterable
from typing import Final

from fpdf import FPDF

from kiosk.authoring.texts import PICTURES, PROJECT
from kiosk.papers.drawn import Drawing

SIZE: Final = 48
"""Pixels of a side."""


def thumbnails(names: Iterable[str], one_more: Callable[[], None]) -> dict[str, bytes]:
    """PNG files by the name of the picture; empty where they cannot be made here."""
    try:
        from pypdfium2 import PdfDocument
    except ImportError:
        return {}
    known = [name for name in names if (PROJECT / PICTURES / f"{name}.svg").is_file()]
    found: dict[str, bytes] = {}
    for name, page in zip(known, PdfDocument(_paper(known, one_more)), strict=True):
        file = io.BytesIO()
        page.render(scale=1).to_pil().save(file, "PNG")
        found[name] = file.getvalue()
    return found


def _paper(names: Iterable[str], one_more: Callable[[], None]) -> bytes:
    """A page a picture."""
    pdf = FPDF(unit="pt", format=(SIZE, SIZE))
    pdf.set_auto_page_break(False)
    for name in names:
        pdf.add_page()
        drawing = Drawing((PROJECT / PICTURES / f"{name}.svg").read_bytes())
        _, _, path = drawing.transform_to_rect_viewport(1, SIZE, SIZE, ignore_svg_top_attrs=True)
        with pdf.rect_clip(0, 0, SIZE, SIZE):
            pdf.draw_path(path)
        one_more()
    return bytes(pdf.output())
