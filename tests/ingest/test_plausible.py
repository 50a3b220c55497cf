"""Nonsense is refused."""

from fuzi.ingest import ingest


def codes(scan: str) -> list[str]:
    outcome = ingest(scan.encode(), name="x.txt")
    return [item.code.id for item in outcome.report.diagnostics if item.code.id in ("S112", "S113")]


def test_scan_without_text() -> None:
    assert codes("某某书名\n\n某某 著\n") == ["S113"]


def test_contents_that_swallow_the_scan() -> None:
    listed = "\n".join(f"往事第{n}回想起来的那些没有句号的话" for n in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉")
    prose = "这里是一段正文，长得足以让人相信它不是标题，也不是人名，而是书里的一段话，写到这里才完，不再写了。"
    assert codes(f"目录\n\n{listed}\n\n{prose}\n") == ["S112"]


def test_text_that_found_no_place() -> None:
    lines = "\n\n".join(f"甲乙丙丁戊己庚辛壬癸子丑寅卯{n}" for n in "天地玄黄宇宙洪荒日月盈昃辰宿列张")
    prose = "这里是一段正文，长得足以让人相信它不是标题，也不是人名，而是书里的一段话。"
    assert codes(f"# 某书\n\n{lines}\n\n# 前言\n\n{prose}{prose}\n") == ["S112"]
