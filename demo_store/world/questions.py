"""What customers ask and what she can answer, from ``content/questions.yaml`` and ``talk.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from demo_store.errors import UnknownId
from demo_store.world.amounts import share, whole
from demo_store.world.groups import Groups, group
from lessons.content import Node, load_yaml
from lessons.phrase import Phrase

About = Literal[
    "product", "waiting", "travelling", "sent-late", "arrived", "arrived-broken", "arrived-happy"
]
ABOUT: Final[tuple[About, ...]] = (
    "product", "waiting", "travelling", "sent-late", "arrived", "arrived-broken", "arrived-happy",
)  # fmt: skip

CONDITIONS: Final = (
    "always", "never", "fresh", "some-days-old", "keeps-days", "keeps-weeks", "keeps-months",
    "keeps-longer", "enough", "not-enough", "some", "none-left", "ready-to-eat", "raw",
    "price-fair", "still-pays", "time-left", "not-held-up", "held-up", "comes-tomorrow",
)  # fmt: skip
"""When an answer is true; ``truth`` knows what each means."""

EFFECTS: Final = (
    "buy", "buy-asked", "buy-rest", "refund-broken", "refund-all", "stars-rise", "stars-fall",
    "not-as-shown",
)  # fmt: skip
"""What may follow an answer; the last only shows when the parcel has come."""

PLACES: Final = frozenset({"product", "count", "can", "days"})
"""Places that a question or a reply may have, see ``talk.words``."""
WHY_PLACES: Final = PLACES | {"keeps", "price", "cost", "left", "late", "owed"}
"""Places of why an answer is never good: how long it keeps, money, and days too late."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What she must keep: sent-within, arrives-within (``days``), made-fresh or packed-well."""

    what: str
    days: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer that she can choose."""

    id: str
    say: Phrase
    picture: str
    good_when: str
    """One of ``CONDITIONS``: when it is true and helpful."""
    does: tuple[str, ...]
    """What follows where it is good; of ``EFFECTS``."""
    otherwise: tuple[str, ...]
    """What follows where it is not."""
    price: float
    """Share of her price at which the asker buys."""
    promise: Promise | None
    why: Phrase | None = None
    """Why it is never good; None where ``conversation.reasons`` knows when it is."""

    @property
    def sells(self) -> bool:
        """Whether a customer may buy because of it."""
        return any(effect.startswith("buy") for effect in (*self.does, *self.otherwise))


@dataclass(frozen=True, slots=True)
class Question:
    """Something that customers ask."""

    id: str
    say: Phrase
    picture: str
    about: About
    kinds: frozenset[str]
    """Ids of the kinds of product that it may be about."""
    times: float
    """How many times the usual largest order is asked for; 0 where nothing is."""
    within_days: int
    """Within how many days it is wanted."""
    replies: Mapping[str, Reply]

    def reply(self, reply_id: str) -> Reply:
        """The reply with this id, or ``UnknownId``."""
        if reply_id not in self.replies:
            raise UnknownId("reply", reply_id)
        return self.replies[reply_id]


@dataclass(frozen=True, slots=True)
class TalkRules:
    """How often customers write and how often trouble comes; chances from 0 to 1, in one night."""

    question_chance: float
    first_question_day: int
    orders_for_one_more: int
    """So many orders in a week bring one more chance of a question."""
    most_questions: int
    answer_within_days: int
    writes_after_days: int
    """How long after a parcel came its buyer may write."""
    trouble_chance: float
    first_trouble_day: int


def load_questions(folder: Path, groups: Groups) -> Mapping[str, Question]:
    """The questions that stand in ``folder``, by their ids.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    root = load_yaml(folder / "questions.yaml", folder)
    return MappingProxyType({id: _question(id, node, groups) for id, node in root.entries()})


def load_rules(folder: Path) -> TalkRules:
    """The rules that stand in ``folder``; raises as `load_questions`."""
    root = load_yaml(folder / "talk.yaml", folder)
    root.only(
        "question", "first_question", "orders_for_one_more", "most_questions", "answer_within",
        "writes_after", "trouble", "first_trouble",
    )  # fmt: skip
    return TalkRules(
        question_chance=share(root.field("question")),
        first_question_day=whole(root.field("first_question"), "day"),
        orders_for_one_more=whole(root.field("orders_for_one_more"), "order"),
        most_questions=whole(root.field("most_questions"), "message"),
        answer_within_days=whole(root.field("answer_within"), "day"),
        writes_after_days=whole(root.field("writes_after"), "day"),
        trouble_chance=share(root.field("trouble")),
        first_trouble_day=whole(root.field("first_trouble"), "day"),
    )


def one_of(node: Node, known: tuple[str, ...]) -> str:
    """The text here, which must be one of the known ones."""
    if node.text() not in known:
        raise node.error(f"is not known here; known are {', '.join(known)}")
    return node.text()


def several(node: Node | None, known: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of a list that may be missing, each one of the known ones."""
    return tuple(one_of(item, known) for item in node.items()) if node else ()


def _question(id: str, node: Node, groups: Groups) -> Question:
    node.only("say", "picture", "about", "kinds", "asks", "replies")
    about = one_of(node.field("about"), ABOUT)
    times, within = _asked(node.optional("asks"))
    replies = {id: _reply(id, reply) for id, reply in node.field("replies").entries()}
    if not 2 <= len(replies) <= 4:
        raise node.field("replies").error("must be two to four")
    return Question(
        id=id,
        say=node.field("say").phrase(PLACES),
        picture=node.field("picture").text(),
        about=next(each for each in ABOUT if each == about),
        kinds=group(node.field("kinds"), groups),
        times=times,
        within_days=within,
        replies=MappingProxyType(replies),
    )


def _asked(node: Node | None) -> tuple[float, int]:
    """How much is asked for and within how many days."""
    if node is None:
        return 0.0, 0
    node.only("times", "within")
    times = node.field("times")
    times.only("value", "unit", "why")
    one_of(times.field("unit"), ("times-usual",))
    times.field("why").text()
    value = times.field("value").number()
    if value <= 0:
        raise times.field("value").error("must be above 0")
    return value, whole(node.field("within"), "day")


def _reply(id: str, node: Node) -> Reply:
    node.only("say", "picture", "good_when", "does", "otherwise", "price", "promises", "why")
    price = node.optional("price")
    promise = node.optional("promises")
    good_when = one_of(node.field("good_when"), CONDITIONS)
    why = node.optional("why")
    if why is not None and good_when != "never":
        raise why.error("belongs to an answer that is never good")
    return Reply(
        id=id,
        say=node.field("say").phrase(PLACES),
        picture=node.field("picture").text(),
        good_when=good_when,
        does=several(node.optional("does"), EFFECTS),
        otherwise=several(node.optional("otherwise"), EFFECTS),
        price=share(price) if price else 1.0,
        promise=_promise(promise) if promise else None,
        why=node.field("why").phrase(WHY_PLACES) if good_when == "never" else None,
    )


def _promise(node: Node) -> Promise:
    node.only("sent_within", "arrives_within", "made_fresh", "packed_well")
    if len(node.entries()) != 1:
        raise node.error("must be one promise")
    ((name, value),) = node.entries()
    what = name.replace("_", "-")
    if name.endswith("within"):
        return Promise(what, whole(value, "day"))
    if not value.flag():
        raise value.error("must be true")
    return Promise(what)
