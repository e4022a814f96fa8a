"""The options of ``kiosk install`` and ``kiosk uninstall``."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import _Parser


def add_install(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add both."""
    install = commands.add_parser("install", help="have the kiosk start with this machine")
    install.add_argument("--data", metavar="DIR", help="data folder that it is to use")
    uninstall = commands.add_parser("uninstall", help="remove what install wrote")
    for command in (install, uninstall):
        command.add_argument("--dry-run", action="store_true", help="only show it")


def run_install(options: argparse.Namespace) -> int:
    """Do it and give the exit code."""
    from kiosk import install_commands

    if options.command == "install":
        return install_commands.install(options.data, dry_run=options.dry_run)
    return install_commands.uninstall(dry_run=options.dry_run)
