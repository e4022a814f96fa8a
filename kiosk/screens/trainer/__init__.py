"""Screens of the trainer."""
