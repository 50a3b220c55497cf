"""The hard pages: paragraphs written for this gallery, each full of one kind of difficulty, in our Markdown."""

from __future__ import annotations

from dataclasses import dataclass

WIDE = "147×210"
"""27 characters of 10.5 pt to the line, 17.5 pt from line to line."""

NARROW = "66×150"
"""12 characters."""

COLUMN = "92×200"
"""18 characters."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One page: a name for its file, what to look at, its text, and the trim size that gives its measure."""

    name: str
    watch: str
    text: str
    trim: str = WIDE


SAMPLES = (
    Sample(
        "adjacent-marks",
        "adjacent marks: 。” ，“ ）。 》、《 ：“ stand half an em apart; none of them is thrown to the line start",
        """他把那本册子翻到末页，念道：“此书凡四卷（附图一卷），‘字无定格，行无定数’，校者慎之。”众人听了，有的说“不错”，有的说“未必”。
师傅放下《字样》、《行格》、《版心》三种旧稿，又取出《标点举要》（上）、（下），说：“你们看，‘句’、‘读’、‘引’、‘注’，各有各的位置；
（若是挤在一处，）宁可让它们靠拢些，也不要撑开一个大窟窿。”

“那么，”学徒问，“像‘他说：“走吧。”’这样的，也要靠拢吗？”师傅笑道：“‘要。’——一个字：要！（说完，他又添了一句：“越密越要。”）”

【甲】（一）、（二）两条，见〔附录〕；【乙】《例言》〈其三〉、〈其四〉，见卷末。（完）""",
    ),
    Sample(
        "dialogue",
        "dialogue: short turns, quotes in quotes, quotes at line starts and ends",
        """“下雨了。”她说。

“嗯。”

“你听见没有？我说：‘下雨了。’”

“听见了。”他头也不抬，“你昨天也说：‘下雨了。’前天也说：‘要下雨了。’可是昨天、前天，一滴也没有下。”

“今天不一样！”她跑到窗前，“你来看，石板上一个一个的点子，像谁拿笔点上去的——‘、’‘、’‘、’，全是顿号。”

他终于站起来，走到窗前，看了半天，说：“哪里是顿号？‘。’‘。’‘。’，分明是句号。”她便笑：“你呀，什么都要收住；我呀，什么都没有说完……”""",
    ),
    Sample(
        "corner-quotes",
        "corner quotes 「」『』 in the source, beside curly ones",
        """旧报纸上多用「直角引号」，里面一层用『双直角引号』，例如：「他问我：『这一行排满了没有？』我说：『满了，满了。』」横排以后，
有人改用“弯引号”，里面一层用‘单弯引号’，例如：“他问我：‘这一行排满了没有？’我说：‘满了，满了。’”两种写法，一样的道理：「开」的那半边靠着字，
「收」的那半边也靠着字；字与字之间，不要因为多了两个『角』，就空出一个字的地方来。""",
    ),
    Sample(
        "titles-and-names",
        "book titles 《》〈〉 and interpuncts in foreign names: · takes half an em or one, is never lost at a line end",
        """弗拉基米尔·伊里奇在书房里读《新排字法》，让-雅克·卢梭在湖边写《散步者》，加西亚·马尔克斯则把《百年》的手稿寄给了布宜诺斯艾利斯的出版人。
译名里的间隔号看着小，毛病不少：玛丽·斯克沃多夫斯卡·居里、列夫·尼古拉耶维奇·托尔斯泰、费奥多尔·米哈伊洛维奇，一行里碰上两三个，有的宽，有的窄，
有的贴着左边。《史记·货殖列传》、《汉书·艺文志》、《庄子·外篇·秋水》里的也是一样。书名套着篇名，写作《〈校雠通义〉笺》；
篇名并列，写作《赵策》《魏策》《韩策》，中间不加顿号。""",
    ),
    Sample(
        "dashes-and-ellipses",
        "—— and …… are one unbroken line and never split; no hole before them",
        """雨停了——其实也不算停，只是细了，细得看不见了——河面上浮起一层白气。对岸有人喊船，“喂……”喊了一声，没有应；又喊一声：“喂——摆渡的——”
还是没有应……过了很久，芦苇里才慢慢摇出一条小船来，船上的人戴着斗笠，不说话，只是摇……摇到江心，停住了。“您到哪里去？”“到……到对面去。”
“对面？”船家笑了笑——那笑声从斗笠底下传出来，像隔着一层布——“哪一个对面？”从北京——上海，从一九四九——二〇二六，从头……到尾……
都是在摆渡罢了。""",
    ),
    Sample(
        "numbers",
        "numbers with units, per cent, currency and dates stay whole; a quarter em between Han and figures",
        """1949年10月1日至2026年11月25日，共28180天。这一年全市用纸12345.6吨，比上年增长12.5%，其中轻型纸占37.25%，胶版纸占61%；平均每吨￥6,850.00元，
进口纸每吨US$1,120，折合人民币约8000元。车间温度保持在22—25℃，湿度50%±5%，纸张含水率不超过6.5%。成品尺寸147mm×210mm，版心宽283.5pt，
行距17.5pt，每面27×27＝729字；全书240面，7.5个印张，书脊厚约12mm，重0.36kg。第3章第2节图3-12、表4.1，见§5.2及第128—135页。
电话010-12345678转601，传真：+86-10-87654321。""",
    ),
    Sample(
        "mixed",
        "Latin against Han without a typed space: a quarter em, squeezed and stretched before anything else gives way",
        """排版软件TeX问世于1978年，Knuth教授为此写了METAFONT；LaTeX是Lamport在TeX之上做的一套宏，XeTeX则让它认得了Unicode和OpenType。
网页这边，HTML和CSS起步晚，CSS3的writing-mode、text-justify到今天也没有全部实现。PDF/A-3、PDF/X-4是两种给印刷和存档用的标准，EPUB3用的是XHTML5。
做中文书的人常说“三分天注定，七分靠InDesign”，其实用Python和WeasyPrint也行：写好Markdown和YAML，一条命令，PDF、EPUB、繁体版便都有了。
A4纸、B5纸、T恤、X光、5G手机、Wi-Fi、USB接口、AI助手，哪一样离得开字母？""",
    ),
    Sample(
        "long-words",
        "long Latin words are hyphenated, addresses break without a hyphen: no holes in the lines before them",
        """有些词长得不讲道理：internationalization、electroencephalographically、antidisestablishmentarianism，排在中文里，
前面那一行往往被撑得稀稀落落，因为incomprehensibilities这样的词放不下，又不肯断。懂行的人会查字典，在音节处断开：in-ter-na-tion-al-i-za-tion。
网址更麻烦：https://example.org/archive/2026/11/the-art-of-chinese-typesetting/chapter-03.html?view=print&lang=zh#kinsoku，
既没有空格，也不能加连字符，只好在斜杠、点号后面断开。来信请寄editor-in-chief@publishing-house.example.org，或者打开
C:/Users/Author/Documents/Manuscripts/final-version-2.docx自己看。""",
    ),
    Sample(
        "english",
        "English sentences: word spaces stretch little, curly quotes and apostrophes are Latin ones",
        """扉页上印着一行英文：The quick brown fox jumps over the lazy dog, and nobody asks it why. 译者写道：
“这句话用全了二十六个字母，可惜没有用全二十六个人的心事。”

Good typesetting is like a good host: it doesn't talk about itself. The reader sits down, the light is right,
the lines are even, and after a page or two he has forgotten that there are such things as letters at all.

他又加了一句：That's all I know——知道得不多，但是够用了。""",
    ),
    Sample(
        "verse",
        "verse: forced breaks are not justified, the prose around it is",
        """抄诗的时候，他不肯把一行写满：

:::顶格
灯下排一行旧字，\\
手指记得比眼睛早。\\
“春”在左，“秋”在右，\\
中间隔着一盒标点——\\
逗号多，句号少，\\
问号只剩最后一个？
:::

旁边批着：“此诗六行，行行不齐，正好；若是两端对齐，就不是诗了。”散文却相反，一行一行都要走到尽头，像扫院子，扫到墙根才算完，哪怕只差一个字的地方，
也要把前面的字匀一匀，匀得谁也看不出来。""",
    ),
    Sample(
        "notes",
        "note calls stick to their word and take no room from the line; notes are justified too",
        """梓人之业，起于唐^[唐代已有雕版印刷，见于咸通九年的经卷。又有人以为更早。]，盛于宋，至明而极^[明代书坊以建阳、金陵、苏州为最，
一坊一年出书数十种，“纸墨精良”者有之，“鲁鱼亥豕”者亦有之。]。所谓“付梓”，就是把写好的样稿交给刻工^[刻工又称“手民”。]，由他反贴在梓木板上，
一刀一刀地刻出来。刻一块板，快则三日，慢则旬月^[据某书坊账簿，万历间刻工日刻约100字，工价每百字银4分（0.04两）；
见“A Ledger of the Ming”一文。]；
刻完以后，刷印、折叶、装订，一部书才算做成了。""",
    ),
    Sample(
        "emphasis-and-code",
        "kai, hei, mono and Latin in one line: no change of leading, marks of one font beside those of another",
        """书稿里*楷体的话*、**黑体的话**、`book.yaml`里的代码，混在一行之中，行距不能因此改变。*“楷体的引号”*和**“黑体的引号”**，前后都是宋体的字；
`fuzi build --variant zh-Hant-TW`这样的命令，太长的时候要断开，断在空格的地方。
**第一，**不要相信通顺；**第二，**不要相信自己；*第三，*不要相信*《任何一本书》*（包括**《这一本》**）。

> 校书如扫落叶，旋扫旋生。此语人人会说，却少有人说落叶也是树的一部分：“没有错字的书，怕是没有人读的书。”
>
> ——无名校对《扫叶录》""",
    ),
    Sample(
        "prose",
        "plain prose: the right edge is straight, the last line of a paragraph has two characters at least",
        """春天来到河边的小镇，人们把旧书搬到阳光下晾晒，纸页之间夹着多年以前的车票、便条和压平的银杏叶。孩子们在桥上数船，数到第七条，就忘了前面的六条。

卖豆腐的老人说，他年轻的时候，这条河比现在宽，宽得对岸的人说话听不清，只看见嘴在动；现在窄了，话听得清了，人却不大说话了。

镇上只有一家书店，店主姓林，早年在省城学过排字。他店里的书不按作者排，也不按书名排，按“颜色”排。有人问他为什么，他说，
买书的人往往忘了书名，忘了作者，只记得“好像是蓝的”。

傍晚，他关了店门，把一天卖出去的书记在本子上：蓝的三本，灰的一本，红的没有。写完，他吹了灯。街上还有一点亮，是从河里来的。""",
    ),
    Sample(
        "narrow",
        "a measure of 12 characters: still flush, still no mark at a line start",
        """窄栏最见功夫。一行只有十二个字，碰上“……”、“——”，或者2026年11月25日、37.5%、WeasyPrint，便左右为难：推进去，挤；推出去，空。
他说：“宁挤勿空。”又说：“（挤也要有挤的道理，）‘先挤括号，再挤逗号，最后才轮到句号。’”弗拉基米尔·伊里奇的名字，一行放不下，只好断在间隔号后面。""",
        NARROW,
    ),
    Sample(
        "column",
        "a measure of 18 characters, as in a pocket book",
        """口袋里的小书，一行十八个字，正好是一眼。《夜航船》里说：“天下学问，唯夜航船中最难对付。”船舱窄，人挤人，谁也伸不直腿；
字也是这样，“逗号”、“句号”、《书名号》、（括号）都要收起半边身子。于是internationalization进了船舱，只好折成两截；￥1,234.50也想折，
大家都说不行：钱不能折。""",
        COLUMN,
    ),
)
