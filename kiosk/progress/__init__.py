"""What happened and what it means: the only room that knows TinyDB."""
