"""What can go wrong while the settled text becomes HTML."""

from __future__ import annotations

from fuzi.model.report import Code, Severity
from fuzi.render.wrap_codes import *  # noqa: F403

THEME_UNKNOWN = Code(
    "R101",
    Severity.ERROR,
    "没有名为“{theme}”的版式主题",
    "there is no theme called “{theme}”",
    "{near_zh}在 book.yaml 里把 theme: 改成现有的主题：{known}（见 fuzi themes）",
    "{near_en}set theme: in book.yaml to one of these: {known}; fuzi themes says what they are like",
)
FORMULA_BROKEN = Code(
    "R102",
    Severity.ERROR,
    "公式读不懂：{tex}（{reason}）",
    "this formula cannot be read: {tex} ({reason})",
    "检查 TeX 写法：花括号是否成对、命令名是否正确、上下标后面有没有内容",
    "check the TeX: are the braces paired, the commands spelt right, is there something after each ^ and _?",
)
FORMULA_GLYPH = Code(
    "R103",
    Severity.ERROR,
    "公式里有数学字体没有的字“{characters}”：{tex}",
    "this formula holds characters that the mathematics font lacks, “{characters}”: {tex}",
    "汉字请写在公式外面，或改用拉丁字母、希腊字母和数学符号",
    "write Chinese words outside the formula, or use Latin and Greek letters and mathematical signs",
)
NOTE_MISSING = Code(
    "R104",
    Severity.ERROR,
    "找不到注文 [^{key}]",
    "there is no note [^{key}]",
    "在同一个文件里补上 [^{key}]: 注文",
    "add [^{key}]: followed by its text to the same file",
)
PICTURE_MISSING = Code(
    "R105",
    Severity.ERROR,
    "找不到图片 {source}",
    "the picture {source} is missing",
    "把图片放进书稿文件夹，并检查文件名的大小写",
    "put the picture into the book folder, and check capitals in its name",
)
NOT_WELL_FORMED = Code(
    "R106",
    Severity.ERROR,
    "排出的“{section}”不是合格的 XML：{reason}",
    "the page made for “{section}” is not well-formed XML: {reason}",
    "多半是文字里混进了控制字符，删去即可；如果自己改过模板，请检查模板",
    "most likely a control character is hidden in the text: delete it; if you changed a template, check that",
)
LABEL_MISSING = Code(
    "R107",
    Severity.ERROR,
    "字形变体 {variant} 没有给出用语“{key}”",
    "the variant {variant} has no word for “{key}”",
    "在 fuzi/variants/{variant}.yaml 的 labels: 里补上 {key}",
    "add {key} under labels: in fuzi/variants/{variant}.yaml",
)
TEMPLATE_BROKEN = Code(
    "R108",
    Severity.ERROR,
    "主题“{theme}”的模板出错：{template}：{reason}",
    "a template of the theme “{theme}” is wrong: {template}: {reason}",
    "改正这个模板，或把 book.yaml 的 theme: 改回 base",
    "mend that template, or set theme: in book.yaml back to base",
)
LINK_LOST = Code(
    "R109",
    Severity.ERROR,
    "链接 {target} 在书里没有去处",
    "the link {target} leads nowhere in this book",
    "在要去的标题、图或表后面写上 {{{target}}}，或改正链接",
    "write {{{target}}} after the heading, figure or table that is meant, or mend the link",
)
ID_TWICE = Code(
    "R110",
    Severity.ERROR,
    "标识 #{id} 出现不止一次",
    "the id #{id} is given more than once",
    "给其中一个换个名字；{reserved} 由工具占用",
    "give one of them another name; {reserved} belong to the tool",
)
TOO_DEEP = Code(
    "R111",
    Severity.ERROR,
    "引文或列表套得太深，超过 {limit} 层",
    "quotations or lists are nested more than {limit} deep",
    "减少嵌套的层数；没有读者跟得上这么多层",
    "nest less: no reader follows that many levels",
)
THEME_FILE = Code(
    "R140",
    Severity.ERROR,
    "主题“{theme}”的 theme.yaml 有误：{reason_zh}",
    "theme.yaml of the theme “{theme}” is wrong: {reason_en}",
    "照 styles/base/theme.yaml 的样子改",
    "mend it after the pattern of styles/base/theme.yaml",
)
