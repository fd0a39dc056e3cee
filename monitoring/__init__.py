"""Zielpfad: municipal climate-protection monitoring."""
