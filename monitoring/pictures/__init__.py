"""Pictures in, checked and cleaned pictures out: what people upload to be shown to everybody."""
