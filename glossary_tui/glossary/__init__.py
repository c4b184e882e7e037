"""Entries joined up: found by any of their names, and linked with one another."""

from glossary_tui.glossary.glossary import Glossary

__all__ = ["Glossary"]
