"""Serving the app: Flet, clips, photos and the client's files, behind headers and a guard."""
