"""``fuzi doctor``: what this machine lacks."""

from __future__ import annotations

from dataclasses import asdict

import click

from fuzi.cli import options
from fuzi.cli.console import Console
from fuzi.doctor import Finding, examine_machine
from fuzi.variants import tags, variant


def command(language: str) -> click.Command:
    """The click command."""
    return options.make("doctor", language, run, [])


def run(language: str, *, as_json: bool, quiet: bool) -> int:
    """List what is there and what is missing; 3 when something needed is missing."""
    console = Console(language, quiet=quiet, as_json=as_json)
    findings = examine_machine([variant(tag) for tag in tags()])
    for finding in findings:
        _show(console, finding, language)
    ill = any(finding.needed and not finding.present for finding in findings)
    if not ill:
        console.line("healthy")
    console.tree({"ok": not ill, "findings": [asdict(finding) for finding in findings]})
    return 3 if ill else 0


def _show(console: Console, finding: Finding, language: str) -> None:
    if finding.present:
        console.line("has", name=finding.name)
        return
    why = finding.zh if language == "zh" else finding.en
    console.line("lacks" if finding.needed else "optional", name=finding.name, why=why)
    console.line("remedy", command=finding.command)
