"""Open data packages from Chinese industrial-cluster policy documents: convert, validate, publish."""

__version__ = "0.1.0"
