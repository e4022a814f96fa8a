"""What a seller does with her products and orders, and what she may do next."""
