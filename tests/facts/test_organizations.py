"""Organizations: which firms and bodies a text names, and what they do there."""

from pathlib import Path

import pytest

from jiqun.facts import organizations
from jiqun.facts.documents import document_id
from jiqun.facts.frame import open_frame
from jiqun.facts.organization_bodies import Body
from jiqun.language.places import PlaceContext, places
from jiqun.language.words import Words
from jiqun.reading import find_documents, read_source

HEADER = "关于工业发展的意见\n\n"


def bodies(tmp_path: Path, text: str, issuer: str | None = None, region: str = "430000") -> list[Body]:
    path = tmp_path / "source.txt"
    path.write_text(HEADER + text + "\n", encoding="utf-8")
    (document,) = find_documents(read_source(path))
    frame = open_frame(document, document_id(document))
    frame.region_code = region
    frame.set_places(places().find(frame.text, PlaceContext(region, 2012)))
    return organizations.read(frame, Words(frame.text), issuer)


def roles(tmp_path: Path, text: str) -> dict[str, str]:
    return {body.name: body.role for body in bodies(tmp_path, text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Lists that a head noun calls firms, and frames.
        (
            "以圣昌电源、天宏汽配为龙头，带动水成机械、五峰机械等一批小型加工企业。",
            {
                "圣昌电源": "leading",
                "天宏汽配": "leading",
                "水成机械": "supporting",
                "五峰机械": "supporting",
            },
        ),
        ("支持鼓风集团、西成集团等龙头企业提高成套能力。", {"鼓风集团": "leading", "西成集团": "leading"}),
        ("依托亚迅密封、冀昌滤清器两家骨干企业。", {"亚迅密封": "leading", "冀昌滤清器": "leading"}),
        (
            "吸引恒沅新材、蓝沅化学等28家下游企业就近落户。",
            {"恒沅新材": "supporting", "蓝沅化学": "supporting"},
        ),
        # Who puts up the money, and firms inside project names.
        ("投资4600万元的众沅机械年内投产。", {"众沅机械": "investor"}),
        ("华沅灯饰投资一亿元的灯饰城封顶。", {"华沅灯饰": "investor"}),
        ("营沅镁业年产8万吨高纯镁砂等87个项目竣工投产。", {"营沅镁业": "investor"}),
        # A society of one trade; a public firm with its place; a level before a known bank.
        ("长沙市水泵行业协会牵头制定标准。", {"长沙市水泵行业协会": "responsible"}),
        ("由浏阳发展控股公司运营。", {"浏阳发展控股公司": "mentioned"}),
        ("请市农业银行新增贷款。", {"市农业银行": "responsible"}),
        ("全市农业银行业务增长。", {"农业银行": "mentioned"}),
        ("引导浏阳市农村信用合作联社面向企业放贷。", {"浏阳市农村信用合作联社": "mentioned"}),
        ("市中小企业信用担保中心累计担保6亿元。", {"市中小企业信用担保中心": "mentioned"}),
        # The paper of a page; 《青石日报》 as a title is none.
        ("来源：浏阳新报", {"浏阳新报": "mentioned"}),
        # What two set up together; 和 inside a name from abroad; the number of a list.
        (
            "与中南大学共建纺织技术研究中心。",
            {"中南大学": "mentioned", "纺织技术研究中心": "mentioned"},
        ),
        ("日本和泉电装株式会社投资6000万美元。", {"日本和泉电装株式会社": "investor"}),
        # A firm by an ending that no trade has, whatever its first word means.
        ("骨干企业洞庭重工开工。", {"洞庭重工": "leading"}),
        # Bodies: in brackets, and as subjects.
        ("（责任单位：省财政厅、省科技厅）", {"省财政厅": "responsible", "省科技厅": "responsible"}),
        ("县融媒体中心要大力宣传。", {"县融媒体中心": "responsible"}),
        ("成立园区建设指挥部，抽调骨干。", {"园区建设指挥部": "responsible"}),
        ("市科技局要会同中南大学建成检测中心。", {"市科技局": "responsible", "中南大学": "responsible"}),
        (
            "推动技术改造。（市财政局、市工业和信息化局）",
            {"市财政局": "responsible", "市工业和信息化局": "responsible"},
        ),
        # What stands before a name and is none of it.
        ("委托青石职业技术学院定向培养。", {"青石职业技术学院": "mentioned"}),
        ("港资沅达集团投资6000万元建设车间。", {"沅达集团": "investor"}),
        ("发挥众沅木业、恒沅家居龙头作用。", {"众沅木业": "leading", "恒沅家居": "leading"}),
        # A place in brackets inside a firm's name, a body known by its number, lists that 这样的 closes.
        ("沅江恒昌实业（青石）有限公司茶饮料项目动工。", {"沅江恒昌实业（青石）有限公司": "investor"}),
        ("中铁四局承建。", {"中铁四局": "mentioned"}),
        ("众沅、恒沅输送这样的龙头要带头。", {"众沅": "leading", "恒沅输送": "leading"}),
        ("日本昭沅化学株式会社已经同青石县签约。", {"日本昭沅化学株式会社": "investor"}),
        ("纺织服装行业中华沅集团最大。", {"华沅集团": "mentioned"}),
        # Who puts up money, and what it is put into.
        (
            "众沅公司投资8500万元的涡轮壳精密铸造项目开工。",
            {"众沅公司": "investor"},
        ),
        ("沅江金谷食品投资3.2亿元的面粉生产线在建。", {"沅江金谷食品": "investor"}),
        ("众沅集团与沅海控股签订框架协议，拟投资8亿元。", {"众沅集团": "investor", "沅海控股": "investor"}),
        ("众沅制药年处理药材8000吨的车间正在安装设备。", {"众沅制药": "investor"}),
        # Who leads: named as such, by two, or with its suppliers.
        ("发挥龙头企业众沅集团的带动作用。", {"众沅集团": "leading"}),
        ("众沅木业、恒沅木业两大龙头企业产值过亿。", {"众沅木业": "leading", "恒沅木业": "leading"}),
        ("众沅棉业去年销售收入12亿元，带动配套企业14家。", {"众沅棉业": "leading"}),
        ("支持众沅智能与中南大学联合攻关。", {"众沅智能": "mentioned", "中南大学": "mentioned"}),
        ("众沅泵业主要为四沅厂配套生产零部件。", {"众沅泵业": "supporting", "四沅厂": "mentioned"}),
        # A trade and a legal form are no name; a firm set up with so much capital invests in nothing.
        ("引进恒开钨业有限公司。", {"恒开钨业有限公司": "mentioned"}),
        ("组建注册资本1亿元的市中小企业信用担保公司。", {"市中小企业信用担保公司": "mentioned"}),
        (
            "支持众沅公司组建增压器工程技术中心。",
            {"众沅公司": "mentioned", "增压器工程技术中心": "mentioned"},
        ),
        # What one body is called twice.
        (
            "（自治区财政厅、自治区商务厅负责）（财政厅负责）",
            {"自治区财政厅": "responsible", "自治区商务厅": "responsible"},
        ),
        # The fullest printed name stands for all of them.
        ("重点扶持四沅厂。四沅厂产值达18亿元，扶持四沅等企业。", {"四沅厂": "mentioned"}),
    ],
)
def test_names_and_roles(tmp_path: Path, text: str, expected: dict[str, str]) -> None:
    assert roles(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "各有关部门、市政府、管委会和行业协会要支持龙头企业。",
        "贯彻《湖南省财政厅关于资金管理的办法》。",
        "攻克关键技术，加强城市建设和生态文明建设，完成固定资产投资。",
        "引进大型企业、跨国公司和上市公司，建设企业技术中心。",
        "以市场为导向，以企业为主体，以投资为引领。",
        "召开现场办公会，其中石油机械产业增长较快。",
        "各设区市经贸委：",
        "引进竹胶板、竹家具等加工企业，以烟店、唐元两个镇为核心区。",
        "扩建勤丰污水处理厂。",
        "推广智能工厂，多数是“前店后厂”，自来水厂通水。",
        "省产铜材占六成，某工信新材〔2020〕5号文件印发。",
        "各县市区人民政府要抓紧落实。",
        "鼓励各类行业协会参与。",
        "总投资8600万元的苹果大数据中心投用。",
        "推动主机厂与配套企业对接，改造智能工厂。",
        "承接竹胶板、竹炭等企业，开展大吨位液压元件攻关。",
        "立足钒钛磁铁矿和翁泉沟硼铁矿资源，建设东北农机之都。",
        "省委常委出席会议并讲话。",
        "建设产品质量检测中心等中小企业公共服务平台。",
        "推进区人民公园改扩建工程暨公共卫生服务中心项目。",
    ],
)
def test_generic_words_are_no_organizations(tmp_path: Path, text: str) -> None:
    assert roles(tmp_path, text) == {}


def test_the_issuer_comes_first(tmp_path: Path) -> None:
    found = bodies(tmp_path, "请认真执行。\n\n湖南省人民政府", "湖南省人民政府")
    assert [(body.name, body.role, body.kind) for body in found] == [
        ("湖南省人民政府", "issuer", "government")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "统一规划。（省财政厅牵头，省商务厅、水利厅、能源局等省有关部门和各市县政府按职责分工负责）",
            {"省财政厅", "省商务厅", "水利厅", "能源局"},
        ),
        ("统一规划。〔责任单位：省农牧厅（乡村振兴局）、财政厅〕", {"省农牧厅", "财政厅"}),
        ("统一规划。【牵头部门：省工信厅，配合部门：省科技厅】", {"省工信厅", "省科技厅"}),
        (
            "统一规划。（省住房和城乡建设厅、省政府国资委，各市州政府）",
            {"省住房和城乡建设厅", "省政府国资委"},
        ),
        ("统一规划。（省发展改革委牵头，湖南能源监管办配合）", {"省发展改革委", "湖南能源监管办"}),
    ],
)
def test_a_bracket_behind_a_task_says_who_has_to_do_it(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert roles(tmp_path, text) == dict.fromkeys(expected, "responsible")


@pytest.mark.parametrize(
    "text",
    [
        # No body, and bodies of many places.
        "建设园区。（张家界牵头的项目除外）",
        "统一规划。（各有关部门按职责分工负责）",
        "统一规划。（含原料、半成品）",
        # What stands before a short name, and what is none.
        "落实国家重大战略以及省委部署。",
        "其他园区要按照省委部署推进。",
        "探索“园区+平台公司”开发模式。",
        "大力发展氢能装备、储能装备等制造业。",
        "一批电子、机械、光电项目相继落户。",
        "按照《中共湘阴县委办公室 湘阴县人民政府办公室关于印发<湘阴县招商引资若干规定>的通知》执行。",
    ],
)
def test_what_is_no_body(tmp_path: Path, text: str) -> None:
    assert roles(tmp_path, text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沅士电子、欣沅电子、达沅光电相继落户。", {"沅士电子", "欣沅电子", "达沅光电"}),
        ("银星能源股份公司投资2亿元。", {"银星能源股份公司"}),
        ("以鞍钢、本钢为核心企业建设基地。", {"鞍钢", "本钢"}),
        ("委托中国电子信息产业发展研究院编制规划。", {"中国电子信息产业发展研究院"}),
        ("中国电子投资5亿元建设基地。", {"中国电子"}),
        ("走进链主太钢集团。", {"太钢集团"}),
        ("浏阳经济技术开发区南园工业园区晶沅能源股份有限公司开工。", {"晶沅能源股份有限公司"}),
        ("由县工信局牵头，会同县发改局制定图谱。", {"县工信局", "县发改局"}),
        (
            "县发改委、工信局、国土资源局、环保局等部门要定期研究。",
            {"县发改委", "工信局", "国土资源局", "环保局"},
        ),
        ("工信局要加强服务。由市工信局牵头落实。", {"市工信局"}),
    ],
)
def test_names_as_pages_print_them(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert set(roles(tmp_path, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "记者从自治区发展纺织服装产业带动就业领导小组办公室获悉。",
            {"自治区发展纺织服装产业带动就业领导小组办公室"},
        ),
        ("湖南省推进新型工业化领导小组办公室下发方案。", {"湖南省推进新型工业化领导小组办公室"}),
        ("包括湖南北方精工钢结构实业有限公司在内。", {"湖南北方精工钢结构实业有限公司"}),
        ("记者从湖南省医药产业发展推进组办公室了解到。", {"湖南省医药产业发展推进组办公室"}),
        # A group with no name, many of one kind, and a region with its trade.
        ("各级领导小组办公室要加强协调。", set()),
        ("县委成立的领导小组定期开会。", set()),
        ("长沙地区化工、新材料等领域的企业参加。", set()),
    ],
)
def test_groups_and_firms_with_verbs_in_their_names(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert set(roles(tmp_path, text)) == expected


def test_two_places_of_different_provinces_are_no_chain(tmp_path: Path) -> None:
    (body,) = bodies(tmp_path, "图木舒克前海棉纺织有限公司投产。")
    assert body.region_code == "659003"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A trade before goods is not the firm's, one before nothing or only a firm's own is.
        ("投资2亿元的上海宝沅石油套管项目签约。", {"上海宝沅"}),
        ("投资2亿元的上海宝沅石油项目签约。", {"上海宝沅石油"}),
        ("投资2亿元的浏阳路沅车业底盘项目签约。", {"浏阳路沅车业"}),
        ("投资2亿元的平江县朗沅电子连接器项目签约。", {"朗沅电子"}),
        ("投资2亿元的重庆芯沅触控屏等项目签约。", {"重庆芯沅"}),
        # A place and an odd word before its size or its project, or a firm from abroad before a place.
        ("推进浏阳嘉沅年产60万吨特种纸、长沙渝沅1.2亿件/年日用瓷。", {"浏阳嘉沅", "长沙渝沅"}),
        ("今年，浏阳预计年产6万吨，长沙竹荪年产5万吨。", set()),
        ("年底试产；浙江瑞沅的电解液项目占地260亩。", {"浙江瑞沅"}),
        ("年底试产；浙江西部的电解液项目占地260亩。", set()),
        ("推进台湾鼎沅浏阳光电基地建设。", {"台湾鼎沅"}),
        ("推进台湾农民浏阳创业基地建设。", set()),
        # A name that ends as its trade begins has the trade already.
        ("推进浏阳宝钢钢管二期等项目。", {"宝钢"}),
        ("推进浏阳宝沅钢管二期等项目。", {"浏阳宝沅钢管"}),
        # A rank is none of the name.
        (
            "民营企业500强众沅集团与世界500强企业恒沅（青岛）实业有限公司合作。",
            {"众沅集团", "恒沅（青岛）实业有限公司"},
        ),
        ("强沅集团扩大生产。", {"强沅集团"}),
        # A trade that stands behind common words is a firm's with who runs it or what only firms do.
        ("众沅生物产销两旺，成为最大的生产企业。", {"众沅生物"}),
        ("众沅生物发展很快。", set()),
        # Full names with a verb in them begin at their place; behind a verb of the text they do not.
        ("投资2亿元的河北领沅科技发展有限公司投产。", {"河北领沅科技发展有限公司"}),
        ("其中浏阳冰沅冷冻食品有限公司投产。", {"浏阳冰沅冷冻食品有限公司"}),
        ("湖南省引进恒沅机械有限公司。", {"恒沅机械有限公司"}),
        # A phase is none of the name; works in a place are no firm, those of a firm are.
        ("吸引众沅陶瓷二期、恒沅电工四期等企业落户。", {"众沅陶瓷", "恒沅电工"}),
        ("从浏阳工厂迁来生产线。", set()),
        ("众沅集团浏阳总厂投产。", {"众沅集团浏阳总厂"}),
        # Members counted behind the list; a member of one character goes on behind 和.
        ("配套企业有众沅碳素、恒沅洗选、华沅机修等26户。", {"众沅碳素", "恒沅洗选", "华沅机修"}),
        ("配套企业有模具、铸造等26户。", set()),
        ("支持宏沅印务、瑞和包装等16户企业。", {"宏沅印务", "瑞和包装"}),
        # As many members as are counted: each is one, also where its words are common.
        ("东沅渔场、园艺场两家企业改制。", {"东沅渔场", "园艺场"}),
        ("改造园艺场和果园。", set()),
        # Beside plain firms in a list of projects, the firms before what they build.
        ("森沅能源竹屑机制碳、远沅竹业竹地板等项目投产。", {"森沅能源", "远沅竹业"}),
        ("风能能源利用、毛竹加工等项目投产。", set()),
        ("提速吉利、长安、理想等整车项目。", {"吉利", "长安", "理想"}),
        ("提速高效、理想等整车项目。", set()),
        # A firm of common words among firms, and alone.
        ("亿沅矿业公司选矿、宏大公司石材加工开工。", {"亿沅矿业公司", "宏大公司"}),
        ("组建宏大公司平台。", set()),
        # What is called a leading firm and has a figure.
        ("龙头企业沅东重卡部件去年营业收入16亿元。", {"沅东重卡部件"}),
        ("龙头企业数量今年实现翻番，去年营业收入16亿元。", set()),
        # Who makes so much a year, by an odd name; words of the text make nothing.
        ("推进沅特斯年产10万片硅棒、丰沅先行年产16万吨材料。", {"沅特斯", "丰沅先行"}),
        ("完成场平，一期主要建设年产5万片石膏板，将建成年产60万支轮毂生产线。", set()),
        # A county of another province is none; one of the province before it is.
        ("吸引了众沅机械、河南永泰等一批大型企业。", {"众沅机械", "河南永泰"}),
        ("吸引了众沅机械、福建永泰等一批大型企业。", {"众沅机械"}),
        # What a leading firm makes is none of its name; a dash ends what stands before one; kinds of owners.
        ("以沅远年产10万吨材料为核心，带动众沅机械等配套企业。", {"沅远", "众沅机械"}),
        ("是全县龙头企业——福建赛沅新材股份有限公司的配套企业。", {"福建赛沅新材股份有限公司"}),
        ("吸引了央企、大型民企等55家知名企业落地。", set()),
        ("浏阳益沅嘉里年产24万吨面粉等项目投产。", {"浏阳益沅嘉里"}),
        # Who is visited, beside a plain firm; what is visited else.
        ("一行先后前往云沅控股、沅山文化产业园、桐沅乐器等地，察看生产。", {"云沅控股", "桐沅乐器"}),
        ("一行先后前往民族乐器、现代纺织等地，察看生产。", set()),
        # A name that holds 的 or a single sign that else breaks.
        (
            "深入湖北美的电冰箱有限公司、湖北沅钧耀能新材料股份有限公司。",
            {"湖北美的电冰箱有限公司", "湖北沅钧耀能新材料股份有限公司"},
        ),
        ("在湖北的众沅电器有限公司。", {"众沅电器有限公司"}),
        # Persons who own firms are none.
        ("罗沅、张沅等6名企业家回乡投资。", set()),
        ("众沅机械、恒沅纺织等6家企业回乡投资。", {"众沅机械", "恒沅纺织"}),
        # One development bank, and trains.
        ("争取开行贷款5000万元。", {"开行"}),
        ("开行班列120列。", set()),
        # A trade by the signs of its goods.
        ("抓好盐油化工项目，力争华沅盐化投产。", {"华沅盐化"}),
        # The paper behind the site that shows it; a media centre by its short name.
        ("来源：中国浏阳网-浏阳日报", {"浏阳日报"}),
        ("来源：浏阳融媒 作者", {"浏阳融媒"}),
        # A committee's standing committee and a list of kinds of bodies are none; an item's number is none.
        ("县人大常委会副主任参加会议。", set()),
        ("各功能区党委、管委会要落实责任。", set()),
        ("二是铁矿企业受冲击。", set()),
        # Bodies that act by another verb; a group whose members are called together.
        ("区经委、区规划资源局实行并联审批。", {"区经委", "区规划资源局"}),
        ("组织县煤化工产业发展领导小组成员单位开展检查。", {"县煤化工产业发展领导小组"}),
        ("园区所在镇人民政府负责落实。", set()),
        ("新沅水质净化厂三期开建。", set()),
    ],
)
def test_firms_by_what_stands_around_them(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert set(roles(tmp_path, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由省经信委牵头，省经济和信息化委员会会同省财政厅落实。", {"省经济和信息化委员会", "省财政厅"}),
        ("由省经信委牵头，省经济协作办公室配合。", {"省经信委", "省经济协作办公室"}),
        ("由市工信局、县工业和信息化局负责。", {"市工信局", "县工业和信息化局"}),
    ],
)
def test_one_office_by_its_short_and_its_long_name(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert set(roles(tmp_path, text)) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("众沅木业有限公司，投资900万元，新上厂房。", "investor"),
        ("众沅木业有限公司，占地7亩，投资1200万元。", "investor"),
        ("走访众沅木业有限公司，投资环境得到好评。", "mentioned"),
    ],
)
def test_a_firm_before_a_comma_and_its_money_invests(tmp_path: Path, text: str, role: str) -> None:
    assert roles(tmp_path, text) == {"众沅木业有限公司": role}


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        # A branch lies where its name says; a bank of the whole country nowhere.
        ("协调工商银行浏阳支行新增贷款。", "工商银行浏阳支行", "430181"),
        ("协调工商银行新增贷款。", "工商银行", None),
        # What the place founds lies there; a firm that is founded may lie anywhere.
        ("组建陶瓷产业技术研究院。", "陶瓷产业技术研究院", "430000"),
        ("依托中国陶瓷科学研究院开展攻关。", "中国陶瓷科学研究院", None),
    ],
)
def test_where_a_body_lies(tmp_path: Path, text: str, name: str, region: str | None) -> None:
    assert {body.name: body.region_code for body in bodies(tmp_path, text)}[name] == region


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a leader told by its trade keeps its whole name
        ("纺织龙头企业湖南明辉光电科技有限公司投资2亿元。", {"湖南明辉光电科技有限公司"}),
        # a trade that is part of a common word makes no firm; behind a proper stem it does
        ("翔鸿重工的港口起重机项目，从签约到动工仅用四十五天。", {"翔鸿重工"}),
        ("废旧电池综合利用率稳定在95%以上。", set()),
        # metals and parts behind a proper stem, beside another firm; as goods they are none
        ("支持金汇锌业、豫鑫金属等企业扩大生产。", {"金汇锌业", "豫鑫金属"}),
        ("发展有色金属、稀有金属等产业。", set()),
        ("组建铝产业创新联合体。", {"铝产业创新联合体"}),
    ],
)
def test_a_trade_inside_a_word_and_behind_a_stem(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert {body.name for body in bodies(tmp_path, text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the government of a place that is named; what only holds its name, and the level alone
        ("浏阳市政府与宏远集团签订协议。", {"浏阳市政府", "宏远集团"}),
        ("浏阳市政府工作报告提出，市政府要带头。", set()),
        # a quality makes a firm's name, a size does not
        ("培育大型集团和跨国集团。", set()),
        # an odd stem behind a place, though its words are 均 and 和; a real conjunction names none
        ("将引入上海均和集团参与运营。", {"上海均和集团"}),
        ("推动上海等地集团入驻。", set()),
        # the branch belongs to the name
        ("来到海峡科化股份有限公司浏阳分公司调研。", {"海峡科化股份有限公司浏阳分公司"}),
        # a level and what the firm is for; a level and a legal form are none
        ("县担保公司、市公司负责人参加。", {"县担保公司"}),
        # two bodies joined by 会同
        ("市发改委会同市工信局制定细则。", {"市发改委", "市工信局"}),
        # the zone's 管委会 is none of a district
        ("产业集聚区管委会主任参加会议。", set()),
        # where a firm lies is none of its name; an office of the park is
        ("深入园区英马电动车、瑞赛科尔等5家企业调研。", {"英马电动车", "瑞赛科尔"}),
        # goods that are traded
        ("主要经营硅酸盐水泥熟料。", set()),
        # any word leads a chain; an idea in quotation marks is the core of nothing that is a firm
        ("以想念为链主的面制品加工不断壮大。", {"想念"}),
        ("以“数智农谷”为核心招商。", set()),
        # an odd word among firms, or beside one in a list of which it is told what firms do
        ("引进远山重工、恒沅机械、铁沅等。", {"远山重工", "恒沅机械", "铁沅"}),
        ("推动晋沅控股、潞沅化工转型。", {"晋沅控股", "潞沅化工"}),
        ("重点是远山重工、北湖大桥、恒沅机械。", {"远山重工", "恒沅机械"}),
    ],
)
def test_who_is_a_body_by_itself_and_beside_others(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert {body.name for body in bodies(tmp_path, text)} == expected


def test_firms_that_have_a_mind_to_invest_are_investors(tmp_path: Path) -> None:
    found = roles(tmp_path, "香港宏辉集团、瑞沅集团等知名企业均有意来我县投资家居市场。")
    assert found == {"香港宏辉集团": "investor", "瑞沅集团": "investor"}
    assert set(roles(tmp_path, "支持宏辉集团、瑞沅集团等知名企业做强。").values()) == {"leading"}


@pytest.mark.parametrize(
    ("name", "home", "region"),
    [
        # An office of the province or the city above lies there, and not in the county that prints it.
        ("省发展改革委", "430121", "430000"),
        ("市统计局", "430121", "430100"),
        # What a city of county rank, whatever its code, and a municipality call 市 is they themselves.
        ("市统计局", "430181", "430181"),
        ("市统计局", "222403", "222403"),
        ("市统计局", "500112", "500000"),
        # A county right below its province is in no city.
        ("市统计局", "469026", "469026"),
        # What is of a rank is no one's office.
        ("省级陶瓷工程技术中心", "430181", "430181"),
    ],
)
def test_an_office_lies_in_the_division_of_its_level(
    tmp_path: Path, name: str, home: str, region: str
) -> None:
    found = bodies(tmp_path, f"由{name}牵头制定方案，组建{name}。", region=home)
    assert {body.name: body.region_code for body in found}[name] == region


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a character that else joins or compares opens a firm's name
        ("以和丰铜业为龙头，带动配套企业20家。", {"和丰铜业"}),
        ("去年，越丰领带集团销售收入突破5亿元。", {"越丰领带集团"}),
        ("支持中能集团和华丰铜业扩建生产线。", {"中能集团", "华丰铜业"}),
        # days are no firms
        ("有的县今天上化工，明天上纺织。", set()),
    ],
)
def test_where_a_firms_name_begins(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert {body.name for body in bodies(tmp_path, text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a place that signs with a firm is none of its name; a character between place and 和 is
        ("长沙县与江苏晟腾新能源公司签约。", {"江苏晟腾新能源公司"}),
        ("浙江瑞和电子公司投产。", {"浙江瑞和电子公司"}),
        # a name that the dictionary cuts at a verb; a verb that breaks stays one
        ("由金满仓蛋业集团牵头，带动农户。", {"金满仓蛋业集团"}),
        ("由政府支持丰源蛋业集团扩产。", {"丰源蛋业集团"}),
        # the committee of a zone with a name; one of any zone is none
        ("正港路工业园区管委会，县政府各部门：", {"正港路工业园区管委会"}),
        ("各工业园区管委会要加强服务。", set()),
        # a school by its whole name, a road that is no firm's, kilns that are shut
        ("双溪县职业中专学校培训技工2000人。", {"双溪县职业中专学校"}),
        ("拉通农机大道等主次干道5公里。", set()),
        ("关停立窑水泥生产线3条。", set()),
    ],
)
def test_names_cut_and_names_that_are_none(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert {body.name for body in bodies(tmp_path, text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Centres that are set up for a trade have a name; a firm's own, or a number of them, have none.
        ("建设印制电路板检测中心，服务全市企业。", {"印制电路板检测中心"}),
        ("支持企业建设研发中心，建成检测中心5个。", set()),
        ("鼓励建设企业研发中心，建设公共检测中心。", set()),
        # Who runs a zone or a street is a body; every such office is none.
        ("由城北街道办事处负责落实。", {"城北街道办事处"}),
        ("各街道办事处要抓好落实。", set()),
        # Parts of a machine are no firms.
        ("引进塔筒、叶片等企业10户。", set()),
        ("引进天顺风能、明阳智能等企业10户。", {"天顺风能", "明阳智能"}),
    ],
)
def test_centres_offices_and_parts(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert {body.name for body in bodies(tmp_path, text)} == expected
