"""Pages copied from the web: what their headers say, and what of them is no text. Written for the tests."""

from texts import read

BODY = "近年来，全市陶瓷产业产值达到24亿元。\n"


def test_a_stamp_below_the_headline_dates_the_text() -> None:
    row = read("青石24个项目集中签约\n青石网 2021-10-16 08:30:05\n青石网讯 全市陶瓷产业产值达到24亿元。\n")
    assert row["documents"][0].title == "青石24个项目集中签约"
    assert row["documents"][0].issued_on == "2021-10-16"
    kinds = {mention.quote: mention.kind for mention in row["mentions"]}
    assert kinds["08:30:05"] == "date"


def test_a_ratio_is_no_time_of_day() -> None:
    mentions = read("三次产业结构为10:45:45。\n")["mentions"]
    assert [mention.kind for mention in mentions[-3:]] == ["quantity"] * 3


def test_words_of_the_page_are_no_title_and_no_author() -> None:
    row = read(
        "青石市人民政府关于印发发展计划的通知\n\n文章正文\n发布时间：2023-03-10 06:53\n\n"
        "青政发〔2023〕8号\n\n各县（市、区）人民政府：\n\n" + BODY
    )["documents"][0]
    assert (row.title, row.author) == ("青石市人民政府关于印发发展计划的通知", None)
    assert row.document_number == "青政发〔2023〕8号"


def test_a_name_of_two_or_three_characters_is_an_author() -> None:
    row = read("青石陶瓷的振兴之路\n\n周明远\n\n" + BODY)["documents"][0]
    assert row.author == "周明远"


def test_the_cells_of_a_page_header_count_nothing() -> None:
    tables = read(
        "经开区重大项目集中开工\n索引号 | 0123/2023-04100 | 生成日期 | 2023-10-18 |\n"
        "发布机构 | 青石经济开发区 | 公开形式 | 网站 |\n阅读：3114\n" + BODY
    )
    row = tables["documents"][0]
    assert (row.title, row.issued_on, row.issuer) == (
        "经开区重大项目集中开工",
        "2023-10-18",
        "青石经济开发区",
    )
    assert [figure.value for figure in tables["indicators"]] == [2400000000]


def test_a_period_in_a_title_is_no_period_of_the_figures() -> None:
    tables = read(
        "关于公布名单的通知\n各市人民政府：\n按照《集群行动（2024-2025年）实施方案》要求，确定了45个支柱型产业集群。\n"
        "青石省工业厅\n2024年7月1日\n"
    )
    (row,) = [*tables["targets"], *tables["indicators"]]
    assert row.period_start is None


def test_whom_a_notice_is_sent_to_is_no_measure() -> None:
    tables = read(
        "关于公布名单的通知\n各市产业集群发展领导小组办公室，省“十强产业”协调推进机制牵头部门和有关单位：\n"
        "各地要加大对产业集群的培育支持力度，建设公共服务平台。\n青石省工业厅\n2024年7月1日\n"
    )
    assert [row.quote[:2] for row in tables["measures"]] == ["各地"]


def test_a_heading_without_a_number_is_no_part_of_the_sentence_below() -> None:
    tables = read(
        "青石市项目集中开工\n三大产业集群初具规模\n全市设立5000万元专项资金，支持企业开展技术改造，建设公共服务平台。\n"
    )
    assert all("\n" not in row.quote for row in tables["measures"])
    assert tables["measures"]


def test_a_notice_without_a_title_has_that_of_what_it_prints() -> None:
    row = read(
        "各县市区人民政府：\n《关于培育产业集群的实施意见》已经市人民政府同意，现印发给你们。\n青石市人民政府办公室\n"
        "2021年9月2日\n关于培育产业集群的实施意见\n一、总体要求\n到2025年，全市产值达到500亿元。\n"
    )["documents"][0]
    assert row.title == "关于培育产业集群的实施意见"


def test_what_a_site_says_of_itself_is_no_measure() -> None:
    tables = read(
        "青石市印发规划\n2021-09-14 10:25\n" + BODY + "声明：本网转发此文章，旨在为读者提供更多信息资讯。\n"
    )
    assert not tables["measures"]


def test_a_grant_for_new_projects_is_an_act_and_money_brought_in_is_none() -> None:
    tables = read(
        "青石市促进工业发展若干政策\n一、扩大投资\n对新引进装备制造业固定资产投资2000万元以上的，按固定资产投资额的8%"
        "给予最高1500万元补贴，其中奖补资金40%待企业达产升规后支付。\n二、发展情况\n招商引资到位资金达40亿元，"
        "占全市到位资金的80%。\n"
    )
    assert [row.quote[:4] for row in tables["measures"]] == ["对新引进"]
    assert [row.role for row in tables["incentives"]][:2] == ["rate", "cap"]


def test_a_reporter_named_in_the_first_words_is_the_author() -> None:
    row = read("青石陶瓷出海\n    本报讯（记者周明远 通讯员李实）近年来，全市陶瓷产业产值达到24亿元。\n")[
        "documents"
    ][0]
    assert row.author == "周明远"


def test_a_draft_and_the_notice_that_asks_for_comment_are_one_document() -> None:
    text = (
        "关于加快打造青石先进制造业基地的实施意见（征求意见稿）\n\n来自：综合科 时间：2024-11-01\n\n"
        "为推进落实工作要求，我局组织编制完成了实施意见，现向社会公开征求意见。\n\n青石市经济和信息化局\n\n2024年11月1日\n\n"
        "关于加快打造青石先进制造业\n\n基地的实施意见\n\n（征求意见稿）\n\n一、总体要求\n\n到2029年，全市产值达到500亿元。\n"
    )
    assert len(read(text)["documents"]) == 1


def test_straight_quotes_open_and_close() -> None:
    tables = read(
        '昆山集群走访记\n2022-08-11\n企业都忙。"订单排到了年底。"昆山利泽泵业股份有限公司经理说,公司产值达到24亿元。\n'
    )
    assert [row.name for row in tables["organizations"]] == ["昆山利泽泵业股份有限公司"]
