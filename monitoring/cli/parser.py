"""The commands and their options, with help."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from monitoring.cli import accounts, all_municipalities, files, municipalities, profiles, publishing, showing
from monitoring.cli.command import Bench, Outcome
from monitoring.domain.access import Role
from monitoring.domain.kinds import SHEET_KINDS
from monitoring.domain.municipality import MunicipalityKind
from monitoring.texts.words import LANGUAGES


class ArgumentError(Exception):
    """The command was misused: what argparse says, and the command whose help says more."""

    def __init__(self, message: str, command: str) -> None:
        self.message = message
        self.command = command
        super().__init__(message)


class _Parser(ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        raise ArgumentError(message, self.prog)


def parser(given: Sequence[str] = ()) -> ArgumentParser:
    """The parser of all commands; an import for all municipalities, so `given`, takes no SLUG."""
    top = _Parser(prog="python -m monitoring", description="Zielpfad: Klimaschutz-Monitoring für Kommunen.")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=_Parser)
    _add_files(commands, is_for_all=all_municipalities.FLAG in given)
    _add_profiles(commands)
    _add_publishing(commands)
    _add_accounts(commands)
    return top


def _command(
    commands: Any, name: str, run: Callable[[Bench], Outcome], text: str, needs_database: bool = True
) -> ArgumentParser:
    """One command with the options all commands share."""
    command: ArgumentParser = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=run, needs_database=needs_database)
    command.add_argument("--json", action="store_true", help="answer as JSON, for programs")
    command.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="language of the answer")
    command.add_argument(
        "--by", metavar="NAME", help="name recorded with changes (default: the system's user)"
    )
    return command


def _slug(command: ArgumentParser) -> None:
    command.add_argument("slug", metavar="SLUG", help="address of the municipality, such as bad-musterstadt")


def _add_files(commands: Any, is_for_all: bool) -> None:
    check = _command(
        commands, "check", files.check, "check files without storing anything", needs_database=False
    )
    _add_reading(check)
    check.add_argument("--municipality", metavar="SLUG", help="hold them against what it has")
    run = all_municipalities.take_all if is_for_all else files.take
    take = _command(commands, "import", run, "check files and take them over as one revision")
    if not is_for_all:
        _slug(take)
    _add_reading(take)
    take.add_argument("--complete", action="store_true", help="what the files do not mention is removed")
    take.add_argument("--dry-run", action="store_true", help="only say what would change")
    take.add_argument("--note", metavar="TEXT", help="why, kept with the revision")
    all_municipalities.add_options(take)
    show = _command(commands, "show", showing.show, "where a municipality stands against its targets")
    _slug(show)
    show.add_argument(
        "--as", dest="role", choices=[role.value for role in Role], default=None, help="as this role sees it"
    )
    show.add_argument("--today", type=_day, metavar="DATE", help="reckon as on this day (JJJJ-MM-TT)")
    export = _command(commands, "export", files.export, "write the full current state as a workbook")
    _slug(export)
    export.add_argument("file", type=Path, metavar="FILE")
    template = _command(commands, "template", files.template, "write an empty workbook", needs_database=False)
    template.add_argument("file", type=Path, metavar="FILE")
    template.add_argument("--full", action="store_true", help="one sheet for every kind of record")


def _add_reading(command: ArgumentParser) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar="FILE")
    command.add_argument(
        "--kind", choices=sorted(SHEET_KINDS), help="what the sheets contain, where headings do not tell"
    )
    command.add_argument("--unit", metavar="U", help="the unit of values without one, such as kt")
    command.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="answer to a question; may be repeated",
    )
    command.add_argument(
        "--marked", type=Path, metavar="PATH", help="write the file back, marked; of several files a folder"
    )
    command.add_argument("--profile", metavar="NAME", help="read with the answers of this profile")


def _add_profiles(commands: Any) -> None:
    acts = commands.add_parser("profile", help="confirmed layouts of files").add_subparsers(
        required=True, metavar="ACT", parser_class=_Parser
    )
    _slug(_command(acts, "list", profiles.listing, "the profiles of a municipality and of its region"))
    rename = _command(acts, "rename", profiles.rename, "give a profile another name")
    correct = _command(acts, "correct", profiles.correct, "change an answer; an empty one is asked again")
    forget = _command(acts, "forget", profiles.forget, "delete a profile with its answers")
    share = _command(acts, "share", profiles.share, "offer a profile to the region and its municipalities")
    for command in (rename, correct, forget, share):
        _slug(command)
        command.add_argument("name", metavar="NAME", help="the profile")
    rename.add_argument("new_name", metavar="NEW", help="its new name")
    correct.add_argument("key", metavar="KEY", help="the answer, as `list` names it")
    correct.add_argument("value", metavar="VALUE", help="its new value, empty to be asked again")
    share.add_argument("--stop", action="store_true", help="offer it no longer")


def _add_publishing(commands: Any) -> None:
    share = _command(commands, "share", publishing.share, "show a revision to the council")
    _slug(share)
    share.add_argument("--revision", type=int, metavar="N", help="default: the current one")
    publish = _command(commands, "publish", publishing.publish, "publish the current state")
    _slug(publish)
    publish.add_argument("--paper", metavar="TEXT", help="the council paper")
    publish.add_argument("--not-before", type=_day, metavar="DATE", help="hidden until this day (JJJJ-MM-TT)")
    publish.add_argument("--explanation", metavar="TEXT", help="what changes and why, for everybody to read")
    publish.add_argument(
        "--accept-persons", action="store_true", help="text that looks like a person was checked"
    )
    withdraw = _command(commands, "withdraw", publishing.withdraw, "withdraw a publication")
    _slug(withdraw)
    withdraw.add_argument("--publication", type=int, metavar="N", help="default: the newest")
    withdraw.add_argument("--reason", required=True, metavar="TEXT", help="why, kept with the publication")
    withdraw.add_argument("--explanation", metavar="TEXT", help="why, for everybody to read")
    history = _command(commands, "history", publishing.history, "who changed what, when and why")
    _slug(history)
    erase = _command(commands, "erase", publishing.erase, "remove a text from every state, for legal reasons")
    _slug(erase)
    erase.add_argument(
        "--text", required=True, metavar="TEXT", help="the text to remove, exactly as it stands"
    )
    erase.add_argument("--reason", required=True, metavar="TEXT", help="why, kept with the revision")


def _add_accounts(commands: Any) -> None:
    municipality = commands.add_parser("municipality", help="municipalities").add_subparsers(
        required=True, metavar="ACT", parser_class=_Parser
    )
    add = _command(municipality, "add", accounts.add_municipality, "add a municipality")
    _slug(add)
    add.add_argument("--name", required=True, help="its name")
    add.add_argument("--ags", help="official key, 8 digits")
    add.add_argument("--key", help="official key of a place without an AGS")
    add.add_argument("--ars", help="regional key, 12 digits")
    add.add_argument("--of-kind", choices=[kind.value for kind in MunicipalityKind], help="what it is")
    add.add_argument("--region", metavar="SLUG", help="the region that accompanies it")
    municipalities.add_addresses(add)
    change = _command(
        municipality, "change", municipalities.change_municipality, "change a name or linked addresses"
    )
    _slug(change)
    change.add_argument("--name", help="its new name")
    municipalities.add_addresses(change)
    user = commands.add_parser("user", help="accounts").add_subparsers(
        required=True, metavar="ACT", parser_class=_Parser
    )
    _add_user_commands(user)
    _command(
        commands, "sample-data", accounts.sample_data, "fill an empty database with made-up municipalities"
    )


def _add_user_commands(user: Any) -> None:
    add = _command(user, "add", accounts.add_account, "add an account; prints its password once")
    add.add_argument("name", metavar="NAME")
    add.add_argument(
        "--role",
        choices=[role.value for role in Role if role is not Role.PUBLIC],
        required=True,
        help="what it may see and do",
    )
    add.add_argument("--municipality", action="append", default=[], metavar="SLUG", help="may be repeated")
    add.add_argument("--password", help=SUPPRESS)
    disable = _command(user, "disable", accounts.disable, "close an account; its sessions end at once")
    disable.add_argument("name", metavar="NAME")
    reset = _command(user, "reset-password", accounts.reset, "give an account a new password; prints it once")
    reset.add_argument("name", metavar="NAME")
    reset.add_argument("--password", help=SUPPRESS)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no date such as 2025-12-31") from None
