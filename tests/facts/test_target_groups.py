"""For whom a measure is: who is named as served, granted something or called to account, and who is not."""

import pytest

from jiqun.facts.names import names_again
from jiqun.facts.target_groups import GroupReader

NAMES = ["星河重工", "大禾农机公司", "江城理工大学", "江城职业学院", "青石高新区", "江城农商银行"]


def group(sentence: str) -> str | None:
    found = GroupReader(sentence, names_again(sentence, NAMES)).read(0, len(sentence))
    return sentence[found[0] : found[1]] if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Right behind a verb of support, with those it is joined to; how many they are is left out.
        ("鼓励和引导龙头企业、配套企业加大研发投入。", "龙头企业、配套企业"),
        ("引导企业和项目向园区集聚。", "企业和项目"),
        ("扶持一批带动作用显著的名牌产品或龙头企业。", "名牌产品或龙头企业"),
        ("组织12家骨干企业参加展会。", "骨干企业"),
        ("承接竹胶板、竹家具、竹炭等企业。", "竹胶板、竹家具、竹炭等企业"),
        ("每年滚动扶持重点县400家中小企业发展。", "中小企业"),
        # What stands in the title of a document is not acted upon.
        ("出台《关于扶持龙头企业的意见》，取消审批事项20项。", None),
        # A theme is nobody, and so is what is to be done.
        ("促进产业升级，推动项目建设，完善企业技术中心。", None),
        ("加大对产业集群的宣传力度。", None),
        ("支持开展技术攻关，提供公共服务平台。", None),
    ],
)
def test_whom_a_verb_takes(sentence: str, expected: str | None) -> None:
    assert group(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("支持大禾农机公司与江城理工大学共建研究院。", "大禾农机公司"),
        ("支持江城理工大学与江城职业学院合办专业班。", "江城理工大学与江城职业学院"),
        ("引导星河重工、大禾农机公司等22家企业参与攻关。", "星河重工、大禾农机公司等22家企业"),
        ("支持龙头企业星河重工组建联盟。", "星河重工"),
        ("推动青石高新区内企业上市。", "青石高新区内企业"),
        ("支持东山银行开办仓单贷款。", "东山银行"),
        # A body that only is spoken with is nobody; one that passes on, only where nobody else is served.
        ("聘请江城理工大学专家编制规划。", None),
        ("引导江城农商银行对中小企业发放信用贷款。", "中小企业"),
    ],
)
def test_names(sentence: str, expected: str | None) -> None:
    assert group(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # What restricts with 的 is left out, a bound where something distinctive remains.
        ("对租用标准厂房的科技型企业，租金减按50%收取。", "科技型企业"),
        ("对新认定的国家级、省级企业技术中心，分别奖励100万元、50万元。", "国家级、省级企业技术中心"),
        ("对总投资5亿元以上产业项目明确1名领导联系。", "产业项目"),
        ("对亿元以上项目优先供地。", "亿元以上项目"),
        ("对新认定省级创新中心、技术创新示范企业，分别给予50万元奖补。", "省级创新中心、技术创新示范企业"),
        ("对未来海洋、空天科技等重大项目予以支持。", "未来海洋、空天科技等重大项目"),
        ("继续对集约用地的鼓励类工业项目优先供应土地。", "鼓励类工业项目"),
        ("凡符合产业政策的建设项目，土地出让底价按基准地价执行。", "建设项目"),
        ("对20个滚动实施的14个项目给予支持。", "项目"),
        ("对作出突出贡献的单位和个人给予表彰。", "单位和个人"),
        ("由责任单位按职责落实，凡事有回音。", None),
        ("对企业实施智能化改造的，按设备投资额的8%补助。", "企业"),
        ("对引进的博士研究生、硕士研究生，每人每月补助3000元。", "博士研究生、硕士研究生"),
        ("重点扶持9家中小企业公共技术服务平台建设。", "中小企业公共技术服务平台"),
        # Not what a firm is granted it for.
        ("针对园区发展编制规划。", None),
        ("对标先进地区，对贷款本金损失给予补偿。", None),
        ("对企业“园区贷”按利率的四成贴息。", "企业"),
    ],
)
def test_whom_a_condition_names(sentence: str, expected: str | None) -> None:
    assert group(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("进园企业土地出让金优惠两成。", "进园企业"),
        ("镇级技术创新中心，通过省验收的奖三十万元。", "镇级技术创新中心"),
        ("连续两次排名末位的县市区由市政府约谈。", "县市区"),
        ("企业投资项目全流程审批时限压缩到45个工作日。", "企业投资项目"),
        ("验收合格的，按合同额的15%给予承建企业奖励。", "承建企业"),
        ("对营业收入首次突破50亿元的集群，奖励所在县（市）政府30万元。", "所在县（市）政府"),
        ("工业项目可依据企业意愿实行弹性出让年限制度。", "工业项目"),
        ("开工建设并纳入目录的加工项目，投资5000万元以上，建成投产后，省级给予10%补贴。", "加工项目"),
        ("扣除征收成本后100%奖励给投资方。", "投资方"),
        ("每年安排1000万元，奖励为工业作出突出贡献的企业和优秀企业家。", "企业和优秀企业家"),
        ("企业从县外引进的高管人员，缴纳部分前3年全额奖励。", "高管人员"),
        ("补助资金市县按1:1比例承担。", None),
        # Who acts grants, and is granted nothing.
        ("各县（市、区）要安排资金，按比例配套。", None),
        ("县级领导分头包抓重点，进展情况每月通报。", None),
        ("委托职业院校定向培养的，每名补助1800元。", None),
    ],
)
def test_whom_a_clause_grants_something(sentence: str, expected: str | None) -> None:
    assert group(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("建设检测中心，为中小企业提供认证服务。", "中小企业"),
        ("设立产业基金，为新兴产业发展提供支撑。", "新兴产业"),
        ("安排资金支持，专项用于集群项目。", "集群项目"),
        ("优先保障集群项目用地。", "集群项目"),
        ("引智重点项目要优先安排在示范县（市）区。", "示范县（市）区"),
        ("建立首贷户培育机制，为首贷户授信开辟绿色审批通道。", "首贷户"),
        ("为地方重大项目的招商引资提供信息和协调服务。", "地方重大项目"),
        ("结果纳入县（市、区）高质量发展考核。", "县（市、区）"),
        ("由农业局牵头，培训果农1.5万人次。", "果农"),
        ("设立3000万元竹业企业贷款风险补偿资金。", "竹业企业"),
        ("市财政拿出三千万元设立专业镇发展资金。", "专业镇"),
        ("大力引进优秀人才来我市创业。", "优秀人才"),
        ("将重点园区产业项目优先列入省重点项目。", "重点园区产业项目"),
        ("设立县域工业园区发展专项资金。", "县域工业园区"),
        # What only goes on well, what is bought, what helps to do it.
        ("跟踪联系，确保签约项目落地实施。", None),
        ("政府投资优先采购本地建材产品。", None),
        ("依托铜产业技术研究院开展技术攻关，每项资助不超过800万元。", None),
        # Those brought in, trained into being, closed down or gone by.
        ("成立以龙头企业为主体的联盟。", None),
        ("引进硕士以上人才300名，培训产业工人8000人次。", None),
        ("年内新引进服装企业10家，关闭“五小”企业9家。", None),
        ("重点用于贷款贴息和技术改造补助。", None),
        ("组建中小企业信用担保公司，办公室设在中小企业局。", None),
    ],
)
def test_other_ways_to_serve(sentence: str, expected: str | None) -> None:
    assert group(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("建立担保机构，着力解决符合条件的中小企业融资难问题。", "符合条件的中小企业"),
        ("加大企业上市力度。", "企业"),
        ("保护企业合法权益。", "企业"),
        ("围绕制造业企业、科技型企业、“三农”企业等开展对接。", "制造业企业、科技型企业、“三农”企业"),
        ("建立链上企业数据共享制度，确保企业数增长10%以上。", "链上企业"),
        ("依托星河集团等链主企业，完善上下游配套。", None),
        ("依托企业家协会举办产销对接活动。", None),
        ("开展“企业服务年”活动，改善企业周边环境。", None),
    ],
)
def test_who_is_only_named(sentence: str, expected: str | None) -> None:
    assert group(sentence) == expected
