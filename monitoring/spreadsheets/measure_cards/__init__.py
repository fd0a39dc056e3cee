"""One measure per sheet: labels with their values beside or below them."""
