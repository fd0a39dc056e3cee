"""Files that people take away, made from what the services found."""
