"""Pictures a learner chooses as her own, pictures of the secret, and the faces of customers."""

from __future__ import annotations

from . import land, people
from . import palette as c
from .looks import DARK, GREY, WHITE, Look
from .singles import Drawing, figure, own
from .svg import circle, clip, dots, down, ellipse, glow, group, path, stroke


def face_of(look: Look, over: str = "") -> Drawing:
    """Head and shoulders; `over` lies on the clothes."""
    return lambda _fluent: people.portrait(look) + over


LEARNERS = (
    Look(
        cover="kerchief",
        tone=c.POMEGRANATE,
        tone_dark="#7E1D26",
        age=2,
        dress="#3E6B57",
        dress_dark="#2A4B3C",
        skin="warm",
    ),
    Look(
        cover="scarf",
        tone="#3E8E92",
        tone_dark=c.TEAL,
        trim=c.PAPER,
        age=1,
        dress="#2F5D7C",
        dress_dark="#234860",
        skin="fair",
    ),
    Look(
        cover="scarf",
        tone="#EFE3CC",
        tone_dark="#C9B48C",
        trim=c.CLAY,
        age=3,
        hair=WHITE,
        dress="#6B4A78",
        dress_dark="#4C3357",
        skin="tan",
    ),
    Look(
        cover="kerchief",
        tone=c.SKY,
        tone_dark="#174478",
        trim=c.PAPER,
        age=1,
        wear="atlas",
        dress=c.LEAF,
        dress_dark="#1E5937",
        skin="tan",
    ),
    Look(
        cover="braids",
        tone="#7A2E6E",
        tone_dark="#551E4D",
        age=1,
        wear="atlas",
        dress=c.POMEGRANATE,
        dress_dark="#7E1D26",
        skin="fair",
    ),
    Look(
        cover="scarf",
        tone="#9A6BB0",
        tone_dark="#6F4785",
        age=2,
        dress="#5B3F6B",
        dress_dark="#432E50",
        skin="brown",
    ),
    Look(
        cover="doppa",
        tone="#1F5B43",
        tone_dark="#123B2C",
        woman=False,
        age=1,
        dress="#E9DFC8",
        dress_dark="#C9BC9E",
        skin="warm",
    ),
    Look(
        cover="doppa",
        tone="#2B2B55",
        tone_dark="#1B1B3A",
        woman=False,
        age=2,
        beard="moustache",
        dress="#E9DFC8",
        dress_dark="#C9BC9E",
        wear="vest",
        skin="tan",
    ),
    Look(
        cover="doppa",
        tone="#1F5B43",
        tone_dark="#123B2C",
        woman=False,
        age=3,
        beard="long",
        hair=WHITE,
        dress="#5B4A3C",
        dress_dark="#41342A",
        wear="vest",
        skin="tan",
    ),
    Look(
        cover="hair",
        woman=False,
        age=1,
        beard="short",
        hair=DARK,
        dress="#8C5A3C",
        dress_dark="#6A4128",
        skin="brown",
    ),
    Look(
        cover="doppa",
        tone=c.POMEGRANATE,
        tone_dark="#7E1D26",
        woman=False,
        age=0,
        dress=c.APRICOT,
        dress_dark="#C97C22",
        skin="fair",
    ),
    Look(
        cover="flatcap",
        tone="#7C7468",
        tone_dark="#57514A",
        woman=False,
        age=3,
        beard="short",
        hair=GREY,
        glasses=True,
        dress="#4B6A8C",
        dress_dark="#34506E",
        wear="jacket",
        skin="warm",
    ),
)


def pomegranate() -> str:
    """A whole fruit with its crown and a cut that shows the seeds."""
    crown = path("M-20 -56L-30 -88L-12 -74L0 -90L12 -74L30 -88L20 -56Z", "#8C1F2C")
    body = path(
        "M0 -62C52 -64 84 -28 82 14C80 58 46 84 0 84C-46 84 -80 58 -82 14C-84 -28 -52 -64 0 -62Z",
        glow("#E2584F", "#C7333C", "#97202D"),
    )
    cut = "M-44 8C-40 -28 40 -28 46 6C44 50 -38 52 -44 8Z"
    grains = [
        (-26.0, 0.0),
        (-8.0, -8.0),
        (12.0, -8.0),
        (30.0, 0.0),
        (-30.0, 18.0),
        (-12.0, 10.0),
        (6.0, 10.0),
        (24.0, 16.0),
        (-16.0, 28.0),
        (4.0, 28.0),
        (20.0, 30.0),
    ]
    seeds = dots(grains, "#B0122B", 17) + dots([(x - 3, y - 3) for x, y in grains], "#F58A8F", 5)
    return (
        crown
        + body
        + path(cut, "#FBE7C6")
        + seeds
        + stroke("M-62 -14C-58 -32 -44 -44 -30 -48", "#F7A69B", 8, opacity=0.8)
    )


def dutar() -> str:
    """The long-necked lute."""
    neck = stroke("M-6 10L58 -88", "#6A4126", 13) + stroke(
        "M50 -76L66 -70M56 -86L74 -80M44 -64L60 -58", "#2B1D14", 6
    )
    bowl_d = "M-66 20C-50 -18 0 -30 18 -8C36 18 18 62 -18 80C-48 92 -80 74 -66 20Z"
    bowl = clip(
        bowl_d,
        path(bowl_d, glow("#E8B56E", "#D3924A", "#A9682B"))
        + stroke("M-74 60C-30 90 20 40 26 -6", "#7C4A25", 5)
        + stroke("M-76 40C-60 10 -30 -20 8 -24", "#7C4A25", 5),
    )
    rose = circle(-24, 30, 11, "#5E3A1E") + dots(
        [(-24.0, 12.0), (-6.0, 30.0), (-24.0, 48.0), (-42.0, 30.0)], c.PAPER, 6
    )
    strings = stroke("M-40 62L62 -86M-34 66L68 -82", "#FFF3D6", 2.5) + stroke(
        "M-48 58L-30 72", "#2B1D14", 7
    )
    return bowl + rose + neck + strings


def bunch() -> str:
    leaf = group(path(land.LEAF_SHAPE, c.LEAF), -26, -60, 1.35, -24) + group(
        path(land.LEAF_SHAPE, "#57A05B"), 32, -64, 1.2, 26
    )
    return leaf + land.grapes(0, -34, 1.72, "#7A4A8C")


_THINGS: tuple[Drawing, ...] = (
    figure("dove"),
    figure("ewe"),
    figure("horse-face"),
    figure("two-hump-camel"),
    figure("rose", 176),
    own(pomegranate),
    own(bunch),
    figure("melon"),
    figure("sunflower", 176),
    figure("butterfly"),
    own(dutar),
    figure("teapot", hf8312f=c.SKY, hca0b4a="#174478"),
)

_STETHOSCOPE = stroke(
    "M72 150C74 180 92 186 100 186M128 150C126 180 108 186 100 186V192", "#4C6477", 5
) + circle(100, 192, 7, "#4C6477")

CUSTOMERS = {
    "face-worker": face_of(
        Look(
            cover="cap",
            tone=c.HONEY,
            tone_dark="#C9962A",
            trim=c.PAPER,
            woman=False,
            age=2,
            skin="tan",
            dress="#D98032",
            dress_dark="#A85C1C",
            wear="uniform",
        )
    ),
    "face-teacher": face_of(people.TRAINER),
    "face-student": face_of(
        Look(
            cover="hair",
            woman=False,
            age=1,
            skin="fair",
            hair=DARK,
            dress="#4B8A9C",
            dress_dark="#34687A",
        )
    ),
    "face-shopkeeper": face_of(
        Look(
            cover="hair",
            woman=False,
            age=2,
            beard="moustache",
            skin="warm",
            dress="#4D6B8C",
            dress_dark="#364F6B",
            wear="apron",
        )
    ),
    "face-mother": face_of(
        Look(cover="long", age=1, skin="warm", hair=DARK, dress="#C96A7B", dress_dark="#9C4A5B")
    ),
    "face-grandmother": face_of(
        Look(cover="bun", age=3, skin="fair", hair=GREY, dress="#7A6A9A", dress_dark="#5B4D78")
    ),
    "face-driver": face_of(
        Look(
            cover="flatcap",
            tone="#34506E",
            tone_dark="#233A52",
            woman=False,
            age=2,
            beard="short",
            skin="tan",
            dress="#6A7A4C",
            dress_dark="#4D5A34",
        )
    ),
    "face-doctor": face_of(
        Look(cover="bun", age=1, skin="fair", dress="#FFFFFF", dress_dark="#D5DDE3", wear="jacket"),
        _STETHOSCOPE,
    ),
    "face-cook": face_of(
        Look(cover="toque", woman=False, age=2, skin="warm", dress="#FFFFFF", dress_dark="#D9D4CA")
    ),
}


def _flower() -> str:
    petals = "".join(
        group(ellipse(0, -48, 27, 36, down("#F2789F", "#D9487A")), turn=60 * i) for i in range(6)
    )
    return (
        petals
        + circle(0, 0, 27, c.HONEY)
        + dots([(0.0, 0.0), (-11.0, 5.0), (11.0, 5.0), (0.0, -12.0)], "#C9822A", 7)
    )


SECRETS: dict[str, Drawing] = {
    "secret-sun": figure("sun"),
    "secret-moon": figure("crescent-moon"),
    "secret-star": figure("star"),
    "secret-apple": figure("red-apple"),
    "secret-fish": figure("fish"),
    "secret-cat": figure("cat-face"),
    "secret-flower": own(_flower),
    "secret-key": figure("key"),
    "secret-umbrella": figure("umbrella"),
}

CHOSEN: dict[str, Drawing] = {
    **{f"learner-{i + 1:02}": face_of(look) for i, look in enumerate(LEARNERS)},
    **{f"learner-{i + 13:02}": drawing for i, drawing in enumerate(_THINGS)},
    "guest": figure("waving-hand-medium-light"),
    **CUSTOMERS,
    **SECRETS,
}
