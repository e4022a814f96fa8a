"""Photographs every screen of the running kiosk, in three languages and four windows.

    python scripts/photograph.py OUT [--views home,lesson-tell] [--languages ug] [--sizes 1280x800]

The people on the pictures are samples that this script makes by playing with the real engines.
"""

import argparse
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from demo_store import commands as do  # noqa: E402
from demo_store.next_step import next_step  # noqa: E402
from kiosk.app import Kiosk, build  # noqa: E402
from kiosk.browser import find_chromium  # noqa: E402
from kiosk.classroom import Enrolment  # noqa: E402
from kiosk.screens.learner.lesson_place import inside_store  # noqa: E402
from kiosk.trainer_desk import TrainerDesk  # noqa: E402
from lessons.course import Choose, Lesson, Money, Order, Practice, Tell  # noqa: E402
from lessons.engine import Answer, AskHint, Begin, GoOn, StoreHappened, current_step  # noqa: E402
from lessons.phrase import LANGUAGES, Language  # noqa: E402

SIZES = ("1280x800", "1024x600", "800x1280", "360x740")
PORT = 8466
_BLANK_BYTES = 14_000
NAMES = ("رەيھان", "تۇرسۇن", "ئايگۈل", "", "گۈلنار")
KINDS = ("nang", "eggs", "honey", "cotton-quilt", "raisins")


@dataclass(frozen=True)
class View:
    """A screen: its address and whose tablet shows it."""

    name: str
    route: str
    tablet: str = ""
    taps: tuple[str, ...] = ()


class Stage:
    """Sample people in front of their tablets, each at another place."""

    def __init__(self, kiosk: Kiosk, language: Language) -> None:
        self.kiosk = kiosk
        self.room = kiosk.classroom
        self.language = language
        self.views: list[View] = []

    def somebody(self, number: int = 0, kind: str = "") -> tuple[str, str]:
        """A new learner on a tablet of her own: (tablet, learner)."""
        tablet = str(uuid.uuid4())
        learner = self.room.enrol(
            tablet,
            Enrolment(
                picture=f"learner-{number % 24 + 1:02d}",
                product_kind=kind or KINDS[number % len(KINDS)],
                language=self.language,
                name=NAMES[number % len(NAMES)],
                secret=("sun", "cat", "fish") if number == 2 else (),
            ),
        )
        return tablet, learner

    def at_step(self, learner: str, lesson: Lesson, step: str, *, done: bool = False) -> None:
        """Leads her to a step, every answer right."""
        self.room.learn(learner, lesson, Begin())
        while True:
            state = self.room.lesson_state(learner, lesson.id)
            assert state is not None
            here = current_step(lesson, state)
            if here.id == step and not done:
                return
            if isinstance(here, Choose):
                right = tuple(option.id for option in here.options if option.right)
                self.room.learn(learner, lesson, Answer(right))
            elif isinstance(here, Order):
                self.room.learn(learner, lesson, Answer(tuple(item.id for item in here.items)))
            elif isinstance(here, Money):
                self.room.learn(learner, lesson, Answer((str(here.amount_fen),)))
            elif isinstance(here, Practice):
                names = tuple(goal.any_of[0] for goal in here.goals)
                self.room.learn(learner, lesson, StoreHappened(names))
            if here.id == step:
                return
            self.room.learn(learner, lesson, GoOn())

    def trade(self, learner: str, *commands: object) -> None:
        """Acts in her store."""
        for command in commands:
            self.room.trade(learner, command)  # type: ignore[arg-type]

    def selling(self, learner: str, kind: str) -> None:
        """Her first product is on sale and an order came."""
        range_of = self.room.catalogue.kind(kind).price_fen
        self.trade(
            learner,
            do.AddProduct(kind),
            do.ChoosePhoto("p1", self.room.catalogue.kind(kind).picture),
            do.SayName("p1"),
            do.MakeStock("p1", 40),
            do.SetPrice("p1", (range_of.low + range_of.high) // 20 * 10),
            do.Publish("p1"),
            do.EndDay(),
        )

    def order_to(self, learner: str, until: str) -> str:
        """Works on the oldest open order until its next step is ``until``."""
        order = self.room.store(learner).orders[0].id
        while True:
            store = self.room.store(learner)
            now = store.order(order)
            assert now is not None
            step = next_step(store, now)
            if step == until:
                return order
            match step:
                case "accept":
                    self.trade(learner, do.AcceptOrder(order))
                case "collect":
                    self.trade(learner, do.CollectOrder(order))
                case "make":
                    self.trade(learner, do.MakeStock(now.product, 60))
                case "check":
                    self.trade(learner, do.CheckOrder(order))
                case "stamp":
                    self.trade(learner, do.StampOrder(order))
                case "pack":
                    self.trade(learner, do.PackOrder(order, "padded-box"))
                case "label":
                    self.trade(learner, do.LabelOrder(order))
                case "ship":
                    self.trade(learner, do.ShipOrder(order, "air"))
                case "wait":
                    self.trade(learner, do.EndDay())
                case None:
                    return order

    def view(self, name: str, route: str, tablet: str = "", *taps: str) -> None:
        """Remembers a screen to photograph."""
        self.views.append(View(name, route, tablet, taps))

    def set(self) -> None:
        """Everybody takes her place."""
        self._lessons()
        self._store()
        self._people()

    def _people(self) -> None:
        tablet, _ = self.somebody(0)
        self.view("home", "/home", tablet)
        self.view("lessons", "/lessons", tablet)
        for number in range(1, 5):
            self.somebody(number)
        secret = next(each for each in self.room.records.learners if each.has_secret)
        self.view("start", "/")
        self.view("secret", f"/secret/{secret.id}")
        self.view("enrol-picture", "/enrol")
        self.view("enrol-product", "/enrol", "", "enrol.picture:1")
        self.view("enrol-finish", "/enrol", "", "enrol.picture:1", "enrol.product:nang")
        self.view("trainer-door", "/trainer")
        pin = tuple(f"trainer.pin:{digit}" for digit in "2580")
        self.view("trainer-learners", "/trainer", "", *pin)
        self.view("trainer-learner", "/trainer", "", *pin, f"trainer.learner:{self._shown_first()}")

    def _shown_first(self) -> str:
        """The learner whom the trainer sees first: the one seen last."""
        people = [each.id for each in self.room.records.learners if not each.guest]
        return max(people, key=lambda each: str(self.room.records.summary(each).last_seen))

    def _lessons(self) -> None:
        kinds = {Tell: "tell", Choose: "choose", Order: "order", Money: "money"}
        seen: set[str] = set()
        for lesson in self.room.course.lessons():
            for step in lesson.steps:
                name = kinds.get(type(step), "")
                if name and name not in seen:
                    seen.add(name)
                    self._lesson_views(name, lesson, step.id)
                if isinstance(step, Practice) and f"practice-{step.screen}" not in seen:
                    seen.add(f"practice-{step.screen}")
                    self._practice_view(lesson, step)
        lesson = next(self.room.course.lessons())
        tablet, learner = self.somebody(0)
        self.at_step(learner, lesson, lesson.steps[-1].id)
        self.room.learn(learner, lesson, GoOn())
        self.view("lesson-finished", f"/lesson/{lesson.id}", tablet)

    def _lesson_views(self, name: str, lesson: Lesson, step: str) -> None:
        tablet, learner = self.somebody(0)
        self.at_step(learner, lesson, step)
        self.view(f"lesson-{name}", f"/lesson/{lesson.id}", tablet)
        if name == "tell":
            return
        tablet, learner = self.somebody(0)
        self.at_step(learner, lesson, step)
        for _ in range(3):
            self.room.learn(learner, lesson, AskHint())
        self.view(f"lesson-{name}-shown", f"/lesson/{lesson.id}", tablet)
        tablet, learner = self.somebody(0)
        self.at_step(learner, lesson, step, done=True)
        self.view(f"lesson-{name}-done", f"/lesson/{lesson.id}", tablet)

    def _practice_view(self, lesson: Lesson, step: Practice) -> None:
        for done in (False, True):
            tablet, learner = self.somebody(1)
            self.at_step(learner, lesson, step.id)
            self.room.prepare(learner, lesson)
            inside = inside_store(self.room.store(learner), step, self.room.product_kind(learner))
            if done:
                self.at_step(learner, lesson, step.id, done=True)
            else:
                self.room.learn(learner, lesson, AskHint())
                self.room.learn(learner, lesson, AskHint())
            name = f"practice-{step.screen}{'-done' if done else ''}"
            self.view(name, f"/lesson/{lesson.id}/store{inside}", tablet)

    def _store(self) -> None:
        tablet, learner = self.somebody(1)
        self.view("store-empty", "/store", tablet)
        self.view("store-add", "/store/add", tablet)
        tablet, learner = self.somebody(1)
        self.selling(learner, "eggs")
        for name, route in (
            ("store", ""),
            ("products", "/products"),
            ("product", "/product/p1"),
            ("photo", "/product/p1/photo"),
            ("name", "/product/p1/name"),
            ("made", "/product/p1/made"),
            ("price", "/product/p1/price"),
            ("buyer", "/buyer"),
            ("orders", "/orders"),
            ("order-placed", "/order/o1"),
        ):
            self.view(name, f"/store{route}", tablet)
        for step in ("collect", "stamp", "pack", "label", "ship", "wait", ""):
            tablet, learner = self.somebody(1)
            self.selling(learner, "eggs")
            order = self.order_to(learner, step)
            self.view(f"order-{step or 'paid'}", f"/store/order/{order}", tablet)
        self.view("money", "/store/money", tablet)
        self.view("messages", "/store/messages", tablet)


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """The kiosk on a data folder."""
    url = f"http://127.0.0.1:{PORT}"
    command = [sys.executable, "-m", "kiosk", "serve", "--port", str(PORT), "--no-browser"]
    process = subprocess.Popen([*command, "--data", str(data)], cwd=ROOT)
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{url}/ping", timeout=1).close()
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(10)


def tap(page: Page, identifier: str) -> None:
    """Taps by identifier, at its middle."""
    thing = page.locator(f'[flt-semantics-identifier="{identifier}"]').first
    thing.wait_for(state="attached", timeout=20_000)
    box = thing.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(400)


def _photograph(
    browser: Browser, url: str, views: list[View], size: str, out: Path, language: Language
) -> None:
    """One window; the pages share its cache, each is a session of its own."""
    width, height = map(int, size.split("x"))
    context = browser.new_context(viewport={"width": width, "height": height})
    for view in views:
        context.clear_cookies()
        if view.tablet:
            context.add_cookies([{"name": "tablet", "value": view.tablet, "url": url}])
        page = context.new_page()
        page.goto(url + view.route)
        first = page.locator("[flt-semantics-identifier]").first
        first.wait_for(state="attached", timeout=60_000)
        page.locator("#opening").wait_for(state="detached", timeout=60_000)
        page.wait_for_timeout(300)
        for identifier in view.taps:
            tap(page, identifier)
        page.wait_for_timeout(1500)
        _take(page, out / f"{view.name}.{language}.{size}.png")
        page.close()
    context.close()


def _take(page: Page, path: Path) -> None:
    """Waits until there is something on the screen: a page drawn by software comes late."""
    for _ in range(60):
        if len(page.screenshot(path=path)) > _BLANK_BYTES:
            page.wait_for_timeout(700)  # pictures come a moment after the words
            page.screenshot(path=path)
            return
        page.wait_for_timeout(500)


def main() -> None:
    """Photographs what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("out", type=Path)
    parser.add_argument("--views", default="")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--sizes", default=",".join(SIZES))
    wish = parser.parse_args()
    wish.out.mkdir(parents=True, exist_ok=True)
    wanted = set(filter(None, wish.views.split(",")))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
        )
        for language in LANGUAGES:
            if language not in wish.languages.split(","):
                continue
            with tempfile.TemporaryDirectory() as folder:
                data = Path(folder)
                kiosk = build(data)
                kiosk.classroom.choose_language(language)
                stage = Stage(kiosk, language)
                stage.set()
                TrainerDesk(kiosk.classroom, data).set_first_pin("2580")
                kiosk.close()
                with serving(data) as url:
                    for size in wish.sizes.split(","):
                        views = [v for v in stage.views if not wanted or v.name in wanted]
                        _photograph(browser, url, views, size, wish.out, language)
        browser.close()


if __name__ == "__main__":
    main()
