"""What the sectors contributed to the change of the emissions: where they fell most, and where they rose."""

from __future__ import annotations

from monitoring.domain.sector_changes import SectorChanges
from monitoring.texts.words import Words


def sector_changes_sentence(changes: SectorChanges, words: Words) -> str:
    """How the total changed, where it fell most, and every sector in which it rose."""
    sentences = [
        words(
            f"sentence.changes.{_direction(changes.total)}",
            first=changes.first_year,
            last=changes.last_year,
            value=words.tonnes(abs(changes.total)),
        )
    ]
    largest = min(changes.by_sector, key=changes.change)
    if changes.change(largest) < 0:
        value = words.tonnes(-changes.change(largest))
        sentences.append(words("sentence.changes.most", sector=words.label(largest), value=value))
    rising = [sector for sector in changes.by_sector if changes.change(sector) > 0]
    if rising:
        told = [
            words(
                "sentence.changes.sector",
                sector=words.label(sector),
                value=words.tonnes(changes.change(sector)),
            )
            for sector in rising
        ]
        sentences.append(words("sentence.changes.rising", sectors=words.list(told)))
    return " ".join(sentences)


def _direction(change: float) -> str:
    return "fell" if change < 0 else "rose" if change > 0 else "same"
