"""The pages: one file per page, found by Dash, each naming its audience; `_` files serve them all."""
