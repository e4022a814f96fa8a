"""Tables that come in: learners, groups and attendance, as ``kiosk export`` writes them."""
