"""How a phrase becomes sound: the only room that knows speech engines."""
