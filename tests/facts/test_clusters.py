"""Clusters: which names a text gives, and which generic words, titles and plurals give none."""

from pathlib import Path

import pytest

from cluster_texts import clusters, named, names
from texts import read_sentence


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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Goods that no list of trades has; general words are no goods.
        ("青岗钢卷尺产业集群有企业86家。", ["青岗钢卷尺产业集群"]),
        ("壮大中小企业产业集群，做强龙头企业集群。", []),
        # A verb of the dictionary between a place and a good is part of the name; one of policy is not.
        ("永兴采暖铸造产业集群有企业30家。", ["永兴采暖铸造产业集群"]),
        ("永兴主攻铸造产业集群。", ["铸造产业集群"]),
        (
            "形成了永兴丝网、桂阳采暖铸造、安化乐器等三大产业集群。",
            [
                "永兴丝网产业集群",
                "桂阳采暖铸造产业集群",
                "安化乐器产业集群",
            ],
        ),
        # Places, each with what it makes.
        ("依托永兴电气、桂阳汽摩配产业集群招商。", ["永兴电气产业集群", "桂阳汽摩配产业集群"]),
        # A list behind its head, as long as the count or of trades alone.
        (
            "调整后的3条产业链是：白酒、核医疗、装备制造（含机器人）。",
            ["白酒产业链", "核医疗产业链", "装备制造产业链"],
        ),
        ("支柱产业有：化工、建材、冶金。", ["化工产业", "建材产业", "冶金产业"]),
        ("延伸产业链（种植、加工、销售），提高附加值。", []),
        # Who has it tells that the subject is a pillar.
        ("专用汽车是我市的支柱产业。", ["专用汽车产业"]),
        ("旅游是支柱产业。", []),
        ("陶瓷、花炮、服饰特色产业加快发展。", ["陶瓷产业", "花炮产业", "服饰产业"]),
        ("做强化工、建材、轻纺“三大支柱产业”。", ["化工产业", "建材产业", "轻纺产业"]),
        ("先进制造、数字经济、大健康三大主导产业平稳运行。", ["先进制造产业", "数字经济产业", "大健康产业"]),
        # The class that a list is of stands behind its count and in none of its names.
        (
            "形成光伏制造、储能锂电池两个新能源产业集群。",
            ["光伏制造产业集群", "储能锂电池产业集群"],
        ),
        ("形成了八大体育用品制造产业集群。", []),
        # 及 inside every other member is inside the last one too.
        (
            "打造绿色铝及精深加工、绿色食品及精深加工、有色金属及新材料等3条产业链。",
            ["绿色铝及精深加工产业链", "绿色食品及精深加工产业链", "有色金属及新材料产业链"],
        ),
        ("做强生物医药种植业、加工业、商贸流通全产业链。", []),
        ("开发炼油、乙烯和芳烃三大产品链。", ["炼油产品链", "乙烯产品链", "芳烃产品链"]),
        # Verbs that run on before a list, and one before 产业集群 that names nothing.
        ("培育出小麦、玉米等9大产业集群。", ["小麦产业集群", "玉米产业集群"]),
        ("全力营造产业集群发展的环境。", []),
        # 家 counts behind a number; 家电 is a good.
        ("建设家电配套产业园。", ["家电配套产业园"]),
    ],
)
def test_clusters_by_what_they_make(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert names(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A zone is named after a village that is a common word; 乡镇 is no village.
        ("依托大路工业园区、雨花经开区布局。", ["大路工业园区", "雨花经开区"]),
        ("加快乡镇工业园区建设。", []),
        ("大柴旦工业园投产。", ["大柴旦工业园"]),
        # 园 ends a name before any word but those it is part of.
        ("永兴家具园分别扩建，企业退城入园，果园面积扩大。", ["永兴家具园"]),
        ("永兴药谷已开工，山谷里种植稻谷。", ["永兴药谷"]),
        ("漯河金谷食品投资3亿元。", []),
        ("老城科技新城完成产值20亿元。", ["老城科技新城"]),
        ("依托永兴印染集聚区和鉴水花样小镇。", ["永兴印染集聚区", "鉴水花样小镇"]),
        # Trades side by side share a park where nothing but the trade stands before it.
        ("建成冶金、化工、建材工业园。", ["冶金工业园", "化工工业园", "建材工业园"]),
        ("对接好湘江新区，服务好桂阳产业园。", ["湘江新区", "桂阳产业园"]),
        ("三市园区和两县工业园区加快发展。", []),
        # Accelerators of firms and ports of a trade, not of particles or ships.
        ("支持永兴生物医药加速器，建设湾畔生物医药港。", ["永兴生物医药加速器", "湾畔生物医药港"]),
        ("加快建设粒子加速器项目，支持孵化器、加速器，扩建信息港口岸。", []),
        # A time before a name; how many are no name.
        ("三季度桂阳经开区完成投资3亿元，今后永兴开发区要加快发展。", ["桂阳经开区", "永兴开发区"]),
        ("桂阳多家开发区加快升级，永兴多个园区入选。", []),
        # The kind of base decides, not that something is grown there.
        ("建设桂阳、永兴南药种植加工基地。", ["桂阳南药种植加工基地", "永兴南药种植加工基地"]),
        ("立足4万亩葡萄基地，建设茶叶种植基地。", []),
        # What a thing is to be made into, and a county called a base.
        ("打造“千亿锂电产业基地”和“千亿光伏产业基地”。", []),
        ("被评为新兴纺织产业基地县。", []),
        ("建设北方重要炼化一体化基地。", []),
    ],
)
def test_zones_and_bases(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert names(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("广水市风机产业集群投产。广水风机产业集群增长。", ["广水市风机产业集群"]),
        ("装备制造业产业集群投产。装备制造产业集群增长。", ["装备制造业产业集群"]),
        ("永兴经济技术开发区投产。永兴开发区增长。", ["永兴经济技术开发区"]),
        ("永兴经济开发区医药园投产。医药园增长。", ["永兴经济开发区", "永兴经济开发区医药园"]),
        ("湖南永兴工业园区投产。永兴工业园区增长。", ["湖南永兴工业园区"]),
        # The document's own place belongs to the name, wherever it is printed.
        ("做强铜产业链。湖南省铜产业链增长。", ["湖南省铜产业链"]),
        # The short form that a notice gives with the name; a trade alone is short for no other trade.
        ("湖南永兴经济技术开发区（简称永兴经开区）投产。", ["湖南永兴经济技术开发区"]),
        ("陶瓷百亿产业园投产。陶瓷产业园增长。陶瓷现代物流园开工。", ["陶瓷产业园", "陶瓷现代物流园"]),
        # Two places are two clusters.
        ("永兴纺织产业集群投产。桂阳纺织产业集群增长。", ["永兴纺织产业集群", "桂阳纺织产业集群"]),
    ],
)
def test_one_cluster_by_several_names(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert names(tmp_path, body) == expected


def test_a_heading_names_one_cluster(tmp_path: Path) -> None:
    assert names(tmp_path, "（一）食品及农产品加工集群。以北部为主。") == ["食品及农产品加工集群"]
    assert names(tmp_path, "（一）推进钢铁和有色产业集群。以北部为主。") == ["钢铁产业集群", "有色产业集群"]


def test_a_list_behind_its_head_proves_its_members(tmp_path: Path) -> None:
    rows = clusters(tmp_path, "形成了四大支柱产业（化工、建材、纺织、食品）的格局。")
    assert len(rows) == 4
    assert {row.end - row.start for row in rows} == {len("支柱产业（化工、建材、纺织、食品")}
    assert all(row.start < row.member[0] < row.member[1] <= row.end for row in rows)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A line of a roll is the name, whatever words it holds; one that says what is done is none.
        (
            "永兴县锰系新型功能材料产业集群\n桂阳县电解铝就地转化及铝制家居制品产业集群\n",
            ["永兴县锰系新型功能材料产业集群", "桂阳县电解铝就地转化及铝制家居制品产业集群"],
        ),
        ("永兴县培育新型功能材料产业集群\n", ["新型功能材料产业集群"]),
        # Members that run on in one line behind their numbers; a decimal point parts none.
        (
            "名单如下：1.永兴经济开发区2.桂阳高新区3.安化工业园。",
            ["永兴经济开发区", "桂阳高新区", "安化工业园"],
        ),
        ("永兴经济开发区产值增长2.5倍。", ["永兴经济开发区"]),
        # An unknown good among names with a head each; a class among them is none.
        (
            "认定永兴医药产业集群、井开区视听终端产业集群、桂阳家具产业集群。",
            ["永兴医药产业集群", "井开区视听终端产业集群", "桂阳家具产业集群"],
        ),
        ("涉及永兴医药产业集群、区域特色产业集群。", ["永兴医药产业集群"]),
        # Who gets a title is named, the title itself and the roll of a year are not.
        (
            "授予桂阳产业集聚区等3个产业集聚区“2010年度湖南省十强产业集聚区”称号。",
            ["桂阳产业集聚区"],
        ),
        ("公布2022年度株洲市特色产业集群名单和首批优质白酒产业园区名单。", []),
        ("入选工信部中小企业特色产业集群名单。", []),
    ],
)
def test_names_in_rolls(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert sorted(names(tmp_path, body)) == sorted(expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # What is joined to a trade behind a place is part of the name; a list without place is two.
        ("永兴光电及通信产业集群、桂阳家具产业集群增长。", ["永兴光电及通信产业集群", "桂阳家具产业集群"]),
        ("推进永兴国家级现代能源与化工产业示范区建设。", ["永兴国家级现代能源与化工产业示范区"]),
        ("建成永兴生物医药和机电产业园。", ["永兴生物医药和机电产业园"]),
        ("先进钢铁材料及应用集群投产。", ["先进钢铁材料及应用集群"]),
        # What is done with a good closes its name; before a good it opens none.
        ("壮大油气生产加工产业集群。", ["油气生产加工产业集群"]),
        ("主要生产陶瓷产业集群所需原料。", ["陶瓷产业集群"]),
        # Words of policy that the dictionary joins; a place that begins like one.
        ("大力发展新能源等战略性新兴产业集群。", ["新能源产业集群"]),
        ("充分发挥枫亭工业园区优势。", ["枫亭工业园区"]),
        ("打造成渝经济走廊。", ["成渝经济走廊"]),
        ("打造成经济走廊。", []),
        # 区 behind 集群 makes a title of it.
        ("打造中国西部汽车零部件产业集群区。", []),
        # Places share what they make; where the members are trades, the class is in no name.
        (
            "建设永兴、桂阳城北、安化新区等百亿级装备制造特色产业集群。",
            [
                "永兴装备制造特色产业集群",
                "桂阳城北装备制造特色产业集群",
                "安化新区",
                "安化新区装备制造特色产业集群",
            ],
        ),
        # A count that is none, and the class behind a count; the links of one chain.
        ("已经形成石化、盐化等几个千亿级产业集群。", ["石化产业集群", "盐化产业集群"]),
        (
            "打造汽车制造、风电装备制造两条新能源装备制造产业链。",
            ["汽车制造产业链", "风电装备制造产业链"],
        ),
        ("打造单晶硅—电池及组件—太阳能发电产业链。", ["单晶硅—电池及组件—太阳能发电产业链"]),
        ("打造单晶硅及光伏组件产业链。", ["单晶硅产业链", "光伏组件产业链"]),
        # A list that closes with 等, or calls its members fields.
        ("主导产业：装备制造业、物流业、食品加工业等。", ["装备制造产业", "物流产业", "食品加工产业"]),
        ("培育2个产业集群（锂电新能源和电子信息领域）。", ["锂电新能源产业集群", "电子信息产业集群"]),
        # A counted list names its bases, praise none.
        ("重点打造装备制造、仓储物流两大产业基地。", ["装备制造产业基地", "仓储物流产业基地"]),
        ("建设全国领先的装备制造、仓储物流两大产业基地。", []),
        ("三大基地分别为航空航天产业基地、电子信息产业基地。", ["航空航天产业基地", "电子信息产业基地"]),
        # A bracket tells what a trade includes.
        ("建设装备制造（含汽车、冶金）产业基地。", ["装备制造产业基地"]),
        # A zone's own word in quotation marks; marks around a count are none.
        ("永兴“两湾”产业园投产。", ["永兴“两湾”产业园"]),
        ("形成“五园”产业园格局。", []),
        # The zone that speaks, a firm, and sides of a zone are in no name.
        ("延伸开发区氯碱产业链。", ["氯碱产业链"]),
        ("德沅物流股份有限公司粮食物流产业园开工。", ["粮食物流产业园"]),
        ("打造西区、南区和北区等三个园区。", []),
        ("推进永兴老工业区搬迁。", []),
        ("原阳县产业集聚区投产，原永兴产业园搬迁。", ["原阳县产业集聚区", "永兴产业园"]),
        ("中谷矿业有限公司投产。", []),
    ],
)
def test_what_belongs_to_a_name(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert sorted(names(tmp_path, body)) == sorted(expected)


def test_members_of_one_list_are_two_zones(tmp_path: Path) -> None:
    assert names(tmp_path, "包括永兴可门经济开发区、桂阳工业园、永兴经济开发区。") == [
        "永兴可门经济开发区",
        "桂阳工业园",
        "永兴经济开发区",
    ]
    assert names(tmp_path, "永兴可门经济开发区投产。永兴经济开发区增长。") == ["永兴可门经济开发区"]


def test_a_head_in_a_bracket_between_two_counted_heads(tmp_path: Path) -> None:
    body = "培育1个千亿级产业集群（先进陶瓷材料集群）、1个百亿级产业集群。"
    assert names(tmp_path, body) == ["先进陶瓷材料集群"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a name that is spoken of is there: as a subject, behind 依托, in a heading, before what it has
        ("青石陶瓷产业集群产值达到40亿元。", "existing"),
        ("依托青石工业园，引进企业3家。", "existing"),
        ("（一）青石陶瓷产业集群。到2012年，产值达到40亿元。", "existing"),
        ("推进青石陶瓷产业集群改造升级。", "existing"),
        # a verb of making plans it, also over a list, and so does a sum still to be spent
        ("打造青石陶瓷产业集群。", "planned"),
        ("力争五年内形成河口茶叶产业集群、青石陶瓷产业集群。", "planned"),
        ("总投资18亿元的青石陶瓷产业园一季度开工。", "planned"),
        # what is furthered may be there or not
        ("培育壮大青石陶瓷产业集群。", "unspecified"),
        ("推进青石陶瓷产业集群建设。", "unspecified"),
        # a verb of an earlier clause governs nothing here
        ("打造产业高地，青石陶瓷产业集群产值达到40亿元。", "existing"),
    ],
)
def test_whether_a_cluster_is_there(sentence: str, expected: str) -> None:
    rows = {row.name: row for row in read_sentence(sentence)["clusters"]}
    (row,) = [row for name, row in rows.items() if name.startswith("青石")]
    assert row.status == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A list closed by 等一批, or by a tier and 的; a sort of which none is named.
        ("形成了陶瓷、电线电缆及白酒等一批支柱产业。", ["陶瓷产业", "电线电缆产业", "白酒产业"]),
        ("建成光伏、煤化工等2条20亿级的产业链。", ["光伏产业链", "煤化工产业链"]),
        ("培育一批具有国际竞争力的临港化工产业集群。", []),
        # Places share what a count says they make; a bracket tells what a place includes.
        ("加快建设醴陵、桂阳两个石化基地。", ["醴陵石化基地", "桂阳石化基地"]),
        ("建设醴陵（含渌口）、桂阳和永兴三大服装基地。", ["醴陵服装基地", "桂阳服装基地", "永兴服装基地"]),
        ("建设烟叶、畜牧等六大特色板块基地。", []),
        # What several places each build; a name with a place in it is one.
        (
            "支持醴陵、桂阳、永兴建设陶瓷生产基地。",
            ["醴陵陶瓷生产基地", "桂阳陶瓷生产基地", "永兴陶瓷生产基地"],
        ),
        ("支持醴陵、桂阳建设株洲陶瓷生产基地。", ["株洲陶瓷生产基地"]),
        ("在醴陵和桂阳布局2个光伏产业基地。", ["醴陵光伏产业基地", "桂阳光伏产业基地"]),
        # The last of a list shows what the bare ones make, though no list of places has it.
        ("建设雷公湾、古岭石化基地等12个产业集群。", ["雷公湾石化基地", "古岭石化基地"]),
        # Villages that no list has share a park; words of the dictionary do not.
        ("定水和肖家工业园扩建。", ["定水工业园", "肖家工业园"]),
        ("改善交通和肖家工业园环境。", ["肖家工业园"]),
        # A good that no list has makes a chain; a verbal noun makes none.
        ("完善全县化蜡笔产业链布局。", ["化蜡笔产业链"]),
        ("全面推行产业链链长制。", []),
        # 7条子产业链 is a list of them; 与 in a list is part of a trade.
        ("打造传感器、工业机器人等2条子产业链。", ["传感器子产业链", "工业机器人子产业链"]),
        (
            "培育农业机械、建材与装配式建筑等千亿级产业集群。",
            ["农业机械产业集群", "建材与装配式建筑产业集群"],
        ),
        # Names with a head each keep what joins their trades, also where a class stands before them.
        ("构建起棉花产业链、化纤及混纺产业链。", ["棉花产业链", "化纤及混纺产业链"]),
        (
            "三大先进制造业集群：工程机械集群、航空发动机及航空航天装备集群。",
            ["工程机械集群", "航空发动机及航空航天装备集群"],
        ),
        (
            "高端童车及电子玩具产业集群、白酒产业集群2个集群入选。",
            ["高端童车及电子玩具产业集群", "白酒产业集群"],
        ),
        ("化纤及陶瓷产业链投产。", ["化纤产业链", "陶瓷产业链"]),
        # Belts and corridors of a trade or with a name of their own; 轴 and 带 of nothing are none.
        ("建设沿江化工产业带和北部煤电钢产业带。", ["沿江化工产业带", "北部煤电钢产业带"]),
        ("打造环长沙农产品加工产业带、光谷科创大走廊。", ["环长沙农产品加工产业带", "光谷科创大走廊"]),
        ("打造先进制造、现代物流两大产业廊带。", ["先进制造产业廊带", "现代物流产业廊带"]),
        ("构建发展轴与产业带。", []),
    ],
)
def test_lists_of_other_documents(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert sorted(names(tmp_path, body)) == sorted(expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Characters that go with a verb, and verbs that the dictionary cuts.
        ("构建起光伏产业链。", ["光伏产业链"]),
        ("建设起重机械产业集群。", ["起重机械产业集群"]),
        ("2011年3月获批株洲出口加工区。", ["株洲出口加工区"]),
        # 一个 behind a verb that builds; counted otherwise it is no name.
        ("在永兴工业园建一个船舶配套基地。", ["永兴工业园", "船舶配套基地"]),
        ("每个县一个船舶配套基地。", []),
        ("建材基地开工，建船舶基地。", ["建材基地", "船舶基地"]),
        # A base of the nation is a title, and so is a list that praise opens.
        ("定位为全国富硒食品和旅游产业基地。", []),
        ("是全球最大的汽车起动机、发电机再制造基地。", []),
        ("有汽车起动机、发电机再制造基地。", ["发电机再制造基地"]),
        # A division called 新区 is no zone, a zone called so is.
        ("浦东新区和湘江新区加快发展。", ["湘江新区"]),
        # One zone by two names; a zone that another includes.
        ("永兴经济开发区（即红桥新区）规划60平方公里。", ["永兴经济开发区"]),
        ("永兴经济开发区（含桂阳工业园）规划60平方公里。", ["永兴经济开发区", "桂阳工业园"]),
        # 和 in a name's place.
        ("扩建永兴工业园、南和食品工业园。", ["永兴工业园", "南和食品工业园"]),
        ("扩建永兴和桂阳工业园。", ["永兴工业园", "桂阳工业园"]),
        # What places of a list are called is no name; what does not agglomerate industry is none.
        ("布局中西部等地区纺织服装产业集聚区。", []),
        (
            "布局永兴、桂阳等地区纺织服装产业集聚区。",
            ["永兴纺织服装产业集聚区", "桂阳纺织服装产业集聚区"],
        ),
        ("在四州人口集中区域建设。", []),
        # Zones of joint development have a place; the class has none.
        ("共建湘西湘南融合发展试验区。", ["湘西湘南融合发展试验区"]),
        ("推进产城融合发展示范区建设。", []),
        ("加快永兴承接产业转移示范区建设。", ["永兴承接产业转移示范区"]),
        # A sum inside a name leaves no 年产 behind.
        ("永兴年产500万吨再生铝产业园开工。", ["永兴再生铝产业园"]),
        # 化工 that is part of a trade is no part of the head.
        ("建设煤化工园。", ["煤化工园"]),
        ("建设永兴化工园。", ["永兴化工园"]),
        # Two places without a break belong to one name.
        ("株洲市醴陵市软件及信息技术产业集群上榜。", ["株洲市醴陵市软件及信息技术产业集群"]),
        # Two that act together share no name.
        ("永兴县与长沙经编产业园管委会签约。", ["长沙经编产业园"]),
        # A rank between two places; behind one it is part of the name.
        ("湖南省省级永兴经济开发区获批。", ["永兴经济开发区"]),
        # A village before the name of its zone; parks of a trade in two places are two.
        ("虹桥工业园区增长。七圩虹桥工业园区投产。", ["七圩虹桥工业园区"]),
        ("纺织产业园增长。七圩纺织产业园投产。", ["纺织产业园", "七圩纺织产业园"]),
        # A county's zone is another than that of one of its villages; a trade in between is left out.
        ("永兴县工业园区增长。永兴县龙安化工园区投产。", ["永兴县工业园区", "永兴县龙安化工园区"]),
        ("永兴工业园增长。永兴陶瓷工业园投产。", ["永兴陶瓷工业园"]),
        # A corridor that is only praised; a list of one.
        ("地处京津之间的黄金走廊。", []),
        ("形成了油气加工一个600亿级产业集群。", ["油气加工产业集群"]),
        ("形成了一个600亿级产业集群。", []),
        # A name in quotation marks keeps its joint.
        (
            "另有“海洋工程装备及船舶修造产业集群”“泵业产业集群”。",
            ["海洋工程装备及船舶修造产业集群", "泵业产业集群"],
        ),
        # Zones of green development with a place; the class has none.
        ("推动湘西绿色发展示范区建设。", ["湘西绿色发展示范区"]),
        ("推动绿色发展示范区建设。", []),
        # What has grown into a pillar; what is an aim is none.
        ("陶瓷产业已经迅速成为我县第一大支柱产业。", ["陶瓷产业"]),
        # A sort of park has no name.
        ("建设节约型、集约型、环保型生态工业园区。", []),
        # What a list was of stands between 等 and the head.
        ("提升船舶、海洋化工等海洋传统优势产业。", ["船舶产业", "海洋化工产业"]),
        # Parks of a zone's list that a general trade tells; two sorts of zones are none.
        ("分为生物制药产业园、化工产业园。", ["生物制药产业园", "化工产业园"]),
        ("各类开发区、化工产业园增长。", []),
        ("分为陶瓷产业园、建材及食品产业园。", ["陶瓷产业园", "建材及食品产业园"]),
        # What a cluster belongs to is a title, what belongs to it is none.
        ("陶瓷等4个产业入选省级先进陶瓷产业集群。", []),
        ("已成为永兴陶瓷产业集群的重要组成部分。", ["永兴陶瓷产业集群"]),
        # Zones and districts of industry; regions of it.
        ("规划建设雷公临海产业区。", ["雷公临海产业区"]),
        ("优化产业区域布局。", []),
        # Zones of two places are no zone of one of them.
        ("包括永兴—桂阳工业园、株洲工业园、永兴工业园。", ["永兴—桂阳工业园", "株洲工业园", "永兴工业园"]),
    ],
)
def test_names_of_other_documents(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert sorted(names(tmp_path, body)) == sorted(expected)


def test_verbs_of_speaking_for_and_singling_out_are_no_part_of_a_name(tmp_path: Path) -> None:
    assert names(tmp_path, "最热闹的要数青石陶瓷产业园。") == ["青石陶瓷产业园"]
    assert names(tmp_path, "我代表永兴经济开发区向各位表示欢迎。") == ["永兴经济开发区"]
    assert names(tmp_path, "打造代表性产业集群。") == []
    assert names(tmp_path, "下辖醴陵电池工业园、桂阳照明产业园。") == ["醴陵电池工业园", "桂阳照明产业园"]


def test_half_a_bracket_is_no_name(tmp_path: Path) -> None:
    assert names(tmp_path, "考察了恒锦集团（位置 评论 新闻）装备制造基地。") == []
    assert names(tmp_path, "建设醴陵（渌口）陶瓷产业基地。") == ["醴陵（渌口）陶瓷产业基地"]


def test_zones_joined_by_and_are_two_and_points_where_industry_gathers_are_zones(tmp_path: Path) -> None:
    body = "醴陵眼镜工业园、桂阳硫磷化工基地和永兴新区物流园建设步伐加快。"
    assert names(tmp_path, body) == ["醴陵眼镜工业园", "桂阳硫磷化工基地", "永兴新区物流园"]
    assert names(tmp_path, "带动东坝、升水两个乡镇工业集中点。") == ["东坝工业集中点", "升水工业集中点"]
    assert names(tmp_path, "全省布设企业监测点12个。") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a place that no list knows, cut into its characters; what joins and governs stays outside
        ("抓紧建设边务体育器材工业园。", ["边务体育器材工业园"]),
        ("甘其毛都口岸加工园区全年加工原煤。", ["甘其毛都口岸加工园区"]),
        ("走马街不锈钢产业园投产。", ["走马街不锈钢产业园"]),
        ("企业将在不锈钢产业园集聚。", ["不锈钢产业园"]),
        ("也要把不锈钢产业园建好。", ["不锈钢产业园"]),
    ],
)
def test_names_of_places_that_no_list_knows(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert sorted(names(tmp_path, body)) == sorted(expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # goods that no list has, where they open a clause; a class of firms is none
        ("在株洲，纸品卫品产业集群聚集企业46家。", ["纸品卫品产业集群"]),
        ("在株洲，中小企业产业集群聚集企业46家。", []),
        ("河口工业集中园产值52亿元。", ["河口工业集中园"]),
        ("旧馆木业绿色智造园建成标准厂房。", ["旧馆木业绿色智造园"]),
        ("全州工业园区由5个增加到12个。", []),
    ],
)
def test_goods_and_zones_that_no_list_has(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert [name for name in names(tmp_path, body) if name != "株洲"] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what 与 joins where it opens the clause; a verb there is none of the name
        ("到2027年，应急与专用装备产业集群产值1000亿元。", ["应急与专用装备产业集群"]),
        ("延伸煤电与铝加工产业链。", ["煤电与铝加工产业链"]),
        # one that is on a list; what something is listed as
        ("列入省级示范试点的浏阳烟花产业集群聚集企业1100家。", ["浏阳烟花产业集群"]),
        ("浏阳列为全国重要的烟花产业集群。", []),
        # whose project a park is, land that is planted, a school before a park
        ("湖南远拓集团葡萄酒文化产业园项目正在洽谈。", ["葡萄酒文化产业园"]),
        ("累计新建酿酒葡萄基地5万亩。", []),
        ("支持浏阳高等专科学校与园区共建产业学院。", []),
        ("三界高新技术产业园区挂牌成立。", ["三界高新技术产业园区"]),
        ("启动铁塔智造产业园建设。", ["铁塔智造产业园"]),
    ],
)
def test_names_behind_others_and_on_lists(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert sorted(names(tmp_path, body)) == sorted(expected)
