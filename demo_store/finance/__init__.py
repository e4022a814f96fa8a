"""Money: notes and coins, heaps, and where it is at any moment."""
