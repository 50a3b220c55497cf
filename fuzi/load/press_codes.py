"""What can be wrong with the ICC profile that a book brings for its printing house (L193–L195)."""

from fuzi.model.report import Code, Severity

PROFILE_MISSING = Code(
    "L193",
    Severity.ERROR,
    "没有 ICC 文件“{path}”",
    "there is no ICC file “{path}”",
    "{near_zh}",
    "{near_en}",
)
PROFILE_KIND = Code(
    "L194",
    Severity.ERROR,
    "“{path}”不是印刷四色（CMYK）的 ICC 输出特性文件：{found_zh}",
    "“{path}” is not an ICC output profile for the four inks (CMYK): {found_en}",
    "向印刷厂要所用纸张和机器的 CMYK 特性文件；删去 press.profile，就用 FOGRA39",
    "Ask the printing house for the CMYK profile of its paper and press; without press.profile FOGRA39 is used",
)
PROFILE_UNNAMED = Code(
    "L195",
    Severity.WARNING,
    "印刷条件写的是“{condition}”，却没有它的 ICC 文件，交印的文件做不出来",
    "the printing condition is “{condition}”, but there is no ICC file for it: no press file can be made",
    "把这个条件的 ICC 文件放进书稿文件夹，写在 press.profile 里；或删去 press.condition，用 FOGRA39",
    "Put the ICC file of this condition into the book folder and name it as press.profile; "
    "or remove press.condition to use FOGRA39",
)
