"""From having read a term to knowing it: cards made from entries, and when each comes again."""
