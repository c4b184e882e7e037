"""The parts of a screen. Each takes what it shows from above and says what happens in messages."""
