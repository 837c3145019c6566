"""What the heads tell apart; BIO codes: 0 outside, then begin and inside of each type."""

NER = ("Person", "Organization", "Place", "NORP", "Date", "Money", "Misc")
NER_LABELS = ("O", *(f"{p}-{t}" for t in NER for p in "BI"))
CUE_LABELS = ("O", "B", "I")
ROLE_LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
