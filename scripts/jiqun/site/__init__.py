"""Data package to site: pages, downloads and metadata, made with MkDocs from a finished package alone."""

from jiqun.site.publication import publish

__all__ = ["publish"]
