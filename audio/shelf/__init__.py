"""Clips that are kept because people or machines with a network made them: recorded or built."""
