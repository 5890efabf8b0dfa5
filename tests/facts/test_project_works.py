"""Public works as reports and plans tell them: by their kind, without the word 项目, and what is none.

A sentence for each rule, one it must leave alone.
"""

from __future__ import annotations

import pytest

from jiqun.tables import Project
from texts import read

_REPORT = "青石市政府工作报告\n——2015年3月6日在市人民代表大会上\n一、2014年工作回顾\n{body}\n"


def told(body: str) -> list[tuple[str, str]]:
    """(name, stage) of the projects of a report, in order."""
    rows = read(_REPORT.format(body=body))["projects"]
    return [(row.name or "", row.stage) for row in rows if isinstance(row, Project) and row.kind == "project"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Roads and railways from A to B, whose kind the last of a list or what closes it may tell.
        (
            "青石至河口高速公路、临江至岭东铁路建成通车。",
            [("青石至河口高速公路", "operational"), ("临江至岭东铁路", "operational")],
        ),
        (
            "启动青石至河口、临江至岭东等高速公路建设。",
            [("青石至河口高速公路", "under_construction"), ("临江至岭东高速公路", "under_construction")],
        ),
        # A reservoir, a bridge, a school, by what becomes of them.
        (
            "龙门大桥开工建设，白云水库除险加固工程全面完成，第三中学迁建工程竣工。",
            [
                ("龙门大桥", "under_construction"),
                ("白云水库除险加固工程", "operational"),
                ("第三中学迁建工程", "operational"),
            ],
        ),
        # The last of a list behind 和, with what belongs to its kind.
        (
            "去年，全市开工建设白云水库除险加固工程和市人民医院新院区。",
            [("白云水库除险加固工程", "under_construction"), ("市人民医院新院区", "under_construction")],
        ),
        # A river may be in a name: 沿江, not 沿|320国道.
        ("沿江高速公路建成通车。", [("沿江高速公路", "operational")]),
        # What is prepared; a firm is none: 龙嘉|机场.
        (
            "开展白云机场迁建、龙门大桥前期工作。",
            [("白云机场迁建", "planned"), ("龙门大桥", "planned")],
        ),
        # The first of two that 和 joins is a work; what stands beside works is one too.
        (
            "白云水电站和百万吨级炼油厂等重大项目陆续开工建设。",
            [("白云水电站", "under_construction"), ("百万吨级炼油厂", "under_construction")],
        ),
        ("建成220千伏白塔变电站。", [("220千伏白塔变电站", "operational")]),
        # A phase shares what becomes of its list; a road by its number has no owner.
        (
            "城东水厂二期、城南污水处理厂扩建工程建成投运。",
            [("城东水厂二期", "operational"), ("城南污水处理厂扩建工程", "operational")],
        ),
        (
            "加快实施白塔公路延伸、省道214改造等工程。",
            [("白塔公路延伸", "unspecified"), ("省道214改造", "unspecified")],
        ),
    ],
)
def test_public_works(body: str, expected: list[tuple[str, str]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "农村公路建成通车，城区道路、供水管网建设全面加快。",
        "依托京广铁路、京港澳高速公路，加快发展现代物流业。",
        "推进京九铁路沿线产业布局，距离大广高速12公里。",
        "沿320国道、沪昆高速公路建设产业走廊。",
        "实施病险水库除险加固，推进农村公路、城乡供水建设。",
        "建成青石大道、白云路等7条道路。",
        "推进学校、医院、文化馆等公共服务设施建设。",
        "加强白云水库水源地保护，推进白云水库库区移民安置。",
        "全市高速公路通车里程达到320公里。",
    ],
)
def test_kinds_of_works_and_where_they_run_are_no_projects(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # What becomes of a list tells that its members are projects; trades are none.
        (
            "万商经典、红星医养结合体等重点项目加快建设。",
            [("万商经典", "under_construction"), ("红星医养结合体", "under_construction")],
        ),
        ("电子信息、装备制造等项目加快建设。", []),
        # Words that lead over to a list are none of the first name; 目前 says nothing of what is to come.
        (
            "目前已有远恒竹业重竹地板、姚辰锂业碳酸锂等项目相继竣工投产。",
            [("重竹地板", "operational"), ("碳酸锂", "operational")],
        ),
        # How a project is divided is none of its name.
        ("永拓风力发电项目分为三期建设，一期已并网发电。", [("永拓风力发电", "operational")]),
        # What a work is said to be.
        ("白云水库是国家重大水利工程，总投资101亿元。", [("白云水库", "unspecified")]),
        # What stands for a list; 以 is none of the first name.
        (
            "以德恒钢铁二期、远滔焦化东区为代表的一批大项目加快建设。",
            [("德恒钢铁二期", "under_construction"), ("远滔焦化东区", "under_construction")],
        ),
        # Things that are counted are none.
        ("四条高速公路项目总里程约209公里，总投资约208亿元。", []),
    ],
)
def test_what_is_told_of_a_list_or_a_work(body: str, expected: list[tuple[str, str]]) -> None:
    assert told(body) == expected


def groups(body: str) -> list[tuple[int | None, str, str | None]]:
    """(count, stage, bound or sum) of the counted groups of a report."""
    rows = read(_REPORT.format(body=body))["projects"]
    return [
        (row.project_count, row.stage, row.investment_text)
        for row in rows
        if isinstance(row, Project) and row.kind == "programme"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Each count has its own bound and its own stage.
        (
            "新落户投资超50亿元项目3个、超10亿元项目15个。",
            [(3, "signed", "投资超50亿元"), (15, "signed", "超10亿元")],
        ),
        (
            "集中开工8个项目、签约10个项目。",
            [(8, "under_construction", None), (10, "signed", None)],
        ),
        # Parts of the group that 中 opens are of its stage.
        (
            "开工建设的251个项目中，亿元以上项目55个。",
            [(251, "under_construction", None), (55, "under_construction", "亿元以上")],
        ),
        # The sum of the first member is not the group's.
        ("其他8个项目分别为：远拓公司5万吨酒精项目，投资总额8000万元；恒锐公司纸浆项目，选址青石镇。", []),
    ],
)
def test_counts_side_by_side(body: str, expected: list[tuple[int | None, str, str | None]]) -> None:
    assert groups(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Who signed with an authority, and what; a framework of co-operation names none.
        (
            "恒拓光电股份有限公司和河口县政府签约光电生产基地项目。",
            [("光电生产基地", "恒拓光电股份有限公司")],
        ),
        ("恒拓光电股份有限公司和河口县政府签订战略合作框架协议。", []),
        # As what a project is shown.
        (
            "作为开工项目的江苏恒裕公司食用菌生产基地项目，总投资3亿元。",
            [("食用菌生产基地", "江苏恒裕公司")],
        ),
    ],
)
def test_who_builds(body: str, expected: list[tuple[str, str]]) -> None:
    rows = read(_REPORT.format(body=body))["projects"]
    assert [(row.name, row.enterprise_text) for row in rows if isinstance(row, Project)] == expected


@pytest.mark.parametrize(
    ("body", "name"),
    [
        # Where works are is no firm, nor is half a word; the park of a trade is no firm's.
        ("总投资50亿元的城市轨道交通1号线一期工程开工建设。", "城市轨道交通1号线一期"),
        ("投资5亿元的义乌小商品城开业。", "义乌小商品城"),
        ("岭东汽车产业园项目开工建设，总投资5亿元。", "岭东汽车产业园"),
    ],
)
def test_what_is_no_firm_before_a_work(body: str, name: str) -> None:
    (row,) = read(_REPORT.format(body=body))["projects"]
    assert isinstance(row, Project)
    assert (row.name, row.enterprise_text) == (name, None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a plant that is built, with its size before or behind its name; what one can do is its figure
        ("2015年底前建成日处理能力1万吨的污水处理厂。", [("污水处理厂", "1万吨")]),
        ("新建河口开发区污水处理厂，日处理能力2万吨。", [("河口开发区污水处理厂", "2万吨")]),
        ("污水处理厂日处理能力1万吨，建成管网12公里。", []),
        # a size and 的 before a name that says which
        ("装机132万千瓦的河口燃煤火电项目力争年内核准。", [("河口燃煤火电", "132万千瓦")]),
        ("日处理污水2万吨的治污厂年底前建成。", [("日处理污水2万吨的治污厂", "2万吨")]),
    ],
)
def test_plants_and_their_size(body: str, expected: list[tuple[str, str]]) -> None:
    rows = read(_REPORT.format(body=body))["projects"]
    assert [
        (row.name, (row.capacity_text or "")[-len(size) :])
        for row, (_, size) in zip(rows, expected, strict=True)
    ] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # who governs stands first
        (
            "河口县与江苏晟腾新能源公司签订光伏组件项目协议，协议投资6亿元。",
            [("光伏组件", "江苏晟腾新能源公司")],
        ),
        ("市政府与中国石化集团签署战略合作框架协议。", []),
        # what the works enter is none of the name
        (
            "总投资38亿元的西河铜材公司年产10万吨阴极铜二期工程进入设备安装阶段。",
            [("年产10万吨阴极铜二期", "西河铜材公司")],
        ),
    ],
)
def test_who_signs_and_what_begins(body: str, expected: list[tuple[str, str]]) -> None:
    rows = read(_REPORT.format(body=body))["projects"]
    assert [(row.name, row.enterprise_text) for row in rows if isinstance(row, Project)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # who builds is a firm though nothing else names it; goods, zones and works are none
        ("旭辰电子高密度互连板项目已签约，总投资12亿元。", {"旭辰电子"}),
        ("冷链装备智能工厂项目已签约，总投资12亿元。", set()),
        (
            "推动龙头企业川锐新能源、盛渊材料与中小企业配套。盛渊材料三元前驱体二期年内开工。",
            {"川锐新能源", "盛渊材料"},
        ),
    ],
)
def test_who_builds_is_an_organization(body: str, expected: set[str]) -> None:
    rows = read(_REPORT.format(body=body))["organizations"]
    assert {row.name for row in rows if row.kind == "enterprise"} == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a phase or renewal of a firm's works; what a trade spends on renewal names none
        ("陇兴铝业公司电解槽技改二期投资6亿元，已完成主体工程。", [("电解槽技改二期", "under_construction")]),
        ("全市工业技改投资6亿元。", []),
        # what is put into works is none of their name; a base is not its firm's where no firm is known
        (
            "中原量具集团投资5亿元的测距仪智能工厂新上生产线12条，年底前投产。",
            [("测距仪智能工厂", "under_construction")],
        ),
        # talks behind a plan are what counts
        ("金源黄金公司拟投资3亿元建设黄金饰品产业园，已签订框架协议。", [("黄金饰品产业园", "negotiating")]),
        ("金源黄金公司拟投资3亿元建设黄金饰品产业园。", [("黄金饰品产业园", "planned")]),
        # firms that have begun to produce in a base, and plants in a park, begin neither
        ("银湖纸业基地投产企业增至21家。", []),
    ],
)
def test_names_and_stages_of_works(body: str, expected: list[tuple[str, str]]) -> None:
    assert [one for one in told(body) if one[1] != "unspecified"] == expected


def test_a_base_is_no_firms_where_none_is_known() -> None:
    body = "总投资12亿元、占地360亩的郑集冷链食品产业基地已完成投资3亿元。"
    assert [name for name, _ in told(body)] == ["郑集冷链食品产业基地"]


def test_a_contract_tells_the_sum_of_a_project() -> None:
    rows = read(_REPORT.format(body="浙江永盛公司年产5万吨铝板带项目已经签约，合同资金7.5亿元。"))["projects"]
    assert [(row.name, row.investment_text) for row in rows] == [("年产5万吨铝板带", "7.5亿元")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a label before its works is none of them
        (
            "——装备制造：星河液压年产20万台柱塞泵项目，总投资9亿元，2016年底前投产；海泵集团智能工厂改造项目，投资1亿元，已开工。",
            [("年产20万台柱塞泵", "星河液压"), ("智能工厂改造", "海泵集团")],
        ),
        # with whom, and about what
        (
            "与德国赫曼密封技术公司就汽车密封条项目达成意向，拟投资约4000万美元。",
            [("汽车密封条", "德国赫曼密封技术公司")],
        ),
    ],
)
def test_labels_talks_and_ground(body: str, expected: list[tuple[str, str]]) -> None:
    rows = read(_REPORT.format(body=body))["projects"]
    assert [(row.name, row.enterprise_text) for row in rows if isinstance(row, Project)] == expected
