"""A course of one lesson that is practised in the village, as an author could write it."""

from pathlib import Path

LESSON = "in-the-village"

_COACHING = """\
    coaching:
      hint: {ug: رەسىمگە قاراڭ., zh: 看看图。, en: Look at the picture.}
      hint_with_hand: {ug: قول تۇرغان يەرنى بېسىڭ., zh: 请点手指。, en: Touch the hand.}
      demonstration: {ug: قاراڭ، مانا مۇنداق., zh: 您看，这样。, en: "Look, like this."}
      praise: {ug: توغرا!, zh: 对！, en: Right!}
"""


def village_course(folder: Path, *steps: tuple[str, str, str]) -> Path:
    """Writes it below ``folder``; a step is its id, its situation and its goals as YAML."""
    lesson = folder / "01-unit" / f"01-{LESSON}"
    lesson.mkdir(parents=True)
    (folder / "01-unit" / "unit.yaml").write_text(
        "title: {ug: بىر, zh: 一, en: One}\npicture: scene-service-centre\n", "utf-8"
    )
    head = (
        "title: {ug: كەنتىمىز, zh: 我们的村庄, en: Our village}\npicture: village\n"
        "promise: {ug: كەنتىمىزنى كۆرۈڭ., zh: 看看我们的村庄。, en: See our village.}\nsteps:\n"
    )
    (lesson / "lesson.yaml").write_text(head + "".join(map(_step, steps)), "utf-8")
    return folder


def _step(step: tuple[str, str, str]) -> str:
    name, situation, goals = step
    return (
        f"  - id: {name}\n    kind: practice\n    picture: scene-collect\n"
        "    say: {ug: كەنتتە ئىشلەڭ., zh: 在村里干活。, en: Work in the village.}\n"
        f"    situation: {situation}\n    screen: village\n    goals: {goals}\n{_COACHING}"
    )
