"""Every part that screens are made of, in every state, for who works on the kiosk."""
