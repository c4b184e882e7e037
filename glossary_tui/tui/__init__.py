"""The front end that draws. Only this package knows Textual."""
