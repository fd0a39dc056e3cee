"""The forms: routes that take what people send and answer with a redirect or the page asked again."""

from monitoring.forms.registration import NotTaken, add_to

__all__ = ["NotTaken", "add_to"]
