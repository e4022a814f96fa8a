"""Whatever families and the centre do, in whatever order: every egg and fen is accounted for."""

import random
from collections import Counter
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from demo_store.commands import (
    AcceptOrder,
    AddProduct,
    CheckOrder,
    CollectOrder,
    EndDay,
    EndTrouble,
    LabelOrder,
    PackOrder,
    Publish,
    ShipOrder,
    StampOrder,
)
from demo_store.conversation.troubles import open_troubles
from demo_store.events import TroubleCame
from demo_store.store import OrderState
from demo_store.village import units
from demo_store.village.centre import STATIONS
from demo_store.village.commands import (
    AtOutlet,
    AtStore,
    BringStock,
    GoRound,
    OpenOutlet,
    TraceUnit,
    VillageCommand,
    WorkAt,
)
from demo_store.village.engine import fold, handle, passed, trace
from demo_store.village.events import FamilyStocked, UnitsLost, VillageEvent
from demo_store.village.settlement import settled, shared_out
from demo_store.village.state import Run, Village
from tests.village_told import CATALOGUE, CENTRE, founding

ON_THE_WAY = (
    AcceptOrder,
    CollectOrder,
    CheckOrder,
    StampOrder,
    lambda order: PackOrder(order, "egg-tray"),
    LabelOrder,
    lambda order: ShipOrder(order, "road"),
)


class VillageMachine(RuleBasedStateMachine):
    """Families bring, orders come, the centre works, some families leave."""

    def __init__(self) -> None:
        super().__init__()
        self.village = Village()
        self.history: list[VillageEvent] = []
        self.rng = random.Random(3)
        self.delivered: dict[tuple[str, int], int] = {}
        """The day of every unit that a family brought, by family and serial."""
        for command in founding(4):
            self.do(command)

    def do(self, command: VillageCommand) -> None:
        events = handle(CATALOGUE, CENTRE, self.village, command, self.rng)
        assert events, "whatever is done is answered"
        for event in events:
            if isinstance(event, FamilyStocked):
                run = event.units
                for serial in range(run.first, run.first + run.count):
                    assert (run.family, serial) not in self.delivered, "a serial is given once"
                    self.delivered[run.family, serial] = run.day
        self.village = fold(CATALOGUE, self.village, events)
        self.history += events

    @rule(family=st.integers(1, 4), eggs=st.integers(0, 40))
    def bring(self, family: int, eggs: int) -> None:
        self.do(BringStock(f"f{family}", "p1", eggs))

    @rule()
    def publish(self) -> None:
        self.do(AtStore(Publish("p1")))

    @rule()
    def sleep(self) -> None:
        self.do(AtStore(EndDay()))

    @rule(seed=st.integers(0, 99))
    def pass_a_night(self, seed: int) -> None:
        events, morning = passed(CATALOGUE, CENTRE, self.village, random.Random(seed))
        self.village = fold(CATALOGUE, self.village, events)
        self.history += events
        assert self.village == morning

    @rule()
    def go_round(self) -> None:
        self.do(GoRound())

    @rule(place=st.integers(0, 5), step=st.integers(0, len(ON_THE_WAY) - 1))
    def any_step(self, place: int, step: int) -> None:
        orders = self.village.store.orders
        if orders:
            self.do(AtStore(ON_THE_WAY[step](orders[-1 - place % len(orders)].id)))

    @rule(place=st.integers(0, 5), station=st.sampled_from(STATIONS))
    def at_a_station(self, place: int, station: str) -> None:
        orders = self.village.store.orders
        if orders:
            self.do(WorkAt(orders[-1 - place % len(orders)].id, station))

    @rule(place=st.integers(0, 5), unit=st.integers(0, 60))
    def look_at_a_stamp(self, place: int, unit: int) -> None:
        filled = sorted(self.village.shared)
        if filled:
            order = filled[place % len(filled)]
            held = sum(run.count for run in self.village.shared[order])
            self.do(TraceUnit(order, 1 + unit % held))

    @rule()
    def work_a_day(self) -> None:
        for order in self.village.store.open_orders:
            for step in ON_THE_WAY:
                self.do(AtStore(step(order.id)))

    @rule(family=st.integers(3, 4))
    def leave(self, family: int) -> None:
        self.do(OpenOutlet(f"f{family}"))
        self.do(AtOutlet(f"f{family}", AddProduct("eggs")))

    @precondition(lambda self: open_troubles(self.village.store))
    @rule(place=st.integers(0, 3))
    def end_trouble(self, place: int) -> None:
        (trouble, *_) = open_troubles(self.village.store)
        ways = sorted(CATALOGUE.troubles[trouble.trouble].ways)
        self.do(AtStore(EndTrouble(trouble.id, ways[place % len(ways)])))

    @rule(quantity=st.integers(1, 40))
    def a_cheat_comes(self, quantity: int) -> None:
        number = len(self.village.store.troubles) + 1
        came = TroubleCame(
            f"t{number}", "false-payment", "teacher", "", 10, self.village.store.day, "p1", quantity
        )
        self.village = fold(CATALOGUE, self.village, [came])
        self.history.append(came)
        self.do(AtStore(EndTrouble(came.id, "send-now")))

    @invariant()
    def store_and_families_know_the_same_days(self) -> None:
        for product in self.village.store.products:
            at_home: Counter[int] = Counter()
            for family in self.village.families:
                for run in family.stock:
                    at_home[run.day] += run.count
            assert at_home == Counter(dict(product.batches))
        for order in self.village.store.orders:
            if order.batches and order.state is not OrderState.RETURNED:
                stamped: Counter[int] = Counter()
                for run in self.village.shared[order.id]:
                    stamped[run.day] += run.count
                held: Counter[int] = Counter()
                for day, count in order.batches:
                    held[day] += count
                assert stamped == held, "review and trace agree"

    @invariant()
    def all_live_on_the_same_day(self) -> None:
        assert all(own.day == self.village.store.day for own in self.village.outlets.values())

    @invariant()
    def what_a_cheat_got_is_never_sent(self) -> None:
        lost = {
            (run.family, serial)
            for event in self.history
            if isinstance(event, UnitsLost)
            for run in event.units
            for serial in range(run.first, run.first + run.count)
        }
        sent = {
            (run.family, serial)
            for runs in self.village.shared.values()
            for run in runs
            for serial in range(run.first, run.first + run.count)
        }
        assert not lost & sent

    @invariant()
    def every_egg_is_at_home_sold_or_was_bad(self) -> None:
        at_home = [
            (run.family, serial)
            for family in self.village.families
            for run in family.stock
            for serial in range(run.first, run.first + run.count)
        ]
        sent = [
            (run.family, serial)
            for runs in self.village.shared.values()
            for run in runs
            for serial in range(run.first, run.first + run.count)
        ]
        assert len(set(at_home)) == len(at_home)
        returned = any(o.state is OrderState.RETURNED for o in self.village.store.orders)
        if not returned:
            assert len(set(at_home + sent)) == len(at_home + sent), "no unit is sold twice"
        assert set(at_home + sent) <= set(self.delivered), "no unit comes from nothing"
        assert len(at_home) == sum(product.stock for product in self.village.store.products)

    @invariant()
    def every_stamp_names_who_delivered_it(self) -> None:
        for order in self.village.store.orders:
            if order.id in self.village.shared:
                stamps = [
                    trace(self.village, order.id, unit) for unit in range(1, order.quantity + 1)
                ]
                for stamp in stamps:
                    assert self.delivered[stamp.family, stamp.serial] == stamp.day

    @invariant()
    def every_payout_is_settled(self) -> None:
        settled_fen = sum(family.settled_fen for family in self.village.families)
        paid = sum(o.payout_fen for o in self.village.store.orders if o.paid_day is not None)
        assert settled_fen + self.village.centre_fen == paid

    def teardown(self) -> None:
        assert fold(CATALOGUE, Village(), self.history) == self.village


TestVillageMachine = VillageMachine.TestCase
TestVillageMachine.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

RUNS = st.lists(
    st.builds(
        Run,
        family=st.sampled_from(["f1", "f2", "f3"]),
        product=st.just("p1"),
        day=st.just(1),
        first=st.integers(1, 50),
        count=st.integers(1, 30),
    ),
    min_size=1,
    max_size=8,
)


@given(coins=st.integers(-5000, 5000), percent=st.integers(0, 100), runs=RUNS)
def test_every_coin_is_settled_and_fairly(coins: int, percent: int, runs: list[Run]) -> None:
    centre, parts = settled(coins * 10, percent, runs)
    assert centre + sum(fen for _, fen in parts) == coins * 10
    assert all(fen % 10 == 0 for _, fen in parts)
    whole = units.count(runs)
    for family, fen in parts:
        held = sum(run.count for run in runs if run.family == family)
        fair = (coins * 10 - centre) * held / whole
        assert abs(fen - fair) < 10, "nobody is a coin away from the fair share"


@given(coins=st.integers(0, 999), weights=st.lists(st.integers(1, 50), min_size=1, max_size=9))
def test_who_brought_more_is_never_paid_less(coins: int, weights: list[int]) -> None:
    shares = shared_out(coins, {f"f{place}": weight for place, weight in enumerate(weights)})
    by_weight = sorted(zip(weights, shares.values(), strict=True))
    assert all(less[1] <= more[1] for less, more in pairwise(by_weight) if less[0] < more[0])


@given(runs=RUNS, wanted=st.integers(0, 300))
def test_taking_units_makes_and_loses_none(runs: list[Run], wanted: int) -> None:
    laid = []
    serial = 1
    for run in runs:  # serials of one family do not overlap
        laid.append(Run(run.family, "p1", 1, serial, run.count))
        serial += run.count
    out = units.taken(laid, wanted)
    left = units.without(laid, out)
    assert units.count(out) == min(wanted, units.count(laid))
    assert units.count(out) + units.count(left) == units.count(laid)


@given(count=st.integers(1, 40), places=st.sets(st.integers(0, 39)))
def test_picked_units_leave_exactly_the_others(count: int, places: set[int]) -> None:
    held = (Run("f1", "p1", 1, 5, count), Run("f2", "p1", 2, 1, 40 - count))
    bad = units.picked(held, places)
    assert units.count(bad) == len(places)
    kept = units.without(held, bad)
    all_units = {units.stamp_at(held, place) for place in range(40)}
    gone = {units.stamp_at(held, place) for place in places}
    assert {units.stamp_at(kept, place) for place in range(units.count(kept))} == all_units - gone
