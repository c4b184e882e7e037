"""What is true of any text, with no idea of a glossary."""
