"""The page that Dash fills in the office: our own HTML around it, in the language of the address."""

from __future__ import annotations

from html import escape
from typing import Any

import dash
from dash import Dash, html
from flask import request

from monitoring.components.address import language_prefix
from monitoring.components.assets import asset_url
from monitoring.login import language_of
from monitoring.texts.words import words

_INDEX = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" type="image/svg+xml" href="{icon}">
{css}
<noscript><style>.waiting {{ display: none }}</style></noscript>
</head>
<body>
{app_entry}
<p class="waiting" role="status">{waiting}</p>
<noscript><p class="without-script">{without_script} <a href="{home}">{to_home}</a></p></noscript>
<footer hidden>
{config}
{scripts}
{renderer}
</footer>
</body>
</html>
"""


class Site(Dash):
    """Dash with our own page around it."""

    def interpolate_index(self, **parts: Any) -> str:
        """The HTML that loads Dash. It says nothing of any page: what is shown is asked for afterwards."""
        kept = {name: parts[name] for name in ("css", "app_entry", "config", "scripts", "renderer")}
        root, language = f"{request.root_path}/", language_of(request.path)
        home = f"{request.root_path}{language_prefix(language)}/"
        said = {
            "waiting": f"frame.{_waits_for(request.path)}",
            "without_script": "frame.without_script",
            "to_home": "page.error.back_home",
        }
        texts = {name: escape(words(language)(key)) for name, key in said.items()}
        page = {"lang": language, "title": escape(self.title), "home": home}
        return _INDEX.format(icon=asset_url("icon.svg", root), **page, **texts, **kept)


def _waits_for(path: str) -> str:
    """What takes long before the page is there."""
    return "waiting_for_check" if "/daten/pruefung/" in path else "waiting"


def office_layout() -> Any:
    """The room for a page, and nothing else: `/_dash-layout` answers anybody with it."""
    return html.Div(dash.page_container)
