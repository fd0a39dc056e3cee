"""Services that need no right."""

from __future__ import annotations

from monitoring.services import (
    accounts,
    data_sets,
    importing,
    municipalities,
    municipality_list,
    news,
    open_places,
    overview,
    publications,
    sample,
)

FOR_EVERYBODY = {
    accounts.sign_in,
    accounts.viewer_of,
    data_sets.opened,
    importing.check_files,
    municipalities.own_municipalities,
    municipality_list.municipalities_seen,
    news.news,
    news.news_of_all,
    open_places.open_places,
    overview.municipality,
    overview.public_state,
    overview.newest_publication,
    overview.sees_anything,
    publications.newest_days,
    publications.published,
    sample.load_samples,
}
"""What needs no right: it stores nothing, or answers about the viewer alone, or asks other services."""
