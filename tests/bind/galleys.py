"""Galleys made by hand, as render makes them for reading systems."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

from PIL import Image

from fuzi.model.book import Asset
from fuzi.model.edition import Edition, Medium, Quotes, Variant
from fuzi.model.galley import Galley, Matter, Section, Target
from fuzi.model.metadata import Contributor, Metadata, Price, Printing, Publisher, Series
from fuzi.model.report import Diagnostic, Outcome

LABELS = {
    "contents": "目录",
    "cover": "封面",
    "cover_alternative": "《{title}》封面",
    "start_of_text": "正文开始",
    "accessibility_text": "本书为可重排的文本。",
    "accessibility_pictures": "图片附有文字说明。",
    "accessibility_notes": "注释可与正文往返。",
    "accessibility_formulas": "公式以 MathML 写成。",
}
MODIFIED = datetime(2026, 11, 22, 8, 30, 1, tzinfo=UTC)
MATHML = "http://www.w3.org/1998/Math/MathML"
SVG = "http://www.w3.org/2000/svg"


def edition(tag: str = "zh-Hans", modified: datetime = MODIFIED) -> Edition:
    """The reflowing edition of a variant."""
    variant = Variant(tag, "简体中文", {}, {}, Quotes(("“", "”"), ("‘", "’")), LABELS, {})
    return Edition(variant, "epub", Medium.REFLOW, modified)


def png(width: int = 8, height: int = 12) -> bytes:
    """A small picture."""
    target = BytesIO()
    Image.new("RGB", (width, height), (180, 40, 30)).save(target, "PNG")
    return target.getvalue()


def asset(path: str, media_type: str = "image/png", data: bytes | None = None) -> Asset:
    """An asset of the galley or of the book folder."""
    return Asset(path, media_type, png() if data is None else data, 8, 12)


COVER = asset("figures/封面.png", data=png(160, 256))


def section(
    id: str, inner: str, *, kind: str = "chapter", matter: Matter = Matter.BODY, title: str = "", landmark: str = ""
) -> Section:
    """A section with this inside its root element."""
    html = f'<section id="{id}" class="{kind}">{inner}</section>'
    return Section(id, kind, matter, title or id, html, f"text/{id}.md", landmark)


def galley(*sections: Section, navigation: tuple[Target, ...] = (), **changes: object) -> Galley:
    """A galley of these sections."""
    made = Galley("zh-Hans", "书名", sections, navigation, {"reflow.css": "p { margin: 0 }"}, (), LABELS)
    return replace(made, **changes)  # type: ignore[arg-type]


def simple(inner: str = "<p>正文。</p>", **changes: object) -> Galley:
    """A galley of one chapter."""
    return galley(section("one", f"<h1>第一章</h1>{inner}", title="第一章"), **changes)


METADATA = Metadata(
    title="前进中的社区",
    subtitle="实录与思考",
    parallel_title="Communities on the Move",
    pinyin_title="Qianjin zhong de Shequ",
    contributors=(
        Contributor("主编", ("刘树森",)),
        Contributor("副主编", ("李春武", "王远")),
        Contributor("撰稿人", ("李春武",), part="河东篇"),
        Contributor("译者", ("赵晓",), original_names=("Zhao Xiao",)),
        Contributor("特约策划", ("钱一",)),
    ),
    series=Series("城市丛书", "NO.1"),
    publisher=Publisher("付梓出版社", place="天津"),
    isbn="978-7-201-05510-7",
    printing=Printing(first_edition="2007-06", edition_date="2007-06"),
    price=Price(Decimal("25.00")),
    rights="版权所有 & 侵权必究",
    summary="一本写社区的书。",
    subjects=("社区", "城市"),
)

_CHAPTER = "".join(
    (
        '<header class="chapter-head"><h1 class="chapter-title">和平的早晨</h1>',
        '<p class="chapter-subtitle">——记一条街</p></header><p>这是<strong>我想做的事。</strong><em>所以</em>早起',
        '<a class="noteref" epub:type="noteref" role="doc-noteref" id="call-heping-1-1" href="#note-heping-1-1">①</a>',
        '，又见<a class="link" href="#hedong-1">后一章</a>与<a class="link" href="#sec-2">本章第二节</a>。</p>\n',
        '<h2 class="heading level-2" id="sec-1">一、图与表</h2>\n',
        '<figure class="figure" id="fig-1"><img src="assets/地图.png" alt="街区地图"/>',
        "<figcaption>图1　街区</figcaption></figure>",
        '<figure class="figure" id="fig-2"><img src="assets/%E5%9C%96.svg" alt="" role="presentation"/></figure>',
        '<div class="table-block" id="tab-1"><table><caption>表1　人口</caption><thead>',
        '<tr><th scope="col">年</th></tr></thead><tbody><tr><td>2006</td></tr></tbody></table></div>\n',
        '<h2 class="heading level-2" id="sec-2">二、式</h2>\n',
        f'<p>设<math xmlns="{MATHML}" alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>为平方，',
        '<a href="https://example.org/?a=1&amp;b=2">网页</a>。</p>\n',
        f'<p><svg xmlns="{SVG}" viewBox="0 0 10 10" role="img" aria-label="圆"><defs><linearGradient id="g1">',
        '<stop offset="0"/></linearGradient></defs><circle cx="5" cy="5" r="4" fill="url(#g1)"/></svg>𠮷野家 龘</p>\n',
        "<ruby>孟<rt>mèng</rt></ruby><ruby>子<rt>zǐ</rt></ruby><span></span>\n",
        '<div class="notes"><aside class="note" id="note-heping-1-1" epub:type="footnote" role="doc-footnote"><p>',
        '<a class="note-back" role="doc-backlink" href="#call-heping-1-1">①</a>早起：<em>晨</em>也。</p></aside></div>',
    )
)


def whole() -> tuple[Galley, Metadata]:
    """A whole book: title leaf, parts, notes, figures, table, SVG, MathML, links between chapters."""
    front = Matter.FRONT
    sections = (
        section("title-page", "<h1>前进中的社区</h1>", kind="title", matter=front, title="扉页", landmark="titlepage"),
        section("preface", "<h1>序</h1><p>谨序。</p>", kind="preface", matter=front, title="序", landmark="preface"),
        section("part-heping", "<h1>和平篇</h1>", kind="part", title="和平篇"),
        section("heping-1", _CHAPTER, title="和平的早晨"),
        section("part-hedong", "<h1>河东篇</h1>", kind="part", title="河东篇"),
        section(
            "hedong-1",
            '<h1>河东</h1><p>见<a href="#fig-1">图1</a>，<a href="#contents">目录</a>。</p>',
            title="河东",
        ),
        section(
            "afterword",
            "<h1>后记</h1><p>写完了。</p>",
            kind="afterword",
            matter=Matter.BACK,
            title="后记",
            landmark="afterword",
        ),
    )
    navigation = (
        Target("序", "preface", "preface"),
        Target(
            "和平篇",
            "part-heping",
            "part-heping",
            (
                Target(
                    "和平的早晨",
                    "heping-1",
                    "heping-1",
                    (
                        Target("一、图与表", "heping-1", "sec-1", (Target("图", "heping-1", "fig-1"),)),
                        Target("二、式", "heping-1", "sec-2"),
                    ),
                ),
            ),
        ),
        Target("河东篇", "part-hedong", "part-hedong", (Target("河东", "hedong-1", "hedong-1"),)),
        Target("后记", "afterword", "afterword"),
    )
    svg = f'<svg xmlns="{SVG}" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'.encode()
    assets = (
        asset("assets/地图.png"),
        asset("assets/圖.svg", "image/svg+xml", svg),
        asset("assets/paper.png"),
        asset("assets/unused.png"),
    )
    styles = {
        "reflow.css": "p { margin: 0; text-indent: 2em }",
        "主题.css": "body { background: url(assets/paper.png) }",
    }
    return galley(*sections, navigation=navigation, assets=assets, stylesheets=styles), METADATA


def codes(outcome: Outcome[object]) -> list[str]:
    """The codes of what a stage had to say."""
    return [item.code.id for item in outcome.report.diagnostics]


def only(outcome: Outcome[object]) -> Diagnostic:
    """The one diagnostic of an outcome."""
    (item,) = outcome.report.diagnostics
    return item
