"""What a village did, as files for others: tables, events, statements of xAPI."""
