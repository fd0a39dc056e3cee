"""Problems of the API: what is wrong with a request, in clear words, after RFC 9457."""

from __future__ import annotations

from typing import Any

from flask import Response, request

from monitoring.login import current_words
from monitoring.reports.data_files import as_json
from monitoring.reports.openapi import PROBLEM


class Problem(Exception):
    """A request that is not answered; `code` names the sentences, `said` fills them in."""

    def __init__(self, code: str, status: int, **said: Any) -> None:
        self.code, self.status, self.said = code, status, said
        super().__init__(code)


def problem(refused: Problem) -> Response:
    """The problem as an answer, which nobody keeps."""
    words = current_words()
    content = {
        # The codes are our own; there is no page about each.
        "type": "about:blank",
        "title": words(f"api.problem.{refused.code}"),
        "status": refused.status,
        "detail": words(f"api.problem.{refused.code}_detail", **refused.said),
        "instance": request.root_path + request.path,
    }
    response = Response(as_json(content), refused.status, mimetype=PROBLEM)
    response.headers["Cache-Control"] = "no-store"
    if refused.code == "method":
        response.headers["Allow"] = "GET, HEAD, OPTIONS"
    return response
