"""Texts: every word, number and date a person reads, in German first and in English."""
