"""What is kept of a glossary from run to run, so that the next start is quick."""
