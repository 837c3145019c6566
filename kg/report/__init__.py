"""What a store holds, to look at: a report in one HTML file that needs no network, and pictures for notebooks."""

from kg.report.gather import Scope, gather
from kg.report.page import page
from kg.report.pages import write_report

__all__ = ["Scope", "gather", "page", "write_report"]
