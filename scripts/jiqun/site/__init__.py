"""Data package to site: pages, downloads and metadata, made with MkDocs from a finished package.

Nothing else is read but the hand annotation beside the program, for the page of its score.
"""

from jiqun.site.publication import publish

__all__ = ["publish"]
