"""What belongs to the person: the commands under their keys, and what is remembered of them."""
