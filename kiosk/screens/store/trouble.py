"""A trouble: what happened, the ways out, and what came of the one that she chose."""

from collections.abc import Callable

import flet as ft

from demo_store.commands import EndTrouble
from demo_store.conversation import troubles
from demo_store.store import Trouble
from demo_store.world.trouble_kinds import TroubleKind
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.choices import Choice, Choices, least_height, mixed, tell_coached, voices
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.message import writer
from kiosk.screens.store.reasons import why_card
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, card, side_by_side, stacked
from kiosk.widgets.speaking import Sentence, hear
from kiosk.widgets.touch import tap, value
from kiosk.wording import money, words
from lessons.phrase import Phrase


@screen
def TroubleScreen(visit: Visit) -> ft.Control:
    """To be ended, or what came of it; what it cost is shown in notes, and nothing is blamed."""
    trading = use_trading(visit)
    wanted = ft.use_route_params().get("trouble_id", "")
    trouble = next((each for each in trading.store.troubles if each.id == wanted), None)
    catalogue = visit.kiosk.classroom.catalogue
    kind = catalogue.troubles.get(trouble.trouble) if trouble is not None else None
    if trouble is None or kind is None or (trouble.way and trouble.way not in kind.ways):
        return NotHere(visit, key="gone")
    if not trouble.is_open:
        return _over(trading, trouble, kind)

    def choose(way: str) -> None:
        events = trading.do(EndTrouble(trouble.id, way))
        ended = _as_it_is_now(trading, trouble)
        if not ended.is_open:
            tell_coached(trading, events, _told(trading, ended, kind))

    return _asking(trading, trouble, kind, choose)


def _as_it_is_now(trading: Trading, trouble: Trouble) -> Trouble:
    store = trading.visit.kiosk.classroom.store(trading.learner)
    return next(each for each in store.troubles if each.id == trouble.id)


def _asking(
    trading: Trading, trouble: Trouble, kind: TroubleKind, choose: Callable[[str], object]
) -> ft.Control:
    visit, layout = trading.visit, trading.visit.layout
    story = troubles.story(visit.kiosk.classroom.catalogue, trading.store, trouble)
    choices = _ways(trading, trouble, kind)
    high = body_height(trading)
    free = high - least_height(visit, len(choices)) - layout.gap
    head_high = max(
        0.0, min(320.0 if layout.tall else 220.0, high * (0.32 if layout.low else 0.42), free)
    )
    field = Choices(
        visit,
        "trouble.way",
        choices,
        layout.inner_width,
        high - head_high - layout.gap,
        choose,
        key=trouble.id,
    )
    head = _told_card(trading, trouble, kind.picture, story, "trouble.story", head_high)
    spoken = [Part(story), *voices(choices)]
    return store_frame(
        trading,
        stacked([head, field], layout.gap),
        kind.name,
        place=f"trouble/{trouble.id}",
        back="/messages",
        also=spoken,
        also_coached=[] if trading.moment and trading.moment.state.completed_step else spoken,
        help_phrase=story,
    )


def _ways(trading: Trading, trouble: Trouble, kind: TroubleKind) -> tuple[Choice, ...]:
    catalogue = trading.visit.kiosk.classroom.catalogue
    wanted = trading.wants("TroubleEnded")
    good = [way.id for way in kind.ways.values() if way.good][:1] if wanted else []
    return mixed(
        [
            Choice(
                way.id,
                troubles.way_words(catalogue, trading.store, trouble, way.id),
                way.picture,
                way.id in good,
            )
            for way in kind.ways.values()
        ],
        f"{trading.learner} {trouble.id}",
    )


def _told_card(
    trading: Trading,
    trouble: Trouble,
    shown: str,
    said: Phrase,
    name: str,
    height: float,
    chosen: Phrase | None = None,
) -> ft.Control:
    """The picture and the words, who it is about, and a loudspeaker where there is room.

    ``chosen`` is the way that she took: its picture says it.
    """
    visit, layout = trading.visit, trading.visit.layout
    width = layout.inner_width
    size = min(height - 24, width * 0.22)
    room = width - 36
    line: list[ft.Control] = []
    if not layout.phone or height >= 190:
        line.append(_picture(visit, shown, size, chosen))
        room -= size + 14
    if trouble.customer and not layout.phone:
        line.append(writer(visit, trouble.customer, min(size, 120)))
        room -= min(size, 120) + 14
    after: list[ft.Control] = []
    if not layout.phone:
        after.append(hear(visit, f"{name}-hear", said))
        room -= theme.TAP + 14
    line.append(Sentence(visit, said, room, 1, 36, name, height=height - 22, key=name))
    return card(
        side_by_side([*line, *after], 14), theme.WARM, width=width, height=height, padding=8
    )


def _picture(visit: Visit, shown: str, size: float, chosen: Phrase | None) -> ft.Control:
    image = picture(shown, size)
    if chosen is None or size < theme.TAP:
        return image
    return tap(
        visit,
        "trouble.chosen",
        visit.text(chosen),
        image,
        lambda: visit.say(chosen),
        width=size,
        height=size,
        repeatable=True,
    )


def _told(trading: Trading, trouble: Trouble, kind: TroubleKind) -> list[Phrase]:
    """What came of it, what it cost and, where the way was a bad one, why."""
    if trouble.gone:
        return [words("troubles.gone"), words("troubles.nothing-lost")]
    classroom = trading.visit.kiosk.classroom
    store = classroom.store(trading.learner)
    after = troubles.after(classroom.catalogue, store, trouble)
    why = troubles.why(classroom.catalogue, store, trouble)
    return [after, _cost(trouble, kind), *([why] if why else [])]


def _cost(trouble: Trouble, kind: TroubleKind) -> Phrase:
    if not trouble.cost_fen:
        return words("troubles.nothing-lost")
    if "risk" in kind.way(trouble.way).does:
        return words("troubles.risk", money=money(trouble.cost_fen))
    return words("troubles.cost", money=money(trouble.cost_fen))


def _over(trading: Trading, trouble: Trouble, kind: TroubleKind) -> ft.Control:
    visit, layout = trading.visit, trading.visit.layout
    after, cost, *why = _told(trading, trouble, kind)
    high = body_height(trading) - layout.action_height - 2 * layout.gap
    why_high = (high - layout.gap) * 0.26 if why else 0.0
    high -= why_high + (layout.gap if why else 0)
    shown, chosen = _taken(trading, trouble, kind)
    told = _told_card(
        trading, trouble, shown, after, "trouble.after", high * 0.45, chosen=chosen
    )  # fmt: skip
    cards = [told, _cost_card(visit, trouble, cost, high * 0.55)]
    cards += [why_card(visit, each, "trouble.why", layout.inner_width, why_high) for each in why]
    field = stacked(cards, layout.gap)
    return store_frame(
        trading,
        above(field, _green(trading, trouble, kind), layout.gap),
        words("troubles.good" if trouble.good or trouble.gone else "troubles.came"),
        place=f"trouble/{trouble.id}/over",
        back="/messages",
        also=[Part(each) for each in (after, cost, *why)],
    )


def _taken(trading: Trading, trouble: Trouble, kind: TroubleKind) -> tuple[str, Phrase | None]:
    """The picture of the way that she took, and what she said; of none where it just went away."""
    if trouble.gone:
        return kind.picture, None
    catalogue = trading.visit.kiosk.classroom.catalogue
    said = troubles.way_words(catalogue, trading.store, trouble, trouble.way)
    return kind.way(trouble.way).picture, said


def _green(trading: Trading, trouble: Trouble, kind: TroubleKind) -> ft.Control:
    """Back to the messages; to the price where she has decided to change it."""
    visit = trading.visit
    to_price = kind.needs == "below-cost" and trouble.good
    then = f"/product/{trouble.product}/price" if to_price else "/messages"
    return go_on(
        visit,
        "trouble.done",
        words("troubles.new-price") if to_price else words("messages.others"),
        lambda: trading.go(then),
        width=min(480, visit.layout.inner_width),
    )


def _cost_card(visit: Visit, trouble: Trouble, cost: Phrase, height: float) -> ft.Control:
    """The money that it cost as notes; where nothing was lost, the full purse."""
    width, fen = visit.layout.inner_width, trouble.cost_fen
    line_high = min(76.0, height * 0.4)
    pile_high = height - line_high - 40
    line = Sentence(
        visit, cost, width - 40, 1, 36, "trouble.cost-said", height=line_high, key="cost"
    )
    pile = heap_of(fen, width - 40, pile_high, 150) if fen else picture("purse", pile_high)
    return card(
        stacked([value("trouble.cost", str(fen), pile), line], 8),
        theme.PAPER if fen else theme.DONE,
        width=width,
        height=height,
        padding=8,
    )
