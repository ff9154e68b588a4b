"""The printable report: a story as a tagged PDF (PDF/UA-1), set by typst with the fonts that it brings along."""
