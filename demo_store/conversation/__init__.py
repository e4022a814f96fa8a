"""Questions, troubles and agreements between a seller and those who write to her."""
