"""Whole stores and villages over months: scenarios, who acts how in them, and what comes of it."""
