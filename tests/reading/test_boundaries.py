"""Where documents of a compilation begin: small texts of our own, one for each rule and for what it must
leave alone.
"""

import csv
from pathlib import Path

import pytest

from jiqun.reading import Source, find_documents, read_source

OPINION = """某省人民政府关于加快产业集群发展的意见
某政发〔2009〕20号
各市、县人民政府：
为加快产业集群发展，提高产业竞争力，现提出以下意见。
一、总体要求
坚持规划引领，突出特色，把产业集群作为工业发展的主要载体来抓，力争三年内见到成效。
二、主要任务
抓好园区建设，培育龙头企业，完善配套体系，推动产业链向高端延伸，形成一批优势集群。
"""
SIGNATURE = "某省人民政府\n二○○九年三月十九日\n"
ARTICLE = """推进块状经济转型升级
张某某
近年来，我市块状经济发展较快，已形成纺织、五金、家具等一批特色产业。
一、现状
全市有工业企业三千多家，产值过百亿元，但布局分散，层次不高。
二、对策
抓规划，抓园区，抓龙头，推动块状经济向现代产业集群转变。
"""
BYLINE = "（作者系某市经贸委主任）\n"
SPEECH = """在全市工业经济工作会议上的讲话
（2005年3月2日）
同志们：
这次会议的主要任务是总结去年工作，部署今年工作。
一、认清形势
去年全市工业较快增长，但集群规模偏小，缺少龙头企业带动。
二、狠抓落实
各县区要把产业集群摆上重要位置，一级抓一级，层层抓落实。
"""
NEWS = """某市纺织产业集群加快成势
2019-05-06 08:30　来源：某市日报
春末的某市工业园，机器轰鸣，车来车往，一派繁忙景象。
今年前四个月，全市纺织业产值增长百分之十二，订单排到了年底。
"""
PLAN = """某市产业集群发展规划
第一篇　发展基础
第一章　现状
一、规模不断扩大
全市产值过千亿元，企业三千多家，从业人员二十万人，形成三大集群。
二、结构不断优化
高新技术产业比重逐年提高，园区承载能力明显增强，配套日益完善。
第二篇　发展目标
第二章　总体要求
一、指导思想
坚持市场主导、政府推动，走集约发展的路子，建设先进制造业基地。
第三篇：保障措施
一、加强领导
成立领导小组，统筹推进各项工作，重大问题一事一议，确保落实。
"""


def openings(text: str) -> list[str]:
    """First words of each document found."""
    documents = find_documents(Source("text.txt", "0" * 64, text, "utf-8"))
    assert "".join(document.text for document in documents) == text
    return [document.lines[0].text[:8] for document in documents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            OPINION + SIGNATURE + ARTICLE, ["某省人民政府关于", "推进块状经济转型"], id="dated signature"
        ),
        pytest.param(
            ARTICLE + BYLINE + OPINION, ["推进块状经济转型", "某省人民政府关于"], id="byline in brackets"
        ),
        pytest.param(
            ARTICLE + BYLINE + ARTICLE[ARTICLE.index("一、") :],
            ["推进块状经济转型", "一、现状"],
            id="no title, 一、 again",
        ),
        pytest.param(
            ARTICLE[:-1] + "■\n" + SPEECH, ["推进块状经济转型", "在全市工业经济工"], id="closing square"
        ),
        pytest.param(
            OPINION
            + SIGNATURE
            + "主题词：工业　集群　意见\n抄送：省委各部门。\n某省人民政府办公厅 2009年3月20日印发\n"
            + ARTICLE,
            ["某省人民政府关于", "推进块状经济转型"],
            id="imprint",
        ),
        pytest.param(
            OPINION + SIGNATURE + "— 3 —\n打印本页　关闭窗口\n上一篇：某通知\n" + ARTICLE,
            ["某省人民政府关于", "推进块状经济转型"],
            id="page furniture",
        ),
        pytest.param(
            OPINION + OPINION,
            ["某省人民政府关于", "某省人民政府关于"],
            id="title with number, nothing between",
        ),
        pytest.param(
            ARTICLE + "某政发〔2009〕20号\n" + OPINION.replace("某政发〔2009〕20号\n", ""),
            ["推进块状经济转型", "某政发〔2009"],
            id="number above the title",
        ),
        pytest.param(
            ARTICLE + "某省经济贸易委员会\n关于加快产业集群发展的意见\n" + OPINION.split("\n", 1)[1],
            ["推进块状经济转型", "某省经济贸易委员"],
            id="issuer above the title",
        ),
        pytest.param(
            ARTICLE + SPEECH, ["推进块状经济转型", "在全市工业经济工"], id="speech with its occasion"
        ),
        pytest.param(
            ARTICLE + SPEECH.replace("（2005年3月2日）\n", ""),
            ["推进块状经济转型", "在全市工业经济工"],
            id="speech, numbering starts again",
        ),
        pytest.param(
            NEWS + NEWS.replace("纺织", "五金"), ["某市纺织产业集群", "某市五金产业集群"], id="news items"
        ),
        pytest.param(
            ARTICLE + "------\n" + SPEECH, ["推进块状经济转型", "在全市工业经济工"], id="horizontal rule"
        ),
        pytest.param(
            ARTICLE + "＊＊＊＊＊＊\n" + ARTICLE,
            ["推进块状经济转型", "推进块状经济转型"],
            id="rule, numbering starts again",
        ),
        pytest.param(
            "第一篇：产业集群调研\n" + ARTICLE + "第二篇：推进块状经济转型升级\n" + ARTICLE,
            ["第一篇：产业集群", "第二篇：推进块状"],
            id="第二篇 in front of its title",
        ),
        pytest.param(
            ARTICLE + BYLINE + "第五篇：工业立县的实践\n" + ARTICLE,
            ["推进块状经济转型", "第五篇：工业立县"],
            id="第五篇 behind a close",
        ),
        pytest.param(ARTICLE + "范文二\n" + ARTICLE, ["推进块状经济转型", "范文二"], id="范文二"),
        pytest.param(
            ARTICLE + "产业集群调研范文三：\n" + ARTICLE,
            ["推进块状经济转型", "产业集群调研范文"],
            id="…范文三：",
        ),
        pytest.param(ARTICLE + "【篇三】\n" + ARTICLE, ["推进块状经济转型", "【篇三】"], id="【篇三】"),
        pytest.param(
            ARTICLE + "篇二：园区建设汇报\n" + ARTICLE, ["推进块状经济转型", "篇二：园区建设汇"], id="篇二："
        ),
        pytest.param(
            "\n\n\n" + OPINION + SIGNATURE + "\n\n\n\n" + ARTICLE + "\n\n",
            ["某省人民政府关于", "推进块状经济转型"],
            id="blank lines",
        ),
    ],
)
def test_a_second_document_is_found(text: str, expected: list[str]) -> None:
    assert openings(text) == expected
    assert openings(text.replace("\n", "\r\n")) == expected


NOTICE = """某市人民政府关于印发某市产业集群行动方案的通知
某政发〔2018〕3号
各县区人民政府：
《某市产业集群行动方案》已经市政府常务会议通过，现印发给你们，请认真组织实施。
某市人民政府
2018年5月3日
"""
ANNEXED = """某市产业集群行动方案
一、主要目标
到2020年，全市形成三个百亿集群，产业层次明显提升，配套更加完善。
二、重点任务
建设公共服务平台，支持企业技术改造，引进一批产业链关键项目。
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NOTICE + ANNEXED, id="notice and what it prints"),
        pytest.param(NOTICE + "附件\n" + ANNEXED, id="annex behind the signature"),
        pytest.param(
            NOTICE + "附件：1.任务分工表\n　　　2.项目清单\n附件1\n任务分工表\n" + ANNEXED, id="annexes"
        ),
        pytest.param(
            NOTICE.replace("《某市产业集群行动方案》", "《行动方案》") + "附件1\n" + ANNEXED,
            id="annex by its label",
        ),
        pytest.param(PLAN, id="plan in 篇 and 章"),
        pytest.param(SPEECH, id="a date under the title is no signature"),
        pytest.param(
            "推进块状经济转型升级\n（作者系某市经贸委主任）\n一、现状\n全市有工业企业三千多家，产值过百亿元，布局分散。\n",
            id="a byline under the title closes nothing",
        ),
        pytest.param(
            ARTICLE + "三、建议\n关于用地的建议\n用地指标向集群倾斜，建设标准厂房。\n",
            id="label of a few words",
        ),
        pytest.param(
            ARTICLE + "责任单位：市经贸委，各有关部门（单位）\n保障措施\n加强领导，落实责任，确保完成。\n",
            id="bracket behind a word",
        ),
        pytest.param(ARTICLE.replace("二、对策\n", "------\n二、对策\n"), id="a rule inside a document"),
        pytest.param(
            "发展重点\n一、纺织\n做强面料，做优服装，建设百亿集群，推动企业上市。\n二、五金\n提升锁具，发展工具，建设检测中心和交易市场。\n"
            "保障措施\n一、加强领导\n成立领导小组，统筹推进。\n二、加大投入\n设立专项资金，支持集群发展。\n",
            id="unnumbered headings, numbering starts again",
        ),
        pytest.param(
            ARTICLE + "我们认真贯彻《关于加快产业集群发展的意见》，取得成效。\n"
            "关于集群的几点体会\n各地经验值得借鉴，要因地制宜。\n",
            id="a title that is quoted",
        ),
        pytest.param(
            OPINION + SIGNATURE + "分享到：微信　微博\n版权所有：某省人民政府\n网站标识码：0000000001\n",
            id="a site's foot",
        ),
        pytest.param(
            "大事记\n2003年3月，市委召开会议，部署工业园区建设，明确发展目标和任务。\n2003年5月6日\n"
            "工业园区开工建设，首期面积三平方公里，引进企业十二家。\n",
            id="a date as a label",
        ),
    ],
)
def test_one_document_stays_one(text: str) -> None:
    assert len(openings(text)) == 1, openings(text)
    assert len(openings(text.replace("\n", "\r\n"))) == 1


def test_a_compilers_line_belongs_to_the_document_it_announces() -> None:
    text = ARTICLE + "范文二\n" + ARTICLE
    first, second = find_documents(Source("text.txt", "0" * 64, text, "utf-8"))
    assert not first.compiled
    assert second.compiled
    assert second.text.startswith("范文二\n")


def test_a_document_begins_with_its_blanks_and_decorations() -> None:
    text = OPINION + SIGNATURE + "\n# " + ARTICLE
    second = find_documents(Source("text.txt", "0" * 64, text, "utf-8"))[1]
    assert second.text.startswith("# 推进")


def test_documents_on_one_line_are_told_apart() -> None:
    text = (OPINION + SIGNATURE + ARTICLE + BYLINE + SPEECH).replace("\n", " ")
    assert openings(text) == ["某省人民政府关于", "推进块状经济转型", "在全市工业经济工"]


def test_the_documents_of_the_first_source_are_found_without_its_manifest(repository: Path) -> None:
    with (repository / "tests/gold/five/documents.csv").open(encoding="utf-8", newline="") as stream:
        annotated = [
            (row["source_file"], int(row["start"]), int(row["end"])) for row in csv.DictReader(stream)
        ]
    (name,) = {Path(file).name for file, _, _ in annotated}
    source = read_source(repository / "data/sources" / name)
    assert [(name, part.start, part.end) for part in find_documents(source)] == [
        (Path(file).name, start, end) for file, start, end in annotated
    ]


PAGES = ARTICLE + "打印本页 关闭窗口\n{}园区2020年工作总结\n{}\n一、成效\n园区完成投资三十亿元。\n"


@pytest.mark.parametrize(
    ("header", "below", "count"),
    [
        ("发布时间：2020-11-20 来源：经济科\n某县工业", "园区投资增长两成。", 2),
        ("某县工业", "园区投资增长两成。", 2),
        # Links to other pages have no prose below them.
        (
            "某县工业",
            "某县工业园区招商简报\n某县纺织产业座谈会\n某县园区一览\n某县集群一览\n某县企业一览\n某县项目一览",
            1,
        ),
    ],
)
def test_a_page_behind_the_foot_of_another(header: str, below: str, count: int) -> None:
    assert len(openings(PAGES.format(header, below))) == count


def test_a_notice_prints_its_annex_below_the_facts_of_its_page() -> None:
    facts = "索引号：\n015123456/2018-00321\n发布机构：\n某市人民政府\n发文字号：\n某政发〔2018〕3号\n"
    labels = "成文日期：\n2018-05-03\n发布日期：\n2018-05-09\n有效性：\n有效\n主题分类：\n工业\n"
    assert len(openings("首页 > 政务公开\n" + facts + labels + NOTICE + ANNEXED)) == 1
