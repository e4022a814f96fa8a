"""For those who write the content: its rules, its texts as a spreadsheet, lessons to be seen."""
