"""Attributions that the trained reader passes over, found by rule: one form a file."""
