"""Sound as bytes: what kind it is, compressed, read from foreign files, levelled."""
