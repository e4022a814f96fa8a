"""The kiosk's version, installed or run from its folder."""

import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = "village-kiosk"


def kiosk_version() -> str:
    """Such as ``0.1.0``."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        project = Path(__file__).parents[1] / "pyproject.toml"
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
