"""Screens of the store, alone or inside a lesson."""
