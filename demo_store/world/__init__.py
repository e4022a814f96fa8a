"""What the world of the store is made of: content files read, checked and known by their ids."""
