"""What people decided about readings: on the words of a text, so that it holds for every later reading of the same text.

`reviewed` is a pure function of a reading and of decisions. The store applies it to whatever it takes in.
"""

from kg.review.apply import Reviewed, reviewed
from kg.review.decision import Decision, Place, Speaker, text_sha256

__all__ = ["Decision", "Place", "Reviewed", "Speaker", "reviewed", "text_sha256"]
