"""Stores brought to where a practice step or a scene can begin."""
