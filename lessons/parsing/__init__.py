"""Content nodes made into the course, a kind of thing a file; what is refused is a ContentError."""
