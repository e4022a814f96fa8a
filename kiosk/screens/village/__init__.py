"""The village: its houses, its service centre, and the way of an order through both."""
