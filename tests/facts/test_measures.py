"""Measures: which sentences act, what they leave alone, with which instrument and by whom."""

from pathlib import Path

import pytest

from jiqun.facts.documents import document_id
from jiqun.facts.frame import Frame, open_frame
from jiqun.facts.measures import Act, MeasureReader
from jiqun.language.instruments import Cues
from jiqun.reading import find_documents, read_source
from texts import read_sentence

HEADER = "湖南省人民政府关于工业发展的意见\n\n各市人民政府：\n\n"


def read(tmp_path: Path, body: str, document_type: str = "policy") -> tuple[Frame, list[Act]]:
    path = tmp_path / "source.txt"
    path.write_text(HEADER + body + "\n", encoding="utf-8")
    (document,) = find_documents(read_source(path))
    frame = open_frame(document, document_id(document))
    frame.document_type = document_type
    return frame, MeasureReader(frame, Cues(frame.text), {}).read()


def sentences(tmp_path: Path, body: str, document_type: str = "policy") -> list[str]:
    frame, acts = read(tmp_path, body, document_type)
    return [frame.text[act.start : act.end] for act in acts]


@pytest.mark.parametrize(
    "sentence",
    [
        # The main verb acts.
        "支持企业参加境外展会。",
        "编制园区总体规划和产业规划。",
        "进一步完善项目工作机制，落实重点项目联系会议制度。",
        # The verb stands behind an actor, a place or an object put first.
        "市发改委、市经信局要加强对集群发展的指导和服务。",
        "各县（市、区）要把产业集群发展纳入国民经济和社会发展规划。",
        "由市工信局牵头，每半年对集群进行一次评估。",
        # A sum is granted: 突破 and 总投资 are no targets then.
        "对年营业收入首次突破50亿元、100亿元的企业，分别给予100万元、200万元一次性奖励。",
        "对总投资10亿元以上的项目，按固定资产投资的5%给予奖励，最高5000万元。",
        "标准厂房前两年租金全免，后三年减半。",
        # With whom, where and by when stand before the verb.
        "与中南大学共建竹产业研究院，五年累计攻克关键技术12项。",
        "沅江市还将联合湖南大学建设铝镁新材料研究院。",
        "在北京、深圳设立驻点招商组，年内引进亿元以上项目10个。",
        "三年引进高层次专家团队5个、培训产业工人8000人次。",
        "以恒沅管件集团为龙头，推动配套企业组建产业联盟。",
        # What is refused, set apart or let off; a bound is no lament.
        "一九九七年产值不足五千万元的镇，原则上不单独设立工业小区。",
        "将年度新增能耗指标的15%优先用于集群重大项目。",
        "对租用标准厂房的企业，前两年租金全免。",
        "县财政累计拿出4500万元技改资金，撬动企业投入18亿元。",
        # It says first what something is, then acts.
        "园区是产业集聚的平台，要完善基础设施，设立园区发展专项资金。",
        # What is to grow comes first, the means behind it.
        "提高引进项目的科技含量，支持签约企业申报高新技术企业。",
        "股权设置等管理事项下放至县级财政部门管理。",
        "对企业利用现有工业用地提高容积率的情况，不再增收土地价款。",
        "坚持非禁即入的原则，允许民间资本进入未明文禁止的领域。",
        # What opens the clause is no verb, but what is laid is a means.
        "通过园区先行，加快集聚区基础设施及公共服务平台建设，率先形成示范区。",
        "围绕资源优势，深度论证和包装各类项目115个，形成了梯次推进格局。",
    ],
)
def test_acting_sentence_is_a_measure(tmp_path: Path, sentence: str) -> None:
    assert sentences(tmp_path, f"一、政策措施\n\n{sentence}") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "产业集群是区域经济发展的重要形式。",
        "企业自主创新能力明显增强。",
        "但产业链条短、配套能力弱的问题仍然突出。",
        "发展特色产业集群，有利于优化资源配置，提升区域竞争力。",
        # What is to grow, or be aimed at, with no means named.
        "重点发展新能源汽车、动力电池等产业。",
        "推进雪峰二期、洞庭时代等项目建设。",
        "将高新区打造成全国重要的先进制造业基地。",
        "到2025年，培育形成3个千亿级产业集群，规上工业企业达到1000家。",
        "提高产业集聚度，加快形成特色集群，推动产业优先发展。",
        # Watchwords are the principle that others act on; what it is all to become, no means.
        "坚持政府推动、政策引导、市场运作，按照集约化的原则，统筹产业集聚发展，逐步形成产业集群。",
        "整合市内外建材资源，发挥整体优势，成为工业发展的重要支撑力量。",
        "突出抓好石油机械、造纸包装等优势产业的快速扩张。",
        # What firms do or are told to do.
        "龙头企业要加大研发投入，加快技术改造步伐。",
        "骏达公司投资3亿元新建一条生产线，年产值可达10亿元。",
        "项目建成后，可新增产值20亿元，安排就业3000人。",
        # What banks, schools and societies do.
        "截至8月末，青石农商银行累计发放贷款4.7亿元，惠及企业33家。",
        "青石职业学校开办“磷材班”，今年已定向培养技工500人。",
        # How many projects there are, and how a trade stands.
        "三年实施智能化改造项目60项。",
        "招商引资成绩显著，产业集群初具规模。",
        "建设用地获批1560亩，工业用地利用率91.4%。",
        "以沅海锂能为链主，补齐隔膜、电解液等环节，2026年产能达到25万吨。",
        # A text of itself, and meetings.
        "为鼓励投资，促进县域经济发展，结合我县实际，制定本办法。",
        "本政策由区经济发展局会同区财政局负责解释，自2018年5月1日起施行。",
        "全市产业链工作推进会议召开，安排部署近期产业链建设重点工作。",
        # Principles and counts.
        "坚持政府引导与市场主导相结合，坚持集聚发展、创新驱动。",
        "全年新签约项目120个，合同引资350亿元。",
    ],
)
def test_description_target_and_firm_are_no_measure(tmp_path: Path, sentence: str) -> None:
    assert sentences(tmp_path, f"一、产业发展\n\n{sentence}") == []


def test_heading_tells_for_and_against(tmp_path: Path) -> None:
    sentence = "强化龙头带动和园区承载。"
    assert sentences(tmp_path, f"一、保障措施\n\n{sentence}") == [sentence]
    assert sentences(tmp_path, f"一、指导思想\n\n{sentence}") == []


def test_principle_opens_under_a_heading_of_ideas_alone(tmp_path: Path) -> None:
    sentence = "坚持政府推动，着力扶持龙头企业和名牌产品，支持企业协作。"
    assert sentences(tmp_path, f"一、发展思路\n\n{sentence}") == []
    assert sentences(tmp_path, f"一、政策措施\n\n{sentence}") == [sentence]


def test_first_sentence_that_says_who_must_act_is_no_title(tmp_path: Path) -> None:
    duty = "各县区要明确招商引资专项经费，列入年度预算，保障正常支出。"
    follow = "对引荐项目的个人给予奖励。"
    assert sentences(tmp_path, f"一、工作措施\n\n1.{duty}{follow}") == [duty, follow]
    assert sentences(tmp_path, f"一、工作措施\n\n1.加大招商投入。{follow}") == [follow]


def test_item_is_one_measure_with_its_title(tmp_path: Path) -> None:
    body = "一、保障措施\n\n一是加强组织领导。市政府成立产业集群工作领导小组，负责规划指导和督导协调。"
    frame, acts = read(tmp_path, body)
    (act,) = acts
    assert frame.text[act.start : act.end] == body.split("\n\n")[1]
    assert frame.text[slice(*act.title)] == "加强组织领导"


def test_item_of_several_acts_gives_one_row_each(tmp_path: Path) -> None:
    first, second = "设立2000万元专项资金。", "对重点项目融资给予财政贴息。"
    assert sentences(tmp_path, f"一、保障措施\n\n一是加大扶持。{first}{second}") == [first, second]


def test_title_above_sentences_is_no_measure_but_a_whole_act_is(tmp_path: Path) -> None:
    act = "成立省工业园区集群发展领导小组，办公室设在省工信委。"
    follow = "鼓励各地创建示范集群。"
    assert sentences(tmp_path, f"一、组织保障\n\n（一）加强组织领导。{follow}") == [follow]
    assert sentences(tmp_path, f"一、组织保障\n\n（一）{act}{follow}") == [act, follow]


def test_bracket_behind_a_measure_names_who_acts(tmp_path: Path) -> None:
    body = "一、保障措施\n\n对首次认定的示范集群给予100万元奖励。（责任单位：省财政厅、省科技厅）"
    frame, acts = read(tmp_path, body)
    (act,) = acts
    assert act.actor is not None
    assert frame.text[slice(*act.actor)] == "省财政厅、省科技厅"


def actors(sentence: str) -> list[str | None]:
    return [row.actor_text for row in read_sentence(sentence, "保障措施")["measures"]]


def test_a_bracket_that_closes_a_paragraph_is_for_all_its_measures() -> None:
    act = "对首次认定的示范集群给予100万元奖励。支持企业参加境外展会。"
    assert actors(f"{act}（责任单位：省财政厅，有关市人民政府）") == ["省财政厅", "省财政厅"]
    # not for those that name who acts, nor for those of the paragraph above it
    assert actors(f"由省商务厅牵头，每年组织企业参加展会。{act}（责任单位：省财政厅）")[0] == "省商务厅"
    assert actors(f"{act}\n设立1亿元产业基金，支持技术改造。（责任单位：省财政厅）") == [
        None,
        None,
        "省财政厅",
    ]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("下一步，市里将设立1亿元产业基金。", "市里"),
        ("市财政还设立1亿元产业发展基金。", "市财政"),
        ("南通市将与南通大学共建陶瓷产业研究院。", "南通市"),
        # asked to, in a clause behind, of a region; what is made use of does not act, nor all of a place
        ("建议市财政设立1亿元产业发展基金。", "市财政"),
        ("地区财政首期出资8000万元设立产业基金。", "地区财政"),
        ("依托市企业家协会举办产销对接活动，组织企业参加展会。", None),
        ("全市每年安排不少于35%的新增建设用地指标专项保障集群项目。", None),
        # leaders who look after something; those who only speak do not
        ("建立产业链链长制，由市领导领衔推进重点产业链建设。", "市领导"),
        ("推行县级领导包联重点企业制度，建立服务专班。", "县级领导"),
        # offices alone in the bracket; a bracket with anything else names nobody
        ("设立1亿元产业基金，支持技术改造。（市财政局、市科技局）", "市财政局、市科技局"),
        ("设立1亿元产业基金，支持技术改造。（市财政局已拨付2000万元）", None),
        # a place that only has something does not act
        ("南通市企业参加展会的，给予5万元补助。", None),
    ],
)
def test_a_place_and_its_treasury_act(sentence: str, actor: str | None) -> None:
    assert actors(sentence) == [actor]


def test_speech_of_others_is_no_measure(tmp_path: Path) -> None:
    body = "一、项目建设\n\n“我们将投入2亿元支持企业扩建厂房。”负责人说。"
    assert sentences(tmp_path, body, "article") == []


def test_tense_follows_document_and_sentence(tmp_path: Path) -> None:
    done, to_do = "去年，县财政拿出500万元奖励32家企业。", "今年，市政府将设立10亿元产业引导基金。"
    _, acts = read(tmp_path, f"一、主要做法\n\n{done}{to_do}", "report")
    assert [act.tense for act in acts] == ["adopted", "planned"]
    _, acts = read(tmp_path, f"一、主要做法\n\n{done}{to_do}", "policy")
    assert [act.tense for act in acts] == ["planned", "planned"]
    act = "设立10亿元产业引导基金。"
    for heading, tense in (("2023年工作回顾", "adopted"), ("2024年工作安排", "planned")):
        _, acts = read(tmp_path, f"一、{heading}\n\n{act}", "report")
        assert [one.tense for one in acts] == [tense]


@pytest.mark.parametrize(
    ("sentence", "instrument"),
    [
        ("对企业贷款给予财政贴息补助。", "funding"),
        ("“十四五”期间每年保障新增用地4000亩以上，新建标准厂房300万平方米。", "land"),
        ("要按照合理布局的原则，全面提升园区功能和承载能力，完善基础设施，优化发展环境。", "infrastructure"),
        # A body that helps does not tell the means by its name; one that acts may.
        ("县财政局牵头统筹政策兑现，县营商环境建设局配合，每半年组织一次成效评估。", "strategic_measure"),
        ("由市技术监督局牵头，对低压电器实行强制检验。", "regulation"),
        ("探索实行“园区共建、税收分成”的政策措施，调动了部门共同建园的积极性。", "strategic_measure"),
        ("引导金融机构加大信贷支持，完善融资担保体系。", "finance"),
        ("依托职业院校开展技能培训，引进高层次人才。", "talent"),
        ("下放审批备案管理权限。", "regulation"),
        ("成立产业集群工作领导小组，严格目标考核。", "strategic_measure"),
        ("开展产业链招商和以商招商。", "investment_promotion"),
        ("优先保障集群龙头项目用地指标。", "land"),
        # Who is granted money says nothing of the means.
        ("对新引进的主导产业项目，按设备投资额的5%给予补助，最高500万元。", "funding"),
        ("对工业技术改造项目，给予最高500万元支持。", "funding"),
        ("当年认定为省级上云标杆企业的，一次性奖励10万元。", "funding"),
        ("遴选智能工厂示范企业10家，验收合格的每家奖励50万元。", "demonstration"),
        # Money set up for loans is finance, rent let off is money.
        ("市财政注资2亿元组建融资担保集团。", "finance"),
        ("设立企业应急转贷资金，帮助企业解决续贷难题。", "finance"),
        ("市财政设立8000万元产业发展资金。", "funding"),
        ("对租用标准厂房的企业，前两年租金全免。", "funding"),
        ("入园企业的城市基础设施配套费按50%收取。", "tax"),
        ("亩均税收低于5万元的项目，调整其奖励政策。", "funding"),
        # Cues that lie in one another are one place.
        ("推进行业性并购重组，支持优势龙头企业“走出去”。", "strategic_measure"),
        # Money granted is the means of a purpose that the words tell first.
        ("对参加进口博览会的企业，按展位费的六成给予补贴，每年不超过20万元。", "trade"),
        ("市财政每年安排专项资金2亿元，对参加博览会的企业给予补贴。", "funding"),
    ],
)
def test_instrument(tmp_path: Path, sentence: str, instrument: str) -> None:
    _, acts = read(tmp_path, f"一、政策措施\n\n{sentence}")
    assert [act.instrument for act in acts] == [instrument]


def test_title_sentence_of_an_item_only_says_what_it_is_about(tmp_path: Path) -> None:
    lent = "一是加大集群龙头企业的扶持。采取财政贷款担保、融资平台风险投资办法，集中要素资源。"
    advised = "二是加大集群龙头企业的扶持。协调解决重大问题，集中要素资源。"
    _, acts = read(tmp_path, f"一、政策措施\n\n{lent}\n\n{advised}")
    assert [act.instrument for act in acts] == ["finance", "strategic_measure"]


@pytest.mark.parametrize(
    ("remark", "actor"),
    [
        ("〔责任单位：省农牧厅（乡村振兴局）、财政厅〕", "省农牧厅（乡村振兴局）、财政厅"),
        ("（省财政厅牵头，省商务厅配合）", "省财政厅"),
        ("【责任单位：省财政厅；配合单位：省科技厅】", "省财政厅"),
        ("（含大型企业）", None),
    ],
)
def test_a_bracket_behind_an_act_is_none_and_may_tell_who_acts(
    tmp_path: Path, remark: str, actor: str | None
) -> None:
    frame, (act,) = read(tmp_path, f"一、保障措施\n1.安排1亿元专项资金，支持企业技术改造。{remark}")
    assert frame.text[act.start : act.end].endswith("技术改造。")
    assert (frame.text[slice(*act.actor)] if act.actor else None) == actor


def test_who_had_to_do_the_task_before_opens_no_act(tmp_path: Path) -> None:
    # A copy that lost its line ends: the bracket and the next number stand at the head of a sentence.
    body = "一、保障措施\n安排1亿元专项资金，支持技术改造。 （责任单位：省财政厅） "
    body += "2.设立产业基金，支持集群发展。"
    assert sentences(tmp_path, body) == [
        "安排1亿元专项资金，支持技术改造。",
        "设立产业基金，支持集群发展。",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "现结合青石实际，制定以下政策措施。",
        "为促进集群发展，提出以下措施。",
        "一年来，在县委的坚强领导下，全县围绕工业强县，大力推进园区建设。",
    ],
)
def test_what_announces_a_text_is_no_act(tmp_path: Path, sentence: str) -> None:
    assert sentences(tmp_path, sentence) == []
    assert sentences(tmp_path, "一、措施\n制定园区考核办法，促进集群发展。") == [
        "制定园区考核办法，促进集群发展。"
    ]
