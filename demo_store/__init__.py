"""The simulated online store: pure, deterministic, exact in money."""
