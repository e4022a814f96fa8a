"""Building voice packs: an engine says every phrase once, ahead, on a machine that can."""
