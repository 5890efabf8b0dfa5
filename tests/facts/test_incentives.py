"""Incentives: sums, rates, caps, counts and durations that a measure grants; bounds and targets are none."""

from pathlib import Path

import pytest

from jiqun.facts.claims import Claims
from jiqun.facts.documents import document_id
from jiqun.facts.frame import open_frame
from jiqun.facts.incentives import IncentiveReader, rows
from jiqun.facts.measures import MeasureReader
from jiqun.facts.measures import rows as measure_rows
from jiqun.language.instruments import Cues
from jiqun.reading import find_documents, read_source
from jiqun.tables import Incentive

HEADER = "湖南省人民政府关于工业发展的意见\n\n各市人民政府：\n\n一、扶持政策\n\n"


def incentives(tmp_path: Path, body: str) -> tuple[list[Incentive], list[str]]:
    """Incentives of a text, and its numerals that got the reason `threshold`."""
    path = tmp_path / "source.txt"
    path.write_text(HEADER + body + "\n", encoding="utf-8")
    (document,) = find_documents(read_source(path))
    frame = open_frame(document, document_id(document))
    frame.document_type = "policy"
    acts = MeasureReader(frame, Cues(frame.text), {}).read()
    measure_rows(frame, acts)
    claims = Claims()
    found = rows(frame, IncentiveReader(frame, acts, claims).read(), claims)
    bounds = [n for n in frame.numerals if claims.reason(n) == "threshold"]
    return found, [frame.text[n.start : n.end] for n in bounds]


def told(tmp_path: Path, body: str) -> list[tuple[str, str, str, str]]:
    found, _ = incentives(tmp_path, body)
    return [(row.role, row.operator, row.value_text, row.unit) for row in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对规上企业奖励10万元。", [("amount", "eq", "10万元", "CNY")]),
        ("通过省验收的技术中心补助三十万元。", [("amount", "eq", "三十万元", "CNY")]),
        ("企业创省名牌的，奖十五万元。", [("amount", "eq", "十五万元", "CNY")]),
        (
            "对技改项目，按设备投资额的8%给予补助，最高800万元。",
            [("rate", "eq", "8%", "%"), ("cap", "le", "800万元", "CNY")],
        ),
        (
            "对贷款按LPR的30%贴息，期限1年，单户不超过50万元。",
            [("rate", "eq", "30%", "%"), ("duration", "eq", "1年", "a"), ("cap", "le", "50万元", "CNY")],
        ),
        (
            "对完成并购的企业，前两年新增地方财力全额奖励，后三年减半。",
            [("duration", "eq", "两年", "a"), ("duration", "eq", "三年", "a")],
        ),
        (
            "设立规模10亿元的产业基金，首期2亿元。",
            [("amount", "eq", "10亿元", "CNY"), ("amount", "eq", "2亿元", "CNY")],
        ),
        (
            "建立3—5个20亿元以上的产业发展基金。",
            [("count", "range", "3—5个", "1"), ("amount", "ge", "20亿元", "CNY")],
        ),
        ("县财政每年拿出100万元，对纳税大户进行奖励。", [("amount", "eq", "100万元", "CNY")]),
        ("对标准厂房按每平方米100元补助。", [("rate", "eq", "100元", "CNY/m2")]),
        (
            "对示范集群给予一次性奖励，国家级1000万元、省级500万元。",
            [("amount", "eq", "1000万元", "CNY"), ("amount", "eq", "500万元", "CNY")],
        ),
        ("给予0.5个百分点的保费补贴。", [("rate", "eq", "0.5个百分点", "pp")]),
        # A price set, a part of a quota or of a fund.
        ("出让底价按最低价标准的70%执行。", [("rate", "eq", "70%", "%")]),
        ("每年切出不低于40%的新增用地指标用于园区。", [("rate", "ge", "40%", "%")]),
        ("省级每年预留8000亩新增用地计划专项用于小镇。", [("amount", "eq", "8000亩", "mu")]),
        ("县财政负担保费的30%，推行价格保险。", [("rate", "eq", "30%", "%")]),
        ("落实税收优惠政策，研发费用加计扣除比例由50%提高到75%。", [("rate", "eq", "75%", "%")]),
        ("引导银行将集群企业贷款利率下浮0.3个百分点。", [("rate", "eq", "0.3个百分点", "pp")]),
        # The treasury's own money, in parts and over years.
        (
            "市财政每年安排专项资金2000万元，五年累计不少于1亿元。",
            [("amount", "eq", "2000万元", "CNY"), ("amount", "ge", "1亿元", "CNY")],
        ),
        ("县财政每年单列300万元招商专项资金。", [("amount", "eq", "300万元", "CNY")]),
        (
            "支持建设研究院，市财政连续3年每年支持2000万元。",
            [("duration", "eq", "3年", "a"), ("amount", "eq", "2000万元", "CNY")],
        ),
        # So much for each, and what it falls to; at most so many.
        (
            "租用标准厂房的，前三年按每月每平方米10元给予租金补贴，后两年降为5元。",
            [
                ("duration", "eq", "三年", "a"),
                ("rate", "eq", "10元", "CNY/m2/mo"),
                ("duration", "eq", "两年", "a"),
                ("rate", "eq", "5元", "CNY/m2/mo"),
            ],
        ),
        ("每吸纳一名脱贫劳动力奖补1000元。", [("amount", "eq", "1000元", "CNY/person")]),
        ("对每年新增一人以上的企业奖励5万元。", [("amount", "eq", "5万元", "CNY")]),
        (
            "租用海外仓的，按年租金的30%补助，每家最多两个仓。",
            [("rate", "eq", "30%", "%"), ("cap", "le", "两个", "1")],
        ),
        ("困难企业可缓缴社会保险费6个月。", [("duration", "eq", "6个月", "mo")]),
        (
            "对创新中心按投入额的10%、12%补助，上限依次为200万元、500万元。",
            [
                ("rate", "eq", "10%", "%"),
                ("rate", "eq", "12%", "%"),
                ("cap", "le", "200万元", "CNY"),
                ("cap", "le", "500万元", "CNY"),
            ],
        ),
    ],
)
def test_granted_figures(tmp_path: Path, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Raised elsewhere, spent, or aimed at.
        "积极向上争取扶持资金2000万元，支持园区建设。",
        "出资120万元对西环路进行整治，改善物流环境。",
        "建立考核机制，权重不低于30%。",
        "推行弹性出让，首个出让年限不超过20年。",
        # A bank's loans, bonds, and a rate that is to rise with no grant in it.
        "出台助企十条，发放创业担保贷款2.2亿元。",
        "统筹专项债券资金3.6亿元，支持扩建污水处理厂。",
        "组织企业对接配套，本地配套率要从四成提到一半。",
        "支持企业扩建厂房，容积率不低于1.2的优先供地800亩。",
        "引导企业加大投入，研发经费支出超过85亿元。",
        # How long something must have gone on bounds who is meant.
        "对连续两年排名后三位的园区予以黄牌警告。",
        "政府、银行、担保机构按4:3:3比例分担贷款风险，完善担保体系。",
    ],
)
def test_other_figures_are_no_incentives(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_ladder_gives_each_step_its_condition(tmp_path: Path) -> None:
    body = "对主营业务收入首次突破100亿元、300亿元的集群，分别奖励管委会100万元、300万元。"
    found, bounds = incentives(tmp_path, body)
    assert [(row.value_text, row.condition_text, row.beneficiary_text) for row in found] == [
        ("100万元", "主营业务收入首次突破100亿元", "管委会"),
        ("300万元", "主营业务收入首次突破300亿元", "管委会"),
    ]
    assert bounds == ["100亿元", "300亿元"]


def test_second_condition_begins_a_new_grant(tmp_path: Path) -> None:
    body = "对销售收入1亿元以上的企业奖励20万元，5亿元以上的奖励50万元。"
    found, bounds = incentives(tmp_path, body)
    assert [(row.value_text, row.condition_text) for row in found] == [
        ("20万元", "销售收入1亿元以上"),
        ("50万元", "5亿元以上"),
    ]
    assert bounds == ["1亿元", "5亿元"]


def test_condition_beneficiary_and_base(tmp_path: Path) -> None:
    body = "龙头企业年新增采购额5000万元以上的，按新增额的2‰给予奖励，单户最高300万元。"
    found, bounds = incentives(tmp_path, body)
    assert [(row.role, row.beneficiary_text, row.condition_text, row.base_text) for row in found] == [
        ("rate", "龙头企业", "年新增采购额5000万元以上", "新增额"),
        ("cap", "龙头企业", "年新增采购额5000万元以上", None),
    ]
    assert bounds == ["5000万元"]


def test_rates_of_a_list_share_their_base(tmp_path: Path) -> None:
    found, _ = incentives(tmp_path, "对技改项目，分别按设备投资额的8%、10%、12%给予补助。")
    assert [row.base_text for row in found] == ["设备投资额"] * 3


def test_a_second_kind_of_project_has_its_own_condition_and_base(tmp_path: Path) -> None:
    body = "对投资1亿元以下的项目，按投资总额的4%给予奖励，5亿元以上的项目按投资总额的7%给予奖励。"
    found, _ = incentives(tmp_path, body)
    assert [(row.condition_text, row.base_text) for row in found] == [
        ("投资1亿元以下", "投资"),
        ("5亿元以上", "投资"),
    ]


def test_per_head_sums_of_a_list_share_their_unit(tmp_path: Path) -> None:
    found, _ = incentives(tmp_path, "对引进的博士、硕士，每人分别给予3000元、2000元生活补贴，期限3—5年。")
    assert [(row.role, row.unit) for row in found] == [
        ("amount", "CNY/person"),
        ("amount", "CNY/person"),
        ("duration", "a"),
    ]
    assert (str(found[2].value), str(found[2].value_max), found[2].operator) == ("3", "5", "range")


@pytest.mark.parametrize(
    ("text", "beneficiary", "condition", "base"),
    [
        (
            "对当年完成投资30亿元以上的项目投资主体，按照不超过其实际完成投资额的2%奖励。",
            "项目投资主体",
            "当年完成投资30亿元以上",
            "实际完成投资额",
        ),
        (
            "实施大企业培育计划，鼓励企业上规模，对年产值首次超过500亿元的企业及所在县区，奖励200万元。",
            "企业及所在县区",
            "年产值首次超过500亿元",
            None,
        ),
        ("对国家级小巨人企业再奖励50万元。", "国家级小巨人企业", None, None),
        ("落实西部大开发企业所得税优惠政策，减按15%的税率征收企业所得税。", None, None, None),
        ("从新增用地指标中单列不少于30%用于园区建设。", "园区", None, "新增用地指标"),
        # who is paid is not who did the deed; behind the sum as before it
        ("对首次入选国家级集群的，给予牵头单位300万元。", "牵头单位", "首次入选国家级集群", None),
        ("通过验收的按合同金额的15%给予承建企业奖励。", "承建企业", "通过验收", "合同金额"),
        # what they have to be, and what they do; a loan is neither
        ("对新认定的省级研发机构，奖励20万元。", "省级研发机构", "新认定", None),
        ("对企业购置国产设备给予10万元补助。", "企业", "购置国产设备", None),
        ("对企业贷款给予10万元补助。", "企业", None, None),
        # where another clause says what must be met, the group keeps its own words
        (
            "对新引进的制造业项目，投资达到1亿元的，奖励20万元。",
            "新引进的制造业项目",
            "投资达到1亿元",
            None,
        ),
        # what is newly so, with 的 or without; what is above some size is one word
        ("新认定市级示范企业给予10万元奖补。", "市级示范企业", "新认定", None),
        ("对新增规模以上工业企业奖励10万元。", "新增规模以上工业企业", None, None),
        ("对投资5亿元以上先进制造业项目，奖励100万元。", "先进制造业项目", "投资5亿元以上", None),
        # what must be met in two clauses; a noun that no list knows
        (
            "对揭榜完成攻关任务，并获得奖补资金的企业，给予20万元奖补。",
            "企业",
            "揭榜完成攻关任务，并获得奖补资金",
            None,
        ),
        ("对考核排名第一的省级工业集中区，奖励100万元。", "省级工业集中区", "考核排名第一", None),
        # a bank that lends is paid; a fee is nobody
        ("对小微企业贷款增长的，给予银行10万元奖励。", "银行", "小微企业贷款增长", None),
        # money is put into a body; a fund is none
        ("省财政出资2亿元充实省信用担保中心资本金。", "省信用担保中心", None, None),
        ("组建青石担保公司，由市财政出资3亿元。", "青石担保公司", None, None),
        ("市财政出资3亿元设立产业基金。", None, None, None),
        # a verb that opens the clause names nobody
        ("县政府设立中小企业发展资金500万元。", None, None, None),
        # those who have just become something
        ("对首次进规企业奖励20万元。", "企业", "首次进规", None),
        # those who are faced, and no one where a fund is but for something
        ("由县财政为菌菜收购企业提供单户最高500万元贴息。", "菌菜收购企业", None, None),
        ("设立2亿元产业基金，用于支持企业扩张优势产能。", "企业", None, None),
        ("设立2亿元产业基金，用于解决本政策兑现资金。", None, None, None),
    ],
)
def test_for_whom_on_what_condition_and_of_what(
    tmp_path: Path, text: str, beneficiary: str | None, condition: str | None, base: str | None
) -> None:
    (row,), _ = incentives(tmp_path, text)
    assert (row.beneficiary_text, row.condition_text, row.base_text) == (beneficiary, condition, base)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省财政新增筹措重大项目前期工作经费3亿元，支持项目建设。", ["3亿元"]),
        ("将专项资金按5000万元/个标准拨付首批特色专业镇，支持产业发展。", ["5000万元/个"]),
        ("县财政每年挤出100万元，设立竹加工产业发展基金。", ["100万元"]),
        # What is to be raised is no public money.
        ("全市每年争取上级建设项目资金3亿元，支持项目建设。", []),
    ],
)
def test_public_money_by_its_name(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert [value for _, _, value, _ in told(tmp_path, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A share for each year of a grant.
        (
            "对新办企业，三年内由财政按第一年度100%，第二、三年度50%的比例给予扶持。",
            [("duration", "eq", "三年", "a"), ("rate", "eq", "100%", "%"), ("rate", "eq", "50%", "%")],
        ),
        (
            "对入园企业，三年内按税收留成的50%给予扶持，此后两年减为25%。",
            [
                ("duration", "eq", "三年", "a"),
                ("rate", "eq", "50%", "%"),
                ("duration", "eq", "两年", "a"),
                ("rate", "eq", "25%", "%"),
            ],
        ),
        # What firms pay above so much, and each further sum, bound who is granted something.
        ("年纳税超过100万元的给予奖励，奖励5万元。", [("amount", "eq", "5万元", "CNY")]),
        ("按产值每新增1000万元奖励2万元的标准给予奖励。", [("amount", "eq", "2万元", "CNY")]),
        ("对新增企业奖励1000万元。", [("amount", "eq", "1000万元", "CNY")]),
        # No less than a share of a base; a quota of land or of purchases.
        ("工业用地出让价按不低于最低价标准的60%执行。", [("rate", "ge", "60%", "%")]),
        ("工业用地出让价按最低价标准的60%执行。", [("rate", "eq", "60%", "%")]),
        ("政府采购服装，面向本地企业的份额不低于采购金额的三成。", [("rate", "ge", "三成", "%")]),
        # Sums shared out among those named before each; a bound between them is none.
        (
            "对引进的人才，分别给予博士60万元、硕士20万元、本科5万元的补助。",
            [("amount", "eq", f"{sum}万元", "CNY") for sum in (60, 20, 5)],
        ),
        (
            "对企业分别给予10万元、产值超500万元的再给予20万元奖励。",
            [("amount", "eq", f"{sum}万元", "CNY") for sum in (10, 20)],
        ),
        # What the rate is, in a clause of its own; how long and how much space is free.
        (
            "给予研发后补助，比例为研发费用增量的20%，上限200万元。",
            [("rate", "eq", "20%", "%"), ("cap", "le", "200万元", "CNY")],
        ),
        (
            "免费提供办公场所3年，面积不超过500平方米。",
            [("duration", "eq", "3年", "a"), ("cap", "le", "500平方米", "m2")],
        ),
        ("提供办公场所，面积不超过500平方米，给予补助2万元。", [("amount", "eq", "2万元", "CNY")]),
        # The fourth and fifth year are no five years; a tax on use is no use.
        ("对租用厂房的企业，前三年免收租金，第四、五年减半收取。", [("duration", "eq", "三年", "a")]),
        (
            "房产税、土地使用税三年内按实际缴纳额的50%给予奖补。",
            [("duration", "eq", "三年", "a"), ("rate", "eq", "50%", "%")],
        ),
        ("设备使用三年以上的，按投资额的5%给予补助。", [("rate", "eq", "5%", "%")]),
        # What a grant was before is its baseline; what it covers from is none.
        ("对棉纱运费补贴从700元/吨上调至800元/吨。", [("rate", "eq", "800元/吨", "CNY/t")]),
        ("对棉纱按700元/吨给予运费补贴。", [("rate", "eq", "700元/吨", "CNY/t")]),
        # Land given and laid out; land that a zone has is none.
        ("对获评优秀的园区，奖励建设用地50亩。", [("amount", "eq", "50亩", "mu")]),
        ("每年安排不少于2000亩用地指标保障集群项目。", [("amount", "ge", "2000亩", "mu")]),
        ("对园区奖励10万元，安排2000亩建设标准厂房。", [("amount", "eq", "10万元", "CNY")]),
        # What a cap is raised to, and what it was.
        ("对技改项目给予补助，单个项目上限由300万元提高到500万元。", [("cap", "le", "500万元", "CNY")]),
        # Cheaper by so much for each; how much space is paid for; the first years.
        ("对进驻园区的企业，土地出让金每亩优惠2万元。", [("rate", "eq", "2万元", "CNY/mu")]),
        ("对进驻园区的企业给予优惠，亩均税收每亩增加2万元。", []),
        (
            "对厂房租金给予补贴，补贴面积不超过3000平方米。",
            [("cap", "le", "3000平方米", "m2")],
        ),
        ("对园区企业，税收地方部分头三年全额返还。", [("duration", "eq", "三年", "a")]),
        # Other words of granting; what is sold abroad for each bounds.
        ("对企业研发投入按175%加计扣除。", [("rate", "eq", "175%", "%")]),
        ("对入园企业水费减收20%。", [("rate", "eq", "20%", "%")]),
        ("对园区企业社保费由财政代缴50%。", [("rate", "eq", "50%", "%")]),
        ("对引进设备的企业，退还增值税地方留成的50%。", [("rate", "eq", "50%", "%")]),
        ("对流动资金贷款，财政贴补2个百分点。", [("rate", "eq", "2个百分点", "pp")]),
        ("对外贸企业，科技券每年最高抵扣10万元。", [("cap", "le", "10万元", "CNY")]),
        ("对外贸企业每出口1美元奖励0.05元。", [("amount", "eq", "0.05元", "CNY")]),
        ("对住房紧张的企业退还土地，用地减少20%。", []),
        # The treasury plans to lay out.
        ("县财政计划每年安排3亿元打造标志性产业链。", [("amount", "eq", "3亿元", "CNY")]),
    ],
)
def test_grants_by_year_share_and_bound(
    tmp_path: Path, text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert told(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "完善服务，第一年度产值增长50%，支持企业扩大生产。",
        "支持协作配套，引导企业采购本地产品，本地份额不低于采购总量三成。",
        "县财政收入计划3亿元，支持企业发展。",
    ],
)
def test_shares_and_sums_with_no_grant(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_steps_share_out_whom_they_are_for(tmp_path: Path) -> None:
    found, _ = incentives(tmp_path, "对引进的博士、硕士，分别给予10万元、3万元。")
    assert [row.beneficiary_text for row in found] == ["博士", "硕士"]
    found, _ = incentives(tmp_path, "对新认定的国家级、省级技术中心，分别奖励100万元、50万元。")
    assert [row.beneficiary_text for row in found] == ["国家级技术中心", "省级技术中心"]
    found, _ = incentives(
        tmp_path, "对新获批的国家级、省级实验室和企业技术中心，分别给予50万元、20万元奖励。"
    )
    assert [row.beneficiary_text for row in found] == [
        "国家级实验室和企业技术中心",
        "省级实验室和企业技术中心",
    ]
    found, _ = incentives(tmp_path, "对新认定的单项冠军企业和小巨人企业，分别奖励100万元、30万元。")
    assert [row.beneficiary_text for row in found] == ["单项冠军企业", "小巨人企业"]
    # two sums for the same two
    found, _ = incentives(tmp_path, "对引进的博士、硕士，给予10万元补助、3万元安家费。")
    assert {row.beneficiary_text for row in found} == {"博士、硕士"}


def test_a_cap_for_each_names_them_where_nobody_else_is(tmp_path: Path) -> None:
    found, _ = incentives(tmp_path, "对技改贷款按利息的30%贴息，单户企业每年最高300万元。")
    assert found[-1].beneficiary_text == "单户企业"
    found, _ = incentives(tmp_path, "对技改项目按投资额的10%补助，单个企业最高300万元。")
    assert found[-1].beneficiary_text == "技改项目"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part of a quota that is set apart; ground that was used, and what has been used of it
        ("每年新增建设用地指标的70%以上用于特色产业集群。", [("rate", "ge", "70%", "%")]),
        ("每年新增建设用地计划的四成用于园区。", [("rate", "eq", "四成", "%")]),
        ("全年新增建设用地1200亩。", []),
        # a fee that is bounded; one that is told
        ("为农机企业担保的费率不高于1.5%。", [("cap", "le", "1.5%", "%")]),
        ("担保公司为集群企业提供担保的，担保费率不高于1.2%。", [("cap", "le", "1.2%", "%")]),
        ("平均担保费率1.1%，比上年下降0.2个百分点。", []),
        # so much for each kilowatt-hour
        ("对冶炼企业按每千瓦时2分钱给予补贴。", [("rate", "eq", "2分钱", "CNY/kWh")]),
    ],
)
def test_quotas_fees_and_small_change(
    tmp_path: Path, text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert told(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市财政向市中小企业担保公司增资2000万元。", [("amount", "eq", "2000万元", "CNY")]),
        ("县金诚投资公司出资3000万元设立风险补偿资金池。", [("amount", "eq", "3000万元", "CNY")]),
        ("骏马纸业公司出资3000万元扩建厂房。", []),
        (
            "市担保公司为困难企业提供担保，费率不高于1.8%。",
            [("cap", "le", "1.8%", "%")],
        ),
    ],
)
def test_public_money_for_loans(tmp_path: Path, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(tmp_path, text) == expected
