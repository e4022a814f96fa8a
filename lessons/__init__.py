"""What is taught: the course content and the pure lesson engine.

Imports nothing of ours and does no I/O but reading the course folder.
"""
