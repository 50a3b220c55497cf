"""The printing condition: whose ICC profile the colours are made for, and what it is called."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import ImageCms

from fuzi.model.edition import ProfileFile
from fuzi.model.faults import ToolFault
from fuzi.model.production import FOGRA39, PressWork

FILE = "FOGRA39L_coated.icc"
REGISTRY = "http://www.color.org"
"""Of conditions that the ICC's register of characterization data knows."""

COMMAND = "sh tools/setup.sh"

_FOGRA39_INFO = "Coated FOGRA39 (ISO 12647-2:2004)"


@dataclass(frozen=True, slots=True)
class Profile:
    """An ICC output profile and the printing condition that it describes.

    ``condition`` is the identifier for the output intent (``FOGRA39``), ``info`` says it in words; ``registry`` is the
    register in which the identifier stands (empty: none).
    """

    data: bytes
    condition: str
    info: str
    registry: str


def places_of_default() -> tuple[Path, ...]:
    """Where the profile of FOGRA39 may be on this machine, the environment of Python first."""
    return (
        Path(sys.prefix) / "share" / "fuzi" / FILE,
        Path("/usr/share/texlive/texmf-dist/tex/generic/colorprofiles") / FILE,
    )


def choose_profile(given: ProfileFile | None, work: PressWork) -> Profile:
    """The profile that came with the book, else FOGRA39 of this machine; a ToolFault when there is neither."""
    if given is not None:
        info = description(given.data)
        return Profile(given.data, work.condition or info or "Custom", info or work.condition or given.path, "")
    for path in places_of_default():
        if path.is_file():
            return Profile(path.read_bytes(), FOGRA39, _FOGRA39_INFO, REGISTRY)
    raise ToolFault(
        zh=f"没有印刷条件的 ICC 文件 {FILE}，做不出交印的 PDF；"
        "运行下面的命令，或把印刷厂给的 ICC 文件放进书稿文件夹，写在 book.yaml 的 press.profile 里",
        en=f"the ICC file {FILE} of the printing condition is missing, so no press PDF can be made; run the command "
        "below, or put the ICC file of the printing house into the book folder and name it as press.profile in "
        "book.yaml",
        command=COMMAND,
    )


def description(data: bytes) -> str:
    """What an ICC profile calls itself; empty when it says nothing or cannot be read."""
    try:
        text = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(data)))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return ""
    return " ".join(str(text).split())
