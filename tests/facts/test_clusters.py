"""Clusters: which names a text gives, and which generic words, titles and plurals give none."""

from pathlib import Path

import pytest

from jiqun.facts.claims import Claims
from jiqun.facts.clusters import ClusterReader, Named
from jiqun.facts.documents import document_id
from jiqun.facts.frame import open_frame
from jiqun.language.places import PlaceContext, places
from jiqun.language.words import Words
from jiqun.reading import find_documents, read_source

HEADER = "湖南省人民政府关于工业发展的意见\n\n各市人民政府：\n\n一、发展方向\n\n工业经济平稳运行。\n\n"


def clusters(tmp_path: Path, body: str) -> list[Named]:
    path = tmp_path / "source.txt"
    path.write_text(HEADER + body + "\n", encoding="utf-8")
    (document,) = find_documents(read_source(path))
    frame = open_frame(document, document_id(document))
    frame.region_code = "430000"
    frame.set_places(places().find(frame.text, PlaceContext("430000", 2012)))
    return ClusterReader(frame, Words(frame.text), frame.places, Claims()).read()


def named(tmp_path: Path, body: str) -> list[tuple[str, str]]:
    return [(item.name, item.kind) for item in clusters(tmp_path, body)]


def names(tmp_path: Path, body: str) -> list[str]:
    return [item.name for item in clusters(tmp_path, body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A list that shares its head, marked by 等, a count, or nothing but the coordination.
        ("培育壮大汽车及零部件、纺织等重点产业集群。", ["汽车及零部件产业集群", "纺织产业集群"]),
        ("形成陶瓷、烟花、服饰三个产业集群。", ["陶瓷产业集群", "烟花产业集群", "服饰产业集群"]),
        ("纺织和食品产业集群发展迅速。", ["纺织产业集群", "食品产业集群"]),
        ("塑胶及金属深加工等产业集群加快发展。", ["塑胶产业集群", "金属深加工产业集群"]),
        # 大 opens a name; behind a number it counts.
        ("加快建设大营陶瓷产业园，扩建四大产业园。", ["大营陶瓷产业园"]),
        # Zones that a count tells, though no list of places knows them; a trade is part of each name.
        (
            "依托徐墩、东峰、小松三个竹制品加工集中区布局。",
            ["徐墩竹制品加工集中区", "东峰竹制品加工集中区", "小松竹制品加工集中区"],
        ),
        # A count settles that 软件与信息服务 is one trade.
        (
            "石油装备、软件与信息服务和冶金等3个产业集群产值超千亿元。",
            ["石油装备产业集群", "软件与信息服务产业集群", "冶金产业集群"],
        ),
        # Ranks stand before the name, not in it.
        ("打造千亿级新能源产业集群。", ["新能源产业集群"]),
        # Where the list holds a verb, it begins behind it.
        ("推进园区建设、培育石化、冶金等产业集群。", ["石化产业集群", "冶金产业集群"]),
        # Places share what follows the last of them.
        ("建设株洲、湘潭装备制造业基地。", ["株洲装备制造业基地", "湘潭装备制造业基地"]),
        ("石化、冶金、医药三大支柱产业产值过千亿元。", ["石化产业", "冶金产业", "医药产业"]),
        ("机械和食品是我县两大支柱产业。", ["机械产业", "食品产业"]),
        ("抓好光伏、稀土等十条产业链。", ["光伏产业链", "稀土产业链"]),
        # A size inside a name is left out of it.
        ("醴陵三千亩陶瓷工业园完成平整。", ["醴陵陶瓷工业园"]),
        # A machine is told by the verb before it; a time and a body are no part of a name.
        ("智能输送装备产业集群产值103亿元。", ["智能输送装备产业集群"]),
        ("年底前电子信息产业集群配套率达到五成。", ["电子信息产业集群"]),
        ("由省铜产业链工作推进组调度。", []),
        ("入选年工业总产值超百亿产业集群名单。", []),
        ("1—5月重庆高新区工业提质增效。", ["重庆高新区"]),
        ("预计形成年产值200亿元智能制造产业集群。", ["智能制造产业集群"]),
        # Zones with heads of their own are joined by 和; a trade of two words holds 与 behind a place.
        ("依托株洲高新技术产业开发区和浏阳经济开发区布局。", ["株洲高新技术产业开发区", "浏阳经济开发区"]),
        ("浏阳市泵与电机产业集群产值523亿元。", ["浏阳市泵与电机产业集群"]),
        ("园区之外另建浏阳光伏产业园。", ["浏阳光伏产业园"]),
        # Names with heads of their own share none; a tier inside a name is left out of it.
        (
            "醴陵陶瓷特色产业集群、浏阳烟花特色产业集群入选。",
            ["醴陵陶瓷特色产业集群", "浏阳烟花特色产业集群"],
        ),
        ("培育新一代信息技术500亿级产业集群。", ["新一代信息技术产业集群"]),
        # The park inside a name is a row of its own.
        ("株洲高新区轨道交通产业集群产值过千亿元。", ["株洲高新区", "株洲高新区轨道交通产业集群"]),
    ],
)
def test_names(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert sorted(names(tmp_path, body)) == sorted(expected)


@pytest.mark.parametrize(
    "body",
    [
        "加快形成一批百亿产业集群。",
        "推动产业集群发展，提高集群化水平。",
        "打造20个布局合理、优势突出、特色鲜明、竞争力强的产业集群。",
        "全省现有省级以上工业园区94个，各建1个配套产业园。",
        "入园企业、镇办、开发区共同建园。",
        "将城南工业打造成国家级石油机械制造业基地。",
        "建成中部地区最大的烟用品生产基地。",
        "着力建设大项目、培育大企业、打造大基地。",
        "联办一批实验室、技术研发中心、中试基地。",
        "工业园区获评全国纺织服装产业示范园区。",
        "一是扩容提质建园区。",
        "联沅集团董事长徐怀谷介绍情况。",
        "安排3000万元县域特色产业集群发展资金。",
        "编制《湖南省纺织产业集群发展规划》。",
        "开展产业链招商，延伸产业链条。",
        "围绕优势资源、优势产业抓项目。",
        "人民公园和幼儿园建成。",
    ],
)
def test_generic_words_titles_and_complements_are_no_rows(tmp_path: Path, body: str) -> None:
    assert names(tmp_path, body) == []


def test_a_short_name_is_the_same_row(tmp_path: Path) -> None:
    assert names(tmp_path, "形成醴陵陶瓷工业园、芦淞服饰工业园两大园区。\n\n北有醴陵工业园。") == [
        "醴陵陶瓷工业园",
        "芦淞服饰工业园",
    ]


def test_the_same_name_in_another_place_is_another_row(tmp_path: Path) -> None:
    rows = clusters(tmp_path, "——株洲重点培育纺织等产业集群。\n\n——岳阳重点培育纺织等产业集群。")
    assert [(row.name, row.region_code) for row in rows] == [
        ("纺织产业集群", "430200"),
        ("纺织产业集群", "430600"),
    ]


def test_regions_head_the_items_of_a_list_of_regions(tmp_path: Path) -> None:
    body = "三大重点区域发展方向是：\n\n——株洲发展机械。\n\n——岳阳发展石化。"
    assert named(tmp_path, body) == [("株洲", "growth_region"), ("岳阳", "growth_region")]


def test_items_of_another_list_are_no_regions(tmp_path: Path) -> None:
    assert named(tmp_path, "去年招商情况是：\n\n——株洲引资五亿元。\n\n——岳阳引资三亿元。") == []


def test_the_parent_and_the_cells_of_a_name(tmp_path: Path) -> None:
    park, cluster = clusters(tmp_path, "力争形成株洲高新区轨道交通产业集群。")
    assert (park.name, park.kind, park.region_code) == ("株洲高新区", "park", "430200")
    assert cluster.parent is park
    assert (cluster.kind, cluster.region_code, cluster.status) == ("cluster", "430200", "planned")


def test_a_tier_stands_in_its_own_cell(tmp_path: Path) -> None:
    (row, _) = clusters(tmp_path, "食品、纺织等传统产业集群加快转型升级。")
    assert (row.name, row.tier, row.status) == ("食品产业集群", "传统", "existing")


def test_clusters_and_subclusters_of_one_head(tmp_path: Path) -> None:
    body = "发展软件和信息服务以及光伏、新材料等产业集群和子集群。"
    assert named(tmp_path, body) == [
        ("软件和信息服务产业集群", "cluster"),
        ("光伏子集群", "subcluster"),
        ("新材料子集群", "subcluster"),
    ]
