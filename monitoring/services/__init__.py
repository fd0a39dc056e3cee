"""What people do: one function per act; each asks for the right and returns an answer."""
