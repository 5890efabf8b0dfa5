"""Projects: names, owners, sums, sizes and stages, and what is no project."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from jiqun.facts import extract
from jiqun.reading import find_documents, read_source
from jiqun.tables import Mention, Project, Row, Target

PLAN = "青石市人民政府关于加快产业集群发展的实施意见\n\n各县（区）人民政府：\n"
SIGNED = "\n青石市人民政府\n2015年3月6日\n"
REPORT = "青石市政府工作报告\n——2015年3月6日在市人民代表大会上\n一、2014年工作回顾\n"


def tables(tmp_path: Path, text: str, header: str = PLAN) -> dict[str, Sequence[Row]]:
    path = tmp_path / "source.txt"
    path.write_text(header + text + "\n" + (SIGNED if header == PLAN else ""), encoding="utf-8")
    (document,) = find_documents(read_source(path))
    return dict(extract(document))


def projects(tmp_path: Path, text: str, header: str = PLAN) -> list[Project]:
    return [row for row in tables(tmp_path, text, header)["projects"] if isinstance(row, Project)]


def names(tmp_path: Path, text: str, header: str = PLAN) -> list[str]:
    return [row.name or "" for row in projects(tmp_path, text, header) if row.kind == "project"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The owner is cut where a name remains; 以及 splits, brackets stay closed.
        (
            "推进中化青石重油催化裂解（CPP）、泓瑞锂业1万吨碳酸锂二期以及岭东工业园建设等项目。",
            ["青石重油催化裂解（CPP）", "1万吨碳酸锂二期", "岭东工业园建设"],
        ),
        # What is left without the owner would be no name: phases, changes to what is there.
        ("推进泓瑞汽车三、四期、玖合纸业一体化等项目。", ["泓瑞汽车三、四期", "玖合纸业一体化"]),
        # A shared head; a phase behind 项目; only a trailing 项目 is dropped.
        (
            "推进南安、晋江装备制造业基地、友达液晶模组生产项目三期等项目。",
            ["南安装备制造业基地", "晋江装备制造业基地", "液晶模组生产项目三期"],
        ),
        # 和 inside one name of a closed list does not split.
        ("扎实推进天然林保护、低丘岗地和低产林改造等重点工程建设。", ["天然林保护", "低丘岗地和低产林改造"]),
        # A firm by the place before it; a place of its own is no firm.
        ("推进上海姚辰扑克纸、泉州太阳能光伏产业园等项目。", ["扑克纸", "泉州太阳能光伏产业园"]),
        # Works that a firm does at home; what is said of a project is none of its name.
        ("华沅特钢总投资18.5亿元的连铸连轧技改，6月底前投产。", ["连铸连轧技改"]),
        ("总部大楼项目是开发区重点打造的支撑性战略项目，总投资30亿元。", ["总部大楼"]),
        # A counted group is no name, nor are the places that have it; what it lists is.
        ("青石市、河口县先后有28个项目集中开工。", []),
        ("青石开发区3个项目集中开工。", []),
        (
            "集中开工的4个项目分别是年产3000台补电车项目、青石养护服务中心、年产4万吨颗粒燃料生产线、毛刷生产线。",
            ["年产3000台补电车", "青石养护服务中心", "年产4万吨颗粒燃料生产线", "毛刷生产线"],
        ),
        ("全市15个项目包括装备、建材、食品等领域。", []),
        # What a text says of its projects is no name.
        ("园区紧紧围绕三大产业和二期工程项目，加大包装力度。", []),
        ("园区完成基础建设总投资4.5亿元。", []),
        # One that is spoken of already; 的 inside a brand parts nothing.
        ("总投资12亿元的泓瑞锂业碳酸锂二期项目开工，该项目分三期建设。", ["碳酸锂二期"]),
        ("总投资50亿元的芜湖美的厨热智能家电产业园项目签约。", ["厨热智能家电产业园"]),
        # Works on one product are one project.
        (
            "推进远拓集团电动车研发、制造及销售项目、泓瑞锂业碳酸锂二期等项目。",
            ["电动车研发、制造及销售", "碳酸锂二期"],
        ),
        # A work of a firm or size, and what becomes of it; what is intended, and where.
        ("远拓集团3万吨级船台交付使用。", ["3万吨级船台"]),
        ("岭东日处理污水2万吨的治污厂年底前建成。", ["日处理污水2万吨的治污厂"]),
        ("远拓集团有意在新港工业园建一个绿色船舶配套基地，总投资大概50亿元。", ["绿色船舶配套基地"]),
        # Items behind a colon.
        ("重点项目：年产20万吨己内酰胺、城西污水处理厂扩建。", ["年产20万吨己内酰胺", "城西污水处理厂扩建"]),
    ],
)
def test_names_in_lists(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert names(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "实施“323”工程，开展品牌提升工程、人才培育工程等重点工程。",
        "加快供水、供电、道路等基础设施项目建设。",
        "推进电子信息、装备制造等领域项目建设，建立项目库。",
        "对投资5000万元以上的技改项目，按设备投资额的5%给予补助。",
        "引进投资额3000万元以上的企业15家。",
        "共引进项目75个，申报科技计划项目8项。",
        "全年完成固定资产投资2000亿元，其中技改投资300亿元。",
        "市财政投入2亿元建设公共服务平台。",
    ],
)
def test_what_is_no_project(tmp_path: Path, text: str) -> None:
    assert projects(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "name", "sum_", "unit", "operator"),
    [
        ("推进投资46亿元的年产20万吨铜板带项目。", "年产20万吨铜板带", 4_600_000_000, "CNY", "eq"),
        ("泓瑞锂业碳酸锂二期项目总投资约8亿元。", "碳酸锂二期", 800_000_000, "CNY", "approx"),
        ("湘味坊三期（总投资18.6亿元、年产食品12万吨）开工建设。", "湘味坊三期", 1_860_000_000, "CNY", "eq"),
        ("远拓集团投资1.2亿美元在岭东建设精密铸造基地。", "精密铸造基地", 120_000_000, "USD", "eq"),
        ("远拓集团合资建设年产6万吨树脂项目，总投资超过5亿元。", "年产6万吨树脂", 500_000_000, "CNY", "ge"),
        ("总投资3亿元、年产10万套密封件的远拓集团橡塑基地正式开工。", "橡塑基地", 300_000_000, "CNY", "eq"),
        ("远拓集团年产6万吨树脂项目落户。该项目总投资5亿元。", "年产6万吨树脂", 500_000_000, "CNY", "eq"),
    ],
)
def test_sums(tmp_path: Path, text: str, name: str, sum_: int, unit: str, operator: str) -> None:
    (row,) = projects(tmp_path, text)
    assert (row.name, row.investment, row.investment_unit) == (name, Decimal(sum_), unit)
    assert row.investment_operator == operator


def test_sum_of_several_is_the_programmes(tmp_path: Path) -> None:
    rows = projects(
        tmp_path, "先后投资3亿多元完成污水处理厂、县城街道综合改造、沮河二桥维修等工程建设。", REPORT
    )
    programme = [row for row in rows if row.kind == "programme"]
    assert [(row.investment, row.investment_operator) for row in programme] == [
        (Decimal(300_000_000), "approx")
    ]
    assert [(row.name, row.investment, row.stage) for row in rows if row.kind == "project"] == [
        ("污水处理厂", None, "operational"),
        ("县城街道综合改造", None, "operational"),
        ("沮河二桥维修", None, "operational"),
    ]


def test_sums_shared_out(tmp_path: Path) -> None:
    rows = projects(tmp_path, "远拓集团树脂项目、泓瑞锂业碳酸锂项目分别投资14亿元、46亿元。")
    assert [(row.name, row.investment) for row in rows] == [
        ("远拓集团树脂", Decimal(1_400_000_000)),
        ("碳酸锂", Decimal(4_600_000_000)),
    ]


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("推进远拓集团年产20万吨铜板带项目。", "年产20万吨", 200_000, "t/a"),
        ("推进远拓集团日处理40吨鲜奶项目。", "日处理40吨", 40, "t/d"),
        ("推进远拓集团30万套车桥扩能项目。", "30万套", 300_000, "1"),
        ("推进远拓集团1200万吨炼油项目。", "1200万吨", 12_000_000, "t"),
        ("投资8500万元的岭东电镀中心年内动工，日处理废水2000吨。", "日处理废水2000吨", 2000, "t/d"),
    ],
)
def test_sizes(tmp_path: Path, text: str, printed: str, value: int, unit: str) -> None:
    (row,) = projects(tmp_path, text)
    assert (row.capacity_text, row.capacity, row.capacity_unit) == (printed, Decimal(value), unit)


def test_land_and_inches_are_no_size(tmp_path: Path) -> None:
    (row,) = projects(tmp_path, "投资8亿元的远拓集团12英寸晶圆项目开工建设，占地300亩。")
    assert row.capacity is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("推进远拓集团树脂二期项目。", "unspecified"),
        ("远拓集团树脂二期年内投产。", "under_construction"),
        ("远拓集团树脂二期明年上半年开工。", "planned"),
        ("拟建的远拓集团树脂二期，2018年建成投产。", "planned"),
        ("远拓集团树脂二期主体工程已完工。", "under_construction"),
        ("远拓集团树脂二期已建成投产。", "operational"),
        ("远拓集团树脂二期去年10月投产。", "operational"),
        ("远拓集团树脂二期签约落户。", "signed"),
        ("正在洽谈的远拓集团树脂二期项目力争年内签约。", "negotiating"),
        ("启动远拓集团树脂二期前期工作。", "planned"),
        ("推进远拓集团树脂二期等项目，2018年底前全部投产。", "under_construction"),
        ("远拓集团树脂二期项目正在安装设备。", "under_construction"),
        ("加快总投资10亿元的远拓集团树脂二期建设。", "under_construction"),
        ("推进总投资10亿元的远拓集团树脂二期建设。", "unspecified"),
        # A heading run in to the paragraph tells the stage; one that names no stage does not.
        ("（一）续建项目。推进远拓集团树脂二期项目。", "under_construction"),
        ("（一）拟建项目。推进远拓集团树脂二期项目。", "planned"),
        ("（一）重点项目。推进远拓集团树脂二期项目。", "unspecified"),
    ],
)
def test_stages(tmp_path: Path, text: str, stage: str) -> None:
    (row,) = projects(tmp_path, text)
    assert row.stage == stage


def test_a_framework_is_negotiated_and_its_sum_rough(tmp_path: Path) -> None:
    (row,) = projects(tmp_path, "远拓集团与市政府签署框架协议，有意投资8亿元建设甲醇基地。", REPORT)
    assert (row.name, row.stage, row.investment_operator) == ("甲醇基地", "negotiating", "approx")


@pytest.mark.parametrize(
    ("text", "count", "sum_", "bound", "stage"),
    [
        ("推进950项、总投资5800亿项目实施。", 950, 580_000_000_000, None, "unspecified"),
        ("推进投资额在5亿元以上的113个重点在建项目。", 113, None, "投资额在5亿元以上", "under_construction"),
        ("谋划动力电池回收、石墨负极材料等10个重大项目。", 10, None, None, "planned"),
        ("另有9个、总投资97亿元的配套项目正在洽谈。", 9, 9_700_000_000, None, "negotiating"),
        ("上述4个项目合计总投资13.2亿元。", 4, 1_320_000_000, None, "unspecified"),
        # The sum behind the members is the group's, not the last member's; 只 counts projects too.
        (
            "集中签约项目6个，包括海沅燃机项目、岭东综合开发项目等，总投资额60亿元。",
            6,
            6_000_000_000,
            None,
            "signed",
        ),
        ("总投资200亿元的25只重大项目集中开工。", 25, 20_000_000_000, None, "under_construction"),
        ("１１个项目因用地没有落实，未能如期开工。", 11, None, None, "planned"),
    ],
)
def test_programmes(
    tmp_path: Path, text: str, count: int, sum_: int | None, bound: str | None, stage: str
) -> None:
    (row,) = [row for row in projects(tmp_path, text) if row.kind == "programme"]
    assert (row.project_count, row.stage) == (count, stage)
    assert row.investment == (Decimal(sum_) if sum_ else None)
    assert row.investment_text == (bound if sum_ is None else row.investment_text)


def test_parts_of_a_programme(tmp_path: Path) -> None:
    text = "全年实施亿元以上项目213个，其中10亿元以上29个；新开工项目37个，竣工15个，入园项目46个。"
    rows = projects(tmp_path, text, REPORT)
    assert [(row.project_count, row.stage, row.investment_text) for row in rows] == [
        (213, "unspecified", "亿元以上"),
        (29, "unspecified", "10亿元以上"),
        (37, "under_construction", None),
        (15, "operational", None),
    ]


def test_a_project_named_again_is_one_row(tmp_path: Path) -> None:
    text = "推进远拓集团年产6万吨树脂、泓瑞锂业碳酸锂二期等项目。\n年产6万吨树脂项目年内投产。"
    assert names(tmp_path, text) == ["年产6万吨树脂", "碳酸锂二期"]


def test_numbers_of_a_project_are_no_targets(tmp_path: Path) -> None:
    found = tables(
        tmp_path, "推进总投资12亿元的远拓集团年产6万吨树脂项目。\n到2018年，全市工业总产值力争达到500亿元。"
    )
    mentions = {row.quote: row.fact_table for row in found["mentions"] if isinstance(row, Mention)}
    assert (mentions["12亿元"], mentions["6万吨"], mentions["500亿元"]) == ("projects", "projects", "targets")
    assert [row.value for row in found["targets"] if isinstance(row, Target)] == [Decimal(50_000_000_000)]


def test_a_restated_sum_is_a_duplicate(tmp_path: Path) -> None:
    found = tables(tmp_path, "远拓集团年产6万吨树脂项目总投资5.2亿美元（约合人民币36.4亿元）。")
    reasons = {row.quote: row.reason for row in found["mentions"] if isinstance(row, Mention)}
    assert reasons["36.4亿元"] == "duplicate"


TABBED = (
    "近期重点项目如下（单位：万元）：\n"
    "序号\t项目名称\t建设单位\t总投资\t2015年计划投资\t建设规模\t进度\n"
    "①\t羊绒分梳车间（一期）\t绒远集团\t42000\t18000\t年产无毛绒1500吨\t在建\n"
    "②\t密封条生产线\t亚拓密封\t36500\t12000\t年产8000万米\t拟建\n"
)
SPACED = (
    "重点项目一览表\n"
    "项目名称    投资主体    投资额（亿元）    进展情况\n"
    "精密铸件扩产项目    宏拓机械    1.8    已投产\n"
    "智能家居产业园    美远集团    12    前期\n"
)


def test_entries_of_a_list(tmp_path: Path) -> None:
    text = (
        "专栏　重点项目\n林海家居年产50万立方米刨花板：总投资8.2亿元，设备调试，2016年投产。\n"
        "青石电子信息产业园：总投资18亿元，前期工作，2016年开工。\n主要目标：总投资达到300亿元。"
    )
    rows = [row for row in projects(tmp_path, text) if row.kind == "project"]
    assert [(row.name, row.enterprise_text, row.investment, row.stage) for row in rows] == [
        ("年产50万立方米刨花板", "林海家居", Decimal(820000000), "under_construction"),
        ("青石电子信息产业园", None, Decimal(1800000000), "planned"),
    ]


def test_parts_told_by_stage_in_the_next_sentence(tmp_path: Path) -> None:
    text = "全市实施重点项目236个，总投资1480亿元。已竣工投产74个，在建129个。"
    rows = [row for row in projects(tmp_path, text, REPORT) if row.kind == "programme"]
    assert [(row.project_count, row.stage) for row in rows][1:] == [
        (74, "operational"),
        (129, "under_construction"),
    ]


def test_a_table_set_by_tabs(tmp_path: Path) -> None:
    found = tables(tmp_path, TABBED)
    rows = [row for row in found["projects"] if isinstance(row, Project)]
    assert [(row.name, row.enterprise_text, row.investment, row.stage) for row in rows] == [
        ("羊绒分梳车间（一期）", "绒远集团", Decimal(420_000_000), "under_construction"),
        ("密封条生产线", "亚拓密封", Decimal(365_000_000), "planned"),
    ]
    assert [(row.capacity, row.capacity_unit) for row in rows] == [
        (Decimal(1500), "t/a"),
        (Decimal(80_000_000), "m/a"),
    ]
    mentions = {row.quote: row for row in found["mentions"] if isinstance(row, Mention)}
    assert (mentions["18000"].value, mentions["18000"].unit) == (Decimal(180_000_000), "CNY")
    assert mentions["18000"].fact_table != "projects"


def test_a_table_set_by_blanks(tmp_path: Path) -> None:
    rows = projects(tmp_path, SPACED)
    assert [(row.name, row.enterprise_text, row.investment, row.stage) for row in rows] == [
        ("精密铸件扩产", "宏拓机械", Decimal(180_000_000), "operational"),
        ("智能家居产业园", "美远集团", Decimal(1_200_000_000), "planned"),
    ]


def test_another_table_holds_no_project(tmp_path: Path) -> None:
    assert (
        projects(tmp_path, "序号\t姓名\t单位\t职务\n1\t张三\t市工程局\t局长\n2\t李四\t市规划局\t处长\n") == []
    )


@pytest.mark.parametrize(
    ("text", "region"),
    [
        # An investor's origin in another province is not the project's region; a place at home is.
        ("推进投资5亿元的香港丰利集团红木家具城项目建设。", (None, "350100")),
        ("推进投资5亿元的厦门金龙集团节能客车项目建设。", ("厦门", "350200")),
        ("推进台湾鼎元福清LED产业基地、厦门船厂修造船等项目建设。", ("福清", "350181")),
    ],
)
def test_region_is_not_an_investors_origin(tmp_path: Path, text: str, region: tuple[str | None, str]) -> None:
    header = "福州市人民政府关于加快产业集群发展的实施意见\n\n各县（市）区人民政府：\n"
    row = projects(tmp_path, text, header)[0]
    assert (row.region_text, row.region_code) == region


def test_a_sum_told_later_is_the_projects_own(tmp_path: Path) -> None:
    (row,) = projects(
        tmp_path, "泓瑞锂业碳酸锂二期项目开工建设。\n泓瑞锂业碳酸锂二期项目总投资12亿元，占地200亩。", REPORT
    )
    assert (row.investment, row.stage) == (Decimal(1200000000), "under_construction")


def test_a_group_told_again_with_its_sum_is_one(tmp_path: Path) -> None:
    text = "签约项目27个，合同金额120亿元。\n据悉，此次活动共签约项目27个，合同金额120亿元。"
    assert len(projects(tmp_path, text, REPORT)) == 1
    assert (
        len(projects(tmp_path, text.replace("27个，合同金额120亿元。\n", "26个，合同金额90亿元。\n"), REPORT))
        == 2
    )


def test_work_begun_in_a_quarter_that_is_not_over(tmp_path: Path) -> None:
    text = "青石县三季度集中开工项目31个，总投资116亿元。"
    header = "青石县重大项目集中开工\n发布日期：2024-09-20\n"
    assert [row.stage for row in projects(tmp_path, text, header)] == ["under_construction"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A firm's name of four characters is whole; 长安 takes 汽车 with it.
        ("推进华沅纸业文化纸二期、泓瑞专汽新能源底盘一期等项目。", ["文化纸二期", "新能源底盘一期"]),
        # A firm before a size; a power plant is named after where it stands.
        ("华沅新材料10万吨粗苯精制项目6月开工。", ["10万吨粗苯精制"]),
        ("原安100兆瓦风电场全容量并网。", ["原安100兆瓦风电场"]),
        # What a firm's ending and the word behind it make together is a product.
        ("国轩公司扩大产能。推进国轩电池材料基地（总投资15亿元）建设。", ["电池材料基地"]),
        # Whom somebody talks with is no part of the name.
        ("园区正与广东客商洽谈运动服装项目，意向投资约5亿元。", ["运动服装"]),
        # What becomes of a phase is none of its name.
        ("投资3.6亿元的恒达物流园一期入驻商户38户。", ["恒达物流园一期"]),
        # Members that have a predicate each; clauses that share the last one's.
        (
            "远拓集团碳纤维基地项目成功落户、泓瑞集团年产2万吨铜箔项目全面投产。",
            ["碳纤维基地", "年产2万吨铜箔"],
        ),
        (
            "青石卫星工厂、30万吨负极材料一期项目，河口县建材产业园项目，远拓集团尾矿利用项目等现场签约。",
            ["青石卫星工厂", "30万吨负极材料一期", "河口县建材产业园", "尾矿利用"],
        ),
        # Three that are each called a project are projects; kinds of projects are none.
        (
            "共涉及硅基产业链项目、煤层气开发利用项目、生物化工扩能项目四个子项目。",
            ["硅基产业链", "煤层气开发利用", "生物化工扩能"],
        ),
        ("涉及技改项目、研发项目、基建项目三类项目。", []),
        # A subject is no name.
        ("签约金额最高的项目为远拓集团有限公司与河口县签订的产业链等系列项目。", []),
    ],
)
def test_names_beside_firms_and_predicates(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert names(tmp_path, text) == expected


def test_a_bound_without_digits_is_no_sum(tmp_path: Path) -> None:
    rows = projects(tmp_path, "完成投资亿元以上的10万吨高纯晶硅、35吉瓦单晶硅等8个项目。", REPORT)
    assert [row.investment for row in rows] == [None, None, None]
    (row,) = projects(tmp_path, "总投资2亿元的10万吨高纯晶硅项目开工。", REPORT)
    assert row.investment == Decimal(200_000_000)


def test_the_sum_of_a_counted_list_is_the_groups(tmp_path: Path) -> None:
    rows = projects(
        tmp_path, "远拓钢结构基地、泓瑞智慧科技园、华沅铜箔二期三个项目正式启动，总投资达19.1亿元。"
    )
    groups = [(row.project_count, row.investment) for row in rows if row.kind == "programme"]
    assert groups == [(3, Decimal(1_910_000_000))]


def test_parts_of_a_group_by_their_stage(tmp_path: Path) -> None:
    rows = projects(tmp_path, "推进远拓铜箔二期、泓瑞锂业碳酸锂三期等5个在建项目，确保年底前3个投产。")
    assert [(row.name or row.project_count, row.stage) for row in rows] == [
        ("远拓铜箔二期", "under_construction"),
        ("碳酸锂三期", "under_construction"),
        (5, "under_construction"),
        (3, "under_construction"),
    ]
    # A batch that is told by its number is no count.
    assert projects(tmp_path, "这是继今年前四批重点项目集中开工后的又一热潮。") == []


def test_all_parts_of_a_group_share_its_stage(tmp_path: Path) -> None:
    rows = projects(
        tmp_path, "共签约项目86个，总投资412亿元，其中10亿元以上项目9个，5亿元以上项目21个。", REPORT
    )
    assert [(row.project_count, row.stage) for row in rows] == [(86, "signed"), (9, "signed"), (21, "signed")]


def rows_of(tmp_path: Path, text: str) -> list[tuple[str | None, Decimal | None]]:
    return [(row.name, row.investment) for row in projects(tmp_path, text, REPORT) if row.kind == "project"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The word for a sum stands with the first member; a bound on each is no sum.
        (
            "总投资50亿元的泓瑞锂业碳酸锂、30亿元的远拓铜箔、28亿元的华沅铝箔等重大项目加快建设。",
            [("碳酸锂", 5_000_000_000), ("远拓铜箔", 3_000_000_000), ("华沅铝箔", 2_800_000_000)],
        ),
        # Who builds it stands between the name and the sum, or in a clause of its own.
        ("储能电池产业园项目由远拓集团投资35亿元建设。", [("储能电池产业园", 3_500_000_000)]),
        ("储能电池产业园项目，由远拓集团投资35亿元建设，占地500亩。", [("储能电池产业园", 3_500_000_000)]),
        ("储能电池产业园由远拓集团投资建设，总投资35亿元。", [("储能电池产业园", 3_500_000_000)]),
        ("由远拓集团投资35亿元建设的储能电池产业园开工。", [("储能电池产业园", 3_500_000_000)]),
        # A clause that tells where it lies, before the sum; the contents of a project are none.
        ("华沅汽车轮毂（二期）项目位于岭东组团，计划总投资5亿元。", [("华沅汽车轮毂（二期）", 500_000_000)]),
        (
            "远拓树脂二期项目总投资5亿元，主要建设内容为3×50MW余热发电机组项目。",
            [("远拓树脂二期", 500_000_000)],
        ),
        # The project of the sentence before; 该项目 with none before it is nothing.
        ("纸面石膏板项目正在安装设备。该项目总投资10.6亿元。", [("纸面石膏板", 1_060_000_000)]),
        ("该项目总投资3.5亿元，建设加氢装置、制氢装置。", []),
        # A sum that speaks of what follows.
        (
            "远拓集团投资3亿元，建设年产2万吨铜箔项目，投资5亿元，建设年产8万吨树脂项目。",
            [("年产2万吨铜箔", 300_000_000), ("年产8万吨树脂", 500_000_000)],
        ),
        # A bracket behind 项目; a list's sum that is the group's.
        ("泓瑞锂业碳酸锂项目（一期建设2万吨）总投资45亿元。", [("碳酸锂", 4_500_000_000)]),
        ("集中开工项目48个，主要是民生工程、产业带动项目，总投资23亿元。", []),
        # Its land before its sum; what is spent on land is none.
        ("远拓集团的电解液项目占地260亩、投资8.5亿元，上月开工。", [("电解液", 850_000_000)]),
        # Several that share one sum are several.
        (
            "推进玉米物流园、远拓集团乳酸生产、10万吨玉米油项目，预计总投资17.9亿元。",
            [("玉米物流园", None), ("乳酸生产", None), ("10万吨玉米油", None)],
        ),
        # Plants without a name keep what is done to them.
        ("投资1.8亿元扩建污水处理厂。", [("扩建污水处理厂", 180_000_000)]),
    ],
)
def test_sums_as_news_print_them(tmp_path: Path, text: str, expected: list[tuple[str, int | None]]) -> None:
    assert rows_of(tmp_path, text) == [(name, Decimal(value) if value else None) for name, value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A list behind what it is a list of; kinds of projects are none.
        (
            "投资30亿元以上的大项目有：青石抽水蓄能电站项目、远拓集团碳纤维项目、岭东风电项目等。",
            ["青石抽水蓄能电站", "碳纤维", "岭东风电"],
        ),
        # 等 inside a word closes no list.
        ("远拓集团年产20万吨高等级溶剂项目竣工。", ["年产20万吨高等级溶剂"]),
        # Two lists in one clause.
        (
            "引进了吉远电子、永远电子等科技含量高的亿元项目和泰远铜业、广远铜业等2个铜加工项目。",
            ["吉远电子", "永远电子", "泰远铜业", "广远铜业"],
        ),
        # A place before a zone is no firm; what is left without the firm is a name.
        ("青石县屏都综合新区低坡开发一期项目开工。", ["青石县屏都综合新区低坡开发一期"]),
        ("总投资8亿元的南山文化生态园开工。", ["南山文化生态园"]),
        # Words before a name: 为 is none of it, 和 may be its first.
        ("为沮河抽水蓄能电站二期等22个项目集中签约。", ["沮河抽水蓄能电站二期"]),
        ("河口县2020年第一批重点建设项目集中开工。", []),
        ("企业的一期工程正常生产。", []),
        # Works that a count closes, and what becomes of them; trades that it closes are none.
        (
            "莆远高速公路连接线等2个项目竣工，明远生态养殖厂区等4个在建项目有序推进。",
            ["莆远高速公路连接线", "明远生态养殖厂区"],
        ),
        ("装备制造、新材料等15个项目开工。", []),
        # What is told of a project as it stands; who went to see it; a campaign.
        ("远拓集团年产5GW光伏组件项目目前也在推进中。", ["年产5GW光伏组件"]),
        ("河口县坚持招商引资“一号工程”和项目建设不动摇。", []),
        ("记者走进远拓集团石墨材料项目现场。该项目总投资165亿元。", ["石墨材料"]),
        ("德州招商引资项目5月份集中开工。", []),
        # The sentence opens with the project, its sum stands two clauses behind.
        ("泓远材料产业园项目位于笔山村，项目用地约1300亩，计划总投资17亿元。", ["泓远材料产业园"]),
        # A plant with its size in brackets.
        ("勤远污水处理厂（日处理能力1.5万吨）年底前投运。", ["勤远污水处理厂"]),
    ],
)
def test_names_as_news_print_them(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert names(tmp_path, text, REPORT) == expected


def test_a_headline_and_the_text_name_one_project(tmp_path: Path) -> None:
    header = "河口县鲜食玉米加工项目开工\n2015年3月6日\n"
    text = "远拓食品科技有限公司鲜食玉米加工项目开工，该项目总投资4亿元，将分三期建设。"
    assert names(tmp_path, text, header) == ["鲜食玉米加工"]
    both = "福清市鲜食玉米加工项目开工。晋江市鲜食玉米加工项目开工。"
    assert names(tmp_path, both, REPORT) == ["福清市鲜食玉米加工", "晋江市鲜食玉米加工"]


def test_a_group_told_first_without_its_sum_is_one(tmp_path: Path) -> None:
    text = "27个项目集中开工。总投资约122亿元的27个项目集中开工。"
    rows = projects(tmp_path, text, REPORT)
    assert [(row.project_count, row.investment) for row in rows] == [(27, Decimal(12_200_000_000))]
    found = tables(tmp_path, text, REPORT)["mentions"]
    assert [row.reason for row in found if isinstance(row, Mention) and row.quote == "27个"] == [
        "duplicate",
        None,
    ]
    # Few may be others.
    few = "3个项目集中开工。总投资约12亿元的3个项目集中开工。"
    assert len(projects(tmp_path, few, REPORT)) == 2


def test_what_opens_a_passage_tells_the_stage(tmp_path: Path) -> None:
    text = (
        "竣工项目中，西环高速公路总投资18亿元；鱼远水库总投资5亿元。\n"
        "签约项目中，远拓集团计划投资20亿元建设储能电池产业园项目。\n"
        "华沅汽车轮毂二期项目总投资3亿元。"
    )
    rows = projects(tmp_path, text, REPORT)
    assert [row.stage for row in rows] == ["operational", "operational", "signed", "unspecified"]


def test_a_project_is_in_the_trade_of_its_name_not_of_its_firm(tmp_path: Path) -> None:
    (row,) = projects(tmp_path, "嘉陵果业投资2亿元的铝型材加工项目开工建设。")
    assert row.industry_text is not None and row.industry_text.startswith("铝")
    (row,) = projects(tmp_path, "嘉陵果业投资2亿元的检测中心项目开工建设。")
    assert row.industry_text is None


def test_what_is_being_talked_over_is_a_group_with_its_sum(tmp_path: Path) -> None:
    (row,) = projects(tmp_path, "在谈储备项目21个，意向投资约88亿元。")
    assert (row.project_count, row.investment) == (21, Decimal(8_800_000_000))
    assert row.quote.startswith("在谈")
