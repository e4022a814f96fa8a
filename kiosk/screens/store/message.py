"""One buyer's message: her words, the answers to choose from, and what came of the answer."""

from collections.abc import Callable, Sequence

import flet as ft

from demo_store.commands import AnswerMessage
from demo_store.conversation import talk
from demo_store.store import Message
from demo_store.world.questions import Reply
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.answers import Consequence, chosen, consequences
from kiosk.screens.store.choices import Choice, Choices, least_height, mixed, tell_coached, voices
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.reasons import why_card
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import above, card, card_style, side_by_side, stacked
from kiosk.widgets.speaking import Sentence, filling, hear
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import Phrase

_ASKED = "asked"
_WITH_NOTES = 1.65
"""So much higher is what has notes, too."""
_HIGHEST_CARD = 190.0


@screen
def MessageScreen(visit: Visit) -> ft.Control:
    """To be answered, or what came of it."""
    trading = use_trading(visit)
    message = trading.store.message(ft.use_route_params().get("message_id", ""))
    catalogue = visit.kiosk.classroom.catalogue
    is_known = message is not None and message.question in catalogue.questions
    # the reason is found by folding all that came before: once, not at every drawing
    told = ft.use_memo(
        lambda: _came_of(trading, message) if message and is_known else (), [message]
    )
    if message is None or not is_known:
        return NotHere(visit, key="gone")
    if message not in talk.open_messages(trading.store):
        return _over(trading, message, told)

    def choose(reply: str) -> None:
        events = trading.do(AnswerMessage(message.id, reply))
        answered = visit.kiosk.classroom.store(trading.learner).message(message.id)
        if answered is not None and answered.reply:
            tell_coached(trading, events, [each.say for each in _came_of(trading, answered)])

    return _asking(trading, message, choose)


def _came_of(trading: Trading, message: Message) -> tuple[Consequence, ...]:
    """What came of it; nothing while it waits for an answer."""
    if message in talk.open_messages(trading.store):
        return ()
    classroom = trading.visit.kiosk.classroom
    store, history = classroom.store(trading.learner), classroom.records.store_events
    return consequences(classroom.catalogue, store, message, history(trading.learner))


def writer(visit: Visit, message_customer: str, size: float) -> ft.Control:
    """Who writes: a face, and the city at its corner."""
    catalogue = visit.kiosk.classroom.catalogue
    customer = catalogue.customer(message_customer)
    city = catalogue.city(customer.city)
    corner = ft.Container(
        picture(city.picture, size * 0.42),
        bgcolor=theme.PAPER,
        border_radius=size * 0.12,
        right=-4,
        bottom=-4,
    )
    return ft.Stack(
        [face(customer.picture, size, theme.AIR), corner],
        width=size,
        height=size,
        clip_behavior=ft.ClipBehavior.NONE,
    )


def _asking(trading: Trading, message: Message, choose: Callable[[str], object]) -> ft.Control:
    visit, layout = trading.visit, trading.visit.layout
    catalogue = visit.kiosk.classroom.catalogue
    said = talk.words(catalogue, trading.store, message)
    choices = _replies(trading, message)
    high = body_height(trading)
    free = high - least_height(visit, len(choices)) - layout.gap
    done = trading.moment is not None and trading.moment.state.completed_step
    rest = done and free < theme.TAP  # the coach's way on has their place
    head_high = min(200.0, high) if rest else max(0.0, min(200.0, high * 0.3, free))
    field = Choices(
        visit,
        "message.reply",
        choices,
        layout.inner_width,
        high - head_high - layout.gap,
        choose,
        key=message.id,
    )
    head = _head(trading, message, said, head_high)
    body = stacked([head] if rest else [head, field], layout.gap)
    spoken = [Part(said, _ASKED), *voices(choices)]
    return store_frame(
        trading,
        body,
        _who(visit, message),
        place=f"message/{message.id}",
        back="/messages",
        also=spoken,
        also_coached=[] if done else spoken,
        help_phrase=said,
    )


def _replies(trading: Trading, message: Message) -> tuple[Choice, ...]:
    catalogue, store = trading.visit.kiosk.classroom.catalogue, trading.store
    wanted = trading.wants("MessageAnswered")
    good = talk.good_replies(catalogue, store, message)[:1] if wanted else ()
    replies = catalogue.questions[message.question].replies.values()
    return mixed(
        [
            Choice(
                reply.id,
                talk.reply_words(catalogue, store, message, reply.id),
                reply.picture,
                reply.id in good,
            )
            for reply in replies
        ],
        f"{trading.learner} {message.id}",
    )


def _who(visit: Visit, message: Message) -> Phrase:
    catalogue = visit.kiosk.classroom.catalogue
    customer = catalogue.customer(message.customer)
    city = catalogue.city(customer.city)
    return words("messages.writes", name=customer.name, city=city.name)


def _head(trading: Trading, message: Message, said: Phrase, height: float) -> ft.Control:
    """Who asks, her words, what they are about, and a loudspeaker where there is room."""
    visit = trading.visit
    width = visit.layout.inner_width
    question = visit.kiosk.classroom.catalogue.questions[message.question]
    size = min(height - 24, 64.0 if visit.layout.phone else 150.0)
    shown: list[ft.Control] = [writer(visit, message.customer, size)]
    room = width - size - 48
    after: list[ft.Control] = []
    if not visit.layout.phone:
        after.append(picture(question.picture, size))
        room -= size + 16
    if not visit.layout.phone and height >= theme.TAP + 16:
        after.append(hear(visit, "message.hear", said))
        room -= theme.TAP + 16
    shown.append(Sentence(visit, said, room, 1, 40, "message.said", height=height - 22, key="said"))
    return card(
        side_by_side([*shown, *after], 14), theme.WARM, width=width, height=height, padding=8
    )


def _over(trading: Trading, message: Message, told: Sequence[Consequence]) -> ft.Control:
    visit, layout = trading.visit, trading.visit.layout
    high = body_height(trading)
    green = go_on(
        visit,
        "message.done",
        words("messages.others"),
        lambda: trading.go("/messages"),
        width=min(480, layout.inner_width),
    )
    # a phone's title may take a third line
    room = high - layout.action_height - layout.gap - (24 if layout.phone else 0)
    reply = chosen(visit.kiosk.classroom.catalogue, message)
    count = len(told) + (reply is not None)
    each = min(_HIGHEST_CARD, (room - (count - 1) * layout.gap) / count)
    touched = max(each, float(theme.TAP))  # what she said can be touched, the others need less
    if reply is not None:
        each -= (touched - each) / len(told)
    shares = [_WITH_NOTES if one.fen else 1.0 for one in told]
    part = min(each, each * len(told) / sum(shares))  # below what is said lie the notes
    cards = [
        _consequence(visit, message, one, n, part * share)
        for n, (one, share) in enumerate(zip(told, shares, strict=True))
    ]
    if reply is not None:
        cards.insert(0, _chosen(trading, message, reply, touched))
    body = above(ft.Container(stacked(cards, layout.gap), height=room), green, layout.gap)
    first, *rest = told
    return store_frame(
        trading,
        body,
        first.say,
        place=f"message/{message.id}/over",
        back="/messages",
        also=[part for each in rest for part in _voices(trading, message, each)],
    )


def _voices(trading: Trading, message: Message, one: Consequence) -> list[Part]:
    """What is said of it; before the reason what she had answered, as it may be long ago."""
    if not one.why:
        return [Part(one.say)]
    catalogue = trading.visit.kiosk.classroom.catalogue
    said = talk.reply_words(catalogue, trading.store, message, message.reply)
    return [Part(words("messages.you-said", name=said)), Part(one.say)]


def _chosen(trading: Trading, message: Message, reply: Reply, height: float) -> ft.Control:
    """What she answered, in her own voice: a touch says it again."""
    visit = trading.visit
    said = talk.reply_words(visit.kiosk.classroom.catalogue, trading.store, message, reply.id)
    width = min(visit.layout.inner_width, 900)
    size = min(height - 24, 56.0 if visit.layout.phone else 120.0)
    room = width - 2 * size - 60
    text = visit.text(said)
    letters = filling(text, visit.language, room, height - 22, 30)
    label = theme.text(text, visit.language, letters)
    label.width = room
    her = face((visit.learner.picture if visit.learner else "") or "guest", size)
    return tap(
        visit,
        "message.chosen",
        text,
        side_by_side([her, label, picture(reply.picture, size)], 14),
        lambda: visit.say(said),
        width=width,
        height=height,
        repeatable=True,
        **card_style(theme.AIR, padding=8),
    )


def _consequence(
    visit: Visit, message: Message, one: Consequence, number: int, height: float
) -> ft.Control:
    """The buyer, what she did, and where money went back to her, the notes."""
    width = min(visit.layout.inner_width, 900)
    if one.why:
        return why_card(visit, one.say, f"message.outcome:{number}", width, height)
    size = min(height - 24, 56.0 if visit.layout.phone else 120.0)
    room = width - 2 * size - 60
    line_high = height - 22
    line: ft.Control
    if one.fen:
        line_high = height * 0.42
    line = Sentence(
        visit, one.say, room, 1, 36, f"message.outcome:{number}", height=line_high, key=f"{number}"
    )
    if one.fen:
        line = stacked([line, heap_of(one.fen, room, height * 0.42, 84)], 4)
    return card(
        side_by_side([writer(visit, message.customer, size), line, picture(one.picture, size)], 14),
        theme.WARM,
        width=width,
        height=height,
        padding=8,
    )
