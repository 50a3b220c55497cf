"""The words of the command line in both languages."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # severities and faults
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "note": ("说明", "note"),
    "usage": ("命令写错了：", "the command line is wrong:"),
    "see_help": ("用 fuzi --help 看用法。", "See fuzi --help."),
    "machine": ("这台机器的问题：", "this machine:"),
    "bug": ("付梓自己的错：", "a fault of fuzi itself:"),
    "bug_report": ("（详情见 {path}，请把它发给我们；--debug 可看全部）", "(details in {path}: please send it to us)"),
    "interrupted": ("已停止；输出文件夹没有改动。", "Stopped; the output folder is unchanged."),
    "counts": ("错误 {errors} 处，警告 {warnings} 处", "errors: {errors}, warnings: {warnings}"),
    # the table
    "edition": ("版本", "edition"),
    "file": ("文件", "file"),
    "extent": ("篇幅", "extent"),
    "size": ("大小", "size"),
    "seconds": ("秒", "seconds"),
    "warnings": ("警告", "warnings"),
    "pages": ("{count} 面", "{count} pages"),
    "documents": ("{count} 个文档", "{count} documents"),
    "files": ("{count} 个文件", "{count} file"),
    # the gauge
    "gauge_flush": ("齐边", "flush"),
    "gauge_kinsoku": ("违反避头尾", "bad breaks"),
    "gauge_gap": ("最宽空隙（字）", "widest gap, em"),
    "gauge_compressed": ("压缩的行", "compressed"),
    "gauge_pairs": ("标点靠拢", "marks together"),
    "gauge_orphans": ("孤字", "one-character ends"),
    "gauge_phases": ("行格相位（磅）", "grid phases (pt)"),
    "gauge_calls": ("注码/注文", "calls/notes"),
    # the pre-flight
    "preflight_check": ("检查", "check"),
    "preflight_what": ("对象", "looked at"),
    "preflight_found": ("所见", "found"),
    "preflight_required": ("要求", "required"),
    "preflight_verdict": ("结论", "verdict"),
    "preflight_places": ("处", "places"),
    "preflight_title": ("印前检查　{title}　{tag}", "Pre-flight: {title}, {tag}"),
    "preflight_sum": (
        "{tag}：合格 {passed} 项，注意 {noticed} 项，不合格 {failed} 项，未查 {unseen} 项",
        "{tag}: {passed} passed, {noticed} to notice, {failed} failed, {unseen} not seen",
    ),
    "preflight_report": ("报告已写入 {path}", "Report written to {path}"),
    "press_needed": ("--report 要同 --press 一起用", "--report goes with --press"),
    "press_pages": ("--press 要排版，不能同 --no-pages 一起用", "--press sets pages and cannot go with --no-pages"),
    "report_suffix": ("报告文件的名字要以 .html 结尾：{path}", "the name of the report must end in .html: {path}"),
    # stages
    "stage_load": ("读书稿", "reading the book"),
    "stage_transform": ("定文本", "settling the text"),
    "stage_render": ("套模板", "rendering"),
    "stage_press": ("排版", "setting pages"),
    "stage_cover": ("画封面", "drawing the cover"),
    "stage_separate": ("分色", "separating the inks"),
    "stage_bind": ("装订 EPUB", "binding the EPUB"),
    "stage_check": ("核对文字", "comparing the text"),
    "stage_publish": ("换上新版", "publishing"),
    # commands
    "help_fuzi": (
        "付梓：把一部书稿做成书——印刷用 PDF、EPUB 3 和繁体版，出自同一份书稿。\n\n"
        "不写命令时就是 build：制作 content/ 里的书的全部版本。\n\n"
        "\b\n例：\n  fuzi new mybook               建一个可以马上制作的书籍文件夹\n"
        "  fuzi build --book mybook      制作全部版本\n"
        "  fuzi build epub --variant zh-Hant-TW\n"
        "  fuzi check --book mybook      只检查，不制作\n"
        "  fuzi ingest scan.md --into old  把 OCR 文本整理成书籍文件夹",
        "付梓 (fuzi) makes the print PDF, the EPUB 3 and the traditional edition of a Chinese book from one source.\n\n"
        "Without a command, build is meant: all editions of the book in content/.\n\n"
        "\b\nExamples:\n  fuzi new mybook               make a book folder that builds at once\n"
        "  fuzi build --book mybook      build all editions\n"
        "  fuzi build epub --variant zh-Hant-TW\n"
        "  fuzi check --book mybook      look for faults, build nothing\n"
        "  fuzi ingest scan.md --into old  turn OCR text into a book folder",
    ),
    "help_build": (
        "制作书的各个版本。PRODUCT 可以写几个：pdf 样书，epub 电子书，press-pdf 交印的正文，cover-pdf 封面，"
        "jobsheet 印制单，booklet 折叠样，screen-pdf 屏幕上读的 PDF；不写，就做 book.yaml 里 products 列的"
        "（没有列，是 pdf 和 epub）。\n\n"
        "全部成功才换上新版；只要有一处错误，输出文件夹里的旧版就原样不动。\n\n"
        "\b\n例：\n  fuzi build\n  fuzi build pdf --book mybook --variant zh-Hans\n  fuzi build --json",
        "Build editions of a book. PRODUCT is one or more of pdf (proof), epub, press-pdf (block for the press), "
        "cover-pdf, jobsheet, booklet (folding dummy), screen-pdf (tagged); without any, those that products: in "
        "book.yaml names (pdf and epub unless it says otherwise).\n\n"
        "The new files become current only when all went well; one error leaves the old ones untouched.\n\n"
        "\b\nExamples:\n  fuzi build\n  fuzi build pdf --book mybook --variant zh-Hans\n  fuzi build --json",
    ),
    "help_check": (
        "检查书稿和 book.yaml，再把印刷版排出来量一遍，把所有问题一次列出，不制作任何文件。\n\n"
        "排版要费些时间；边写边查，用 --no-pages，只看书稿，几秒钟就好。交给印刷厂之前，用 --press 逐项查一遍。\n\n"
        "\b\n例：\n  fuzi check --book mybook --strict\n  fuzi check --book mybook --no-pages\n"
        "  fuzi check --book mybook --press --report press.html",
        "Check the manuscript and book.yaml, set the pages of the print editions and measure them, and list all faults "
        "at once; builds nothing.\n\n"
        "Setting pages takes time; --no-pages looks at the manuscript alone, in seconds. Before a book goes to the "
        "printing house, --press looks at everything that goes there.\n\n"
        "\b\nExamples:\n  fuzi check --book mybook --strict\n  fuzi check --book mybook --no-pages\n"
        "  fuzi check --book mybook --press --report press.html",
    ),
    "help_new": (
        "在 FOLDER 建一部可以马上制作的新书。文件夹必须还不存在，或是空的。\n\n\b\n例：\n  fuzi new mybook",
        "Make a new book in FOLDER that builds at once. The folder must not exist yet, or be empty.\n\n"
        "\b\nExample:\n  fuzi new mybook",
    ),
    "help_ingest": (
        "把一部旧书的 OCR 文本（Markdown 或纯文本）SCAN 整理成书籍文件夹，每一处修改都记在 ledger.md 里。\n\n"
        "\b\n例：\n  fuzi ingest scan.md --into oldbook\n  fuzi build --book oldbook",
        "Turn the OCR text SCAN of an old book (Markdown or plain text) into a book folder; every repair is on record "
        "in ledger.md.\n\n\b\nExample:\n  fuzi ingest scan.md --into oldbook\n  fuzi build --book oldbook",
    ),
    "help_decisions": (
        "列出付梓自己拿的主意，一行一处，用制表符隔开，可以在表格软件里打开：在哪个文件哪一行，原来是什么字，"
        "选了什么，还可能是什么，把握有多大（0 至 1），前后文。现在记的是自动注音里的多音字（kind 为 reading）。\n\n"
        "没有把握的前面标着 ?；要改，或要定下来，写进 terms/pinyin.tsv。\n\n"
        "\b\n例：\n  fuzi decisions --book mybook > decisions.tsv\n  fuzi decisions --book mybook --doubtful",
        "List what fuzi decided by itself, one a line, with tabs, for a spreadsheet: the file and line, what stood "
        "there, what was chosen, what else was possible, how sure it is (0 to 1), the text around it. These are the "
        "characters with several readings in automatic pinyin (kind: reading).\n\n"
        "The doubtful ones have a ? in front; to change one or settle it, write it into terms/pinyin.tsv.\n\n"
        "\b\nExamples:\n  fuzi decisions --book mybook > decisions.tsv\n  fuzi decisions --book mybook --doubtful",
    ),
    "help_themes": (
        "列出版式主题：名字写进 book.yaml 的 theme:。加上 --pictures，就用一篇样稿把每个主题真的排出来，"
        "各画成一张图（扉页、章首页和一个对开面），放进 FOLDER；文件夹必须还不存在，或是空的。\n\n"
        "\b\n例：\n  fuzi themes\n  fuzi themes --pictures themes --variant zh-Hant-TW",
        "List the themes; the name goes into theme: in book.yaml. With --pictures a sample text is set in each of "
        "them and drawn as one picture (title page, opening of a chapter, two facing pages) in FOLDER, which must not "
        "exist yet, or be empty.\n\n\b\nExamples:\n  fuzi themes\n  fuzi themes --pictures themes --variant zh-Hant-TW",
    ),
    "help_doctor": (
        "看这台机器上还缺什么，并给出补装的命令。\n\n\b\n例：\n  fuzi doctor",
        "See what this machine lacks, with the command that installs it.\n\n\b\nExample:\n  fuzi doctor",
    ),
    # options
    "option_book": ("书籍文件夹，默认为 content", "the book folder; content by default"),
    "option_output": ("输出文件夹，默认为 output", "the output folder; output by default"),
    "option_variant": ("只做这个版本（可重复）：{known}", "only this variant (may be repeated): {known}"),
    "option_doubtful": ("只列没有把握的", "only the doubtful ones"),
    "option_encoding": (
        "书稿不是 UTF-8 时声明它的编码，如 gb18030、big5",
        "the encoding of sources that are not UTF-8, such as gb18030 or big5",
    ),
    "option_pictures": ("把各个主题的样子画成图，放进这个文件夹", "draw what each theme looks like into this folder"),
    "option_sample_variant": ("样稿用哪种文字，默认 zh-Hans", "the variant of the sample text; zh-Hans by default"),
    "option_json": ("结果以 JSON 输出，供程序使用", "print the result as JSON, for programs"),
    "option_quiet": ("只说错误", "say nothing but errors"),
    "option_strict": ("有警告也算失败（退出码 1）", "warnings count as failure (exit code 1)"),
    "option_no_pages": ("不排版，只看书稿", "set no pages, look at the manuscript alone"),
    "option_press": (
        "把交印的文件都在内存里做出来，逐项检查，不发布",
        "make all files for the press in memory and look at each point; publishes nothing",
    ),
    "option_report": ("把 --press 的结果另写成一张网页，可以打印", "write the result of --press as a page to print"),
    "option_debug": ("付梓自己出错时显示全部细节", "show all details of a fault of fuzi itself"),
    "option_lang": ("界面语言：zh 或 en（默认看 LANG）", "language of the tool: zh or en (default: from LANG)"),
    "option_into": ("写到哪个文件夹（必须还不存在，或是空的）", "the folder to write to (not there yet, or empty)"),
    "head_usage": ("用法：", "Usage:"),
    "head_options": ("选项", "Options"),
    "head_commands": ("命令", "Commands"),
    "option_help": ("显示说明", "show this help"),
    "option_version": ("显示版本号", "show the version"),
    # results
    "checked": (
        "检查完毕：{title}，{chapters} 章，{han} 个汉字",
        "Checked: {title}, {chapters} chapters, {han} Han characters",
    ),
    "created": (
        "已在 {folder} 建好新书。下一步：fuzi build --book {quoted}",
        "Made a new book in {folder}. Next: fuzi build --book {quoted}",
    ),
    "ingested": (
        "已整理到 {folder}：{files} 个文件，修改与存疑都记在 {folder}/ledger.md。下一步：fuzi build --book {quoted}",
        "Written to {folder}: {files} files; repairs and doubts are in {folder}/ledger.md. "
        "Next: fuzi build --book {quoted}",
    ),
    "published": ("已放入 {folder}", "Published in {folder}"),
    "theme": ("{name}　{title}　{line}", "{name} – {title}: {line}"),
    "theme_picture": ("已画好 {path}", "drawn: {path}"),
    "theme_hint": (
        "样子见手册第十章“主题”一节的图，或用 fuzi themes --pictures 文件夹 画出来",
        "For pictures see the section on themes in chapter 10 of the handbook, or run fuzi themes --pictures FOLDER",
    ),
    "healthy": ("这台机器什么都不缺。", "This machine has everything."),
    "has": ("有　 {name}", "has      {name}"),
    "lacks": ("缺　 {name}：{why}", "lacks    {name}: {why}"),
    "optional": ("可选 {name}：{why}", "optional {name}: {why}"),
    "remedy": ("     → {command}", "         → {command}"),
    "unknown_language": ("--lang 只能是 zh 或 en", "--lang may be zh or en"),
    "unknown_command": (
        "没有“{name}”这个命令；可用的命令：{known}",
        "no such command: “{name}”; there are: {known}",
    ),
    "did_you_mean": ("。是不是 {name}？", ". Did you mean {name}?"),
    "no_option": ("没有 {name} 这个选项", "there is no option {name}"),
    "bad_value": ("{name} 的值不对：{value}", "the value of {name} is wrong: {value}"),
    "allowed": ("；可以是：{known}", "; it may be: {known}"),
    "missing": ("缺少 {name}", "{name} is missing"),
    "bad_epoch": (
        "SOURCE_DATE_EPOCH={value} 不能用：要的是 1970 年以来的秒数，0 到 253402300799 之间的整数",
        "SOURCE_DATE_EPOCH={value} cannot be used: whole seconds since 1970 are wanted, from 0 to 253402300799",
    ),
    "no_name": ("请给新书的文件夹起个名字", "give the folder of the new book a name"),
    "not_a_file": ("这不是一个文件：{path}", "this is not a file: {path}"),
    "not_empty": (
        "文件夹 {folder} 里已有东西；付梓不覆盖它。请换一个名字，或先把它移走",
        "the folder {folder} is not empty and is left alone; choose another name, or move it away",
    ),
    "no_such_file": ("没有这个文件：{path}", "there is no such file: {path}"),
}


def say(key: str, language: str, **facts: object) -> str:
    """The words for ``key`` in ``zh`` or ``en`` with their facts filled in."""
    zh, en = WORDS[key]
    return (zh if language == "zh" else en).format(**facts)
