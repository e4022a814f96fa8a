"""Write the Chinese words of all texts to kiosk/widgets/zh_words.txt: `chinese_words.py`.

Chinese has no spaces; the kiosk shows a word in one piece and highlights it while it is said. The
list is made with jieba (MIT), which only this script needs: `pip install jieba`. Run it after texts
have changed; a test says when it is time.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jieba
import yaml

ROOT = Path(__file__).parents[1]
LIST = ROOT / "kiosk" / "widgets" / "zh_words.txt"
FOLDERS = ("kiosk/phrases", "lessons/course", "lessons/_template", "demo_store/content",
           "kiosk/assets/pictures")  # fmt: skip
HAN = re.compile(r"[\u3400-\u9fff]+")
LONGEST = 4


def chinese(thing: Any) -> Iterator[str]:
    """Every text under ``zh`` in loaded YAML."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key == "zh" and isinstance(value, str):
                yield value
            else:
                yield from chinese(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from chinese(value)


def words() -> set[str]:
    """Words of two to four characters."""
    found = set()
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.yaml")):
            for text in chinese(yaml.safe_load(file.read_text("utf-8"))):
                for run in HAN.findall(text):
                    found |= {word for word in jieba.cut(run) if 2 <= len(word) <= LONGEST}
    return found


def main() -> None:
    listed = sorted(words())
    LIST.write_text("\n".join(listed) + "\n", "utf-8")
    print(f"{len(listed)} words", file=sys.stderr)


if __name__ == "__main__":
    main()
