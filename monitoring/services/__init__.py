"""What people do: one function per act, each asks the viewer's right, opens the database and returns an answer."""
