"""What the settling of the text can say (T1xx)."""

from fuzi.model.report import Code, Severity

TEXT_CHANGED = Code(
    "T101",
    Severity.ERROR,
    "“{step}”一步改变了这一章的汉字数：{before} 变为 {after}",
    "the step “{step}” changed the number of Chinese characters of this chapter: {before} became {after}",
    "这一版没有发布。这是工具的错误，请连同这一章报告给我们",
    "This edition was not published. This is a fault of the tool: please report it together with this chapter",
)

NO_ROAD = Code(
    "T102",
    Severity.ERROR,
    "不能把 {source} 的书稿转换为 {target}",
    "a book written in {source} cannot be converted to {target}",
    "请检查 book.yaml 的 source_variant 和 variants；可用的有：{known}",
    "See source_variant and variants in book.yaml; this variant can be made from: {known}",
)

ZERO_WIDTH = Code(
    "T103",
    Severity.WARNING,
    "两个汉字之间有看不见的字符 {character}：“{context}”",
    "there is an invisible character {character} between two Chinese characters: “{context}”",
    "转换时已按没有它处理，原处保留；若非有意，请删去",
    "The text was converted as if it were not there, and it was kept; delete it unless you mean it",
)

QUOTE_UNCLOSED = Code(
    "T104",
    Severity.WARNING,
    "引号 {mark} 有头无尾：“{context}”",
    "the quotation mark {mark} is never closed: “{context}”",
    "补上后一半引号；引文分几段时，每段开头都要有前一半引号，只在最后一段末尾收",
    "Close it; in a quotation of several paragraphs each one opens with the mark and only the last one closes it",
)

QUOTE_UNOPENED = Code(
    "T105",
    Severity.WARNING,
    "引号 {mark} 有尾无头：“{context}”",
    "the quotation mark {mark} was never opened: “{context}”",
    "补上前一半引号，或删去这一半",
    "Supply the opening mark or delete this one",
)

CAPTION_NUMBERED = Code(
    "T106",
    Severity.WARNING,
    "题注自己已有编号，不再加编号：“{caption}”",
    "the caption already has a number of its own, so none is added: “{caption}”",
    "删去题注里的编号由工具统一编，或在 book.yaml 写 figure_numbering: none",
    "Delete the number from the caption and let the tool count, or write figure_numbering: none in book.yaml",
)

NAMES_CHANGED = Code(
    "T107",
    Severity.NOTE,
    "{variant} 里这些人名有“一简对多繁”的字，转换未必对：{names}",
    "in {variant} these names hold characters with several traditional forms and may be wrong: {names}",
    "请逐一核对；不对的写进 terms/ 的词语表，或在 editions 里另写",
    "Check each; one that is wrong goes into a term list in terms/, or is given anew under editions",
)

NO_SYLLABLE = Code(
    "T108",
    Severity.WARNING,
    "注音“{reading}”不是汉语的音节，照原样排出",
    "the reading “{reading}” is no syllable of Mandarin and is set as it stands",
    "写带调号的拼音（fù）、数字标调（fu4）或注音符号（ㄈㄨˋ）",
    "Write pinyin with tone marks (fù) or digits (fu4), or zhuyin (ㄈㄨˋ)",
)

DOUBTFUL_READING = Code(
    "T109",
    Severity.WARNING,
    "“{character}”注作 {syllable}，没有把握（又读 {others}）：“{context}”{more_zh}",
    "“{character}” is read {syllable}, which is doubtful (also {others}): “{context}”{more_en}",
    "读对了或读错了，都在 terms/pinyin.tsv 里写一行定下来：词语、制表符、各字的读音",
    "Right or wrong, settle it by a line in terms/pinyin.tsv: the phrase, a tab, the readings of its characters",
)

MORE_DOUBTS = Code(
    "T110",
    Severity.WARNING,
    "没有把握的多音字还有 {count} 个，没有一一列出",
    "there are {count} more characters with doubtful readings, which are not listed",
    "用 fuzi decisions --doubtful 列出全部；先把列出的定下来，再检查一遍",
    "fuzi decisions --doubtful lists them all; settle those that are listed and check again",
)

UNREAD = Code(
    "T111",
    Severity.WARNING,
    "不知道“{character}”（{code}）怎么读，没有注音：“{context}”",
    "nobody knows how to read “{character}” ({code}), so it has no reading: “{context}”",
    "在 terms/pinyin.tsv 里写上它的读音",
    "Give its reading in terms/pinyin.tsv",
)
