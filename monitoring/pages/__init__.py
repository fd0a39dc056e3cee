"""The pages: one file per page, found by Dash, each naming its audience; files with an underscore serve them all."""
