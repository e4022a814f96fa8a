"""The kiosk app: the only room that knows Flet."""
