"""Bits of screen: functions that return Dash components, and the way from a component tree to HTML."""
