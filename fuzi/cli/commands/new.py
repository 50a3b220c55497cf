"""``fuzi new``: a book folder that builds at once."""

from __future__ import annotations

import re
import shlex
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from fuzi.cli import options
from fuzi.cli.console import Console
from fuzi.cli.words import say
from fuzi.store.folder import is_free, put_folder

SLUG_LINE = "slug: mybook"
"""The line of the starter book that takes the name of the folder."""


def command(language: str) -> click.Command:
    """The click command."""
    folder = click.Argument(["folder"], type=click.Path(path_type=Path))
    return options.make("new", language, run, [folder])


def run(language: str, *, folder: Path, as_json: bool, quiet: bool) -> int:
    """Copy the starter book; nothing that exists is touched."""
    console = Console(language, quiet=quiet, as_json=as_json)
    if not folder.name:
        raise click.UsageError(say("no_name", language))
    if not is_free(folder):
        raise click.UsageError(say("not_empty", language, folder=folder.as_posix()))
    starter = dict(_files(files("fuzi") / "starter", ""))
    slug = f"slug: {slug_of(folder.name)}".ljust(len(SLUG_LINE))
    starter["book.yaml"] = starter["book.yaml"].replace(SLUG_LINE.encode(), slug.encode())
    put_folder(folder, starter)
    console.tree({"ok": True, "folder": folder.as_posix()})
    console.line("created", folder=folder.as_posix(), quoted=shlex.quote(folder.as_posix()))
    return 0


def slug_of(name: str) -> str:
    """A name for output files from the name of a folder: ASCII letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "book"


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            found += _files(item, f"{prefix}{item.name}/")
        else:
            found.append((f"{prefix}{item.name}", item.read_bytes()))
    return found
