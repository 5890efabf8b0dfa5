"""The one schema: every table of the data package, its columns and what they mean.

Each table is a dataclass whose fields are the table's columns, in publishing order. A field is annotated
with its `Column`; a field that may be empty is typed `… | None` and defaults to `None`. The descriptor, the
dictionary pages, the writers, the curation and the checks all read the definitions from here.

Conventions: Data Package v2 for types and constraints; GB/T 2260 and GB/T 4754-2017 for codes; ISO 8601 for
dates, where reduced precision is allowed (2009, 2009-03, 2009-03-19); ISO 4217 for money. Offsets are
0-based, end-exclusive and count Unicode code points of the source file's decoded text, line ends untouched.
"""

import re
from dataclasses import dataclass, replace
from dataclasses import fields as dataclass_fields
from decimal import Decimal
from typing import Annotated, TypeAlias, get_args, get_type_hints

SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

Cell: TypeAlias = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Code:
    """One permitted value of a column, with its label in both languages."""

    value: str
    label_zh: str
    label_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column means; its name, type and whether it may be empty are the dataclass field's to say.

    `codes` is the closed list of permitted values; `foreign_key` names the table and column that must hold
    the value.
    """

    title_zh: str
    title_en: str
    description_zh: str
    description_en: str
    example: str
    codes: tuple[Code, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    foreign_key: tuple[str, str] | None = None

    def meaning(self, description_zh: str, description_en: str, example: str | None = None) -> "Column":
        """The same column where a table gives it a narrower meaning."""
        return replace(
            self,
            description_zh=description_zh,
            description_en=description_en,
            example=self.example if example is None else example,
        )


@dataclass(frozen=True, slots=True)
class Field:
    """A column as it stands in one table; `type` is the Data Package type string, integer or number."""

    name: str
    column: Column
    type: str
    required: bool

    def read(self, text: str) -> Cell:
        """The value of a CSV cell; the empty string is a missing value.

        Stricter than Python's own parsers: only ASCII digits, a minus sign and a decimal point make a number.
        Raises ValueError on text of another type.
        """
        if text == "":
            return None
        if self.type == "string":
            return text
        if self.type == "integer":
            if not re.fullmatch("-?[0-9]+", text):
                raise ValueError(f"{self.name}: {text!r} is not an integer")
            return int(text)
        if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
            raise ValueError(f"{self.name}: {text!r} is not a decimal number")
        return Decimal(text)

    def write(self, value: Cell) -> str:
        """The CSV cell of a value: numbers without exponent, superfluous zeros or a negative zero.

        Raises TypeError or ValueError where the value does not fit the column's type.
        """
        if value is None:
            return ""
        if self.type == "number" and isinstance(value, Decimal):
            return _plain(self.name, value)
        if self.type == "integer" and isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if self.type == "string" and isinstance(value, str):
            return value
        raise TypeError(f"{self.name}: {value!r} is a {type(value).__name__}, expected {self.type}")


def _plain(name: str, value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"{name}: {value} is not a finite number")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@dataclass(slots=True, kw_only=True)
class Row:
    """A row of any table."""


# --- Columns that recur ------------------------------------------------------------------------------------

DOCUMENT_ID = Column(
    title_zh="文件编号",
    title_en="Document",
    description_zh="所在政策文件的编号。编号稳定：同一来源每次生成的编号相同，增加文件不改变其他文件的编号。",
    description_en="The document. Ids are stable: the same sources give the same ids on every run, and "
    "adding a document changes no other document's ids.",
    example="fujian-cluster-bases-2010",
    pattern=SLUG,
    foreign_key=("documents", "document_id"),
)
SECTION_ID = Column(
    title_zh="章节编号",
    title_en="Section",
    description_zh="该行所依据段落所在的最内层章节。",
    description_en="The innermost section that holds the passage behind the row.",
    example="fujian-cluster-bases-2010-s412",
    pattern=SLUG,
    foreign_key=("sections", "section_id"),
)
CLUSTER_ID = Column(
    title_zh="集群编号",
    title_en="Cluster",
    description_zh="产业集群、基地、园区、区域、产业链或支柱产业的编号。",
    description_en="The industrial cluster, base, park, region, chain or pillar industry.",
    example="fujian-cluster-bases-2010-c498",
    pattern=SLUG,
    foreign_key=("clusters", "cluster_id"),
)
MEASURE_ID = Column(
    title_zh="措施编号",
    title_en="Measure",
    description_zh="政策措施的编号。",
    description_en="The policy measure.",
    example="fujian-cluster-bases-2010-a5210",
    pattern=SLUG,
    foreign_key=("measures", "measure_id"),
)
ORGANIZATION_ID = Column(
    title_zh="机构编号",
    title_en="Organization",
    description_zh="企业、机关、院校等机构的编号。",
    description_en="The enterprise, authority, university or other body.",
    example="fujian-cluster-bases-2010-o1320",
    pattern=SLUG,
    foreign_key=("organizations", "organization_id"),
)
MENTION_ID = Column(
    title_zh="数字编号",
    title_en="Mention",
    description_zh="原文中一处数字的编号。",
    description_en="A numeral in the source text.",
    example="fujian-cluster-bases-2010-m655",
    pattern=SLUG,
    foreign_key=("mentions", "mention_id"),
)
START = Column(
    title_zh="起点",
    title_en="Start",
    description_zh="段落在来源文件解码后全文中的起始位置，从 0 数起，以 Unicode 码位计（换行原样计数，"
    "回车换行计两个）。",
    description_en="Where the passage starts in the decoded text of the whole source file: 0-based, in "
    "Unicode code points, line ends untouched (CR LF counts two).",
    example="655",
    minimum=0,
)
END = Column(
    title_zh="终点",
    title_en="End",
    description_zh="段落的结束位置（不含该位置的字符），计数方法同 start。",
    description_en="Where the passage ends: the offset after its last character, counted as for start.",
    example="690",
    minimum=1,
)
QUOTE = Column(
    title_zh="原文",
    title_en="Quote",
    description_zh="来源文件在 start 至 end 之间的原文，逐字相同，含其中的空格与换行。",
    description_en="The source text from start to end, character for character, blanks and line breaks "
    "included.",
    example="力争到2015年，规模以上工业总产值突破500亿元",
)
ORIGIN = Column(
    title_zh="产生方式",
    title_en="Origin",
    description_zh="该行由规则抽取，或该行或其中某格经人工校订（见 data/curation）。",
    description_en="Whether rules extracted the row, or a correction in data/curation set the row or one of "
    "its cells.",
    example="rule",
    codes=(Code("rule", "规则抽取", "extracted by rule"), Code("curated", "人工校订", "set by a correction")),
)
REGION_TEXT = Column(
    title_zh="地区（原文）",
    title_en="Region as printed",
    description_zh="原文所写的地名，或由所在段落承接的地名。",
    description_en="The place as the text names it, or as inherited from the passage.",
    example="长乐",
)
REGION_CODE = Column(
    title_zh="地区代码",
    title_en="Region code",
    description_zh="地区的六位行政区划代码（GB/T 2260）；开发区取其所在县或地级市的代码。",
    description_en="Six-digit GB/T 2260 code of the place. A development zone takes the code of the county "
    "or prefecture that holds it.",
    example="350000",
    pattern="^[0-9]{6}$",
    foreign_key=("region_codes", "code"),
)
INDUSTRY_TEXT = Column(
    title_zh="行业（原文）",
    title_en="Industry as printed",
    description_zh="原文所写的行业。",
    description_en="The industry as the text names it.",
    example="纺织服装",
)
INDUSTRY_CODE = Column(
    title_zh="行业代码",
    title_en="Industry code",
    description_zh="国民经济行业分类（GB/T 4754-2017）的大类或中类代码。",
    description_en="Division or group of the industry in GB/T 4754-2017.",
    example="17",
    pattern="^[0-9]{2,3}$",
    foreign_key=("industry_codes", "code"),
)
NAME_TEXT = Column(
    title_zh="名称（原文）",
    title_en="Name as printed",
    description_zh="原文所写的名称；并列成分只取其自身所写的部分。",
    description_en="The name as printed; of a member of a list, the member alone.",
    example="汽车",
)
OPERATOR = Column(
    title_zh="比较关系",
    title_en="Operator",
    description_zh="数值与原文所述之间的关系，由“以上”“不超过”“约”等词确定。",
    description_en="How the value bounds the figure, from words such as 以上, 不超过 or 约.",
    example="ge",
    codes=(
        Code("eq", "等于", "equal to"),
        Code("ge", "不低于（以上、超过、突破、至少）", "at least (以上, 超过, 突破, 至少)"),
        Code("gt", "高于（高于、大于、多于）", "more than (高于, 大于, 多于)"),
        Code("le", "不高于（以内、不超过、最高、控制在）", "at most (以内, 不超过, 最高, 控制在)"),
        Code("lt", "低于（低于、不到）", "less than (低于, 不到)"),
        Code("approx", "约（约、左右、近、多、余、几）", "about (约, 左右, 近, 多, 余, 几)"),
        Code("range", "区间（value 至 value_max）", "range from value to value_max"),
    ),
)
VALUE = Column(
    title_zh="数值",
    title_en="Value",
    description_zh="换算后的十进制数值，单位见 unit；万、亿已乘出；下降记为负增长率。区间取下限。",
    description_en="The figure as a decimal in unit, with 万 and 亿 multiplied out; a fall is a negative "
    "growth rate. The lower bound of a range.",
    example="50000000000",
)
VALUE_MAX = Column(
    title_zh="数值上限",
    title_en="Upper value",
    description_zh="区间的上限；仅当 operator 为 range 时填写。",
    description_en="The upper bound; filled only where operator is range.",
    example="80000000000",
)
UNIT = Column(
    title_zh="单位",
    title_en="Unit",
    description_zh="value 的单位代码：金额为 CNY 或 USD，百分数为 %，百分点为 pp，个数为 "
    "1（量词留在原文中）。",
    description_en="Code of the unit of value: CNY or USD for money, % for percent, pp for percentage "
    "points, 1 for counts (the measure word stays in the text).",
    example="CNY",
    foreign_key=("unit_codes", "code"),
)
VALUE_TEXT = Column(
    title_zh="数值（原文）",
    title_en="Value as printed",
    description_zh="原文所写的数值与单位，数字内部的空格与换行照录。",
    description_en="The figure and its unit as printed, blanks and line breaks inside the number included.",
    example="500亿元",
)
PERIOD_TEXT = Column(
    title_zh="时期（原文）",
    title_en="Period as printed",
    description_zh="原文所写的时期或期限。",
    description_en="The period or deadline as printed.",
    example="到2015年",
)
PERIOD_START = Column(
    title_zh="时期起",
    title_en="Period start",
    description_zh="数值所指时期的起始日期（ISO 8601）；只有截止期限的为空。",
    description_en="First day of the period the figure speaks for (ISO 8601); empty where the text sets "
    "only a deadline.",
    example="2011-01-01",
    pattern=DATE,
)
PERIOD_END = Column(
    title_zh="时期止",
    title_en="Period end",
    description_zh="数值所指时期的结束日期（ISO 8601）；“到2015年”为 2015-12-31。无从确定的为空。",
    description_en="Last day of the period the figure speaks for (ISO 8601): 到2015年 ends on 2015-12-31. "
    "Empty where it cannot be known.",
    example="2015-12-31",
    pattern=DATE,
)
PERIOD_STATUS = Column(
    title_zh="时期依据",
    title_en="Period status",
    description_zh="时期由何而来：原文明写、由文件日期推得、与其他证据矛盾，或不能确定。",
    description_en="How the period is known: printed, worked out from the document's date, contradicted by "
    "other evidence, or not at all.",
    example="printed",
    codes=(
        Code("printed", "原文明写", "printed in the text"),
        Code("resolved", "由文件日期推得", "worked out from the document's date"),
        Code("conflict", "与其他证据矛盾", "the printed year contradicts other evidence"),
        Code("unknown", "不能确定", "not known"),
    ),
)
INDICATOR = Column(
    title_zh="指标",
    title_en="Indicator",
    description_zh="指标代码，见 indicator_codes；未收录的指标记为 other，其名称保留在 indicator_text。",
    description_en="Code of the indicator, see indicator_codes. One that is not listed is other; its name "
    "stays in indicator_text.",
    example="gross_output",
    foreign_key=("indicator_codes", "code"),
)
INDICATOR_TEXT = Column(
    title_zh="指标（原文）",
    title_en="Indicator as printed",
    description_zh="原文所写的指标名称，不含主体。",
    description_en="The indicator as printed, without its subject.",
    example="规模以上工业总产值",
)
SUBJECT_TEXT = Column(
    title_zh="主体（原文）",
    title_en="Subject as printed",
    description_zh="数值所说的是谁：地区、行业、集群或企业，按原文。",
    description_en="Whose figure it is, as printed: a place, trade, cluster or firm.",
    example="全区",
)
STATISTIC = Column(
    title_zh="统计形式",
    title_en="Statistic",
    description_zh="数值是水平、增长率、占比、倍数还是其他形式。",
    description_en="What kind of figure the value is: a level, a growth rate, a share, a multiple and so on.",
    example="level",
    codes=(
        Code("level", "水平值", "level"),
        Code("growth_rate", "增长率（下降为负）", "growth rate (a fall is negative)"),
        Code("growth_amount", "增长量", "growth amount"),
        Code("share", "占比", "share of a whole"),
        Code("multiple", "倍数（翻一番为 2）", "multiple (翻一番 is 2)"),
        Code("completion_rate", "完成率", "completion rate"),
        Code("difference", "差额（高于、低于）", "difference from another figure"),
        Code("ratio", "比例（1.5∶1 为 1.5）", "ratio (1.5∶1 is 1.5)"),
    ),
)
BASELINE_TEXT = Column(
    title_zh="基数（原文）",
    title_en="Baseline as printed",
    description_zh="原文所写的起点数值，如“由目前不到30%提高到50%”中的“不到30%”。",
    description_en="The starting figure as printed: 不到30% in 由目前不到30%提高到50%.",
    example="不到30%",
)
BASELINE_VALUE = Column(
    title_zh="基数",
    title_en="Baseline",
    description_zh="起点数值，单位同 unit。",
    description_en="The starting figure, in the same unit as the value.",
    example="30",
)
ISSUER_LEVEL = Column(
    title_zh="发文层级",
    title_en="Issuer level",
    description_zh="发文机关的行政层级。",
    description_en="Administrative level of the issuer.",
    example="province",
    codes=(
        Code("national", "国家级", "national"),
        Code("province", "省级", "province"),
        Code("prefecture", "地级", "prefecture"),
        Code("county", "县级", "county"),
        Code("township", "乡级", "township"),
    ),
)
DOCUMENT_TYPE = Column(
    title_zh="文件类型",
    title_en="Document type",
    description_zh="政策文件（意见、通知、规划、办法等）、报告（报告、发言、经验材料）或文章。",
    description_en="A policy (意见, 通知, 规划, 办法 and so on), a report (报告, 发言, 经验材料) or "
    "an article.",
    example="policy",
    codes=(
        Code("policy", "政策文件", "policy"),
        Code("report", "报告", "report"),
        Code("article", "文章", "article"),
    ),
)
ISSUED_ON = Column(
    title_zh="发文日期",
    title_en="Issued on",
    description_zh="发文日期（ISO 8601），可只到年或月；证据相互矛盾而无从判定的为空，见 issues。",
    description_en="Date of issue (ISO 8601), possibly only year or month. Empty where it cannot be "
    "known; issues says why.",
    example="2009-03-19",
    pattern=DATE,
)
TITLE = Column(
    title_zh="标题",
    title_en="Title",
    description_zh="文件标题，标题内的换行已去除。",
    description_en="The document's title, line breaks removed.",
    example="关于加快产业集群产业基地建设推动工业跨越发展的实施意见",
)
ISSUER = Column(
    title_zh="发文机关",
    title_en="Issuer",
    description_zh="发布该文件的机关。",
    description_en="The body that issued the document.",
    example="福建省经济贸易委员会",
)
AUTHOR = Column(
    title_zh="作者",
    title_en="Author",
    description_zh="署名的个人或单位；署名不是发文机关的，issuer 为空。",
    description_en="The person or body named as author. Where the byline names no issuing body, "
    "issuer is empty.",
    example="课题组",
)
CODE = Column(
    title_zh="代码",
    title_en="Code",
    description_zh="代码值，其他表格引用。",
    description_en="The code that other tables refer to.",
    example="gross_output",
)
LABEL_ZH = Column(
    title_zh="中文名称",
    title_en="Chinese label",
    description_zh="代码的中文名称。",
    description_en="The code's name in Chinese.",
    example="总产值",
)
LABEL_EN = Column(
    title_zh="英文名称",
    title_en="English label",
    description_zh="代码的英文名称。",
    description_en="The code's name in English.",
    example="gross output",
)
DIMENSION = Column(
    title_zh="量纲",
    title_en="Dimension",
    description_zh="所度量的量，如金额、比率、面积、个数；指标与单位的量纲应当相合。",
    description_en="The kind of quantity measured, such as money, rate, area or count; an indicator and its "
    "unit should agree.",
    example="money",
)
DEFINITION = Column(
    title_zh="定义",
    title_en="Definition",
    description_zh="代码的含义与适用范围。",
    description_en="What the code means and what it covers.",
    example="一定时期内生产的货物与服务的价值总和。",
)
DEFINITION_EN = Column(
    title_zh="英文定义",
    title_en="English definition",
    description_zh="代码含义的英文说明。",
    description_en="What the code means, in English.",
    example="Value of everything a place produces in a period",
)
INSTRUMENT_FAMILY = Column(
    title_zh="工具类别",
    title_en="Instrument family",
    description_zh="政策工具的类别（罗斯韦尔与泽格维尔德）：供给型、环境型或需求型。",
    description_en="Family of the policy instrument after Rothwell and Zegveld: supply, environment or "
    "demand.",
    example="supply",
    codes=(
        Code("supply", "供给型", "supply side"),
        Code("environment", "环境型", "environmental"),
        Code("demand", "需求型", "demand side"),
    ),
)


# --- The tables --------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class Document(Row):
    """One row per document; a source file may hold several, which tile it."""

    document_id: Annotated[str, DOCUMENT_ID]
    title: Annotated[str, TITLE]
    title_basis: Annotated[
        str,
        Column(
            title_zh="标题依据",
            title_en="Title basis",
            description_zh="标题系原文印出，或因原文没有标题而由人工拟定。",
            description_en="Whether the source prints the title, or a person supplied it because the source "
            "prints none.",
            example="printed",
            codes=(
                Code("printed", "原文印出", "printed in the source"),
                Code("curated", "人工拟定", "supplied by a person"),
            ),
        ),
    ]
    issuer: Annotated[str | None, ISSUER] = None
    author: Annotated[str | None, AUTHOR] = None
    issuer_level: Annotated[str | None, ISSUER_LEVEL] = None
    region_code: Annotated[
        str | None,
        REGION_CODE.meaning(
            "文件所代表地区的六位行政区划代码（GB/T 2260）；开发区取其所在县或地级市的代码。",
            "Six-digit GB/T 2260 code of the place the document speaks for. A development zone takes the "
            "code of the county or prefecture that holds it.",
        ),
    ] = None
    document_number: Annotated[
        str | None,
        Column(
            title_zh="发文字号",
            title_en="Document number",
            description_zh="发文字号，按原文；比较时请去除空格。",
            description_en="The document's official number, as printed; compare without blanks.",
            example="闽经贸发展〔2025〕501号",
        ),
    ] = None
    document_type: Annotated[str, DOCUMENT_TYPE]
    issued_on: Annotated[str | None, ISSUED_ON] = None
    issued_on_text: Annotated[
        str | None,
        Column(
            title_zh="发文日期（原文）",
            title_en="Date as printed",
            description_zh="原文所写的日期；落款优先于网页页眉。",
            description_en="The date as printed; the signature line comes before the page header.",
            example="二○○九年三月十九日",
        ),
    ] = None
    issued_on_basis: Annotated[
        str | None,
        Column(
            title_zh="日期依据",
            title_en="Date basis",
            description_zh="发文日期由何而来。",
            description_en="Where the date of issue comes from.",
            example="signature",
            codes=(
                Code("signature", "落款", "signature line"),
                Code("header", "页眉", "page header"),
                Code("inferred", "由内容推断", "inferred from the content"),
                Code("curated", "人工确定", "set by a person"),
            ),
        ),
    ] = None
    source_file: Annotated[
        str,
        Column(
            title_zh="来源文件",
            title_en="Source file",
            description_zh="存放来源文本的文件的路径，相对于 data/sources；位置与摘要均以它为准。"
            "来源为 DOCX、HTML 或 PDF 的，是从中提取的文本（名称.docx.txt），原件（名称.docx）与它并列。",
            description_en="Path of the file with the source text, relative to data/sources; offsets and "
            "hash refer to it. Of a DOCX, HTML or PDF source it is the text extracted from it, "
            "NAME.docx.txt; the file as received, NAME.docx, lies beside it.",
            example="000_54bc6cc65989af7b.txt",
            pattern=r"^[^/\\][^\\]*$",
        ),
    ]
    source_encoding: Annotated[
        str,
        Column(
            title_zh="来源编码",
            title_en="Source encoding",
            description_zh="解码来源文件所用的字符编码；有字节序标记的，偏移从其后数起。",
            description_en="Character encoding of the source file. Offsets count from after a byte order "
            "mark.",
            example="utf-8",
            pattern="^[a-z0-9]+(-[a-z0-9]+)*$",
        ),
    ]
    start: Annotated[
        int,
        START.meaning(
            "文件在来源文件解码后全文中的起始位置，从 0 数起，以 Unicode 码位计。各文件首尾相接，"
            "铺满来源文件。",
            "Where the document starts in the decoded text of the source file: 0-based, in Unicode code "
            "points. Documents tile their source file.",
            "0",
        ),
    ]
    end: Annotated[
        int,
        END.meaning(
            "文件的结束位置（不含该位置的字符）。",
            "Where the document ends: the offset after its last character.",
            "9120",
        ),
    ]
    sha256: Annotated[
        str,
        Column(
            title_zh="SHA-256",
            title_en="SHA-256",
            description_zh="start 至 end 之间的文字以 UTF-8 编码后的 SHA-256 摘要。",
            description_en="SHA-256 of exactly the text from start to end, encoded as UTF-8.",
            example="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            pattern="^[0-9a-f]{64}$",
        ),
    ]
    characters: Annotated[
        int,
        Column(
            title_zh="字符数",
            title_en="Characters",
            description_zh="文件的字符数，等于 end 减 start。",
            description_en="Number of characters of the document: end minus start.",
            example="9120",
            minimum=1,
        ),
    ]
    rights: Annotated[
        str,
        Column(
            title_zh="权利说明",
            title_en="Rights",
            description_zh="来源文本的权利说明。",
            description_en="Rights statement of the source text.",
            example="国家机关的决议、决定、命令等公文，依《著作权法》第五条不适用著作权保护",
        ),
    ]


@dataclass(slots=True, kw_only=True)
class Section(Row):
    """The outline: every character of a document belongs to exactly one innermost section."""

    section_id: Annotated[
        str,
        SECTION_ID.meaning(
            "章节的编号：文件编号、字母 s 与章节的起始位置。",
            "The section: its document, the letter s and the section's offset in the document.",
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    parent_id: Annotated[
        str | None,
        SECTION_ID.meaning(
            "上级章节；0 级章节（文件本身）为空。",
            "The section this one is nested in; empty for level 0, the document itself.",
            "fujian-cluster-bases-2010-s0",
        ),
    ] = None
    level: Annotated[
        int,
        Column(
            title_zh="层级",
            title_en="Level",
            description_zh="嵌套深度；0 为文件本身（含文头与落款），与序号的形式无关。",
            description_en="Nesting depth, not type of marker. Level 0 is the document itself, front matter "
            "and signature included.",
            example="1",
            minimum=0,
        ),
    ]
    ordinal_text: Annotated[
        str | None,
        Column(
            title_zh="序号（原文）",
            title_en="Ordinal as printed",
            description_zh="章节的序号，按原文。",
            description_en="The section's ordinal as printed.",
            example="一、",
        ),
    ] = None
    heading: Annotated[
        str,
        Column(
            title_zh="标题",
            title_en="Heading",
            description_zh="章节标题，至第一个句号、冒号或行末，不含序号；0 级章节为文件标题。",
            description_en="The section's heading up to the first 。 or ： or line end, without the "
            "ordinal; of level 0 the document's title.",
            example="指导思想与主要目标",
        ),
    ]
    start: Annotated[int, START]
    end: Annotated[int, END]


@dataclass(slots=True, kw_only=True)
class Cluster(Row):
    """One row per distinct named agglomeration in a document; identity is document, name and place."""

    cluster_id: Annotated[
        str,
        CLUSTER_ID.meaning(
            "该行的编号：文件编号、字母 c 与首次提及处的起始位置。",
            "The row's id: its document, the letter c and the offset of the first mention.",
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    section_id: Annotated[str, SECTION_ID]
    start: Annotated[int, START]
    end: Annotated[int, END]
    quote: Annotated[
        str,
        QUOTE.meaning(
            "来源文件在 start 至 end 之间的原文，逐字相同；并列成分延至其共同的中心语。",
            "The source text from start to end, character for character; of a list, up to its shared head "
            "noun.",
            "汽车、航空等产业集群",
        ),
    ]
    name: Annotated[
        str,
        Column(
            title_zh="名称",
            title_en="Name",
            description_zh="可独立使用的完整名称：“汽车、航空等产业集群”得汽车产业集群与航空产业集群。",
            description_en="Full name on its own: 汽车、航空等产业集群 gives 汽车产业集群 and 航空产业集群.",
            example="汽车产业集群",
        ),
    ]
    name_text: Annotated[str, NAME_TEXT]
    kind: Annotated[
        str,
        Column(
            title_zh="种类",
            title_en="Kind",
            description_zh="产业集聚形态的种类。",
            description_en="What kind of agglomeration it is.",
            example="cluster",
            codes=(
                Code("cluster", "产业集群", "industrial cluster"),
                Code("subcluster", "子集群", "subcluster"),
                Code("base", "产业基地、制造业基地", "industrial or manufacturing base"),
                Code("park", "园区、开发区、高新区、工业集中区", "park or development zone"),
                Code(
                    "growth_region",
                    "重点区域、新增长区域、工业带、走廊",
                    "key or new growth region, industrial belt",
                ),
                Code("chain", "产业链", "industrial chain"),
                Code("pillar_industry", "支柱、主导、优势、特色产业", "pillar or leading industry"),
            ),
        ),
    ]
    tier_text: Annotated[
        str | None,
        Column(
            title_zh="等级（原文）",
            title_en="Tier as printed",
            description_zh="原文所写的等级或修饰语，如省级重点、成长型、千亿级。",
            description_en="The tier or qualifier as printed, such as 省级重点, 成长型 or 千亿级.",
            example="成长型",
        ),
    ] = None
    industry_text: Annotated[str | None, INDUSTRY_TEXT] = None
    industry_code: Annotated[str | None, INDUSTRY_CODE] = None
    region_text: Annotated[str | None, REGION_TEXT] = None
    region_code: Annotated[str | None, REGION_CODE] = None
    parent_cluster_id: Annotated[
        str | None,
        replace(
            CLUSTER_ID.meaning(
                "上级：集群所在的园区，或子集群所属的集群。",
                "The park a cluster sits in, or the cluster a subcluster belongs to.",
                "fujian-cluster-bases-2010-c430",
            ),
            title_zh="上级编号",
            title_en="Parent",
        ),
    ] = None
    status: Annotated[
        str,
        Column(
            title_zh="状态",
            title_en="Status",
            description_zh="文中作为已有的，还是拟建设的。",
            description_en="Whether the text treats it as existing or as something to be built.",
            example="existing",
            codes=(
                Code("existing", "已有", "existing"),
                Code("planned", "拟建", "planned"),
                Code("unspecified", "未说明", "unspecified"),
            ),
        ),
    ]
    origin: Annotated[str, ORIGIN]


FIGURE_QUOTE = QUOTE.meaning(
    "来源文件在 start 至 end 之间的原文，逐字相同；不出一句，至少从指标（或主体）到单位。",
    "The source text from start to end, character for character: within one sentence, at least from the "
    "indicator (or subject) to the unit.",
)
FIGURE_MENTION = MENTION_ID.meaning("该数值在原文中的那处数字。", "The numeral that states the figure.")
FIGURE_CLUSTER = CLUSTER_ID.meaning(
    "主体若为集群、园区等，其编号。", "The subject, where it is a cluster, park or the like."
)
FIGURE_ORGANIZATION = ORGANIZATION_ID.meaning(
    "主体若为机构，其编号。", "The subject, where it is an organization."
)
FIGURE_REGION = REGION_CODE.meaning(
    "数值所说地区的六位行政区划代码（GB/T 2260）。",
    "Six-digit GB/T 2260 code of the place the figure speaks for.",
)


@dataclass(slots=True, kw_only=True)
class Target(Row):
    """One row per number that states a goal, a forecast or a requirement."""

    target_id: Annotated[
        str,
        Column(
            title_zh="目标编号",
            title_en="Target",
            description_zh="该行的编号：文件编号、字母 t 与段落的起始位置。",
            description_en="The row's id: its document, the letter t and the passage's offset in the "
            "document.",
            example="fujian-cluster-bases-2010-t640",
            pattern=SLUG,
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    section_id: Annotated[str, SECTION_ID]
    start: Annotated[int, START]
    end: Annotated[int, END]
    quote: Annotated[str, FIGURE_QUOTE]
    mention_id: Annotated[str, FIGURE_MENTION]
    subject_text: Annotated[str | None, SUBJECT_TEXT] = None
    cluster_id: Annotated[str | None, FIGURE_CLUSTER] = None
    organization_id: Annotated[str | None, FIGURE_ORGANIZATION] = None
    region_code: Annotated[str | None, FIGURE_REGION] = None
    indicator: Annotated[str, INDICATOR]
    indicator_text: Annotated[str, INDICATOR_TEXT]
    statistic: Annotated[str, STATISTIC]
    operator: Annotated[str, OPERATOR]
    value: Annotated[Decimal, VALUE]
    value_max: Annotated[Decimal | None, VALUE_MAX] = None
    unit: Annotated[str, UNIT]
    value_text: Annotated[str, VALUE_TEXT]
    baseline_text: Annotated[str | None, BASELINE_TEXT] = None
    baseline_value: Annotated[Decimal | None, BASELINE_VALUE] = None
    period_text: Annotated[str | None, PERIOD_TEXT] = None
    period_start: Annotated[str | None, PERIOD_START] = None
    period_end: Annotated[str | None, PERIOD_END] = None
    period_status: Annotated[str, PERIOD_STATUS]
    modality: Annotated[
        str,
        Column(
            title_zh="语气",
            title_en="Modality",
            description_zh="数值是奋斗目标、预期还是硬性要求。",
            description_en="Whether the figure is aimed at, expected or required.",
            example="goal",
            codes=(
                Code("goal", "目标（力争、达到、提高到）", "goal (力争, 达到, 提高到)"),
                Code("forecast", "预期（预计、有望、可）", "forecast (预计, 有望, 可)"),
                Code("requirement", "要求（不少于、每年、不得低于）", "requirement (不少于, 每年, 不得低于)"),
            ),
        ),
    ]
    origin: Annotated[str, ORIGIN]


@dataclass(slots=True, kw_only=True)
class Indicator(Row):
    """One row per number that reports a fact."""

    indicator_id: Annotated[
        str,
        Column(
            title_zh="指标值编号",
            title_en="Indicator row",
            description_zh="该行的编号：文件编号、字母 n 与段落的起始位置。",
            description_en="The row's id: its document, the letter n and the passage's offset in the "
            "document.",
            example="fujian-cluster-bases-2010-n640",
            pattern=SLUG,
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    section_id: Annotated[str, SECTION_ID]
    start: Annotated[int, START]
    end: Annotated[int, END]
    quote: Annotated[str, FIGURE_QUOTE]
    mention_id: Annotated[str, FIGURE_MENTION]
    subject_text: Annotated[str | None, SUBJECT_TEXT] = None
    cluster_id: Annotated[str | None, FIGURE_CLUSTER] = None
    organization_id: Annotated[str | None, FIGURE_ORGANIZATION] = None
    region_code: Annotated[str | None, FIGURE_REGION] = None
    indicator: Annotated[str, INDICATOR]
    indicator_text: Annotated[str, INDICATOR_TEXT]
    statistic: Annotated[str, STATISTIC]
    operator: Annotated[str, OPERATOR]
    value: Annotated[Decimal, VALUE]
    value_max: Annotated[Decimal | None, VALUE_MAX] = None
    unit: Annotated[str, UNIT]
    value_text: Annotated[str, VALUE_TEXT]
    baseline_text: Annotated[str | None, BASELINE_TEXT] = None
    baseline_value: Annotated[Decimal | None, BASELINE_VALUE] = None
    period_text: Annotated[str | None, PERIOD_TEXT] = None
    period_start: Annotated[str | None, PERIOD_START] = None
    period_end: Annotated[str | None, PERIOD_END] = None
    period_status: Annotated[str, PERIOD_STATUS]
    origin: Annotated[str, ORIGIN]


@dataclass(slots=True, kw_only=True)
class Project(Row):
    """One row per named project, or per counted group of projects."""

    project_id: Annotated[
        str,
        Column(
            title_zh="项目编号",
            title_en="Project",
            description_zh="该行的编号：文件编号、字母 p 与段落的起始位置。",
            description_en="The row's id: its document, the letter p and the passage's offset in the "
            "document.",
            example="fujian-cluster-bases-2010-p2210",
            pattern=SLUG,
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    section_id: Annotated[str, SECTION_ID]
    start: Annotated[int, START]
    end: Annotated[int, END]
    quote: Annotated[str, replace(QUOTE, example="福建炼化一体化炼油乙烯“脱瓶颈”改造扩建")]
    kind: Annotated[
        str,
        Column(
            title_zh="种类",
            title_en="Kind",
            description_zh="有名称的单个项目，或只给出个数的一批项目。",
            description_en="A named project, or a counted group of projects.",
            example="project",
            codes=(
                Code("project", "项目", "named project"),
                Code("programme", "一批项目", "counted group of projects"),
            ),
        ),
    ]
    name: Annotated[
        str | None,
        Column(
            title_zh="名称",
            title_en="Name",
            description_zh="可独立使用的项目名称，不含投资者；一批项目没有名称的为空。",
            description_en="A name that stands alone, without the investor; empty for a group that has none.",
            example="福建炼化一体化炼油乙烯“脱瓶颈”改造扩建",
        ),
    ] = None
    name_text: Annotated[
        str,
        replace(NAME_TEXT, example="福建炼化一体化炼油乙烯“脱瓶颈”改造扩建"),
    ]
    enterprise_text: Annotated[
        str | None,
        Column(
            title_zh="企业（原文）",
            title_en="Enterprise as printed",
            description_zh="投资者或业主，按原文。",
            description_en="The investor or owner as printed.",
            example="福建炼化",
        ),
    ] = None
    organization_id: Annotated[
        str | None,
        ORGANIZATION_ID.meaning("投资者或业主在 organizations 中的编号。", "The investor or owner."),
    ] = None
    cluster_id: Annotated[
        str | None,
        CLUSTER_ID.meaning(
            "项目所属的集群、基地或园区。", "The cluster, base or park the project belongs to."
        ),
    ] = None
    region_text: Annotated[str | None, REGION_TEXT] = None
    region_code: Annotated[str | None, REGION_CODE] = None
    industry_text: Annotated[str | None, INDUSTRY_TEXT] = None
    investment: Annotated[
        Decimal | None,
        Column(
            title_zh="总投资",
            title_en="Investment",
            description_zh="项目（或一批项目）的总投资，单位见 investment_unit；完成投资、注册资金、"
            "产值与税收不计入。",
            description_en="Total investment of the project or group, in investment_unit. Investment done "
            "so far, registered capital, output and tax do not count.",
            example="580000000000",
            minimum=0,
        ),
    ] = None
    investment_operator: Annotated[
        str | None,
        replace(
            OPERATOR.meaning("总投资与原文所述之间的关系。", "How the sum bounds the investment.", "eq"),
            title_zh="投资比较关系",
            title_en="Investment operator",
        ),
    ] = None
    investment_text: Annotated[
        str | None,
        Column(
            title_zh="投资（原文）",
            title_en="Investment as printed",
            description_zh="原文所写的投资额，含只限定单个项目的下限。",
            description_en="The investment as printed, including a bound on each member of a group.",
            example="总投资5800亿",
        ),
    ] = None
    investment_unit: Annotated[
        str | None,
        Column(
            title_zh="投资币种",
            title_en="Investment currency",
            description_zh="总投资的币种（ISO 4217）。",
            description_en="Currency of the investment (ISO 4217).",
            example="CNY",
            codes=(Code("CNY", "人民币元", "Chinese yuan"), Code("USD", "美元", "US dollar")),
            foreign_key=("unit_codes", "code"),
        ),
    ] = None
    capacity_text: Annotated[
        str | None,
        Column(
            title_zh="产能（原文）",
            title_en="Capacity as printed",
            description_zh="原文所写的建设规模或生产能力。",
            description_en="The capacity as printed.",
            example="1200万吨/年",
        ),
    ] = None
    capacity: Annotated[
        Decimal | None,
        Column(
            title_zh="产能",
            title_en="Capacity",
            description_zh="换算后的产能，单位见 capacity_unit。",
            description_en="The capacity as a decimal in capacity_unit.",
            example="12000000",
            minimum=0,
        ),
    ] = None
    capacity_unit: Annotated[
        str | None,
        replace(
            UNIT.meaning(
                "产能的单位代码，见 unit_codes。", "Code of the unit of capacity, see unit_codes.", "t/a"
            ),
            title_zh="产能单位",
            title_en="Capacity unit",
        ),
    ] = None
    project_count: Annotated[
        int | None,
        Column(
            title_zh="项目个数",
            title_en="Project count",
            description_zh="一批项目的个数。",
            description_en="How many projects the group counts.",
            example="950",
            minimum=1,
        ),
    ] = None
    stage: Annotated[
        str,
        Column(
            title_zh="阶段",
            title_en="Stage",
            description_zh="项目在文中所处的阶段。",
            description_en="How far the project has come, by the text.",
            example="under_construction",
            codes=(
                Code("planned", "拟建（拟、计划）", "planned (拟, 计划)"),
                Code("negotiating", "在谈、意向", "negotiating"),
                Code("signed", "签约", "signed"),
                Code("under_construction", "在建（含年内投产）", "under construction"),
                Code("operational", "已投产", "operational"),
                Code("unspecified", "未说明", "unspecified"),
            ),
        ),
    ]
    period_text: Annotated[
        str | None,
        PERIOD_TEXT.meaning("原文所写的投产或建成期限。", "The date of completion as printed.", "年内投产"),
    ] = None
    period_end: Annotated[
        str | None,
        PERIOD_END.meaning("投产或建成期限的最后一日（ISO 8601）。", "Last day for completion (ISO 8601)."),
    ] = None
    origin: Annotated[str, ORIGIN]


@dataclass(slots=True, kw_only=True)
class Measure(Row):
    """One row per sentence, or 一是… clause, in which the authority acts or commits to act."""

    measure_id: Annotated[
        str,
        MEASURE_ID.meaning(
            "该行的编号：文件编号、字母 a 与段落的起始位置。",
            "The row's id: its document, the letter a and the passage's offset in the document.",
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    section_id: Annotated[str, SECTION_ID]
    start: Annotated[int, START]
    end: Annotated[int, END]
    quote: Annotated[
        str,
        QUOTE.meaning(
            "该措施的句子或分句，逐字相同。",
            "The sentence or clause, character for character.",
            "设立1亿元专项资金，支持龙头企业技术改造。",
        ),
    ]
    title: Annotated[
        str,
        Column(
            title_zh="标题",
            title_en="Title",
            description_zh="概括该措施的最近标题或领起句。",
            description_en="The nearest heading or leading sentence that names the measure.",
            example="加大财政扶持力度",
        ),
    ]
    instrument: Annotated[
        str,
        Column(
            title_zh="政策工具",
            title_en="Instrument",
            description_zh="政策工具代码，见 instrument_codes；一句有两种手段的，按主要动词。",
            description_en="Code of the policy instrument, see instrument_codes. Of two means in a "
            "sentence, the main verb's.",
            example="funding",
            foreign_key=("instrument_codes", "code"),
        ),
    ]
    instrument_family: Annotated[str, INSTRUMENT_FAMILY]
    actor_text: Annotated[
        str | None,
        Column(
            title_zh="实施主体（原文）",
            title_en="Actor as printed",
            description_zh="由谁实施，按原文。",
            description_en="Who acts, as printed.",
            example="省工业和信息化厅",
        ),
    ] = None
    target_group_text: Annotated[
        str | None,
        Column(
            title_zh="对象（原文）",
            title_en="Target group as printed",
            description_zh="面向谁，按原文。",
            description_en="For whom, as printed.",
            example="龙头企业",
        ),
    ] = None
    tense: Annotated[
        str,
        Column(
            title_zh="时态",
            title_en="Tense",
            description_zh="已经采取（讲话、报告），还是将要采取。",
            description_en="Done already (speeches and reports), or to be done.",
            example="planned",
            codes=(Code("adopted", "已采取", "adopted"), Code("planned", "将采取", "planned")),
        ),
    ]
    origin: Annotated[str, ORIGIN]


@dataclass(slots=True, kw_only=True)
class Incentive(Row):
    """One row per sum, rate or cap that a measure grants or commits."""

    incentive_id: Annotated[
        str,
        Column(
            title_zh="激励编号",
            title_en="Incentive",
            description_zh="该行的编号：文件编号、字母 g 与段落的起始位置。",
            description_en="The row's id: its document, the letter g and the passage's offset in the "
            "document.",
            example="fujian-cluster-bases-2010-g5216",
            pattern=SLUG,
        ),
    ]
    measure_id: Annotated[
        str, MEASURE_ID.meaning("给予该激励的措施。", "The measure that grants or commits it.")
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    start: Annotated[int, START]
    end: Annotated[int, END]
    quote: Annotated[str, replace(QUOTE, example="给予最高不超过200万元奖励")]
    mention_id: Annotated[str, FIGURE_MENTION]
    role: Annotated[
        str,
        Column(
            title_zh="作用",
            title_en="Role",
            description_zh="数值是金额、上限、比例、数量还是期限。",
            description_en="Whether the figure is a sum, a cap, a rate, a count or a duration.",
            example="cap",
            codes=(
                Code("amount", "金额（设立1亿元专项资金）", "amount (设立1亿元专项资金)"),
                Code("cap", "上限（最高不超过200万元）", "cap (最高不超过200万元)"),
                Code("rate", "比例（按投资额的10%）", "rate (按投资额的10%)"),
                Code("count", "数量", "count"),
                Code("duration", "期限", "duration"),
            ),
        ),
    ]
    operator: Annotated[str, OPERATOR]
    value: Annotated[Decimal, VALUE.meaning(VALUE.description_zh, VALUE.description_en, "2000000")]
    value_max: Annotated[
        Decimal | None, VALUE_MAX.meaning(VALUE_MAX.description_zh, VALUE_MAX.description_en, "5000000")
    ] = None
    unit: Annotated[str, UNIT]
    value_text: Annotated[str, replace(VALUE_TEXT, example="200万元")]
    beneficiary_text: Annotated[
        str | None,
        Column(
            title_zh="受益者（原文）",
            title_en="Beneficiary as printed",
            description_zh="谁得到激励，按原文。",
            description_en="Who receives it, as printed.",
            example="龙头企业",
        ),
    ] = None
    condition_text: Annotated[
        str | None,
        Column(
            title_zh="条件（原文）",
            title_en="Condition as printed",
            description_zh="须满足的条件，按原文；条件中的门槛数字见 mentions（threshold）。",
            description_en="What must be met, as printed. Thresholds inside a condition are mentions with "
            "reason threshold.",
            example="投资额5000万元以上的项目",
        ),
    ] = None
    base_text: Annotated[
        str | None,
        Column(
            title_zh="计算基数（原文）",
            title_en="Base as printed",
            description_zh="比例按什么计算，按原文。",
            description_en="Of what a rate is taken, as printed.",
            example="设备投资额",
        ),
    ] = None
    origin: Annotated[str, ORIGIN]


@dataclass(slots=True, kw_only=True)
class Organization(Row):
    """One row per distinct organization named in a document."""

    organization_id: Annotated[
        str,
        ORGANIZATION_ID.meaning(
            "该行的编号：文件编号、字母 o 与首次提及处的起始位置。",
            "The row's id: its document, the letter o and the offset of the first mention.",
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    section_id: Annotated[str, SECTION_ID]
    start: Annotated[int, START]
    end: Annotated[int, END]
    quote: Annotated[str, replace(QUOTE, example="四机厂")]
    name: Annotated[
        str,
        Column(
            title_zh="名称",
            title_en="Name",
            description_zh="文中印出的最完整名称；简称并入同一行。",
            description_en="The fullest name the document prints; short forms are the same row.",
            example="四机厂",
        ),
    ]
    kind: Annotated[
        str,
        Column(
            title_zh="种类",
            title_en="Kind",
            description_zh="机构的种类。",
            description_en="What kind of organization it is.",
            example="enterprise",
            codes=(
                Code("enterprise", "企业", "enterprise"),
                Code("government", "政府机关", "government"),
                Code("party", "党委机关", "party body"),
                Code("university", "院校", "university"),
                Code("financial", "金融机构", "financial institution"),
                Code("association", "协会、商会", "association"),
                Code("other", "其他", "other"),
            ),
        ),
    ]
    role: Annotated[
        str,
        Column(
            title_zh="角色",
            title_en="Role",
            description_zh="机构在文中的角色；有多种的，发文优先，其次依龙头、配套、投资、责任、提及的次序。",
            description_en="The organization's role in the document. Of several, issuer comes first, then "
            "leading, supporting, investor, responsible, mentioned.",
            example="leading",
            codes=(
                Code("issuer", "发文", "issuer of the document"),
                Code("leading", "龙头、核心、骨干", "leading (龙头, 核心, 骨干)"),
                Code("supporting", "配套、带动", "supporting (配套, 带动)"),
                Code("investor", "投资", "investor"),
                Code("responsible", "责任单位", "responsible for a task"),
                Code("mentioned", "提及", "mentioned"),
            ),
        ),
    ]
    cluster_id: Annotated[
        str | None,
        CLUSTER_ID.meaning("该机构引领或配套的集群。", "The cluster it leads or supports."),
    ] = None
    region_code: Annotated[str | None, REGION_CODE] = None
    origin: Annotated[str, ORIGIN]


@dataclass(slots=True, kw_only=True)
class Mention(Row):
    """One row per numeral in a document; each feeds a fact or says why it feeds none."""

    mention_id: Annotated[
        str,
        MENTION_ID.meaning(
            "该行的编号：文件编号、字母 m 与数字的起始位置。",
            "The row's id: its document, the letter m and the numeral's offset in the document.",
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    start: Annotated[int, START]
    end: Annotated[int, END]
    quote: Annotated[
        str,
        QUOTE.meaning(
            "数字原文，逐字相同：数量连同单位，日期与时期连同其单位，其余只取数字本身。",
            "The numeral, character for character: with its unit for a quantity, with its calendar unit for "
            "a date or period, bare elsewhere.",
            "500亿元",
        ),
    ]
    kind: Annotated[
        str,
        Column(
            title_zh="种类",
            title_en="Kind",
            description_zh="数字在文中的用途。",
            description_en="What the numeral is used for.",
            example="quantity",
            codes=(
                Code("quantity", "数量", "quantity"),
                Code("date", "日期（日、月）", "date (a day or a month)"),
                Code(
                    "period",
                    "时期（年、季、半年、规划期、期限）",
                    "period (year, quarter, half-year, plan, duration)",
                ),
                Code("ordinal", "序数、名次", "ordinal or rank"),
                Code("list_marker", "条目序号", "list marker"),
                Code("document_number", "文号数字", "part of a document number"),
                Code("name_part", "名称或固定术语中的数字", "part of a name or fixed term"),
                Code("idiom", "词语中的数字", "part of a word or slogan"),
            ),
        ),
    ]
    value: Annotated[
        Decimal | None,
        VALUE.meaning(
            "换算后的十进制数值，单位见 unit；仅数量填写。区间取下限。",
            "The figure as a decimal in unit; filled for quantities only. The lower bound of a range.",
        ),
    ] = None
    value_max: Annotated[Decimal | None, VALUE_MAX.meaning("区间的上限。", "The upper bound of a range.")] = (
        None
    )
    unit: Annotated[
        str | None,
        UNIT.meaning(
            "value 的单位代码；仅数量填写。", "Code of the unit of value; filled for quantities only."
        ),
    ] = None
    fact_table: Annotated[
        str | None,
        Column(
            title_zh="事实表",
            title_en="Fact table",
            description_zh="用到该数字的表。",
            description_en="The table of the row that uses the numeral.",
            example="targets",
            codes=(
                Code("clusters", "产业集群", "clusters"),
                Code("targets", "目标", "targets"),
                Code("indicators", "指标值", "indicators"),
                Code("projects", "项目", "projects"),
                Code("measures", "措施", "measures"),
                Code("incentives", "激励", "incentives"),
                Code("organizations", "机构", "organizations"),
            ),
        ),
    ] = None
    fact_id: Annotated[
        str | None,
        Column(
            title_zh="事实编号",
            title_en="Fact",
            description_zh="用到该数字的行；fact_id 与 reason 必填其一，且只填其一。",
            description_en="The row that uses the numeral. Exactly one of fact_id and reason is filled.",
            example="fujian-cluster-bases-2010-t640",
            pattern=SLUG,
        ),
    ] = None
    reason: Annotated[
        str | None,
        Column(
            title_zh="未用原因",
            title_en="Reason",
            description_zh="没有事实用到该数字的原因。",
            description_en="Why no fact uses the numeral.",
            example="threshold",
            codes=(
                Code("not_a_quantity", "不是数量", "not a quantity"),
                Code("baseline", "基数", "baseline of another figure"),
                Code("threshold", "门槛", "threshold in a condition"),
                Code("denominator", "分母", "denominator"),
                Code("label_count", "并列项的个数（四大园区）", "size of a list that is given (四大园区)"),
                Code("attribute", "事物的属性", "attribute of a thing, no figure of interest"),
                Code("duplicate", "重复", "the same figure repeated"),
                Code("unresolved", "未能归类", "a quantity no rule could place"),
            ),
        ),
    ] = None


@dataclass(slots=True, kw_only=True)
class Issue(Row):
    """One row per anomaly found in a source."""

    issue_id: Annotated[
        str,
        Column(
            title_zh="问题编号",
            title_en="Issue",
            description_zh="该行的编号：文件编号、字母 i 与段落的起始位置。",
            description_en="The row's id: its document, the letter i and the passage's offset in the "
            "document.",
            example="fujian-cluster-bases-2010-i88",
            pattern=SLUG,
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    start: Annotated[
        int | None,
        START.meaning(
            "有问题的段落的起始位置，计数方法同其他各表；涉及全文的为空。",
            "Where the passage in question starts; empty for the whole document.",
        ),
    ] = None
    end: Annotated[
        int | None,
        END.meaning(
            "有问题的段落的结束位置（不含该位置的字符）；涉及全文的为空。",
            "Where the passage in question ends; empty for the whole document.",
        ),
    ] = None
    quote: Annotated[str | None, replace(QUOTE, example="2025年至2025年")] = None
    kind: Annotated[
        str,
        Column(
            title_zh="种类",
            title_en="Kind",
            description_zh="来源文本中异常的种类。",
            description_en="What kind of anomaly was found in the source.",
            example="duplicate_period",
            codes=(
                Code("year_conflict", "年份矛盾", "a printed year contradicts other evidence"),
                Code("duplicate_period", "起止相同的时期", "a period that ends where it starts"),
                Code("implausible_value", "不可信的数值", "implausible value"),
                Code("count_mismatch", "个数不符", "a printed count differs from the members listed"),
                Code("arithmetic_mismatch", "计算不符", "figures that do not add up"),
                Code("missing_title", "缺标题", "no title printed"),
                Code("missing_date", "缺日期", "no date printed"),
                Code("duplicate_title", "标题重复", "title repeated"),
                Code("run_together", "文件连排", "documents in one file without a break"),
                Code("broken_line", "断行", "line broken in mid-word"),
                Code("broken_number", "断开的数字", "number with blanks or a line break inside"),
                Code("garbled_character", "乱码字符", "garbled character"),
                Code("encoding", "编码问题", "encoding problem"),
            ),
        ),
    ]
    message: Annotated[
        str,
        Column(
            title_zh="说明",
            title_en="Message",
            description_zh="发现了什么，有何证据。",
            description_en="What was found, and the evidence.",
            example="时期的起止年份相同：2025年至2025年",
        ),
    ]
    resolution: Annotated[
        str,
        Column(
            title_zh="处理",
            title_en="Resolution",
            description_zh="如何处理：修复、留空或仅标记。",
            description_en="What was done about it: repaired, left empty or only flagged.",
            example="时期留空",
        ),
    ]


@dataclass(slots=True, kw_only=True)
class IndicatorCode(Row):
    """Code list of indicators."""

    code: Annotated[str, CODE]
    label_zh: Annotated[str, LABEL_ZH]
    label_en: Annotated[str, LABEL_EN]
    dimension: Annotated[str, DIMENSION]
    definition: Annotated[str, DEFINITION]
    definition_en: Annotated[str, DEFINITION_EN]


@dataclass(slots=True, kw_only=True)
class UnitCode(Row):
    """Code list of units."""

    code: Annotated[str, replace(CODE, example="CNY")]
    label_zh: Annotated[str, replace(LABEL_ZH, example="人民币元")]
    label_en: Annotated[str, replace(LABEL_EN, example="Chinese yuan")]
    dimension: Annotated[str, DIMENSION]
    factor_to_base: Annotated[
        Decimal,
        Column(
            title_zh="换算系数",
            title_en="Factor to base unit",
            description_zh="换算为同量纲基本单位的系数；基本单位为 1。",
            description_en="Factor that converts to the base unit of the dimension; 1 for the base unit "
            "itself.",
            example="1",
        ),
    ]


@dataclass(slots=True, kw_only=True)
class InstrumentCode(Row):
    """Code list of policy instruments, after Rothwell and Zegveld."""

    code: Annotated[str, replace(CODE, example="funding")]
    family: Annotated[str, INSTRUMENT_FAMILY]
    label_zh: Annotated[str, replace(LABEL_ZH, example="资金投入")]
    label_en: Annotated[str, replace(LABEL_EN, example="Public funding")]
    definition: Annotated[str, replace(DEFINITION, example="专项资金、补助、奖励、政府引导基金等财政性资金")]
    definition_en: Annotated[
        str, replace(DEFINITION_EN, example="Public money: special funds, subsidies, prizes, guided funds")
    ]


@dataclass(slots=True, kw_only=True)
class RegionCode(Row):
    """Code list of administrative divisions (GB/T 2260), former ones included."""

    code: Annotated[str, replace(CODE, example="350000", pattern="^[0-9]{6}$")]
    label_zh: Annotated[str, replace(LABEL_ZH, example="福建省")]
    level: Annotated[
        str,
        Column(
            title_zh="层级",
            title_en="Level",
            description_zh="行政区划的层级。",
            description_en="Administrative level of the division.",
            example="province",
            codes=(
                Code("national", "全国", "national"),
                Code("province", "省级", "province"),
                Code("prefecture", "地级", "prefecture"),
                Code("county", "县级", "county"),
            ),
        ),
    ]
    parent_code: Annotated[
        str | None,
        Column(
            title_zh="上级代码",
            title_en="Parent code",
            description_zh="上级行政区划的代码；全国为空。",
            description_en="Code of the division that holds this one; empty for the country.",
            example="100000",
            pattern="^[0-9]{6}$",
            foreign_key=("region_codes", "code"),
        ),
    ] = None
    full_name_zh: Annotated[
        str,
        Column(
            title_zh="全称",
            title_en="Full name",
            description_zh="连同上级行政区划的中文全称。",
            description_en="The Chinese name with the names of the divisions above it.",
            example="福建省福州市长乐区",
        ),
    ]
    valid_from: Annotated[
        str | None,
        Column(
            title_zh="启用年份",
            title_en="Valid from",
            description_zh="代码启用的年份；不详的为空。",
            description_en="Year from which the code is in use; empty where not known.",
            example="1986",
            pattern="^[0-9]{4}$",
        ),
    ] = None
    valid_to: Annotated[
        str | None,
        Column(
            title_zh="停用年份",
            title_en="Valid to",
            description_zh="代码停用的年份；现行的为空。",
            description_en="Year in which the code fell out of use; empty where it is current.",
            example="2009",
            pattern="^[0-9]{4}$",
        ),
    ] = None
    former_names: Annotated[
        str | None,
        Column(
            title_zh="曾用名",
            title_en="Former names",
            description_zh="同一代码的曾用名，以竖线分隔。",
            description_en="Earlier Chinese names under the same code, separated by a vertical bar.",
            example="桥东区",
        ),
    ] = None
    label_en: Annotated[str | None, replace(LABEL_EN, example="Fujian Province")] = None


@dataclass(slots=True, kw_only=True)
class IndustryCode(Row):
    """Code list of industries (GB/T 4754-2017): sections, divisions and groups."""

    code: Annotated[str, replace(CODE, example="17", pattern="^([A-T]|[0-9]{2,3})$")]
    label_zh: Annotated[str, replace(LABEL_ZH, example="纺织业")]
    label_en: Annotated[str, replace(LABEL_EN, example="Manufacture of textiles")]
    level: Annotated[
        str,
        Column(
            title_zh="层级",
            title_en="Level",
            description_zh="分类的层级。",
            description_en="Level of the classification.",
            example="division",
            codes=(
                Code("section", "门类", "section"),
                Code("division", "大类", "division"),
                Code("group", "中类", "group"),
            ),
        ),
    ]
    parent_code: Annotated[
        str | None,
        Column(
            title_zh="上级代码",
            title_en="Parent code",
            description_zh="上级类别的代码；门类为空。",
            description_en="Code of the class that holds this one; empty for a section.",
            example="C",
            pattern="^([A-T]|[0-9]{2})$",
            foreign_key=("industry_codes", "code"),
        ),
    ] = None


# --- What people supply ------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class ManifestEntry(Row):
    """One row per document of a source file, as a person describes it; every cell but `file` may be empty."""

    file: Annotated[
        str,
        Column(
            title_zh="文件",
            title_en="File",
            description_zh="收到的来源文件的路径，相对于 data/sources。",
            description_en="Path of the source file as received, relative to data/sources.",
            example="000_54bc6cc65989af7b.txt",
        ),
    ]
    sha256: Annotated[
        str | None,
        Column(
            title_zh="SHA-256",
            title_en="SHA-256",
            description_zh="来源文件各字节的 SHA-256 摘要。",
            description_en="SHA-256 of the source file's bytes.",
            example="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            pattern="^[0-9a-f]{64}$",
        ),
    ] = None
    received_from: Annotated[
        str | None,
        Column(
            title_zh="来源",
            title_en="Received from",
            description_zh="文件从何处得到。",
            description_en="Where the file was received from.",
            example="福建省人民政府网站",
        ),
    ] = None
    rights: Annotated[
        str | None,
        Column(
            title_zh="权利说明",
            title_en="Rights",
            description_zh="来源文本的权利说明。",
            description_en="Rights statement of the source text.",
            example="国家机关公文，依《著作权法》第五条不适用著作权保护",
        ),
    ] = None
    opening: Annotated[
        str | None,
        Column(
            title_zh="开头",
            title_en="Opening",
            description_zh="文件开头的原文，用于在含多份文件的来源中定位。",
            description_en="Text the document begins with, as printed; it locates the document in a file "
            "that holds several.",
            example="关于加快产业集群产业基地建设",
        ),
    ] = None
    boundary: Annotated[
        str | None,
        Column(
            title_zh="分界",
            title_en="Boundary",
            description_zh="文件开头由规则找到、由人工指定，或此处并非文件开头。",
            description_en="Whether rules find the document's beginning, a person sets it, or none is there.",
            example="rule",
            codes=(
                Code("rule", "规则找到", "found by rule"),
                Code("manual", "人工指定", "set by a person"),
                Code("join", "并非开头", "no document begins here"),
            ),
        ),
    ] = None
    document_id: Annotated[
        str | None,
        Column(
            title_zh="文件编号",
            title_en="Document",
            description_zh="文件的编号；留空则由内容推得。",
            description_en="Id of the document; derived from its content where empty.",
            example="fujian-cluster-bases-2010",
            pattern=SLUG,
        ),
    ] = None
    title: Annotated[str | None, TITLE] = None
    issuer: Annotated[str | None, ISSUER] = None
    author: Annotated[str | None, AUTHOR] = None
    issuer_level: Annotated[str | None, ISSUER_LEVEL] = None
    region_code: Annotated[str | None, REGION_CODE] = None
    document_type: Annotated[str | None, DOCUMENT_TYPE] = None
    issued_on: Annotated[str | None, ISSUED_ON] = None
    note: Annotated[
        str | None,
        Column(
            title_zh="备注",
            title_en="Note",
            description_zh="说明以上各项的根据。",
            description_en="On what grounds the cells above were filled.",
            example="原文没有标题，按内容拟定",
        ),
    ] = None


@dataclass(slots=True, kw_only=True)
class Failure(Row):
    """A file that could not be converted, or only in part."""

    file: Annotated[
        str,
        Column(
            title_zh="文件",
            title_en="File",
            description_zh="未能转换的来源文件的路径，相对于所给的文件夹。数据包不含该文件，除非原因说明它只缺一部分。",
            description_en="Path of the source file that was not converted, relative to the folder given. "
            "The package does not hold it, unless the reason says that only a part of it is missing.",
            example="2003/notice-17.txt",
        ),
    ]
    reason: Annotated[
        str,
        Column(
            title_zh="原因",
            title_en="Reason",
            description_zh="未能转换的原因，或未转换的是哪一部分（如没有文字的扫描页）。",
            description_en="Why it was not converted, or which part of it was not, such as scanned pages "
            "without text.",
            example="is empty",
        ),
    ]
    hint: Annotated[
        str | None,
        Column(
            title_zh="办法",
            title_en="What to do",
            description_zh="可以怎样处理。",
            description_en="What can be done about it.",
            example="a document needs at least one character",
        ),
    ] = None


@dataclass(slots=True, kw_only=True)
class Correction(Row):
    """One decision of a person on one row of a table, applied after extraction."""

    table: Annotated[
        str,
        Column(
            title_zh="表",
            title_en="Table",
            description_zh="校订哪张表。",
            description_en="The table to correct.",
            example="targets",
        ),
    ]
    action: Annotated[
        str,
        Column(
            title_zh="操作",
            title_en="Action",
            description_zh="改一格、增一行或删一行。",
            description_en="Set a cell, add a row or remove one.",
            example="set",
            codes=(
                Code("set", "改一格", "set a cell"),
                Code("add", "增一行", "add a row"),
                Code("remove", "删一行", "remove a row"),
            ),
        ),
    ]
    document_id: Annotated[str, DOCUMENT_ID]
    start: Annotated[int | None, START] = None
    end: Annotated[int | None, END] = None
    key: Annotated[
        str | None,
        Column(
            title_zh="辨别",
            title_en="Key",
            description_zh="几行同在一处时，所指行的编号，或其 name、name_text、value_text 或 mention_id。",
            description_en="Where several rows share the span: the id of the row meant, or its name, "
            "name_text, value_text or mention_id.",
            example="汽车产业集群",
        ),
    ] = None
    column: Annotated[
        str | None,
        Column(
            title_zh="列",
            title_en="Column",
            description_zh="校订哪一列；增行与删行时可空。",
            description_en="The column to set; of use only with set, and with expect to pick a row.",
            example="unit",
        ),
    ] = None
    value: Annotated[
        str | None,
        Column(
            title_zh="新值",
            title_en="Value",
            description_zh="新的值；增行时为该行各列的 JSON 对象。",
            description_en="The new value; of an added row, its columns as a JSON object.",
            example="USD",
        ),
    ] = None
    expect: Annotated[
        str | None,
        Column(
            title_zh="现值",
            title_en="Expected value",
            description_zh="校订时预期的现值；不符则该校订已过时，转换中止。",
            description_en="The value the column must have now; where it has not, the correction is stale "
            "and the conversion stops.",
            example="CNY",
        ),
    ] = None
    reason: Annotated[
        str,
        Column(
            title_zh="理由",
            title_en="Reason",
            description_zh="为何校订。",
            description_en="Why the correction is made.",
            example="原文单位为美元",
        ),
    ]
    source: Annotated[
        str,
        Column(
            title_zh="依据",
            title_en="Source",
            description_zh="校订的依据。",
            description_en="What the correction rests on.",
            example="文件正文同段",
        ),
    ]


# --- The tables in publishing order ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of the package and the folder it lies in, relative to the package's."""

    name: str
    row: type[Row]
    title_zh: str
    title_en: str
    description_zh: str
    description_en: str
    folder: str
    fields: tuple[Field, ...]

    @property
    def is_code_list(self) -> bool:
        """Whether the table is a code list that others refer to."""
        return self.folder == "data/codes"

    @property
    def primary_key(self) -> str:
        """Name of the column that identifies a row: the first one."""
        return self.fields[0].name

    @property
    def column_names(self) -> list[str]:
        """Names of the columns in publishing order."""
        return [field.name for field in self.fields]

    @property
    def path(self) -> str:
        """Where the table lies, relative to the package's folder."""
        return f"{self.folder}/{self.name}.csv"

    def field(self, name: str) -> Field:
        """The field of that name. Raises KeyError when the table has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


_TYPE_NAMES: dict[object, str] = {str: "string", int: "integer", Decimal: "number"}


def fields_of(row: type[Row]) -> tuple[Field, ...]:
    """The fields of a row class, read from its annotations, in order."""
    hints = get_type_hints(row, include_extras=True)
    return tuple(_field_of(field.name, hints[field.name]) for field in dataclass_fields(row))


def _field_of(name: str, hint: object) -> Field:
    value_type, column = get_args(hint)
    members = get_args(value_type) or (value_type,)
    types = [member for member in members if member is not type(None)]
    return Field(name, column, _TYPE_NAMES[types[0]], required=type(None) not in members)


def _table(
    row: type[Row], name: str, title: tuple[str, str], description: tuple[str, str], folder: str = "data"
) -> Table:
    return Table(
        name=name,
        row=row,
        title_zh=title[0],
        title_en=title[1],
        description_zh=description[0],
        description_en=description[1],
        folder=folder,
        fields=fields_of(row),
    )


TABLES: tuple[Table, ...] = (
    _table(
        Document,
        "documents",
        ("文件", "Documents"),
        (
            "每份政策文件一行。一个来源文件可含数份文件，首尾相接，铺满全文。",
            "One row per policy document. A source file may hold several, which tile it.",
        ),
    ),
    _table(
        Section,
        "sections",
        ("章节", "Sections"),
        (
            "文件的层级结构：章、一、（一）、1、一是、附件等。文件的每个字符属于且只属于一个最内层章节。",
            "The outline of each document. Every character of a document belongs to exactly one innermost "
            "section.",
        ),
    ),
    _table(
        Cluster,
        "clusters",
        ("产业集群", "Clusters"),
        (
            "文件中每个有名称的产业集群、基地、园区、区域、产业链或支柱产业一行；以文件、名称与地区区分。",
            "One row per distinct named industrial cluster, base, park, region, chain or pillar industry in "
            "a document; identity is document, name and place.",
        ),
    ),
    _table(
        Target,
        "targets",
        ("目标", "Targets"),
        (
            "每个表示目标、预期或要求的数字一行。",
            "One row per number that states a goal, a forecast or a requirement.",
        ),
    ),
    _table(
        Indicator,
        "indicators",
        ("指标值", "Indicators"),
        ("每个报告事实的数字一行。", "One row per number that reports a fact."),
    ),
    _table(
        Project,
        "projects",
        ("项目", "Projects"),
        (
            "每个有名称的项目一行，或每批只给出个数的项目一行。",
            "One row per named project, or per counted group of projects.",
        ),
    ),
    _table(
        Measure,
        "measures",
        ("措施", "Measures"),
        (
            "政府采取或承诺采取行动的每个句子（或“一是……”分句）一行，按罗斯韦尔与泽格维尔德的政策工具分类。",
            "One row per sentence, or 一是… clause, in which the authority acts or commits to act, "
            "classified by policy instrument after Rothwell and Zegveld.",
        ),
    ),
    _table(
        Incentive,
        "incentives",
        ("激励", "Incentives"),
        (
            "措施给予或承诺的每个金额、比例或上限一行；分档的每档一行。",
            "One row per sum, rate or cap that a measure grants or commits; each step of a ladder is a row.",
        ),
    ),
    _table(
        Organization,
        "organizations",
        ("机构", "Organizations"),
        (
            "文件中出现的每个有名称的机构一行；简称并入同一行。",
            "One row per distinct organization named in a document; short forms are the same row.",
        ),
    ),
    _table(
        Mention,
        "mentions",
        ("数字", "Mentions"),
        (
            "文件中的每处数字一行：或为某个事实所用，或说明未用的原因。",
            "One row per numeral in a document: each feeds a fact or says why it feeds none.",
        ),
    ),
    _table(
        Issue,
        "issues",
        ("来源问题", "Issues"),
        (
            "来源文本中发现的每处异常一行：年份矛盾、断行、个数不符等。",
            "One row per anomaly found in a source: contradicting years, broken lines, counts that do not "
            "match.",
        ),
    ),
    _table(
        IndicatorCode,
        "indicator_codes",
        ("指标代码", "Indicator codes"),
        ("指标的代码表。", "Code list of the indicators."),
        folder="data/codes",
    ),
    _table(
        UnitCode,
        "unit_codes",
        ("单位代码", "Unit codes"),
        ("计量单位的代码表。", "Code list of the units."),
        folder="data/codes",
    ),
    _table(
        InstrumentCode,
        "instrument_codes",
        ("政策工具代码", "Instrument codes"),
        (
            "政策工具的代码表，依罗斯韦尔与泽格维尔德的分类。",
            "Code list of the policy instruments, after Rothwell and Zegveld.",
        ),
        folder="data/codes",
    ),
    _table(
        RegionCode,
        "region_codes",
        ("行政区划代码", "Region codes"),
        (
            "县级以上行政区划代码（GB/T 2260），含已撤销的。",
            "Administrative divisions at county level and above (GB/T 2260), abolished ones included.",
        ),
        folder="data/codes",
    ),
    _table(
        IndustryCode,
        "industry_codes",
        ("行业代码", "Industry codes"),
        (
            "国民经济行业分类（GB/T 4754-2017）。",
            "Industrial classification for national economic activities (GB/T 4754-2017).",
        ),
        folder="data/codes",
    ),
)

# What people supply: where the sources come from, and their corrections of what rules extract. Neither has a
# primary key: the manifest has a row per document of a file, and a row of a table may be corrected twice.
MANIFEST = _table(
    ManifestEntry,
    "manifest",
    ("来源清单", "Manifest"),
    (
        "来源文件及其所含文件的清单：从何得到、权利说明，以及需人工补充的事项。",
        "The source files and the documents in them: where they were received from, rights, and what a "
        "person had to supply.",
    ),
    folder="data/sources",
)
CORRECTIONS = _table(
    Correction,
    "corrections",
    ("人工校订", "Corrections"),
    (
        "抽取之后应用的人工校订，每条写明理由、依据与预期的现值。",
        "Corrections by people, applied after extraction, each with its reason, source and the value it "
        "expects to find.",
    ),
    folder="data/curation",
)
ERRORS = _table(
    Failure,
    "errors",
    ("未转换的文件", "Files not converted"),
    (
        "所给文件中未能转换或只转换了一部分的，每个一行，写明原因；全部转换成功时没有此表。",
        "The files given that could not be converted, or only in part, a row each with the reason; there is "
        "no such table where all were.",
    ),
)

# The tables whose rows state what a document says; each has `origin`, and mentions refer to them.
FACT_TABLES = tuple(
    code.value for field in fields_of(Mention) if field.name == "fact_table" for code in field.column.codes
)

TABLES_BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}


def references(table: Table) -> list[tuple[Field, str, str]]:
    """Foreign keys of a table as (field, table, column) referred to; its own primary key is none."""
    return [
        (field, *field.column.foreign_key)
        for field in table.fields
        if field.column.foreign_key is not None and field.column.foreign_key != (table.name, field.name)
    ]
