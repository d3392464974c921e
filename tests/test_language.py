"""Which text is English."""

from __future__ import annotations

import pytest

from medlint.readers import read
from medlint.source import Source
from medlint.views.language import languages, verdict_on

ENGLISH = "Most people with a sprained ankle get better at home, and they do not need an X-ray."
FOREIGN = {
    "Spanish": "La mayoría de las personas con un esguince de tobillo mejoran en casa y no necesitan una radiografía.",
    "French": "La plupart des personnes qui ont une entorse du genou guérissent chez elles et ne sont pas opérées.",
    "German": "Die meisten Menschen mit einer Verstauchung erholen sich zu Hause und werden nicht operiert.",
    "Dutch": "De meeste mensen met een verstuikte enkel herstellen thuis en hebben geen foto van het gewricht nodig.",
    "Portuguese": "A maioria das pessoas com entorse do tornozelo recupera em casa e não precisa de uma radiografia.",
    "Japanese": "足首の捻挫は、ほとんどの場合、自宅で回復します。",
    "Russian": "Большинство людей с растяжением связок выздоравливают дома.",
    "Uzbek": "Oyoq cho‘zilishi bilan kasallangan odamlar uchun uyda dam olish kerak va bu muhim, shifokor ham mumkin.",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_other_languages_are_told(text: str) -> None:
    assert verdict_on(text) is False


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Signs of sepsis include fever, rigors and confusion.",
        "The Schistosoma life cycle (cercariae, miracidia, sporocysts) is not seen in the UK.",
    ],
)
def test_english_is_told(text: str) -> None:
    assert verdict_on(text) is True


@pytest.mark.parametrize(
    "text", ["Sudeck atrophy", "Acute myeloid leukaemia, chronic lymphocytic leukaemia, hairy cell", "42", ""]
)
def test_few_or_bare_words_leave_it_open(text: str) -> None:
    assert verdict_on(text) is not False


def test_each_block_is_judged_alone_and_a_short_one_with_the_article() -> None:
    made = read(Source("example", f"{ENGLISH}\n\n{FOREIGN['Spanish']}\n\nEdema\n\n{ENGLISH} {ENGLISH}"), "markdown")
    judge = made.view(languages)
    assert [judge.is_english(block.start) for block in made.blocks] == [True, False, True, True]
    assert judge.english


def test_a_short_block_in_a_foreign_article_is_foreign() -> None:
    made = read(Source("example", f"# Edema\n\n{FOREIGN['Spanish']} {FOREIGN['Spanish']}"), "markdown")
    assert not made.view(languages).is_english(0)
