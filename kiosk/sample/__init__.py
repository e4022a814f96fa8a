"""A made-up village to show and to try things with, played through the real engines."""
