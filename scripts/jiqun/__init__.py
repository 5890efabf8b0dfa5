"""Open data packages from Chinese industrial-cluster policy documents: convert, validate, publish."""

__version__ = "0.1.0"

WORK = ".jiqun-work"
"""The folder of a package in which what is written lies until it is whole."""
