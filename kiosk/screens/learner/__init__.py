"""Screens of a learner."""
