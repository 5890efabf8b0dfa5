"""Front matter: title, issuer, number, date and kind of small documents of our own."""

import pytest

from texts import read, read_sentence

NOTICE = """南通市人民政府办公室文件
通政办发〔2018〕33号
关于印发《南通市产业集群行动方案》的通知
各县（市）、区人民政府：
现将《南通市产业集群行动方案》印发给你们，请认真组织实施。本方案自印发之日起施行，各地各部门要结合实际抓好落实，确保各项目标任务按期完成，取得实效。
南通市人民政府办公室
2018年5月3日
南通市产业集群行动方案
一、主要目标
到2020年，全市工业总产值达到1000亿元。
"""
REPORT = """政府工作报告
——2019年1月9日在扬州市第八届人民代表大会第三次会议上
市长　张某某
各位代表：
一、2018年工作回顾
全市生产总值增长6.7%。
"""
ARTICLE = """壮大块状经济的思考
王某某
近年来，海门市产业集群发展较快，块状经济成为县域经济的支柱。
（作者系海门市经济贸易局局长）
"""


def test_a_notice_and_what_it_prints_are_one_document() -> None:
    row = read(NOTICE)["documents"][0]
    assert row.title == "关于印发《南通市产业集群行动方案》的通知"
    assert (row.issuer, row.document_number) == ("南通市人民政府办公室", "通政办发〔2018〕33号")
    assert (row.issued_on, row.issued_on_basis, row.document_type) == ("2018-05-03", "signature", "policy")
    assert (row.region_code, row.issuer_level) == ("320600", "prefecture")


def test_a_day_that_no_month_has_leaves_the_month() -> None:
    row = read(NOTICE.replace("5月3日", "11月31日"))["documents"][0]
    assert (row.issued_on, row.issued_on_text) == ("2018-11", "2018年11月31日")


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("（2018年5月3日）", "2018年5月3日"),
        ("2018-05-03 09:20　来源：海门日报", "2018-05-03 09:20"),
        ("２０１８年５月３日", "２０１８年５月３日"),
        ("2018年第6期——经济建设", "2018年第6期"),
    ],
)
def test_a_date_is_given_without_what_its_line_says_besides(line: str, printed: str) -> None:
    row = read(ARTICLE.replace("王某某\n", f"{line}\n王某某\n", 1))["documents"][0]
    assert row.issued_on_text == printed


def test_a_report_is_dated_by_its_occasion() -> None:
    row = read(REPORT)["documents"][0]
    assert (row.title, row.document_type, row.author) == ("政府工作报告", "report", "张某某")
    assert (row.issued_on, row.issued_on_basis) == ("2019-01-09", "header")


def test_a_bylined_text_has_an_author_and_no_issuer() -> None:
    row = read(ARTICLE)["documents"][0]
    assert (row.author, row.issuer, row.document_type, row.issued_on) == ("王某某", None, "article", None)


def test_a_reporter_named_in_the_line_below_the_title() -> None:
    line = "来源：海门日报　发布时间：2021年9月14日　本报记者 安维舟\n"
    row = read(ARTICLE.replace("王某某\n", line, 1).replace("（作者系海门市经济贸易局局长）\n", ""))[
        "documents"
    ][0]
    assert row.author == "安维舟"


def test_an_id_depends_on_the_text_alone() -> None:
    first, second = read(ARTICLE)["documents"][0], read(ARTICLE.replace("\n", "\r\n"))["documents"][0]
    assert first.document_id == second.document_id
    assert first.document_id.startswith("doc-")


@pytest.mark.parametrize(
    ("year", "conflict"),
    [("2025", True), ("2015", False)],
)
def test_a_year_that_the_signature_refutes_is_an_issue(year: str, conflict: bool) -> None:
    text = (
        f"徐州市人民政府关于发展装备制造业的意见\n徐政发〔{'2025' if conflict else '2010'}〕8号\n"
        f"一、目标\n到{year}年，全市工业总产值达到1000亿元。\n徐州市人民政府\n二〇一〇年三月一日\n"
    )
    tables = read(text)
    assert any(row.kind == "year_conflict" for row in tables["issues"]) is conflict
    target = tables["targets"][0]
    assert (target.period_status, target.period_end) == (
        ("conflict", None) if conflict else ("printed", "2015-12-31")
    )


@pytest.mark.parametrize(
    ("sentence", "mismatch"),
    [
        ("做强石化、纺织、电子等5个产业集群。", True),
        ("做强石化、纺织、电子、食品等3个产业集群。", True),
        ("做强石化、软件与信息服务和冶金等3个产业集群。", False),
        ("引进长江电气、东海机械等8家企业。", False),
    ],
)
def test_a_printed_count_is_held_against_its_list(sentence: str, mismatch: bool) -> None:
    kinds = [row.kind for row in read_sentence(sentence)["issues"]]
    assert ("count_mismatch" in kinds) is mismatch


def test_a_county_that_is_not_named_has_no_code() -> None:
    tables = read(
        "在县域经济发展座谈会上的讲话\n同志们：\n一、基本情况\n我县居全国百强。去年实现生产总值140亿元，增速高于全国4个百分点。\n"
    )
    assert tables["documents"][0].region_code is None
    assert {row.subject_text for row in tables["indicators"]} == {"我县"}


def test_where_a_report_was_given_is_no_title() -> None:
    (row,) = read(
        "政府工作报告\n——在建湖县第十七届人民代表大会第三次会议上\n县长 顾明远\n"
        "各位代表：\n去年实现生产总值140亿元。\n"
    )["documents"]
    assert (row.title, row.region_code) == ("政府工作报告", "320925")


def test_a_title_that_the_text_runs_on_from() -> None:
    (row,) = read(
        "全县经济工作会议上的讲话 同志们:今天的会议很重要。一、肯定成绩。去年实现生产总值140亿元。\n"
    )["documents"]
    assert row.title == "全县经济工作会议上的讲话"


def test_several_that_sign_on_one_line_are_all_issuers() -> None:
    text = "关于支持集群发展的通知\n各市工信局：\n一、目标\n到2028年，全省集群达到20个。\n{}\n2026年3月5日\n"
    (joint,) = read(text.format("江苏省工业和信息化厅　江苏省财政厅\n江苏省商务厅　中国人民银行江苏省分行"))[
        "documents"
    ]
    assert joint.issuer == "江苏省工业和信息化厅、江苏省财政厅、江苏省商务厅、中国人民银行江苏省分行"
    (bank,) = read(text.format("青石银行"))["documents"]
    assert bank.issuer is None


def test_a_year_before_what_an_undated_text_tells_of_is_past() -> None:
    text = "园区建设调研报告\n一、现状\n截至2010年上半年，累计实现税收4亿元，其中2009年末实现税收1亿元。\n"
    assert [row.value for row in read(text)["indicators"]] == [400000000, 100000000]
    assert [row.value for row in read(text.replace("2009", "2015"))["targets"]] == [100000000]


@pytest.mark.parametrize(
    ("opening", "author"),
    [
        ("青石观察\n　　本报讯（记者 周一帆 实习记者 何蔚）红油翻滚，豆香扑鼻。\n", "周一帆 何蔚"),
        (
            "青石走访记\n来源：青石商报　发布时间：2022-08-11　记者 章可意\n盛夏时节，车间里热浪滚滚。\n",
            "章可意",
        ),
        (
            "青石走访记\n2022-08-11 来源：青石商报 作者：章可意 编辑：刘黎\n盛夏时节，车间里热浪滚滚。\n",
            "章可意",
        ),
        ("青石走访记\n2022-08-11 原作者：记者 章可意 通讯员 李标\n盛夏时节，车间里热浪滚滚。\n", "章可意"),
        ("青石走访记\n来源：青石商报　编辑：刘黎　2022-08-11\n盛夏时节，车间里热浪滚滚。\n", None),
        ("青石走访记\n2022-08-11 来源：青石商报 作者：佚名\n盛夏时节，车间里热浪滚滚。\n", None),
        ("青石走访记\n盛夏时节，车间里热浪滚滚。\n青石日报社全媒体记者 章可意\n", "章可意"),
    ],
)
def test_who_wrote_a_news_item(opening: str, author: str | None) -> None:
    assert read(opening)["documents"][0].author == author


@pytest.mark.parametrize(
    ("zone", "code", "level"),
    [
        # 南部县 lies in Sichuan; 西部 names no county of it.
        ("四川南部经济开发区", "511321", "county"),
        ("四川西部经济开发区", "510000", "province"),
    ],
)
def test_a_zone_speaks_for_the_county_it_is_named_after(zone: str, code: str, level: str) -> None:
    text = (
        f"{zone}2012年工作总结\n一、主要工作\n运行质量稳步提升。\n{zone}管理委员会\n二〇一二年十二月二十日\n"
    )
    (row,) = read(text)["documents"]
    assert (row.region_code, row.issuer_level) == (code, level)


def test_no_document_of_a_place_speaks_for_the_country() -> None:
    text = "在工业工作会议上的讲话\n同志们：\n中国经济稳中向好，我们要抓住机遇，在中国制造中有所作为。\n"
    assert read(text)["documents"][0].region_code is None


PAGE = """首页 > 政务公开 > 政策文件
无障碍浏览 | 简体 | 繁体 | 登录
索引号：
015123456/2021-00321
发布机构：
海门市人民政府办公室
发文字号：
海政办发〔2021〕18号
成文日期：
2021-07-05
标题：
海门市木材加工产业集群培育方案
海门市木材加工产业集群培育方案
来源：海门市政府网  作者：  浏览次数：231  字体：[ 大 中 小 ]
为加快木材加工产业集群发展，制定本方案。
一、保障措施
区财政每年安排500万元专项资金，用于企业技术改造。（市财政局负责）
上一篇：海门市2020年12个项目开工
相关链接
主办：海门市人民政府 承办：海门市融媒体中心
版权所有 地址：新兴大街88号 电话：0513-3712345
"""


def test_what_the_page_prints_around_a_text_is_none_of_it() -> None:
    tables = read(PAGE)
    row = tables["documents"][0]
    assert (row.title, row.issuer) == ("海门市木材加工产业集群培育方案", "海门市人民政府办公室")
    assert (row.document_number, row.issued_on) == ("海政办发〔2021〕18号", "2021-07-05")
    assert [body.name for body in tables["organizations"]] == ["海门市人民政府办公室", "市财政局"]
    assert not tables["targets"] and not tables["indicators"]


def test_a_closing_organizer_in_prose_is_of_the_text() -> None:
    # What stands above a sentence of the text is no foot of a page.
    text = "园区招商会\n主办：海门市工业和信息化局\n会议邀请海门市商务局参加，签约金额达到5亿元以上。\n"
    assert [body.name for body in read(text)["organizations"]] == ["海门市工业和信息化局", "海门市商务局"]


@pytest.mark.parametrize(
    ("opening", "title", "issued"),
    [
        ("• 736916951/2023-004555\n• 农业\n• {}\n• 2023-06-25\n• 现行有效\n{}\n", None, "2023-06-25"),
        ("园区奖励政策：{}\n{}\n", None, None),
        ("您好，欢迎来到交易中心 注册\n{}\n时间：2024-01-30\n{}\n", None, "2024-01-30"),
        ("青石切换\n新闻\n{}\n2022\n12/14\n14:53\n原标题：{}\n", None, None),
        ("人民网\n{}\n2024年10月24日10:04 | 来源：人民网\n小字号\n", None, "2024-10-24"),
        (
            "财经 > 滚动新闻 > 正文\n{}\n放大字体  缩小字体 发布日期：2021-06-30   浏览次数：26\n",
            None,
            "2021-06-30",
        ),
        ("2024年11月20日 星期三\n{}\n发布时间：2015-03-23 01:29:53\n", None, "2015-03-23"),
        ("信息索引：000014349/2013-00087\n{}\n生成日期：2013-05-14\n", None, "2013-05-14"),
        (
            "欢迎全国企业免费注册推广\n您当前的位置：首页 > 国内新闻\n{}\n时间：2016-07-20 09:09\n",
            None,
            "2016-07-20",
        ),
        ("各市、县人民政府，省直各部门，\n各企业：\n现将《{}》印发给你们。\n", None, None),
        ("下载PDF\n导出\n{}\n", None, None),
        ("海门{}\n海门市人民政府办公室{}\n", "海门市人民政府办公室关于支持木材加工集群的若干措施", None),
        # A title in two lines, and one that names a web.
        ("海门市纺织\n{}\n", "海门市纺织关于支持木材加工集群的若干措施", None),
    ],
)
def test_the_title_among_the_lines_of_a_page(opening: str, title: str | None, issued: str | None) -> None:
    own = "关于支持木材加工集群的若干措施"
    text = (
        opening.format(own, own)
        + "为支持木材加工集群，结合实际，制定以下措施。\n一、支持技改\n支持企业改造。\n"
    )
    row = read(text)["documents"][0]
    assert (row.title, row.issued_on) == (title or own, issued)


def test_a_day_with_short_numbers_is_a_date() -> None:
    (row,) = read("清溪县工业运行情况\n2022-1-11\n全县工业产值增长5%。\n")["documents"]
    assert row.issued_on == "2022-01-11"


def test_the_months_of_a_title_are_no_date() -> None:
    text = "2022年1-11月全市工业运行情况\n{}一、总体情况\n2022年1-11月，全市完成工业总产值100亿元。\n"
    for header, issued in (("", "2022"), ("2022-12-1907:58 来源：青石晨报\n", "2022-12-19")):
        row = read(text.format(header))["documents"][0]
        assert (row.title, row.issued_on) == ("2022年1-11月全市工业运行情况", issued)


def test_what_a_site_declares_below_a_text_gives_no_title() -> None:
    text = (
        "园区管委会主任周明远说，园区投资增长两成，将继续引进企业。\n本网版权及免责声明：\n1、凡本网注明来源的作品：\n"
        "版权属于本网，未经本网授权，任何单位不得转载。\n"
    )
    assert read(text)["documents"][0].title == "园区管委会主任周明远说"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("石门日报　2020年10月21日　本报记者 王小明 通讯员 李大山", "王小明"),
        ("2020年10月21日　本报记者 王小明", "王小明"),
    ],
)
def test_paper_day_and_reporter_in_one_line_are_no_title(line: str, author: str) -> None:
    title = "千年铜都的链上突围\n——铜陵市产业集群建设观察\n"
    text = f"{title}{line}\n秋阳照进铜陵经济技术开发区。去年，全市产值80亿元。\n"
    row = read(text)["documents"][0]
    assert row.title == "千年铜都的链上突围——铜陵市产业集群建设观察"
    assert (row.issued_on, row.author) == ("2020-10-21", author)


def test_a_title_that_prints_a_day_stays_one() -> None:
    text = "青石市2020年10月21日记者会答问实录\n王小明\n同志们：\n去年，全市产值80亿元。\n"
    assert "记者会" in (read(text)["documents"][0].title or "")


def test_who_issued_a_text_in_brackets_below_its_title() -> None:
    text = "{title}\n（{line}）\n第一章　总则\n全市工业产值352亿元。\n"
    for line, issuer in (
        ("苏州市人民政府　2021年3月", "苏州市人民政府"),
        ("2021年3月5日苏州市第十六届人民代表大会第五次会议批准", None),
    ):
        title = "苏州市国民经济和社会发展第十四个五年规划纲要（节选）"
        (row,) = read(text.format(title=title, line=line))["documents"]
        assert (row.issuer, row.issued_on[:7]) == (issuer, "2021-03")
