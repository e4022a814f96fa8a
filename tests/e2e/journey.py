"""A learner's way through the kiosk: enrolment, lessons, her store.

What is right comes from the course itself. Every step must be shown and heard; a tap that is met
with silence fails its test.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from demo_store.finance.money import notes_for
from kiosk.wording import money, words
from lessons.course import Choose, Course, Lesson, Money, Order, Practice, Step, Tell
from lessons.loader import load_course
from lessons.phrase import Phrase
from tests.e2e.hand import Hand
from tests.served import SHORT_COURSE


class Window(NamedTuple):
    """A screen's size in logical pixels."""

    width: int
    height: int


TABLET, PHONE = Window(1280, 800), Window(360, 740)
MOST_NIGHTS = 15
"""More than any parcel needs from the carrier's door to the money."""


@cache
def course() -> Course:
    """The course that the served kiosk teaches."""
    loaded = load_course(SHORT_COURSE)
    assert loaded.problems == ()
    return loaded.course


def lesson_at(index: int) -> Lesson:
    """The lessons in teaching order, from 0."""
    return list(course().lessons())[index]


WELCOME_FIRST = "start.welcome-first"
"""What a start screen says on which nobody has a picture."""


class Learner(Hand):
    """Somebody who learns; makes each kind of mistake once."""

    # --- coming and going

    def chooses_language(self) -> None:
        """The start screen speaks her language."""
        self.tap(f"home.language:{self.language}")
        # Somebody who came meanwhile is on her screen only when it is drawn anew.
        self.screen.wait(lambda: self.screen.value("screen.sentence") == self.text(self.welcome()))
        self.is_told(self.welcome())

    def welcome(self) -> Phrase:
        """What the start screen says, as it stands now."""
        return words("start.welcome" if self.ending("home.learner:") else WELCOME_FIRST)

    def enrols(self, picture: int = 1) -> None:
        """A new learner, without a letter typed."""
        self.tap("home.new-learner")
        self.is_told(words("enrol.picture"))
        self.tap(f"enrol.picture:{picture}")
        self.is_told(words("enrol.product"))
        self.tap(f"enrol.product:{self.kind}")
        self.is_told(words("enrol.finish"))
        self.tap("enrol.done")
        self.is_told(words("home.greeting"))

    def signs_out(self) -> None:
        """From her home to the start screen."""
        self.tap("learner.signout")
        self.is_told(words("start.welcome"))

    # --- lessons

    def plays_next_lesson(self, lesson: Lesson) -> None:
        """From home through every step of the lesson that is offered, and home again."""
        self.hears(lesson.promise)
        self.tap("learner.next")
        self.plays(lesson, 1, len(lesson.steps))
        self.is_told(words("lesson.finished", lesson=lesson.title))
        assert self.screen.has("lesson.finished")
        self.tap("lesson.next")
        self.is_told(words("home.greeting"))

    def plays(self, lesson: Lesson, first: int, last: int) -> None:
        """The steps ``first`` to ``last``, counted from 1, and on to the one after."""
        mistaken: set[type[Step]] = set()
        for place in range(first, last + 1):
            self.is_at(lesson, place)
            self.does(lesson.steps[place - 1], mistaken)
            self.tap("lesson.next")

    def is_at(self, lesson: Lesson, place: int) -> None:
        """The step is shown, is spoken at once, and is spoken again when asked."""
        step = lesson.steps[place - 1]
        self.screen.wait_value("lesson.step", f"{place}/{len(lesson.steps)}")
        self.is_told(step.say, "lesson.prompt")
        self.hears_again(step.say)

    def does(self, step: Step, mistaken: set[type[Step]]) -> None:
        """What the step asks for; first a mistake, where she made none of this kind yet."""
        if isinstance(step, Tell):
            return
        wrong = type(step) not in mistaken
        mistaken.add(type(step))
        match step:
            case Choose():
                self.chooses(step, wrong)
            case Order():
                self.puts_in_order(step, wrong)
            case Money():
                self.lays(step, wrong)
            case Practice():
                self.practises(step)
        self.is_told(step.coaching.praise, "lesson.prompt")

    def chooses(self, step: Choose, wrong_first: bool) -> None:
        """Touches a picture; a mistake is met with its hint."""
        right = next(option for option in step.options if option.right)
        wrong = next(option for option in step.options if not option.right)
        if wrong_first:
            self.tap(f"lesson.answer:{wrong.id}")
            self.is_told(wrong.hint or step.coaching.hint, "lesson.prompt")
        self.tap(f"lesson.answer:{right.id}")

    def puts_in_order(self, step: Order, wrong_first: bool) -> None:
        """Touches the pictures one after the other; each one says what it is."""
        if wrong_first:
            for item in reversed(step.items):
                self.tap(f"lesson.answer:{item.id}")
            self.is_told(step.coaching.hint, "lesson.prompt")
        for item in step.items[:-1]:
            self.tap(f"lesson.answer:{item.id}")
            self.hears(item.say)
        self.tap(f"lesson.answer:{step.items[-1].id}")

    def lays(self, step: Money, wrong_first: bool) -> None:
        """Lays the amount; one small coin first is too little."""
        if wrong_first:
            self.tap("money.add:10")
            self.screen.wait_value("money.total", "10")
            self.tap("lesson.next")
            self.is_told(step.coaching.hint, "lesson.prompt")
            self.tap("money.remove:10")
            self.screen.wait_value("money.total", "0")
        self.lays_notes(step.amount_fen)
        self.tap("lesson.next")

    def lays_notes(self, fen: int) -> None:
        """Piece by piece on an empty table; each new total is said."""
        lying = 0
        for piece in notes_for(fen):
            lying += piece
            self.tap(f"money.add:{piece}")
            self.screen.wait_value("money.total", str(lying))
            self.hears(money(lying))

    def practises(self, step: Practice) -> None:
        """Every goal, from the screen on which the step opens."""
        for goal in step.goals:
            way = next(_WAYS[event] for event in goal.any_of if event in _WAYS)
            way(self)

    # --- her store

    def adds_her_product(self) -> None:
        """Her own product into the store; its page, where it is there already."""
        self.tap("store.products")
        self.screen.see("product.add")
        own = self.ending("product:")
        if own:
            self.tap(f"product:{own[0]}")
            return
        self.tap("product.add")
        self.tap(f"product.kind:{self.kind}")

    def looks_as_buyer(self) -> None:
        """At the buyer's telephone."""
        self.tap("store.as-buyer")
        self.screen.see("buyer.price")

    def photographs(self) -> None:
        """Takes the drawn picture as photo."""
        self.tap("product.photo")
        self.screen.see("product.camera")
        self.tap("product.photo")
        self.screen.wait_gone("product.camera")

    def says_name(self) -> None:
        """Says what she calls it."""
        self.tap("product.say-name")
        self.screen.see("product.hear-name")
        self.tap("product.say-name")
        self.screen.wait_gone("product.hear-name")

    def makes(self) -> None:
        """As many as are offered."""
        self.tap("product.made")
        self.screen.see("product.count")
        self.tap("product.made")
        self.screen.wait_gone("product.count")

    def prices(self, fen: int = 400) -> None:
        """A price in notes, in place of what lay there."""
        self.tap("product.price")
        self.screen.see("money.total")
        while (lying := self.screen.value("money.total")) != "0":
            self.tap("money.clear")
            self.screen.wait(lambda before=lying: self.screen.value("money.total") != before)
        self.lays_notes(fen)
        self.tap("product.price")
        self.screen.wait_gone("money.total")

    def sleeps_until_paid(self) -> None:
        """Night after night until the money came; no morning is silent."""
        for _ in range(MOST_NIGHTS):
            self.tap("store.next-day")
            self.hears_something()
            # The morning is heard a moment before it is drawn.
            self.screen.page.wait_for_timeout(1500)
            if not self.screen.has("store.next-day"):
                self.screen.wait_value("order.state", "paid")
                return
        raise AssertionError(f"not paid after {MOST_NIGHTS} nights")

    def sleeps_until_ordered(self) -> None:
        """From the store's front, night after night until somebody ordered; opens the order."""
        for _ in range(MOST_NIGHTS):
            day = int(self.screen.value("store.day")) + 1
            self.tap("store.next-day")
            self.screen.wait_value("store.day", str(day))
            self.hears_something()
            self.tap("store.orders")
            self.hears_something()
            if self.screen.value("screen.sentence") != self.text(words("orders.none")):
                newest = max(self.ending("order:"), key=lambda order: int(order[1:]))
                self.tap(f"order:{newest}")
                return
            self.tap("nav.back")
        raise AssertionError(f"nobody ordered in {MOST_NIGHTS} nights")

    def does_with_order(self, act: str, state: str) -> None:
        """One thing more with the open order; what comes next is said."""
        self.tap(f"order.{act}")
        self.screen.wait_value("order.state", state)
        self.hears_something()

    def goes_back_to_the_front(self) -> None:
        """From a product or an order: to its like, then to the store's front."""
        self.tap("nav.back")
        self.screen.wait_gone("product.price").wait_gone("order.state")
        self.tap("nav.back")
        self.screen.see("store.products")

    def counts_money(self) -> int:
        """Opens the purse at the store's front; says what is hers in fen."""
        self.tap("store.money")
        mine = int(self.screen.value("money.mine"))
        said = words("money.mine", money=money(mine))
        self.hears(said if mine >= 0 else words("money.not-yet", money=money(-mine)))
        return mine


ORDER_ACTS = (
    ("accept", "accepted"),
    ("collect", "collected"),
    ("check", "checked"),
    ("stamp", "stamped"),
    ("pack:box", "packed"),
    ("label", "labelled"),
    ("ship:air", "shipped"),
)
"""What is done with an order one after the other, and how it stands then."""

_WAYS: dict[str, Callable[[Learner], object]] = {
    "ProductAdded": Learner.adds_her_product,
    "PhotoChosen": Learner.photographs,
    "NameSaid": Learner.says_name,
    "StockMade": Learner.makes,
    "PriceSet": Learner.prices,
    "ListingPublished": lambda learner: learner.tap("product.publish"),
    "StoreViewedAsBuyer": Learner.looks_as_buyer,
    "OrderAccepted": lambda learner: learner.tap("order.accept"),
    "OrderCollected": lambda learner: learner.tap("order.collect"),
    "OrderChecked": lambda learner: learner.tap("order.check"),
    "OrderStamped": lambda learner: learner.tap("order.stamp"),
    "OrderPacked": lambda learner: learner.tap("order.pack:box"),
    "OrderLabelled": lambda learner: learner.tap("order.label"),
    "OrderShipped": lambda learner: learner.tap("order.ship:air"),
    "OrderPaidOut": Learner.sleeps_until_paid,
    "MoneyCounted": lambda learner: learner.tap("store.money"),
}
"""How each goal of a practice step is reached."""
