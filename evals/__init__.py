"""How well `kg` reads: it is run over articles with gold by hand, and what it gives is scored. `python -m evals --help`."""
