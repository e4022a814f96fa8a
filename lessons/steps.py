"""The kinds of step that a lesson is made of."""

from dataclasses import dataclass

from lessons.phrase import Language, Phrase


@dataclass(frozen=True, slots=True)
class Option:
    """A picture answer; ``hint`` is what is said when this wrong one was chosen."""

    id: str
    picture: str
    say: Phrase
    right: bool = False
    hint: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a story, with its sentence."""

    id: str
    picture: str
    say: Phrase


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two pictures of a pair."""

    picture: str
    say: Phrase


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures that belong together."""

    id: str
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class Goal:
    """Reached by any one of these store events, by class name (``OrderAccepted``).

    Of an event that is good or not, ``TroubleEnded:good`` is reached only where it is.
    """

    any_of: tuple[str, ...]

    @property
    def events(self) -> tuple[str, ...]:
        """The class names alone."""
        return tuple(name.partition(":")[0] for name in self.any_of)


@dataclass(frozen=True, slots=True)
class Coaching:
    """What is said around an answer.

    ``hint`` says it in other words, ``hint_with_hand`` goes with the pulsing hand,
    ``demonstration`` with showing how it is done, ``praise`` with a right answer.
    """

    hint: Phrase
    hint_with_hand: Phrase
    demonstration: Phrase
    praise: Phrase


@dataclass(frozen=True, slots=True)
class Tell:
    """One picture, one sentence."""

    id: str
    picture: str
    say: Phrase


@dataclass(frozen=True, slots=True)
class Story:
    """The whole of it in a few pictures, told one after the other; ``say`` opens it."""

    id: str
    picture: str
    say: Phrase
    pictures: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose the right picture."""

    id: str
    picture: str
    say: Phrase
    options: tuple[Option, ...]
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class ChooseAll:
    """Choose every right picture, then say that it is done."""

    id: str
    picture: str
    say: Phrase
    options: tuple[Option, ...]
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class Order:
    """Put pictures in sequence; ``items`` stand in the right order."""

    id: str
    picture: str
    say: Phrase
    items: tuple[Option, ...]
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class Match:
    """Bring together what belongs together."""

    id: str
    picture: str
    say: Phrase
    pairs: tuple[Pair, ...]
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class Money:
    """Lay exactly ``amount_fen`` (1 yuan = 100 fen) in notes and coins."""

    id: str
    picture: str
    say: Phrase
    amount_fen: int
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class Find:
    """Touch the right thing on a real screen of the store; nothing happens in the store by it.

    ``target`` is the identifier of that thing, ``situation`` and ``screen`` are as in `Practice`.
    """

    id: str
    picture: str
    say: Phrase
    situation: str
    screen: str
    target: str
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class Practice:
    """Do it in the store: every goal must be reached, by any route.

    ``situation`` names what the store must hold before the step begins (see
    ``demo_store.practice.situations``); ``screen`` is the store screen to open on.
    """

    id: str
    picture: str
    say: Phrase
    goals: tuple[Goal, ...]
    situation: str
    screen: str
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class Photo:
    """Take a photo of her own product in the store; without a camera, choose a picture of it."""

    id: str
    picture: str
    say: Phrase
    coaching: Coaching

    @property
    def goals(self) -> tuple[Goal, ...]:
        """As in `Practice`."""
        return (Goal(("PhotoChosen",)),)

    @property
    def situation(self) -> str:
        """As in `Practice`."""
        return "product-added"

    @property
    def screen(self) -> str:
        """As in `Practice`: the station of the photo itself."""
        return "photo"


@dataclass(frozen=True, slots=True)
class Say:
    """Say ``words`` aloud and hear herself."""

    id: str
    picture: str
    say: Phrase
    words: Phrase
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class ListenAndRepeat:
    """Hear ``words`` in ``language``, say them, compare by ear; the others are their meaning."""

    id: str
    picture: str
    say: Phrase
    language: Language
    words: Phrase
    coaching: Coaching


Told = Tell | Story
"""What is only heard and seen."""
InStore = Practice | Photo
"""What is done when something has happened in the store."""
Answered = Choose | ChooseAll | Order | Match | Money | Find | Say | ListenAndRepeat
"""What is done when it was answered: with pictures, money, a touch, or aloud."""
Doing = InStore | Answered
"""What a learner does; help is at hand."""
Step = Told | Doing
