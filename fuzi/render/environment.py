"""Where templates are found and how safely they run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

BASE = "base"
"""The theme that holds every template; another theme holds only the files that differ."""

THEME_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")

_PACKAGE = Path(__file__).resolve().parents[1]


def resources(kind: str) -> Path:
    """The folder of ``templates`` or ``styles``: inside the installed package, else beside it in a source checkout."""
    inside = _PACKAGE / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


def themes() -> tuple[str, ...]:
    """The names of the themes at hand, ``base`` first."""
    found = {
        path.name
        for kind in ("templates", "styles")
        for path in resources(kind).iterdir()
        if path.is_dir() and THEME_NAME.match(path.name)
    }
    return (BASE, *sorted(found - {BASE}))


def read_resource(root: Path, name: str) -> str | None:
    """The text of ``name`` below ``root``, or None; a path or symlink that leads out of ``root`` counts as absent."""
    top = root.resolve()
    path = (top / name).resolve()
    if not path.is_relative_to(top) or not path.is_file():
        return None
    return path.read_text("utf-8")


class ThemeLoader(BaseLoader):
    """Looks into the theme first, then into ``base``; ``base/…`` names the base file itself, to extend it."""

    def __init__(self, root: Path, theme: str) -> None:
        self._root = root
        self._theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """The source of a template; see ``jinja2.BaseLoader``. The third item says that it never goes stale."""
        folder, _, rest = template.partition("/")
        places = [(BASE, rest)] if folder == BASE else [(self._theme, template), (BASE, template)]
        for theme, name in places:
            source = read_resource(self._root / theme, name)
            if source is not None:
                return source, f"{theme}/{name}", None
        raise TemplateNotFound(template)


@lru_cache(maxsize=8)
def environment(theme: str, root: Path | None = None) -> Environment:
    """The environment of a theme, with its compiled templates.

    Sandboxed, because a theme is somebody's file; everything is escaped; a name that is not there is an error.
    """
    made = ImmutableSandboxedEnvironment(
        loader=ThemeLoader(root or resources("templates"), theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals.clear()  # no range, lipsum or namespace: templates only lay out what they are given
    return made


def section_template(found: Environment, medium: str, name: str) -> Template:
    """The template of one kind of section: the one of the medium, else the one that both media share."""
    return found.select_template([f"{medium}/{name}.j2", f"sections/{name}.j2"])


def macros(found: Environment, names: tuple[str, ...], context: Mapping[str, object]) -> dict[str, object]:
    """The macros of some template files by name, each closed over ``context``."""
    collected: dict[str, object] = {}
    for name in names:
        module = found.get_template(name).make_module(dict(context))
        collected |= {key: value for key, value in vars(module).items() if not key.startswith("_")}
    return collected
