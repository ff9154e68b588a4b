"""A letter or a read-me is refused in one sentence; a list is not, however it is written."""

from __future__ import annotations

import pytest
from inventory_samples import codes, read

from analyzer.errors import InputFileError

LETTER_FR = """Bonjour Anne,

Comme convenu, voici un point sur ce que nous faisons au service. Le matin nous ouvrons le courrier, puis nous
saisissons les commandes reçues dans la nuit. Cela prend en général une heure, parfois deux quand il y a eu une
promotion. Ensuite chacun traite ses clients. Le vendredi nous faisons le point sur les impayés et nous relançons
par téléphone.
"""
READ_ME = """# Order desk

This folder holds the files of the order desk. Ask the desk before you change one, for the files are
read by the shop at night. It takes about an hour, sometimes two, and the shop is closed until it is
done.

## How to use it

```
make orders
```

Open the workbook and fill in one row for each order. The macro sends the orders to the shop when you
press the button. See [the guide](guide.md) for what each column means.
"""
LISTS = {
    "small letters": "saisir les commandes reçues par mail dans la nuit\nrelancer les clients qui n'ont pas payé leur "
    "facture\npréparer les expéditions du lendemain avec le magasin\nvérifier les bons signés par les chauffeurs\n",
    "headings": "# Shop\n- Open the till. Count the float.\n- Sort the post\n# Office\n- Pay invoices\n- Scan. File.\n",
    "cells of several lines": 'Task,Frequency,Comments\nSort,weekly,"We sort the post by hand. It comes late in the\n'
    'morning, as a rule. Then it goes to the teams and\nis signed for. Nobody likes it."\nScan,daily,\n',
}


@pytest.mark.parametrize("text", [LETTER_FR, READ_ME])
@pytest.mark.parametrize(("language", "words"), [("en", "running text"), ("fr", "texte suivi")])
def test_running_text_is_refused_in_one_sentence(text: str, language: str, words: str) -> None:
    with pytest.raises(InputFileError) as refused:
        read(text, name="notes.txt")
    assert words in refused.value.message(language) and "notes.txt" in refused.value.message(language)


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_is_read_however_it_is_written(text: str) -> None:
    assert len(read(text).frame) >= 2


def test_headings_of_a_list_are_its_teams_without_their_marks() -> None:
    assert read(LISTS["headings"]).frame["team"].tolist() == ["Shop", "Shop", "Office", "Office"]


def test_a_line_of_many_words_is_read_and_told() -> None:
    line = "Take the orders that came in by post or by phone and key them one by one into the old system"
    assert "lines_of_sentences" in codes(read(f"{line} of the shop\n{line} of the office\nCount the stock\n"))
