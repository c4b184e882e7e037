"""Files that change while the program runs: noticed soon, and at little cost."""
