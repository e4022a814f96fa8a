"""Which screen an address shows, and who may see it."""

import functools

import flet as ft

from kiosk.screens.boundary import Screen
from kiosk.screens.dead_end import NotHere, Oops
from kiosk.screens.enrol import EnrolScreen
from kiosk.screens.gallery.screen import GalleryScreen
from kiosk.screens.learner.home import HomeScreen
from kiosk.screens.learner.lesson import LessonScreen
from kiosk.screens.learner.lessons import LessonsScreen
from kiosk.screens.learner.neighbour import NeighbourScreen, NeighbourSecretScreen
from kiosk.screens.learner.voice import VoiceScreen
from kiosk.screens.new_secret import NewSecretScreen
from kiosk.screens.secret import SecretScreen
from kiosk.screens.start import StartScreen
from kiosk.screens.still_here import StillHere
from kiosk.screens.store.book_screen import BookScreen
from kiosk.screens.store.buyer import BuyerScreen
from kiosk.screens.store.card_screen import CardScreen, WithdrawScreen
from kiosk.screens.store.describe import DescribeScreen
from kiosk.screens.store.front import StoreScreen
from kiosk.screens.store.goal_screen import GoalScreen, GoalsScreen, SaveScreen, TakeBackScreen
from kiosk.screens.store.loan_screen import LoanOfferScreen, LoanScreen, LoansScreen
from kiosk.screens.store.made import MadeScreen
from kiosk.screens.store.message import MessageScreen
from kiosk.screens.store.messages import MessagesScreen
from kiosk.screens.store.money_screen import MoneyScreen
from kiosk.screens.store.order import OrderScreen
from kiosk.screens.store.orders import OrdersScreen
from kiosk.screens.store.parcels import ParcelsScreen
from kiosk.screens.store.photo import PhotoScreen
from kiosk.screens.store.product import ProductScreen
from kiosk.screens.store.products import AddProductScreen, ProductsScreen
from kiosk.screens.store.score import ScoreScreen
from kiosk.screens.store.stations import NameScreen, PriceScreen
from kiosk.screens.store.story import StoryScreen
from kiosk.screens.store.trouble import TroubleScreen
from kiosk.screens.trainer.acts import ActsScreen
from kiosk.screens.trainer.attendance import AttendanceScreen
from kiosk.screens.trainer.attendance_days import AttendanceDaysScreen
from kiosk.screens.trainer.door import TrainerDoor
from kiosk.screens.trainer.forgetting import ForgetScreen
from kiosk.screens.trainer.groups import NewGroupScreen
from kiosk.screens.trainer.hardest import HardestScreen
from kiosk.screens.trainer.heard import HeardScreen
from kiosk.screens.trainer.intake import IntakeScreen
from kiosk.screens.trainer.joining import SameScreen
from kiosk.screens.trainer.learner import LearnerScreen
from kiosk.screens.trainer.learners import LearnersScreen
from kiosk.screens.trainer.moving import GroupScreen
from kiosk.screens.trainer.papers import PapersScreen
from kiosk.screens.trainer.places import PlacesScreen
from kiosk.screens.trainer.recording import RecordScreen
from kiosk.screens.trainer.secret_away import SecretScreen as SecretAwayScreen
from kiosk.screens.trainer.settings import SettingScreen, SettingsScreen
from kiosk.screens.trainer.skills import SkillsScreen
from kiosk.screens.trainer.tablets import TabletsScreen
from kiosk.screens.trainer.team import MemberScreen, RemovalScreen, TeamScreen
from kiosk.screens.trainer.team_form import (
    NewTrainerScreen,
    OtherPinScreen,
    OwnCardScreen,
    OwnPinScreen,
)
from kiosk.screens.trainer.today import TodayScreen
from kiosk.screens.trainer.unit_tests import LearnerTestsScreen, UnitTestsScreen
from kiosk.screens.trainer.voices import VoicesScreen
from kiosk.screens.trainer.writing import FamilyScreen, NoteScreen
from kiosk.screens.village.choose import ChooseScreen
from kiosk.screens.village.given import GivenScreen
from kiosk.screens.village.home import VillageScreen
from kiosk.screens.village.morning import VillageMorningScreen
from kiosk.screens.village.order import VillageOrderScreen
from kiosk.screens.village.outlet import OutletScreen
from kiosk.screens.village.paid import PaidScreen
from kiosk.screens.village.parcel import ParcelScreen
from kiosk.screens.village.round import RoundScreen
from kiosk.screens.village.settled import SettledScreen
from kiosk.visit import Visit
from kiosk.widgets.component import component

_FOR_ALL: dict[str, Screen] = {
    "enrol": EnrolScreen,
    "gallery": GalleryScreen,
    "gallery/:part": GalleryScreen,
    "secret/:learner_id": SecretScreen,
    "secret/:learner_id/new": NewSecretScreen,
    "trainer": TrainerDoor,
    "trainer/today": TodayScreen,
    "trainer/papers": PapersScreen,
    "trainer/places": PlacesScreen,
    "trainer/bring": IntakeScreen,
    "trainer/tablets": TabletsScreen,
    "trainer/learners": LearnersScreen,
    "trainer/groups/new": NewGroupScreen,
    "trainer/learner/:learner_id": LearnerScreen,
    "trainer/learner/:learner_id/skill/:skill_id": LearnerScreen,
    "trainer/learner/:learner_id/acts": ActsScreen,
    "trainer/learner/:learner_id/heard": HeardScreen,
    "trainer/learner/:learner_id/note": NoteScreen,
    "trainer/learner/:learner_id/family": FamilyScreen,
    "trainer/learner/:learner_id/group": GroupScreen,
    "trainer/learner/:learner_id/same": SameScreen,
    "trainer/learner/:learner_id/secret": SecretAwayScreen,
    "trainer/learner/:learner_id/tests": LearnerTestsScreen,
    "trainer/learner/:learner_id/forget": ForgetScreen,
    "trainer/skills": SkillsScreen,
    "trainer/skills/hardest": HardestScreen,
    "trainer/skills/tests": UnitTestsScreen,
    "trainer/attendance": AttendanceScreen,
    "trainer/attendance/days": AttendanceDaysScreen,
    "trainer/team": TeamScreen,
    "trainer/team/new": NewTrainerScreen,
    "trainer/team/card": OwnCardScreen,
    "trainer/team/pin": OwnPinScreen,
    "trainer/team/member/:trainer_id": MemberScreen,
    "trainer/team/member/:trainer_id/pin": OtherPinScreen,
    "trainer/team/member/:trainer_id/remove": RemovalScreen,
    "trainer/settings": SettingsScreen,
    "trainer/settings/:name": SettingScreen,
    "trainer/voices": VoicesScreen,
    "trainer/voices/record/:language": RecordScreen,
}
_FOR_LEARNERS: dict[str, Screen] = {
    "home": HomeScreen,
    "lessons": LessonsScreen,
    "voice": VoiceScreen,
    "neighbour": NeighbourScreen,
    "neighbour/:learner_id": NeighbourSecretScreen,
    "lesson/:lesson_id": LessonScreen,
}
_STORE: dict[str, Screen] = {
    "": StoreScreen,
    "/products": ProductsScreen,
    "/add": AddProductScreen,
    "/product/:product_id": ProductScreen,
    "/product/:product_id/photo": PhotoScreen,
    "/product/:product_id/name": NameScreen,
    "/product/:product_id/made": MadeScreen,
    "/product/:product_id/price": PriceScreen,
    "/product/:product_id/describe": DescribeScreen,
    "/buyer": BuyerScreen,
    "/orders": OrdersScreen,
    "/order/:order_id": OrderScreen,
    "/money": MoneyScreen,
    "/money/book": BookScreen,
    "/money/card": CardScreen,
    "/money/card/withdraw": WithdrawScreen,
    "/money/goal": GoalScreen,
    "/money/goals": GoalsScreen,
    "/money/goal/save": SaveScreen,
    "/money/goal/take-back": TakeBackScreen,
    "/money/loan": LoanScreen,
    "/money/loans": LoansScreen,
    "/money/loan/:loan_id": LoanOfferScreen,
    "/messages": MessagesScreen,
    "/message/:message_id": MessageScreen,
    "/trouble/:trouble_id": TroubleScreen,
    "/morning": StoryScreen,
    "/parcels": ParcelsScreen,
    "/score": ScoreScreen,
    "/voice": VoiceScreen,
    "/village": VillageScreen,
    "/village/order/:order_id": VillageOrderScreen,
    "/village/round/:order_id": RoundScreen,
    "/village/given/:order_id": GivenScreen,
    "/village/choose/:order_id": ChooseScreen,
    "/village/parcel/:order_id": ParcelScreen,
    "/village/paid/:order_id": PaidScreen,
    "/village/settled/:order_id": SettledScreen,
    "/village/outlet/:family_id": OutletScreen,
    "/village/morning": VillageMorningScreen,
}


@component
def Root(visit: Visit) -> ft.Control:
    """The whole page; ``visit.changed`` draws it anew."""
    _, redraw = ft.use_state(0)
    visit.drawn_by(lambda: redraw(lambda version: version + 1))
    if visit.broken:
        return Oops(visit, key="oops")
    shown = ft.Router(_routes(visit), not_found=lambda: NotHere(visit))
    # The question lies over the screen: what is half done there is still there afterwards.
    asked = StillHere(visit, key="still-here")
    return ft.Stack([shown, asked], fit=ft.StackFit.EXPAND, expand=True)


def _routes(visit: Visit) -> list[ft.Route]:
    store = {
        f"{prefix}{path}": screen
        for prefix in ("store", "lesson/:lesson_id/store")
        for path, screen in _STORE.items()
    }
    return [
        ft.Route(index=True, component=lambda: StartScreen(visit, key="/")),
        *(_route(path, screen, visit) for path, screen in _FOR_ALL.items()),
        *(
            _route(path, _signed_in(screen), visit)
            for path, screen in (_FOR_LEARNERS | store).items()
        ),
    ]


def _route(path: str, screen: Screen, visit: Visit) -> ft.Route:
    return ft.Route(path=path, component=functools.partial(screen, visit, key=path))


def _signed_in(screen: Screen) -> Screen:
    """A learner's screen; where nobody is signed in, the start stands in its place."""

    @functools.wraps(screen)
    def shown(visit: Visit, key: str = "") -> ft.Control:
        return screen(visit, key=key) if visit.learner else StartScreen(visit, key="/")

    return shown
