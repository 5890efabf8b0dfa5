"""Lists of projects as news and notices print them: called so one by one, told by what becomes of them,
counted, and told again. A sentence for each rule, one it must leave alone.
"""

from __future__ import annotations

import pytest

from jiqun.tables import Project
from texts import read

_NEWS = "青石市重点项目建设扎实推进\n2015年3月6日\n{body}\n"


def told(body: str) -> list[Project]:
    """The projects of a report of news, in order."""
    return [row for row in read(_NEWS.format(body=body))["projects"] if isinstance(row, Project)]


def names(body: str) -> list[str]:
    """Names of the projects, without the counted groups."""
    return [row.name or "" for row in told(body) if row.kind == "project"]


def groups(body: str) -> list[tuple[int | None, int | None, str]]:
    """(count, sum, stage) of the counted groups."""
    return [
        (row.project_count, None if row.investment is None else int(row.investment), row.stage)
        for row in told(body)
        if row.kind == "programme"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Each called a project, and gone to see.
        (
            "市领导先后观摩了恒拓生物公司年产2000吨中间体项目、岭东物流园建设项目，以及远拓集团石墨负极项目。",
            ["年产2000吨中间体", "岭东物流园建设", "石墨负极"],
        ),
        ("在远拓集团年产5万台水泵项目建设现场，工人正在施工。", ["年产5万台水泵"]),
        ("企业可申报科技计划项目、重点研发项目和技改项目。", []),
        ("市领导观摩了一批重大项目和民生项目。", []),
        # The last members of such a list need not be called so; 产业链有 and 如 are no part of a name.
        (
            "产业项目包括青石新材料基地项目、河口电子产业园项目（一期）、远拓科技产业园（二期）等。",
            ["青石新材料基地", "河口电子产业园（一期）", "远拓科技产业园（二期）"],
        ),
        (
            "新材料产业链有改性工程塑料项目、远拓集团PA66纺织材料项目。",
            ["改性工程塑料", "PA66纺织材料"],
        ),
        # 和 behind 项目 parts two.
        (
            "远拓集团生态园项目和药用植物种植及加工项目，投资总额达30亿元。",
            ["远拓集团生态园", "药用植物种植及加工"],
        ),
        # A list without 项目, and what becomes of its members; firms alone are none.
        (
            "远拓集团每小时3万瓶灌装线、恒宏管业年产8000吨管材分别于3月和9月投产。",
            ["每小时3万瓶灌装线", "年产8000吨管材"],
        ),
        ("远拓集团、恒宏管业相继投产。", []),
        ("全市医药、纺织加快建设。", []),
        # Which projects a list tells; trades are none.
        (
            "续建项目有远炼化工搬迁改造、城东产业升级综合利用等项目。",
            ["远炼化工搬迁改造", "城东产业升级综合利用"],
        ),
        ("续建项目有电力、交通、水利等项目。", []),
        # Firms that stand for counted projects of which a stage is told.
        ("推动臻秦、亿鸿展盛、鑫鸣等19个项目开工建设。", ["臻秦", "亿鸿展盛", "鑫鸣"]),
        ("推动新材料、装备制造、食品等19个项目开工建设。", []),
        # As many as counted, with commas among them.
        (
            "同意青石市4个重大项目开展前期工作，分别是西湾煤矿、杭来煤矿，高家煤矿和西卓煤矿，规模870万吨/年。",
            ["西湾煤矿", "杭来煤矿", "高家煤矿", "西卓煤矿"],
        ),
        # A firm's full name goes whole, with the place it opens with; what kind of project it is goes, too.
        ("总投资2亿元的青石远拓科技发展有限公司岩板基地项目开工。", ["岩板基地"]),
        ("市领导观摩了商务区建设项目恒融（河南）信息有限公司呼叫中心项目。", ["呼叫中心"]),
        # A zone without the name of its place is no firm, 工程机械 no 工程.
        (
            "经开区半导体特色生态产业园、远拓科技创新产业园等2个项目开工。",
            ["经开区半导体特色生态产业园", "远拓科技创新产业园"],
        ),
        ("远拓集团总投资1亿元的工程机械驾驶舱项目开工。", ["工程机械驾驶舱"]),
        # Products of one project; two works are two.
        ("远拓集团投资1.5亿元的光栅板、探照灯项目开工。", ["光栅板、探照灯"]),
        ("远拓集团投资1.5亿元的光栅板二期、探照灯技改项目开工。", ["光栅板二期", "探照灯技改"]),
        ("远拓集团年产150万吨甲醇、40万吨醋酸项目年内投产。", ["年产150万吨甲醇、40万吨醋酸"]),
        (
            "远拓气体年产50万立方米乙炔、氧气等标准气体项目位于岭东工业园。",
            ["年产50万立方米乙炔、氧气等标准气体"],
        ),
        ("推进远拓集团年产150万吨甲醇、恒宏管业扩建等重点项目。", ["年产150万吨甲醇", "恒宏管业扩建"]),
        # One of which more is told; a kind is none, a place's trade neither.
        ("冬虫夏草饮料项目已进入中试。", ["冬虫夏草饮料"]),
        ("农业项目已完成投资3亿元。", []),
        ("推动山西省现代煤化工项目建设，落实前期工作。", []),
        # A work that is to be built, and when, behind a comma.
        ("扩建印染污水处理厂（日处理2万吨），年底前建成投用。", ["印染污水处理厂"]),
        ("建设一批标准化示范基地，年底前建成。", []),
        # A short name of one told before, unless it is another's.
        ("远拓集团年产20万吨再生铝项目签约。\n远拓再生铝项目二季度开工。", ["年产20万吨再生铝"]),
        (
            "远拓集团年产20万吨再生铝项目签约。\n恒宏管业再生铝项目二季度开工。",
            ["年产20万吨再生铝", "再生铝"],
        ),
        (
            "推进远拓矿业有限公司200万吨/年煤制油项目、恒宏矿业有限公司200万吨/年煤制油项目等项目。",
            ["200万吨/年煤制油", "200万吨/年煤制油"],
        ),
        # Commas in a list of works; a figure before it is none.
        (
            "确保鑫旺公司一期40万吨氧化铝、9万吨铝锭，远拓集团20万吨PVC深加工等项目建成投产。",
            ["鑫旺公司一期40万吨氧化铝", "9万吨铝锭", "20万吨PVC深加工"],
        ),
        ("全市钢材产能达到20万吨，远拓集团碳酸锂二期等项目投产。", ["碳酸锂二期"]),
        # A work that is begun, without the word 项目; its owner, place or size must be told.
        ("开工建设远拓集团水泵生产基地，完成投资2亿元。", ["水泵生产基地"]),
        ("新开工标准化养殖基地，完成投资2亿元。", []),
        # A firm ends before the product that its ending describes.
        ("总投资5亿元的芳奎环保设备研发基地项目签约。", ["环保设备研发基地"]),
        ("总投资5亿元的芳奎环保滤袋二期项目签约。", ["滤袋二期"]),
        # The comma in a chemical's name; one between sizes parts.
        ("远拓集团年产30万吨1，4-丁二醇项目开工。", ["年产30万吨1，4-丁二醇"]),
        # Products before the sum; two works with one sum are two.
        ("润地褐煤提质、石灰石利用及硅片切割项目总投资29亿元。", ["润地褐煤提质、石灰石利用及硅片切割"]),
        ("远拓集团水泵基地、恒宏管业二期项目总投资29亿元。", ["水泵基地", "恒宏管业二期"]),
        # Where a project settles is none itself.
        ("远拓集团水泵搬迁项目落户岭东工业区，总投资9000万元。", ["水泵搬迁"]),
        # Two works and their count.
        ("西昌商贸物流中心和会理水果交易中心两个项目开工。", ["西昌商贸物流中心", "会理水果交易中心"]),
        ("青石市和河口县两个项目开工。", []),
        # A work that no firm can be cut from; what part of a project is told of; a firm that stands for one.
        ("江北唐家沱污水处理厂四期扩建工程开工建设。", ["江北唐家沱污水处理厂四期扩建工程"]),
        ("远拓集团8GW电池组件项目部分生产线投产。", ["8GW电池组件"]),
        ("推进海航通航产业园、东土科技等重大项目。", ["通航产业园", "东土科技"]),
        ("推进重大科技、民生科技等重大项目。", []),
        ("大力支持远拓集团水泵扩能项目。", ["水泵扩能"]),
        ("大力支持技改项目。", []),
        # Phases with a sum or a date; 一期 that only tells how large it is gives none.
        (
            "远拓集团年产3万吨轴承项目总投资45亿元，一期投资18亿元，今年10月开工。",
            ["年产3万吨轴承", "年产3万吨轴承一期"],
        ),
        ("恒宏管业轴承线一期已投产，二期拟于2016年10月开工。", ["轴承线一期", "轴承线二期"]),
        ("恒宏管业年产3万吨轴承项目总投资3亿元，一期厂房很大。", ["年产3万吨轴承"]),
    ],
)
def test_names(body: str, expected: list[str]) -> None:
    assert names(body) == expected


def test_entries_below_a_heading() -> None:
    """What stands below 在建项目： is a project without any mark, and has that stage."""
    body = (
        "1、已投产项目：\n斯瑞换热器：总投资1.2亿元，占地100亩。\n"
        "2、在建项目：\n伟嘉纺织：总投资6亿元，拟建建筑面积13万平米。\n立峰挖机：总投资4亿元，占地177亩。\n"
        "三、措施\n资金来源：总投资6亿元。\n"
    )
    assert [(row.name, row.stage, row.capacity) for row in told(body)] == [
        ("斯瑞换热器", "operational", None),
        ("伟嘉纺织", "under_construction", None),
        ("立峰挖机", "under_construction", None),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # One group, told again by words that point back; two of one size and stage apart are two.
        (
            "开发区4个重大项目集中开工。这次开工的4个项目总投资6.5亿元。",
            [(4, 650000000, "under_construction")],
        ),
        (
            "东区4个项目集中开工。西区新开工项目4个。",
            [(4, None, "under_construction"), (4, None, "under_construction")],
        ),
        # A sum behind parts that make up the whole is the whole's; else the last part's.
        (
            "全区有重点项目120个，其中，续建项目62个，前期项目20个，新开工项目38个，计划总投资310亿元。",
            [
                (120, 31000000000, "unspecified"),
                (62, None, "under_construction"),
                (20, None, "planned"),
                (38, None, "under_construction"),
            ],
        ),
        (
            "全区有重点项目120个，其中，续建项目62个，新开工项目38个，计划总投资310亿元。",
            [(62, None, "under_construction"), (38, 31000000000, "under_construction")],
        ),
        # What becomes of drawn-up projects; what a project has is no group.
        ("友进绿色工厂等20个储备项目提前开工。", [(20, None, "under_construction")]),
        ("目前，项目16个煤仓正在进行主体施工。", []),
        # Parts behind 其中， are of the stage of the whole.
        (
            "此次集中开工项目共38个，总投资186亿元。其中，产业项目21个，总投资124亿元。",
            [(38, 18600000000, "under_construction"), (21, 12400000000, "under_construction")],
        ),
    ],
)
def test_groups(body: str, expected: list[tuple[int | None, int | None, str]]) -> None:
    assert groups(body) == expected


def test_the_parts_of_a_group_in_its_bracket_are_told_without_its_marks() -> None:
    body = "在建项目28个，总投资52亿元（包括：续建项目14个，总投资30亿元；新开工项目14个，总投资22亿元）。"
    found = [row.name_text for row in told(body)]
    assert found[-2:] == ["续建项目14个，总投资30亿元", "新开工项目14个，总投资22亿元"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # The stage of the group that lists its members, in the sentence or before it.
        (
            "集中开工的2个项目总投资6亿元，分别是远拓集团投资2亿元的特种钢管项目、恒宏管业投资4亿元的母合金项目。",
            [("特种钢管", "under_construction"), ("母合金", "under_construction")],
        ),
        (
            "总投资6亿元的2个项目集中开工。这2个项目分别为：总投资2亿元的远拓集团特种钢管项目；总投资4亿元的恒宏管业母合金项目。",
            [("特种钢管", "under_construction"), ("母合金", "under_construction")],
        ),
        # What a sentence says of a project once it runs tells nothing of how far it is.
        ("青石欢乐谷项目总投资4.5亿元，建成运营后可增加岗位4000个。", [("青石欢乐谷", "unspecified")]),
        ("青石光伏组件项目总投资25亿元，拟带动就业1000人。", [("青石光伏组件", "unspecified")]),
        ("青石光伏组件项目总投资25亿元，已建成运营。", [("青石光伏组件", "operational")]),
        # What stands between the clause's start and the name.
        ("园区正与广东客商洽谈远拓集团运动服装项目，意向投资约5亿元。", [("运动服装", "negotiating")]),
    ],
)
def test_stages(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.name, row.stage) for row in told(body) if row.kind == "project"] == expected


@pytest.mark.parametrize(
    ("title", "body", "stage"),
    [
        # A report that opens the year tells what is to come; news told in the quarter what is done.
        ("青石市2015年政府工作报告\n（2015年1月20日）", "远拓集团科技产业园一季度开工。", "planned"),
        ("青石市项目集中开工\n2015年1月20日", "远拓集团科技产业园一季度开工。", "under_construction"),
        # What a sentence will do holds for the clauses that open with a verb.
        (
            "青石市半年工作报告\n（2015年7月20日）",
            "下半年，我们将再掀热潮，新开工亿元以上项目9个。",
            "planned",
        ),
        (
            "青石市半年工作报告\n（2015年7月20日）",
            "上半年，全市再掀热潮，新开工亿元以上项目9个。",
            "under_construction",
        ),
        # How many there must be.
        ("青石市半年工作报告\n（2015年7月20日）", "全年新开工亿元以上项目要有一百个。", "planned"),
    ],
)
def test_what_is_to_come(title: str, body: str, stage: str) -> None:
    (row,) = read(f"{title}\n{body}\n")["projects"]
    assert isinstance(row, Project)
    assert row.stage == stage


def test_who_builds() -> None:
    """由…共同投资建设 between a project and its sum names the investor, not the project."""
    (row,) = told("位于城南园区的重型铸件项目，由远拓集团有限公司和恒宏公司共同投资建设，计划总投资1.6亿元。")
    assert (row.name, row.enterprise_text, row.investment) == (
        "重型铸件",
        "远拓集团有限公司和恒宏公司",
        160000000,
    )


def test_later_sum() -> None:
    """The sum in the clause behind what becomes of a project; not one that opens the next project."""
    (row,) = told("青石工业区二期今年动工，投资1.6亿元，开发土地2200亩。")
    assert (row.name, row.investment) == ("青石工业区二期", 160000000)
    rows = told("青石工业区二期今年动工，投资1.6亿元新建远拓集团水泵基地。")
    assert [(row.name, row.investment) for row in rows] == [
        ("青石工业区二期", None),
        ("水泵基地", 160000000),
    ]
