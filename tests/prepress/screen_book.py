"""A small book that holds every block and every mark, for the screen PDF."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

BOOK = """\
slug: lamps
title: 灯下杂记
subtitle: 一本样书
contributors:
  - {role: 著, names: [林知远]}
publisher: {name: 试样出版社, place: 北京}
variants: [zh-Hans, zh-Hant-TW]
trim: 140×203
text:
  front: [preface.md]
  body:
    - part: 上篇　河边
      chapters: [a.md, b.md]
    - part: 下篇　桥上
      chapters: [c.md]
  back: [end.md]
"""

FRONT = "# 前言\n\n这是前言，只有一段，也有一个注[^f]。\n\n[^f]: 前言的注。\n"

FIRST = """\
# 注与旁注[^t]

——给读注的人

[^t]: 标题上的注。

头一段有{付梓|fù zǐ}，有{桥|ㄑㄧㄠˊ}，有[要紧的话]{.着重}，\
有[鲁迅]{.专名}和[呐喊]{.书名}，学而时习之，[习，温习，这一条夹注要够长。]{.夹注}不亦说乎。

书局设在桥东[今已不存。]{.旁注}，前后三十年[^a]，再后来搬到桥西，又过了十年[^b]。又提到第一个注[^a]。

[^a]: 第一个注，很短。

    注里的第二段：

    - 注里的条目甲
    - 注里的条目乙

    | 年 | 事 |
    | --- | --- |
    | 一 | 开馆 |

    > 注里的引文。

    ```
    注里的 code
    ```

    ![注里的图](figures/room.png)

[^b]: 第二个注，又引出一个注[^c]。

[^c]: 注上的注。

5 m[2]{.上标}与 H[2]{.下标}O，[3/4]{.分数}，[51]{.圈}，*强调*，**着重**，`code`，[官网](https://example.org/)，\
见[表格](#t-years)，$a^2+b^2$，按![圆点](figures/dot.png)处，装饰![](figures/dot.png){.decorative}不说。

An English sentence of typographical responsibilities and \
internationalization, which is long enough to be divided at the end \
of more than one of its lines, as the compositor thinks fit.

## 一、列表 {#lists}

1. 甲
   - 甲之一[^d]
     1. 甲之一之一
     2. 甲之一之二
   - 甲之二
2. 乙

   乙的第二段

[^d]: 列表里的注。

#### 跳了一级的标题

## 二、表 {#tables}

| 年份 | 数量 |
| --- | ---: |
| 2006[^e] | 12 |
|  | 13 |

表：逐年数量[^g] {#t-years}

[^e]: 表里的注。
[^g]: 表题上的注。

| --- | --- |
| 没有 | 表头 |
| 的表 | 两行 |

![社区活动室](figures/room.png "图题"){#f-room width=40%}

![](figures/line.png){.decorative}

$$
E = mc^2
$$

> 温故而知新。
>
> > 引文里的引文。
>
> ——《论语》

```sh
fuzi build

echo 好
```

***

第一行\\
第二行
"""

LONG_TABLE = "| 号 | 名 | 说明 |\n| --- | --- | --- |\n" + "".join(
    f"| {number} | 名{number} | 说明{number}号，写得长一些，好让这张表排到下一面去，看表头怎样重复 |\n"
    for number in range(40)
)

SECOND = (
    "# 长表与长段\n\n"
    + "这一段很长，要从这一面排到下一面，读的时候仍是一段。" * 60
    + "\n\n"
    + LONG_TABLE
    + """

表：一张跨面的表

:::annotated
学而时习之。

> 习，温习。
:::

:::qa
问：何时开馆？

答：三月[^q]。
:::

[^q]: 问答里的注。

:::chronology
1919年　学堂停课。
　　同年冬，书铺失火。
1920年　重开。
:::
"""
)

THIRD = """\
# 诗文

:::epigraph
书要读两遍。

——墙上的字
:::

:::verse 静夜思
床前明月光，
疑是地上霜[^v]。

举头望明月，
——李白
:::

[^v]: 诗里的注。

:::ci 忆江南
江南好，风景旧曾谙。

能不忆江南？
:::

:::couplet 开卷有益
灯下翻书三五页
窗前种竹两三竿
:::

:::letter
程老师：

您好！[边上的话。]{.旁注}

此致
敬礼！

:::signature
刘树森
2007年3月
:::
:::

:::notice 关于开馆的通知
街办发〔2026〕12号

各居民委员会：

即日开馆。
:::

:::drama 第一幕
（幕启。）
掌柜：（抬头）下雨了。
:::

:::dialogue
客：怎么走？
我：过桥。
:::

:::document 关于社区建设的意见
——摘要

## 文献里的节

正文
:::

:::gap
以下缺两页
:::

:::flush
顶格的一段
:::

:::pinyin all
小河流水。
:::

## 末节

完了。
"""

END = "# 后记\n\n写完了。\n\n:::byline\n林知远\n:::\n"


def write_book(folder: Path) -> Path:
    """Put the book into ``folder``."""
    files = {"preface": FRONT, "a": FIRST, "b": SECOND, "c": THIRD, "end": END}
    (folder / "text").mkdir(parents=True)
    (folder / "figures").mkdir()
    (folder / "book.yaml").write_text(BOOK, encoding="utf-8")
    for name, text in files.items():
        (folder / "text" / f"{name}.md").write_text(text, encoding="utf-8")
    for name, size in (("room", (240, 160)), ("dot", (24, 24)), ("line", (200, 4))):
        Image.new("RGB", size, (120, 130, 140)).save(folder / "figures" / f"{name}.png")
    return folder
