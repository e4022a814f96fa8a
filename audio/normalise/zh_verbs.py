"""Chinese characters that are a verb in one place and another word elsewhere, by what stands by.

To count and a number (shu3, shu4), must and a particle (dei3, de), how heavy and again (zhong4,
chong2), a row and all right (hang2, xing2): espeak-ng reads each in one way nearly everywhere.
"""

import re
from typing import Final

_BEGIN: Final = "(?<![^, ])"
_DIGITS: Final = "零一两二三四五六七八九十百千万几半多"
# -- to count
_A_NUMBER_OF: Final = (
    "人次多少总分倍岁个张件户天年月日周季秒时单双整小大奇偶基序约算无可参系指函负正代常变有心页字词票步"
    "点里亩金款本面层包箱袋瓶头期届回种笔类条码尺位度级间家台辆斤两块元角读计得失的是这那为报复虚实因乘除尾"
)
"""Behind these it is a number: of people, of times."""
_NUMBER_AND: Final = "字据量学码目值额组控理列论以位词轴模制年月日十百千万"
"""Before these too: a digit, a quantity, dozens."""
_COUNTED: Final = (
    "[钱鸡鸭羊牛蛋馕瓜货票箱袋瓶盒包人块纸米豆枣杏桃梨]|商品|东西|产品|包裹|鸡蛋|现金|现钱|零钱|硬币|钞票"
    f"|库存|核桃|苹果|葡萄|石榴|星星|手指|小石头|石子|[{_DIGITS}]+[个只块元张袋箱件瓶盒包颗枚斤遍次下]"
)
_HOW: Final = "[了过着完清错好]|对[了吗]|起来|到|一[遍下]|得[出清完]|不[清完出过]|出[来了]?"
_WHO_COUNTS: Final = (
    "(?<=[先再来去请就您我你他她们会能敢帮并也才又不边慢着始])"
    "|(?<=还没|自己|重新|一起|晚上|可以|用手|手指)"
)
_COUNT: Final = (
    f"(?<![{_A_NUMBER_OF}])(?<!数一)(?P<here>数)(?![十百千万]|一数)(?={_COUNTED}|{_HOW})"
    f"|{_BEGIN}(?P<here2>数)(?!一数)(?=[^, {_NUMBER_AND}])"
    f"|(?:{_WHO_COUNTS})(?P<here3>数)(?![{_NUMBER_AND}]|一数)"
)
# -- must
_MUST: Final = (
    "(?:(?<=[还都也就您我你他她们必总才先又非准谁])|(?<=今天|明天|后天|以后|之后|时候))(?P<here>得)"
    "(?![到了奖意知出罪分票益失力救胜病空逞过不起清上满高第最冠五以]|好[评处]|[零一两二三四五六七八九十百千万]|,|$)"
    f"|{_BEGIN}(?P<here2>得)(?=[先再去来等付给把])"
)
# -- how heavy it is
_WEIGHT: Final = f"[{_DIGITS}点]{{1,20}}(?:公斤|千克|毫克|[克斤吨两])|多少|几"
_HEAVY: Final = f"(?P<here>重)(?={_WEIGHT})"
# -- a row, a trade
_ROW: Final = (
    f"(?<=[{_DIGITS}每这那哪首末空换])(?P<here>行)(?![人不吗吧呢走动为李程驶政使了])"
    "|(?<=一)(?P<here2>行)(?=[字里上])"
)
# -- a bundle, of money
_BUNDLE: Final = f"(?<=[{_DIGITS}每这那])(?P<here>沓)"

RULES: Final = (
    (re.compile(_COUNT), "shu3"),
    (re.compile(_MUST), "dei3"),
    (re.compile(_HEAVY), "zhong4"),
    (re.compile(_ROW), "hang2"),
    (re.compile(_BUNDLE), "da2"),
)
"""Each place is a group whose name begins with ``here``; a comma stands for any pause."""
