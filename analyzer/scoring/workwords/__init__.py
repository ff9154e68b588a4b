"""What a task is about, in words that French and English share: "saisie" and "enter" are one thing done, "factures
fournisseurs" and "supplier invoices" one thing it is done to."""

from analyzer.scoring.workwords.agreement import Agreement, agreement
from analyzer.scoring.workwords.vocabulary import Vocabulary, vocabulary

__all__ = ["Agreement", "Vocabulary", "agreement", "vocabulary"]
