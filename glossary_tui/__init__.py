"""A terminal glossary browser. The package imports nothing; its parts are imported by name."""

__version__ = "0.1.0"
