"""All that a data folder must not lose as one file, and back: see docs/data.md."""
