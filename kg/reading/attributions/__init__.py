"""Attributions in the making: their spans mended, their sources shared, what they dispute."""
