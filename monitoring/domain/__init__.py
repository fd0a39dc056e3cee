"""What the words and numbers mean; pure, without files, database, screen or clock."""
