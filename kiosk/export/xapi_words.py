"""The names that statements use: IRIs of verbs, kinds of activities and extensions.

Verbs and kinds are those of ADL's vocabulary where it has them. Everything else lies in a namespace
of our own, whose host can never be (RFC 2606), as the kiosk has no address in any network.
"""

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from lessons.phrase import LANGUAGES, Phrase

VERSION: Final = "1.0.3"
HOME: Final = "https://village-kiosk.invalid/xapi"
ADL: Final = "http://adlnet.gov/expapi"
_ADL_LATER: Final = "https://w3id.org/xapi/adl"


@dataclass(frozen=True, slots=True)
class Verb:
    """``iri`` and what it is called."""

    iri: str
    display: Phrase

    def json(self) -> dict[str, Any]:
        """As it stands in a statement."""
        return {"id": self.iri, "display": language_map(self.display)}


def language_map(phrase: Phrase) -> dict[str, str]:
    """A phrase by RFC 5646 tags."""
    return {language: phrase.text(language) for language in LANGUAGES}


def iri(*parts: str) -> str:
    """A name of our own; ids come from content and may hold anything."""
    return "/".join((HOME, *(quote(part, safe="") or "-" for part in parts)))


def _adl(name: str, ug: str, zh: str) -> Verb:
    return Verb(f"{ADL}/verbs/{name}", Phrase(ug, zh, name))


REGISTERED: Final = _adl("registered", "تىزىملاتتى", "报名了")
INITIALIZED: Final = _adl("initialized", "باشلىدى", "开始了")
EXPERIENCED: Final = _adl("experienced", "كۆردى", "看了")
ANSWERED: Final = _adl("answered", "جاۋاب بەردى", "回答了")
PROGRESSED: Final = _adl("progressed", "ئىلگىرىلىدى", "前进了")
PASSED: Final = _adl("passed", "ئۆتتى", "通过了")
COMPLETED: Final = _adl("completed", "تاماملىدى", "完成了")
INTERACTED: Final = _adl("interacted", "ئىشلىدى", "操作了")
SCORED: Final = _adl("scored", "باھا ئالدى", "得到了评分")
ATTENDED: Final = _adl("attended", "قاتناشتى", "参加了")
LOGGED_IN: Final = Verb(f"{_ADL_LATER}/verbs/logged-in", Phrase("كىردى", "登录了", "logged in"))
LOGGED_OUT: Final = Verb(f"{_ADL_LATER}/verbs/logged-out", Phrase("چىقتى", "退出了", "logged out"))
HELPED: Final = Verb(iri("verbs", "was-helped"), Phrase("ياردەم ئالدى", "得到了帮助", "was helped"))
"""ADL has no verb for help that came."""

COURSE: Final = f"{ADL}/activities/course"
LESSON: Final = f"{ADL}/activities/lesson"
STEP: Final = f"{ADL}/activities/interaction"
QUESTION: Final = f"{ADL}/activities/cmi.interaction"
SIMULATION: Final = f"{ADL}/activities/simulation"
MEDIA: Final = f"{ADL}/activities/media"
MEETING: Final = f"{ADL}/activities/meeting"
DEVICE: Final = iri("activities", "tablet")
"""ADL has no kind for a tablet."""

TABLET: Final = iri("extensions", "tablet")
SEQUENCE: Final = iri("extensions", "sequence")
DOUBTFUL: Final = iri("extensions", "doubtful-time")
SAMPLE: Final = iri("extensions", "sample")
HELP: Final = iri("extensions", "help")
TRIES: Final = iri("extensions", "tries")
ASKED: Final = iri("extensions", "asked-for")
DEPTH: Final = iri("extensions", "depth")
EVENT: Final = iri("extensions", "event")
PAYOUT: Final = iri("extensions", "payout-fen")
