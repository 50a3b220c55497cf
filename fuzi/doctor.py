"""What this machine has and lacks for making books, and the command that mends it."""

from __future__ import annotations

import importlib
import importlib.metadata
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fuzi.model.edition import Variant

PINNED = ("weasyprint", "ebooklib", "opencc", "jinja2", "markdown-it-py", "pydantic", "pymupdf", "pikepdf")
INSTALL_FONTS = "sudo apt-get install fonts-noto-cjk fonts-lxgw-wenkai fonts-texgyre"
INSTALL_RARE = "sudo apt-get install fonts-hanazono"
INSTALL_FANGSONG = "sudo apt-get install fonts-cwtex-fs"
INSTALL_PANGO = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
INSTALL_JAVA = "sudo apt-get install default-jre-headless"
INSTALL_FONTCONFIG = "sudo apt-get install fontconfig"

FANGSONG = "fangsong"
RARE_WORDS = "扩展 B 区以后的生僻字要用", "for the rare characters of Extension B and later"
FANGSONG_WORDS = "没有就排成楷体", "kai serves in its place"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``found`` says what is there, ``command`` how to get it when it is not."""

    name: str
    present: bool
    needed: bool
    zh: str = ""
    en: str = ""
    command: str = ""


def examine_machine(variants: Iterable[Variant]) -> tuple[Finding, ...]:
    """Look at Python, the libraries, the fonts of the given variants, and the tools that are good to have."""
    checks: tuple[Callable[[], Iterable[Finding]], ...] = (
        _python,
        _packages,
        _pango,
        lambda: _fonts(variants),
        _profile,
        _java,
    )
    return tuple(finding for check in checks for finding in check())


def _python() -> Iterable[Finding]:
    version = platform.python_version_tuple()
    good = (int(version[0]), int(version[1])) >= (3, 11)
    yield Finding(
        f"Python {platform.python_version()}",
        good,
        True,
        "需要 Python 3.11 或更新",
        "Python 3.11 or newer is needed",
        "sudo apt-get install python3",
    )


def _packages() -> Iterable[Finding]:
    wanted = _requirements()
    for name in PINNED:
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            version = ""
        pinned = wanted.get(name, version)
        yield Finding(
            f"{name} {version}".strip(),
            bool(version) and version == pinned,
            True,
            f"需要 {pinned}" if version else "没有安装",
            f"{pinned} is needed" if version else "is not installed",
            f"pip install {name}=={pinned}" if pinned else f"pip install {name}",
        )


def _requirements() -> dict[str, str]:
    """Package -> version, as the installed fuzi asks for it."""
    try:
        lines = importlib.metadata.requires("fuzi") or []
    except importlib.metadata.PackageNotFoundError:
        return {}
    pairs = (line.partition(";")[0].partition("==") for line in lines)
    return {name.strip().lower(): version.strip() for name, sign, version in pairs if sign}


def _pango() -> Iterable[Finding]:
    try:
        importlib.import_module("weasyprint.text.ffi")
        present = True
    except (OSError, ImportError):
        present = False
    yield Finding(
        "Pango, HarfBuzz", present, True, "WeasyPrint 排版要用", "WeasyPrint needs them to set type", INSTALL_PANGO
    )


def _fonts(variants: Iterable[Variant]) -> Iterable[Finding]:
    if not shutil.which("fc-list"):
        yield Finding("fontconfig", False, True, "找字体要用", "needed to find fonts", INSTALL_FONTCONFIG)
        return
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    families = {name.strip() for line in listed.splitlines() for name in line.split(",")}
    roles = [(role, names) for item in variants for role, names in item.fonts.items() if names]
    for family in dict.fromkeys(names[0] for role, names in roles if role != FANGSONG):
        yield Finding(family, family in families, True, "版面要用的字体", "a font of the page", INSTALL_FONTS)
    rare = dict.fromkeys(name for role, names in roles if role != FANGSONG for name in names[1:])
    yield _one_of("生僻字字体", "rare characters", rare, families, RARE_WORDS, INSTALL_RARE)
    fangsong = dict.fromkeys(name for role, names in roles if role == FANGSONG for name in names)
    yield _one_of("仿宋体", "fangsong", fangsong, families, FANGSONG_WORDS, INSTALL_FANGSONG)


def _one_of(
    zh: str, en: str, wanted: Iterable[str], families: set[str], words: tuple[str, str], command: str
) -> Finding:
    """Fonts of which any will do: those that are there, or what is amiss without them."""
    there = [family for family in wanted if family in families]
    return Finding(", ".join(there) or f"{zh} {en}", bool(there), False, *words, command)


def _profile() -> Iterable[Finding]:
    from fuzi.prepress import profile  # with libraries that may be what is missing

    yield Finding(
        profile.FILE,
        any(path.is_file() for path in profile.places_of_default()),
        False,
        "做交印的 PDF（press-pdf）要用；也可以在 book.yaml 的 press.profile 里写印刷厂给的 ICC 文件",
        "needed for the press PDF (press-pdf), unless press.profile in book.yaml names the ICC file of the printer",
        profile.COMMAND,
    )


def _java() -> Iterable[Finding]:
    yield Finding(
        "Java",
        shutil.which("java") is not None,
        False,
        "只有用 EPUBCheck 验收 EPUB（make test）时才要",
        "only for checking EPUBs with EPUBCheck (make test)",
        INSTALL_JAVA,
    )
