"""Pairs of attributions from real news, annotated by hand: which contradict each other, which support each other, which do neither."""
