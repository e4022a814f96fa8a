"""``kiosk papers``: certificates, cards, lists, stamps and labels as a PDF."""

import argparse
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from demo_store.errors import DemoStoreError
from demo_store.village.scene_content import load_scene
from demo_store.world.catalogue import load_catalogue
from kiosk import data_folder
from kiosk.course import the_course
from kiosk.errors import KioskError
from kiosk.papers.holder import Order
from kiosk.papers.holders import Holders
from kiosk.papers.kinds import PAPERS
from kiosk.papers.parcels import parcels_of, shared_orders
from kiosk.papers.village import Parcel, village
from kiosk.papers_options import VILLAGE
from kiosk.photos import Photos
from kiosk.progress.durable import make_folder, replace_file
from kiosk.progress.errors import ProgressError
from kiosk.progress.journal import Journal
from kiosk.progress.records import Learner, Records
from kiosk.progress.verify import journal_files
from kiosk.progress_bar import progress_bar
from kiosk.village_group import group_called
from kiosk.villages import Villages
from lessons.errors import ContentError

_READABLE_BY_ALL = 0o644


class PaperProblem(KioskError):
    """It could not be done; one line."""


def run(options: argparse.Namespace) -> int:
    """Do what the options say; the exit code."""
    folder, out = data_folder.choose(options.data), Path(options.out).expanduser().absolute()
    if not options.out.strip() or out.is_dir():
        raise PaperProblem("--out names no file")
    if out.exists():
        raise PaperProblem(f"{out} is there already: name a new file")
    try:
        if not journal_files(folder):
            raise PaperProblem(f"there is no journal in {folder}")
        with Journal.open(folder) as journal:
            records = Records.of(journal)
            order = _order(records, folder, options)
            is_village = options.kind == VILLAGE
            parcels = _parcels(records, options) if is_village else []
        with progress_bar(sys.stderr, len(parcels or order.holders)) as one_more:
            order = replace(order, one_more=one_more)
            paper = village(order, parcels) if is_village else PAPERS[options.kind](order)
        make_folder(out.parent)
        replace_file(out, [paper], _READABLE_BY_ALL)
    except (ProgressError, ContentError, DemoStoreError) as error:
        raise PaperProblem(str(error)) from error
    except OSError as error:
        raise PaperProblem(f"{folder} cannot be read: {error.strerror or error}") from error
    told = f"{len(parcels)} orders" if parcels else f"{len(order.holders)} learners"
    print(f"{options.kind} of {told} in {out}")
    return 0


def _order(records: Records, folder: Path, options: argparse.Namespace) -> Order:
    group = group_called(records, options.group)
    learners = [each for each in records.learners if _is_meant(each, group, options.learner)]
    if not learners:
        raise PaperProblem("there is no such learner")
    names = {each.id: each.name or each.id for each in records.groups}
    catalogue, photos = load_catalogue(), Photos(folder / "photos")
    course = the_course(catalogue).course
    holders = Holders(records, course, catalogue, photos, options.lang)
    today = datetime.now().astimezone().date()
    return Order(holders.of(learners), options.lang, today, names.get(group, ""))


def _parcels(records: Records, options: argparse.Namespace) -> list[Parcel]:
    learner = records.learner(options.learner or "")
    if learner is None:
        raise PaperProblem(f"{VILLAGE} needs --learner: whose village it is")
    catalogue, scene = load_catalogue(), load_scene()
    hers = Villages(catalogue, scene, records).of(learner.id)
    there = shared_orders(hers)
    wanted = [each for each in there if options.order in (None, each)]
    if not wanted:
        named = ", ".join(there) or "none yet"
        raise PaperProblem(f"orders of her village that families gave to: {named}")
    return parcels_of(hers, learner, scene.learner, wanted, catalogue, options.lang)


def _is_meant(learner: Learner, group: str, asked: str | None) -> bool:
    return not learner.guest and group in ("", learner.group) and asked in (None, learner.id)
