"""Serving the app: routes beside Flet, headers, guard."""
