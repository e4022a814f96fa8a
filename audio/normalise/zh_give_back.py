"""The character of "still" where it means to give back: owed money must not sound like "still".

espeak-ng knows it in a few words only. As "still" it stands before a verb or an adjective, so at
the end of a clause, before a sum, and before what "still" never stands before, it means to give
back.
"""

import re
from typing import Final

SYLLABLE: Final = "huan2"

_END: Final = "[吗呢吧啊呀]?(?:,|$)"
_OWED: Final = "[款钱债贷账帐书礼]|借款|贷款|欠款|本金|利息|人情|人家|东西"
_SUM: Final = "[零一二两三四五六七八九十百千万亿点半几多]{1,20}[元块角毛]|多少|一半|一部分"
_DONE: Final = "了|的(?![确士])|完|掉|清(?!楚)|过(?![得年来去])"
_CAN: Final = "[得不]起(?![床来飞身])|不上(?![学班课来去车网床])|得上|[得不]清(?!楚)|不了(?!解)"
_TO_WHOM: Final = "[你我他她您]们?(?![是有没要能会可想])"
_BACK: Final = f"回[来去](?![过吃看住找拿取说])|回(?:了?(?={_SUM}|给)|了?[钱款书])"
_STILL: Final = "[是有要得会能行好在没不想可差欠剩]"
PATTERN: Final = re.compile(
    f"(?P<here>还)(?={_END}|{_OWED}|{_SUM}|{_DONE}|{_CAN}|{_TO_WHOM}|不还(?!{_STILL})|还是|{_BACK})"
    f"|(?<=没)(?P<here2>还)(?!是)|(?<=没有)(?P<here3>还)(?!{_STILL})"
    f"|(?<=不)(?P<here4>还)(?!{_STILL})|(?<=按时|按期|准时|提前|分期|及时)(?P<here5>还)(?!{_STILL})"
    "|(?<=请)(?P<here8>还)(?=[回给上清书钱])"
    "|(?<=[要该])(?P<here6>还)(?=得[早快])|把[^, ]{1,8}?(?P<here7>还)(?=[回给])"
)
"""Each place is a group whose name begins with ``here``; a comma stands for any pause."""
