"""What passes without anybody doing it: nights, weather and mishaps, parcels on their way."""
