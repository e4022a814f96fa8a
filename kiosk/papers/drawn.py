"""Drawn pictures on paper. The library leaves out two ways to clip that ours use."""

from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from fpdf.drawing import ClippingPath, GraphicsContext
from fpdf.svg import SVGObject, apply_styles, svg_path_converter


class Drawing(SVGObject):
    """An SVG whose groups may be clipped, and by paths: the library clips shapes by shapes only."""

    def build_clipping_path(self, shape: Element, clip_id: str | None) -> None:
        """Keep what a ``clipPath`` holds under its id."""
        if not shape.tag.endswith("}path"):
            super().build_clipping_path(shape, clip_id)
            return
        clip = ClippingPath()
        apply_styles(clip, shape)
        svg_path_converter(clip, shape.attrib["d"])
        self.update_xref(clip_id, clip)

    def build_group(self, group: Element, *rest: Any, **named: Any) -> GraphicsContext:
        """A group with its clip."""
        built = super().build_group(group, *rest, **named)
        clip = group.attrib.get("clip-path", "")
        if clip:
            built.clipping_path = self.cross_references[clip.removeprefix("url(").removesuffix(")")]
        return built


@cache
def drawing_text(file: Path) -> bytes:
    """A picture's SVG."""
    return file.read_bytes()
