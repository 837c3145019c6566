"""Whom a phrase speaks of, and for whom somebody speaks: figures, their roles, pronouns, nominals."""
