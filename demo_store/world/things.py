"""What the world of the store is made of: products, cities, carriers, buyers, feasts, mishaps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from demo_store.world.amounts import Span
from lessons.phrase import Phrase

Effect = Literal["closes-road", "no-courier", "no-power", "less-made"]


@dataclass(frozen=True, slots=True)
class ProductKind:
    """Something a learner can make and sell; amounts in fen for one ``unit``."""

    id: str
    name: Phrase
    unit: Phrase
    picture: str
    weight_g: int
    fragile: bool
    shelf_life_days: int
    making_fen: Mapping[str, int]
    """What one unit costs her, part by part: ``flour``, ``fuel`` ..."""
    price_fen: Span
    """What is usually asked."""
    order_units: Span
    """How many a buyer usually takes."""
    capacity_units: int
    """What one family can make in an ordinary day."""
    most_units: int
    """More nobody can have ready in one day."""
    made_percent: tuple[int, ...]
    """Of ``capacity_units``, in each month."""
    lookers: float
    """How many people look in an ordinary day at a store that nobody knows yet."""
    wanted_percent: tuple[int, ...]
    """Of ``lookers``, in each month."""

    @property
    def unit_cost_fen(self) -> int:
        """What it costs her to make one."""
        return sum(self.making_fen.values())


@dataclass(frozen=True, slots=True)
class City:
    """Where buyers live; ``days`` under way by carrier id."""

    id: str
    name: Phrase
    picture: str
    road_km: int
    longitude: float
    latitude: float
    lookers: int
    """Of all who look, how many live here; only the proportion counts."""
    days: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Home:
    """What follows for lookers of one city, worked out once."""

    city: str
    share: float
    """Of all lookers, how many live here."""
    under_way: Mapping[str, int]
    """Days by carrier id, handling and all, half-way between the shortest and the longest."""
    soonest: int


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carries; ``breakage`` is one unprotected fragile unit's chance to break."""

    id: str
    name: Phrase
    picture: str
    base_fen: int
    per_kilogram_fen: int
    handling_days: int
    breakage: float
    loss: float
    """The chance that a parcel never arrives."""
    by_way_of: tuple[str, ...]
    """Cities that every parcel to a farther one comes through, the nearest first."""

    def freight_fen(self, weight_g: int) -> int:
        """What a parcel costs; begun kilograms count as whole ones."""
        return self.base_fen + -(-weight_g // 1000) * self.per_kilogram_fen


@dataclass(frozen=True, slots=True)
class Packaging:
    """What a parcel is packed in; ``protection`` from 0 to 1.

    ``made_for`` are ids of the only kinds it holds; empty where it holds anything.
    """

    id: str
    name: Phrase
    picture: str
    cost_fen: int
    protection: float
    made_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Customer:
    """Who buys: a role in a city."""

    id: str
    name: Phrase
    picture: str
    city: str


@dataclass(frozen=True, slots=True)
class Quality:
    """Something that she can say of a product."""

    id: str
    name: Phrase
    picture: str
    true_of: tuple[str, ...]
    """Kinds of which it is true."""


@dataclass(frozen=True, slots=True)
class Festival:
    """Days on which people buy more and carriers have more to carry."""

    id: str
    name: Phrase
    picture: str
    first: int
    """Day of the year, 0 is 1 January; the last may lie in the next year."""
    days: int
    lift_percent: int
    kinds: tuple[str, ...]
    """What is bought more; empty for everything."""
    crowding_days: int
    """How many days longer a parcel may take that is sent then."""


@dataclass(frozen=True, slots=True)
class Mishap:
    """Something in the world that may happen in a night."""

    id: str
    name: Phrase
    told: Phrase
    """What the learner hears in the morning."""
    picture: str
    effect: Effect
    chance: float
    """In one night of its months."""
    months: tuple[int, ...]
    lasts: Span
    """How many days."""
    made_percent: int
    """Of what is usually made, while it lasts."""
    kinds: tuple[str, ...]
    """Of what less is made; empty for everything."""
    carrier: str
    """Who cannot drive; empty for nobody."""
    only_in_its_year: bool
    """Happens only in a year that was named for it, and then surely once."""
    weather: str = ""
    """What the sky is like on the day on which it begins; empty for nothing of its own."""


@dataclass(frozen=True, slots=True)
class Weather:
    """What the sky is like on a day."""

    id: str
    name: Phrase
    told: Phrase
    """What the learner hears in the morning."""
    picture: str
    days_percent: tuple[int, ...]
    """Of the days in each month."""
    made_percent: int
    """Of what is usually made on such a day."""
    kinds: tuple[str, ...]
    """Of what less is made; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Year:
    """How day numbers lie in the year."""

    first: int
    """Day of the year on which day 1 falls, 0 is 1 January."""
    calm_days: int
    """How many days nothing goes wrong in the world after day 1."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What lookers want: shares of them, from 0 to 1, that still buy."""

    buys: float
    """Of those who have nothing against the offer."""
    at_usual_high: float
    nobody_buys_at_percent: int
    """Of the usual highest price."""
    no_photo: float
    no_words: float
    enough_words: int
    no_stars_yet: float
    one_star: float
    never_answered: float
    never_on_time: float
    soon_days: int
    too_late_days: int


@dataclass(frozen=True, slots=True)
class Renown:
    """How a store becomes known. A review is worth its stars above ``middling`` in points."""

    middling_stars: int
    half_points: int
    """With so many points half of what renown can bring is reached."""
    most_percent: int
    """Of the people who look at a store that nobody knows."""


@dataclass(frozen=True, slots=True)
class Market:
    """The rules of buying and paying; chances from 0 to 1."""

    practice_city: str
    fee_percent: int
    send_within_days: int
    waits_after_days: int
    """So long after its day a customer still waits for a parcel that was promised."""
    most_open_orders: int
    """While she is a beginner."""
    beginner_orders: int
    """How many orders she is a beginner for: one buyer is sure, and none of them gets lost."""
    bad_unit_chance: float
    village_longitude: float
    village_latitude: float
    wishes: Wishes
    renown: Renown
