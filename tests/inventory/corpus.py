"""All files of the corpus, with the reading that is expected of each."""

from __future__ import annotations

import corpus_arranged
import corpus_columns
import corpus_firms
import corpus_hidden
import corpus_more_firms
import corpus_odd
import corpus_seen_firms
import corpus_sheets
import corpus_small_firms
import corpus_text
import corpus_trades

CASES = [
    *corpus_text.CASES,
    *corpus_sheets.CASES,
    *corpus_hidden.CASES,
    *corpus_columns.CASES,
    *corpus_odd.CASES,
    *corpus_firms.CASES,
    *corpus_arranged.CASES,
    *corpus_small_firms.CASES,
    *corpus_more_firms.CASES,
    *corpus_seen_firms.CASES,
    *corpus_trades.CASES,
]
