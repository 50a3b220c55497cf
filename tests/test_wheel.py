"""The built wheel carries all it needs and works from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_wheel_builds_a_new_book_elsewhere(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels), cwd=ROOT)
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, symlinks=True)
    # The libraries are those of the tests; only fuzi itself comes from the wheel.
    site = next((home / "lib").glob("python3.*/site-packages"))
    (site / "libraries.pth").write_text(f"{library_folder()}\n", encoding="utf-8")
    (wheel,) = wheels.glob("*.whl")
    run(sys.executable, "-m", "pip", "--python", str(home), "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    where = run(str(home / "bin/python"), "-c", "import fuzi; print(fuzi.__file__)", cwd=elsewhere)
    assert str(home) in where, "the test must not run the source checkout"
    run(str(home / "bin/fuzi"), "new", "mybook", cwd=elsewhere)
    run(str(home / "bin/fuzi"), "build", "--book", "mybook", cwd=elsewhere)
    made = sorted(path.name for path in (elsewhere / "output/mybook").rglob("*") if path.is_file())
    assert made == [
        "manifest.json",
        "mybook_zh-Hans.epub",
        "mybook_zh-Hans.pdf",
        "mybook_zh-Hant-TW.epub",
        "mybook_zh-Hant-TW.pdf",
    ]


def library_folder() -> Path:
    import weasyprint

    return Path(weasyprint.__file__).parents[1]


def run(*command: str, cwd: Path | None = None) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout
