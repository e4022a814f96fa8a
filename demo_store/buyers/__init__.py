"""Who looks, who buys, what they think of it afterwards and how a marketplace counts it."""
