"""The ICC profile that a book names under ``press:``: read once, and only if inks can be counted out by it."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

from fuzi.load import codes
from fuzi.load.folder import BookFolder
from fuzi.load.marked_yaml import Marked
from fuzi.load.nearest import Hint, near_file
from fuzi.model.edition import ProfileFile
from fuzi.model.production import PressWork
from fuzi.model.report import Diagnostic

LARGEST_PROFILE = 20_000_000
"""Bytes of one file."""

EXAMPLE = "press/paper.icc"

NEWEST = 4
"""Major version of ICC profiles that PDF 1.6 knows (ICC.1:2004-10)."""

_HEADER = 128
_SPACES = {"RGB": "RGB", "GRAY": "灰度 grey", "Lab": "Lab", "XYZ": "XYZ"}
_CLASSES = {"mntr": ("显示器", "a display"), "scnr": ("扫描仪、相机", "a scanner or camera")}
_CLASSES |= {"link": ("设备之间的转换", "a link between devices"), "spac": ("色彩空间", "a colour space")}


def read_profile(folder: BookFolder, marked: Marked, work: PressWork) -> tuple[ProfileFile | None, list[Diagnostic]]:
    """The profile named by ``press.profile``, None when there is none; faults where book.yaml names it."""
    path = work.profile
    if not path:
        if work.asks_for_profile:
            place = marked.place(("press", "condition"))
            return None, [codes.PROFILE_UNNAMED.at(place, condition=work.condition)]
        return None, []
    place = marked.place(("press", "profile"))
    found = folder.read(path, place, limit=LARGEST_PROFILE, example=EXAMPLE)
    if found.problem is not None:
        return None, [found.problem]
    if found.data is None:
        return None, [codes.PROFILE_MISSING.at(place, path=path, **_near(folder, path))]
    wrong = _wrong(found.data)
    if wrong is not None:
        return None, [codes.PROFILE_KIND.at(place, path=path, found_zh=wrong[0], found_en=wrong[1])]
    return ProfileFile(path, found.data), []


def _wrong(data: bytes) -> tuple[str, str] | None:
    """Why colours cannot be separated by this file, in Chinese and English; None when they can.

    The header is that of ICC.1:2004-10, 7.2: size, version, class, colour space and the signature ``acsp``.
    """
    if len(data) < _HEADER or data[36:40] != b"acsp":
        return "不是 ICC 文件", "it is no ICC file"
    if int.from_bytes(data[:4], "big") != len(data):
        return "文件不完整", "the file is cut off or damaged"
    kind, space = data[12:16].decode("latin-1"), data[16:20].decode("latin-1").strip()
    if space != "CMYK":
        named = _SPACES.get(space, space)
        return f"它是 {named.split()[0]} 的", f"it is for {named.split()[-1]}"
    if kind != "prtr":
        zh, en = _CLASSES.get(kind, (kind, kind))
        return f"它说的是{zh}", f"it describes {en}"
    if data[8] > NEWEST:
        return f"它是 ICC 第 {data[8]} 版，PDF/X-4 只认到第 4 版", f"it is ICC version {data[8]}; PDF/X-4 knows up to 4"
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data))
        separate = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), profile, "RGB", "CMYK")
        ImageCms.applyTransform(Image.new("RGB", (1, 1)), separate)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return "文件损坏", "the file is damaged"
    return None


def _near(folder: BookFolder, path: str) -> Hint:
    names = [name for name in folder.files("") if name.lower().endswith((".icc", ".icm"))]
    return near_file(
        path,
        names,
        f"把印刷厂给的 ICC 文件放进书稿文件夹，路径从书稿文件夹写起，例如 {EXAMPLE}",
        f"Put the ICC file into the book folder; the path starts there, for example {EXAMPLE}",
    )
