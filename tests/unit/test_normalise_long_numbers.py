"""Long numbers: a count is said as a number, what names a telephone or a thing digit by digit."""

import re

import pytest

from audio.normalise import spoken_text
from lessons.phrase import LANGUAGES, Language

DIGITS: dict[Language, list[str]] = {
    "ug": ["نۆل", "بىر", "ئىككى", "ئۈچ", "تۆت", "بەش", "ئالتە", "يەتتە", "سەككىز", "توققۇز"],
    "zh": list("零一二三四五六七八九"),
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
}
TWELVE_MILLION: dict[Language, str] = {
    "ug": "ئون ئىككى مىليون ئۈچ يۈز قىرىق بەش مىڭ ئالتە يۈز يەتمىش سەككىز",
    "zh": "一千二百三十四万五千六百七十八",
    "en": "twelve million three hundred and forty-five thousand six hundred and seventy-eight",
}
BILLION: dict[Language, str] = {
    "ug": "بىر مىليارد ئىككى يۈز ئوتتۇز تۆت مىليون بەش يۈز ئاتمىش يەتتە مىڭ سەككىز يۈز توقسان",
    "zh": "十二亿三千四百五十六万七千八百九十",
    "en": "one billion two hundred and thirty-four million "
    "five hundred and sixty-seven thousand eight hundred and ninety",
}
HUNDREDS_OF_BILLIONS: dict[Language, str] = {
    "ug": "بىر يۈز يىگىرمە ئۈچ مىليارد",
    "zh": "一千二百三十亿",
    "en": "one hundred and twenty-three billion",
}
THOUSAND: dict[Language, str] = {
    "ug": "بىر مىڭ ئىككى يۈز ئوتتۇز تۆت يۈەن",
    "zh": "一千二百三十四元",
    "en": "one thousand two hundred and thirty-four yuan",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "written",
    [
        *("12345678", "12,345,678", "12 345 678", "12345678 kg", "¥12345678", "¥12,345,678"),
        *("-12345678", "$12,345,678", "12345678%", "12345678元", "12345678.5"),
    ],
)
def test_a_count_of_eight_digits_is_a_number(language: Language, written: str) -> None:
    assert TWELVE_MILLION[language] in spoken_text(written, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("written", ["1234567890", "1,234,567,890", "1,234,567,890 kg"])
def test_a_count_of_billions_is_a_number(language: Language, written: str) -> None:
    assert BILLION[language] in spoken_text(written, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("written", ["123,000,000,000", "123000000000", "¥123,000,000,000"])
def test_hundreds_of_billions_are_a_number(language: Language, written: str) -> None:
    assert HUNDREDS_OF_BILLIONS[language] in spoken_text(written, language)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        *(("ug", text) for text in ("12345678 كىشى", "ئاھالە 12345678", "12345678 يۈەن")),
        *(
            ("zh", text)
            for text in ("12345678人", "人口12345678", "共12345678个", "一共12,345,678人")
        ),
        *(("en", text) for text in ("12345678 people", "a population of 12345678")),
    ],
)
def test_what_is_counted_beside_it_makes_it_a_number(language: Language, written: str) -> None:
    assert TWELVE_MILLION[language] in spoken_text(written, language)


EVERYWHERE = [
    *("13812345678", "138 1234 5678", "138-1234-5678", "+86 138 1234 5678", "+8613812345678"),
    *("0086 13812345678", "0086-13812345678", "138****8000", "6222****7890"),
    *("(0998) 6251234", "(0998)6251234", "（0998）625-1234", "0998-6251234", "09986251234"),
    *("773 1234 5678 9012", "773123456789", "7731 2345 6789", "6222 0212 3456 7890"),
    *("SF1234567890", "abc123", "12306", "95588", "400-123-4567", "20240507"),
    "tel 12345678",
]
NAMED: list[tuple[Language, str]] = [
    *(("ug", f"{word} 12345678") for word in ("تەستىق كودى", "پوسۇلكا نومۇرى", "تېلېفون")),
    *(("ug", text) for text in ("123456 تەستىق كودىڭىز", "12306 غا تېلېفون قىلىڭ", "پارول 1234")),
    *(
        ("zh", f"{word}12345678")
        for word in ("验证码", "快递单号", "微信号", "QQ号", "电话", "订单号：")
    ),
    *(
        ("zh", text)
        for text in ("12345678是您的验证码", "123456（验证码）", "拨打12306", "尾号8000")
    ),
    *(("en", f"{word} 12345678") for word in ("your code is", "order", "tracking number", "call")),
    *(("en", text) for text in ("12345678 is your code", "123456 is your verification code")),
]


@pytest.mark.parametrize(
    ("language", "written"),
    [*((language, each) for language in LANGUAGES for each in EVERYWHERE), *NAMED],
)
def test_what_names_a_thing_is_said_digit_by_digit(language: Language, written: str) -> None:
    names = DIGITS[language]
    said = re.findall("|".join(names), spoken_text(written, language).replace("幺", "一"))
    assert said == [names[int(digit)] for digit in written if digit.isdecimal()]
    assert not re.search(
        "مىليون|مىليارد|مىڭ|[万亿千百十]|thousand|hundred", spoken_text(written, language)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "written", ["¥1 234", "¥1,234", "¥1234", "1 234元", "1 234 ¥", "RMB 1 234"]
)
def test_thousands_of_yuan_may_stand_apart(language: Language, written: str) -> None:
    assert spoken_text(written, language) == THOUSAND[language]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("5 - ئاي", "بەشىنچى ئاي"),
        ("5 – ئاي", "بەشىنچى ئاي"),
        ("5- ئاي", "بەشىنچى ئاي"),
        ("5 -ئاي", "بەشىنچى ئاي"),
        (
            "2026 - يىلى 5 - ئاينىڭ 3 - كۈنى",
            "ئىككى مىڭ يىگىرمە ئالتىنچى يىلى بەشىنچى ئاينىڭ ئۈچىنچى كۈنى",
        ),
        ("2 - قەۋەتتە", "ئىككىنچى قەۋەتتە"),
        ("نان 5 - تۇخۇم 3", "نان بەش تۇخۇم ئۈچ"),
        ("5 - ئايال", "بەش ئايال"),
        ("5 - 3 = 2", "بەش ئېلىش ئۈچ تەڭ ئىككى"),
        ("3 - 5 كۈن", "ئۈچ بەش كۈن"),
    ],
)
def test_a_dash_that_stands_apart_makes_what_is_in_order_an_ordinal(
    written: str, said: str
) -> None:
    assert spoken_text(written, "ug") == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("zh", "12306人", "一万两千三百零六人"),
        ("zh", "1000个密码", "一千个密码"),
        ("en", "95588 people", "ninety-five thousand five hundred and eighty-eight people"),
        ("en", "¥12306", "twelve thousand three hundred and six yuan"),
        ("en", "A4 and 5G", "A four and five G"),
        ("en", "¥5 250 g", "five yuan two hundred and fifty grams"),
    ],
)
def test_what_only_looks_like_a_code_is_counted(
    language: Language, written: str, said: str
) -> None:
    assert spoken_text(written, language) == said
