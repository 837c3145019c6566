"""Words, sentences, quotes: what every stage asks of the text."""
