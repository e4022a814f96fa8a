"""How the pictures of the kiosk are drawn: shapes in, one SVG a picture out."""
