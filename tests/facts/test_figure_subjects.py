"""Whose figure it is, and when: one small text for each rule, and one it must leave alone. Read by hand."""

import pytest

from texts import figures, read


def subjects(sentence: str, heading: str = "发展现状") -> list[str]:
    return [row.subject_text for row in figures(sentence, heading)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what opens a clause is what the following clauses are of
        (
            "青石县陶瓷产业集群实现产值24亿元，从业人员6000人，上缴税金1.2亿元。",
            ["青石县陶瓷产业集群"] * 3,
        ),
        # behind a semicolon the sentence comes back to the place
        ("全县工业产值达到80亿元；财政收入5亿元。", ["全县", "全县"]),
        # a count in a list is no subject of the next
        ("重点支持建设20个国家级企业技术中心、5个行业技术中心。", ["全省", "全省"]),
        # what a verb acts upon is none
        ("带动恒锦纺织、宏绣服饰等企业增收，全市工业产值达到80亿元。", ["全市"]),
        # words that open an indicator's name are nobody
        ("全社会研发投入占地区生产总值的比重达到2.1%。", ["全省"]),
        # firms by their size are part of what is measured, nobody's name; a trade is one
        ("规上工业亩均税收达到26万元，全社会研发投入占地区生产总值的比重达到3%。", ["全省", "全省"]),
        ("全市龙头企业研发机构覆盖率达到30%。", ["全市"]),
        ("全市陶瓷产业研发机构覆盖率达到30%。", ["全市陶瓷产业"]),
        # industry as a whole leaves counts of clusters to the place; a trade keeps its firms of a class
        ("全市制造业增加值达到80亿元，形成百亿级集群3个。", ["全市制造业", "全市"]),
        ("全市陶瓷产业产值达到80亿元，培育过亿元企业3家。", ["全市陶瓷产业"] * 2),
        # the verb that a trade is the object of, however the words were cut
        ("大力发展现代服务业，营业收入达到80亿元。", ["现代服务业"]),
        # the mark of a list is no part of what opens it
        ("4、电子、机械、化工三大产业增加值达到36亿元。", ["电子、机械、化工三大产业"]),
        # a part and not its share
        ("整车产能达到60万辆，其中新能源汽车占比70%以上。", ["整车", "新能源汽车"]),
        # both quotation marks or none
        ("“五大产业集群”产值达到300亿元。", ["“五大产业集群”"]),
        # what is built in a zone under a name of its own is not the zone; its roads are
        ("推进青石开发区未来财富中心建设。全年新增企业20家。", ["全省"]),
        ("完善青石开发区路网，新增企业20家。", ["青石开发区"]),
        # a kind alone is the one named before; of two named nobody is told
        ("青石陶瓷产业集群发展迅速。今年上半年，集群实现产值19亿元。", ["青石陶瓷产业集群"]),
        ("青石陶瓷产业集群、河口茶叶产业集群发展迅速。今年上半年，集群实现产值19亿元。", ["集群"]),
        # a place that acts in a sentence without figures; one that something is sent to does not
        ("为了破解难题，今年来，昆山市从改善服务入手，举全力推进建设。安排资金700万元。", ["昆山市"]),
        ("为了破解难题，学习青石市。安排资金700万元。", ["全省"]),
        # a body set up, of which the next clause tells; a fund is none
        ("组建县陶瓷融资担保公司，累计担保6亿元。", ["县陶瓷融资担保公司"]),
        # a ranked kind without its number, also behind a part; a plain kind keeps it
        (
            "全省94个省级以上工业园区实现主营业务收入126亿元，其中过百亿元的园区37个；上缴税金4亿元。",
            ["省级以上工业园区"] * 3,
        ),
        ("全省20个产业集群实现主营业务收入126亿元。", ["全省20个产业集群"]),
        # the members before a counted group belong to its name; fields that something is done in do not
        (
            "形成了陶瓷、茶叶、家具等六大支柱产业，实现主营业务收入126亿元。",
            ["陶瓷、茶叶、家具等六大支柱产业"],
        ),
        ("围绕陶瓷、茶叶、家具三大领域，打造3个百亿级集群。", ["全省"]),
        # money that has come to a place, whatever projects brought it; those of one stage have it
        ("引进亿元以上项目15个，到位内资50亿元。", ["全省"]),
        # a place whose firms are told behind the list of places
        ("昆山市、太仓市农机产值分别为9.6亿元和5.3亿元。", ["昆山市", "太仓市"]),
        # trades that each open a clause with their firms; one that tells firms apart is none
        (
            "全市陶瓷制造业聚集企业23家，造纸包装业聚集企业26家。",
            ["全市陶瓷制造业", "造纸包装业"],
        ),
        # a lender, guarantor or school set to work has what follows; a firm that is supported has not
        ("协调农行、农信社上半年新增贷款3亿元，同比多增1亿元。", ["农行、农信社"] * 2),
        ("引导金融机构3年内新增消费品工业贷款120亿元。", ["金融机构"]),
        # a loan that is sought is the seeker's, one that a bank has given is the bank's
        ("全县加快园区建设，争取农发行贷款5000万元。", ["全县"]),
        ("青石县推进园区建设，农发行贷款达到5000万元。", ["农发行"]),
        ("支持青石职业技术学院与企业共建产业学院，每年培养人才2000名。", ["青石职业技术学院"]),
        ("支持河口纺织与企业共建产业学院，每年培养人才2000名。", ["全省"]),
        ("联合青石职业技术学院开展培训1850人次。", ["全省"]),
        # the part of the projects that 其中 counts has the money behind it; the place keeps what ；brings
        (
            "全市签约项目62个，其中外资项目11个，合同外资14.8亿美元；新增就业500人。",
            ["全市", "外资项目", "全市"],
        ),
        # what is done to a product names nobody for the next clause
        ("全市建材产业平稳。稳定水泥熟料产能，2025年产值240亿元。", ["全市建材产业"]),
        # a verb before a zone is no part of its name
        ("新修青石煤焦化园区主干道11公里。", ["青石煤焦化园区"]),
        # firms by their size end the name of their zone
        ("青石经济技术开发区规上企业亩均税收26万元。", ["青石经济技术开发区"]),
        # firms of a class inside a place's clusters are the place's; those of clusters as a whole are theirs
        ("全市集群内年营业收入过亿元的企业43家。", ["全市"]),
        ("全市产业集群规模以上企业户均利润300万元。", ["全市产业集群"]),
        # members of a group without the verb before and the number behind them
        ("轴线上布局青石、河口两个镇级工业小区，产值分别为9亿元、7亿元。", ["青石", "河口"]),
        # the mark of a list is no part of a name; a number that counts is
        ("2．青石陶瓷产业集群：2025年产值95亿元。", ["青石陶瓷产业集群"]),
        # products in a list, one of a single character among them; power that is installed has no product
        ("2025年钢产量达到400万吨、焦炭产量600万吨。", ["钢", "焦炭"]),
        # whom a rate is towards has it not
        ("全市轴承产业集聚企业20家，对甲公司、乙公司的出口占比达35%。", ["全市轴承产业"] * 2),
        # what a place builds is told of next; a place before a list of what it has, or works at
        ("长兴县打造竹木产业园，总体规划面积2.16平方公里。", ["竹木产业园"]),
        ("长兴县建设工业园区，引进企业30家。", ["长兴县"]),
        ("长兴县围绕光伏、储能等12条产业链，确保新落地项目30个。", ["长兴县"]),
        ("郴州有色金属、化工等2个产业集群产值30亿元。", ["郴州有色金属、化工等2个产业集群"]),
        ("精制食用植物油实现产量303136吨。", ["精制食用植物油"]),
        # goods that a dictionary takes for verbs, too
        (
            "青石采暖铸造产业集群产值12亿元，采暖散热器国内市场占有率达到26%。",
            ["青石采暖铸造产业集群", "采暖散热器"],
        ),
        # a part of an output by what is made or grown
        ("全市自营出口达到92亿元，其中香菇出口占三分之二。", ["全市", "香菇"]),
        # what is made a year, where no firm stands before it
        ("到2025年形成年产电力机车800台、城轨车辆1500辆的能力。", ["电力机车", "城轨车辆"]),
        ("专用汽车产量13.7万辆，其中应急车辆2.1万辆。", ["专用汽车", "应急车辆"]),
        # a zone right before its size
        ("建成青石开发区陶瓷产业园7.6平方公里。", ["青石开发区陶瓷产业园"]),
        # one work of a list of works is no topic
        ("青石织造产业园、河口大道二期等重点项目推进顺利，固定资产投资增长10%。", ["全省"]),
        # a project spoken of already
        (
            "总投资12亿元的泓瑞锂业碳酸锂二期项目开工，该项目占地20亩，达产后年产值40亿元。",
            ["碳酸锂二期项目"] * 2,
        ),
        ("全省规模以上制造业工业总产值超过2亿元。", ["全省"]),
        # an area that is built up is the zones'; a zone that is something has no second name
        ("全省工业园区建成面积近90平方公里。", ["全省工业园区"]),
        ("昆山工业园是国家新材料特色产业基地。园区引进企业36家。", ["昆山工业园"]),
        # of projects a part is under way
        ("66个新开工项目已有28个开工建设，完成投资43.4亿元。", ["新开工项目"] * 2),
        ("全省25个省重点工业项目完成投资35.9亿元。", ["省重点工业项目"]),
        ("规模以上工业增加值增长12%。", ["全省"]),
        # what is made, before how much of it; ground is a zone's
        ("钢卷尺产量8.5亿只，占国内市场的八成。", ["钢卷尺", "钢卷尺"]),
        ("肉牛饲养量13.8万头，出栏5.2万头。", ["肉牛", "肉牛"]),
        ("青石工业园规划面积15平方公里。", ["青石工业园"]),
        # a body that acts, until a zone is named
        (
            "管委会设立应急资金，先后为16户企业周转贷款1.1亿元，园区从业人员达到2.1万人。",
            ["管委会", "管委会", "园区"],
        ),
        ("联合青石大学共建研究院，引进博士60名。", ["全省"]),
        # projects of one stage; two stages tell nobody
        ("签约项目43个，到位资金19.2亿元。", ["签约项目"]),
        ("新开工项目8个，竣工项目14个，完成投资30亿元。", ["全省"]),
        # the members of a list that 分别 shares out; of two times nobody is told
        (
            "做优青石食品、河口茶叶2个特色集群，2025年产值分别达到90亿元和40亿元。",
            ["青石食品", "河口茶叶"],
        ),
        # a part with firms of its own is spoken of for longer
        ("其中再生铜产值126亿元，占全省的三成。", ["再生铜", "再生铜"]),
        # where a zone lies is not what it is
        ("地处青石市东瓜镇，现有企业412户。", ["全省"]),
        # a trade of a place that a predicate follows
        ("昆山市的鞋服产业从零起步，已引进企业68家。", ["昆山市的鞋服产业"]),
        # what helped, who speaks and what a firm does are nobody's names
        ("随着两个巨无霸项目的落户，工业重点项目达到32个。", ["全省"]),
        ("市委主要领导接受采访时表示，工业增加值增长20%。", ["全省"]),
        # a place that adds something keeps its figure
        ("全省新增铜产业链贷款60亿元。", ["全省"]),
        # an aside in brackets, and zones counted behind another
        ("全省工业园区（不含青石集团）完成工业总产值200亿元。", ["全省工业园区"]),
        ("高新区和六个省级工业园区完成工业产值180亿元。", ["高新区和六个省级工业园区"]),
        # a count of clusters, or of firms by their size, is the place's again
        (
            "全省出口额达到20亿元，汽车产业增加值占比达到12%，纳税过1亿元的企业达30家，形成产业集群15个。",
            ["全省", "汽车产业", "全省", "全省"],
        ),
        # the place by its kind, whatever verb follows; a rank and a famous brand are no subjects
        ("全省规上企业345户，我县152户。", ["全省", "我县"]),
        ("我县获评省级“小巨人”企业8户。", ["我县"]),
        ("全省培育省级产融合作制造业重点企业9家。", ["全省"]),
        # shares of a whole go to the figures before them
        (
            "园区完成工业产值17亿元，五大产业完成产值22亿元，分别占全区总产值的75%和91%。",
            ["园区", "五大产业"] * 2,
        ),
        # a place before firms by their size
        ("龙游县规模以上纸制品企业由13家增加到25家。", ["龙游县"]),
        # products by their share; waste is none
        ("高端电子铜箔省内自给率达到55%。", ["高端电子铜箔"]),
        ("工业固体废物综合利用率达到55%。", ["全省"]),
        # a counted group of projects
        ("58个续建项目进展顺利，已完成投资56.4亿元。", ["续建项目"]),
        # zones whose name holds a verb; a verb before a zone is none of its name
        ("全省产业集聚区完成固定资产投资72亿元。", ["全省产业集聚区"]),
        ("全省建设园区12个。", ["全省"]),
        # who contributes has the rate, and what it pulls; the place has its own
        (
            "陶瓷产业增长9%，对全省规模以上工业增长的贡献率达19%，拉动规模以上工业增加值增长2个百分点。",
            ["陶瓷产业"] * 3,
        ),
        ("陶瓷产业增长9%，全省规模以上工业增加值增长2个百分点。", ["陶瓷产业", "全省"]),
        # a project that only stands for those counted
        ("东河铜箔生产线等新材料项目6个。", ["全省"]),
        # zones by the name of one of them
        ("东河智能产业园等7个专业园区引进企业42家，税收3亿元。", ["东河智能产业园等7个专业园区"] * 2),
        # firms by what they do are counted in the place; a trade keeps its own
        ("全省海产品加工企业85家。", ["全省"]),
        ("全省陶瓷产业企业85家。", ["全省陶瓷产业"]),
        # what something is done with does not have it
        ("依托10个省级开发区和4个产业园区，培育了2个专业镇。", ["全省"] * 3),
        # goods that look like a firm and its material; ground and floors are none
        ("碲铋热电材料产能达到120吨。", ["碲铋热电材料"]),
        ("建筑陶瓷产量达到5亿平方米。", ["建筑陶瓷"]),
        ("新建厂房建筑面积5万平方米。", ["全省"]),
        # a trade that ends as an indicator begins
        ("茶叶加工业产值9亿元，从业人员4200人。", ["茶叶加工业"] * 2),
        ("全省工业产值9亿元。", ["全省"]),
        # what is done on a field is no product
        ("核桃产业：种植面积180万亩。", ["核桃产业"]),
        # lenders side by side
        ("县农商行、农行累计发放贷款8.9亿元。", ["县农商行、农行"]),
        # what stands inside a zone, by its name
        ("小镇内的东河袜业设计中心，年设计新款2万款。", ["东河袜业设计中心"]),
        # a word of a trade's own name ends no name
        ("休闲食品产业产值9亿元，体外诊断产业产值3亿元。", ["休闲食品产业", "体外诊断产业"]),
        ("推动起重装备产业产值增长8%。", ["起重装备产业"]),
        # a trade that a clause builds up has what it is to make; nothing where none of its own is named
        ("做大做强起重机产业，到2010年产值达到60亿元，规上企业达到8家。", ["起重机产业"] * 2),
        ("壮大主导产业，到2010年产值达到60亿元。", ["全省"]),
        ("做大做强起重机产业，新增规上企业8家。", ["全省"]),
        # trades by their number, a field of which the next clauses tell, a trade that is new
        ("我县三大重点行业为造纸、制糖和制茶，共实现产值18亿元。", ["我县三大重点行业"]),
        ("硅基新材料产业方面，实现产值36亿元。", ["硅基新材料产业"]),
        ("当地起重机产业近年来逆势成长，实现产值88亿元。", ["起重机产业"]),
        # a firm that no list knows; a line that makes something is none
        ("江淮安驰年产整车12万辆，实现销售收入86亿元。", ["江淮安驰"] * 2),
        ("新上的生产线年产整车12万辆。", ["整车"]),
        # goods and their share of a market
        ("昌黎干红酒已占据全国市场份额的三分之一。", ["昌黎干红酒"]),
        ("稀土磁材的市场占有率达到35%。", ["稀土磁材"]),
        # what widens a zone is no part of its name
        ("青石经济开发区扩区8平方公里。", ["青石经济开发区"]),
        # a part's growth is the part's
        ("全省产值900亿元，其中制鞋业728亿元，增长18%。", ["全省", "制鞋业", "制鞋业"]),
        # a zone told apart by what was done with it; a town's trade and zone
        ("我们引进的兴达绿色生态产业园，占地600亩，达产后产值100亿元。", ["兴达绿色生态产业园"] * 2),
        ("红花套镇的装备制造产业，从业人员达到3000人。", ["红花套镇的装备制造产业"]),
        ("姚家店镇的食品工业园，占地600亩。", ["姚家店镇的食品工业园"]),
        # firms as a class, and what a place has of a crop's ground
        ("企业用电成本下降10%。", ["全省"]),
        ("我省现有茶园面积16万亩。", ["我省"]),
        # a factory that is spoken of already
        ("赵李桥茶厂占地260亩。2009年，该厂实现产值5亿元。", ["赵李桥茶厂"] * 2),
        # the head of a trade's name goes with it
        ("化工产业占比达到45%。", ["化工产业"]),
        # who draws others has them; a part of the exports goes with them
        ("恒锦纺织、宏绣服饰等龙头企业带动配套企业210家。", ["恒锦纺织、宏绣服饰等龙头企业"]),
        ("青石县陶瓷产业出口额4亿元，增长26%，其中对东盟出口1亿元。", ["青石县陶瓷产业"] * 3),
        # goods that grow with no measure of theirs; a measure that grows is none
        ("工业铝型材增长28%，光伏边框增长45%。", ["工业铝型材", "光伏边框"]),
        ("全省民间投资增长28%，同比下降4%。", ["全省", "全省"]),
        # a centre by what it does
        ("东河共享喷涂中心年喷涂能力80万件，服务企业300家。", ["东河共享喷涂中心"] * 2),
        # a market is where things are sold
        ("青石县家具产业集群产值20亿元，市场面积30万平方米。", ["青石县家具产业集群"] * 2),
        # a firm told by whose it is
        ("东河有色集团旗下的青石锌业，全年完成产值48亿元，增长9%。", ["青石锌业"] * 2),
        # a single project and what has been spent on it; projects as a class are the place's
        ("实施重点项目38个，其中，尧峰水泥技改项目完成投资1.8亿元。", ["全省", "尧峰水泥技改项目"]),
        ("全省工业项目完成投资18亿元。", ["全省"]),
        # a firm that is visited; a place that is visited
        ("记者走进新万兴瓷业，去年产值12亿元。", ["新万兴瓷业"]),
        ("记者走进生产车间，去年产值12亿元。", ["全省"]),
        (
            "记者走进新万兴瓷业，去年产值12亿元。全市产值90亿元。公司上缴税金2亿元。",
            ["新万兴瓷业", "全市", "新万兴瓷业"],
        ),
        # the capacity of a firm that is supported
        ("支持贵钢集团技改扩能，产能由100万吨提升到250万吨。", ["贵钢集团"]),
        # what a town makes
        ("山下湖镇珍珠销售额达52亿元。", ["山下湖镇珍珠"]),
    ],
)
def test_whose_figure_it_is(sentence: str, expected: list[str]) -> None:
    assert subjects(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a trade, a zone by its kind and a firm go on into the next sentence with what only they can have
        ("青石纺织工业实现产值20亿元。上缴税金1亿元。", ["青石纺织工业"] * 2),
        ("装备制造业蓬勃发展。实现产值52亿元，利税3亿元。", ["装备制造业"] * 2),
        ("园区实现产值20亿元。规上企业达到32户。", ["园区"] * 2),
        # not with what is added, which the place does, nor with what the place alone measures
        ("装备制造业实现产值52亿元。新增规上企业32户。", ["装备制造业", "全省"]),
        ("装备制造业实现产值52亿元。建成道路32公里。", ["装备制造业", "全省"]),
        # a heading run in to its paragraph, without its mark
        ("二、装备制造业。2009年产值达到52亿元。", ["装备制造业"]),
    ],
)
def test_who_goes_on(sentence: str, expected: list[str]) -> None:
    assert subjects(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # where figures come from is nobody; a body that sets money aside is one
        (
            "县商务局提供的数据显示，今年，青石县陶瓷产业集群实现产值31亿元；上半年产值降至14亿元。",
            ["青石县陶瓷产业集群"] * 2,
        ),
        # who is to see to it has no figure; who sees to it and sets up has
        ("由县农业局牵头，实行错峰生产，产销率提高到95%。", ["全省"]),
        ("由县农业局牵头建立对接机制，组织产品对接会2次。", ["县农业局"]),
        # the money is the project's own investment, the ground is a figure of it
        (
            "投资额最大的是青石纤维总部项目，由河口集团投资35亿元建设，占地210亩。",
            ["青石纤维总部项目"],
        ),
        # firms that are set to work are not told of next; one that sets up its own centre is
        ("推动河口纺织、青石机械两家骨干企业扩能，2025年产值达到300亿元。", ["全省"]),
        ("支持河口纺织集团组建工程技术中心，每年开发新产品8种。", ["河口纺织集团"]),
        # a firm's project at its stage; a firm that starts one stays itself
        ("河口集团投资6亿元的年产10万吨精制苯项目如期开工，完成投资2.1亿元。", ["年产10万吨精制苯项目"]),
        ("河口集团启动了精制苯项目，去年营业收入6亿元。", ["河口集团"]),
        # the chains worked on first have a name of their own
        (
            "全市制造业增加值占生产总值的24%，重点产业链产值突破120亿元。",
            ["全市制造业", "重点产业链"],
        ),
        ("到2025年，力争全市重点产业链规上企业突破1300家。", ["全市重点产业链"]),
        # a trade and what became of it heads a paragraph; industry as such does not
        ("二是纺织服装产业做大。以河口集团为龙头，带动配套企业53家。", ["纺织服装产业"]),
        ("二是产业做大。带动配套企业53家。", ["全省"]),
        # a leading firm has the clauses behind it
        (
            "全市轴承产业发展快。龙头企业河口轴承2023年营业收入5亿元，研发投入强度4.1%。",
            ["河口轴承"] * 2,
        ),
        # a firm that opens a sentence has what follows ；, a partner has not
        (
            "河口集团在外地建成基地9.5万亩；与青石大学联合攻关，授权专利132件。",
            ["河口集团"] * 2,
        ),
        # a kind alone goes back to the name in full, not to single zones or projects; energy is the place's
        (
            "全省产业集群主营业务收入25亿元。培育百亿级集群3个，集群内规模以上企业达到90家，"
            "万元工业增加值能耗下降18%。",
            ["全省产业集群", "全省", "全省产业集群", "全省"],
        ),
        ("平均每个园区主营业务收入131亿元，集群内协作配套率不到30%。", ["每个园区", "集群"]),
        # of two clusters none is told of in the next sentence
        (
            "青石陶瓷产业集群产值达到21亿元，河口茶叶产业集群产值达到13亿元。全年净增规上工业企业50家。",
            ["青石陶瓷产业集群", "河口茶叶产业集群", "全省"],
        ),
        # an institute has its research, not the people who come
        ("与青石大学共建竹产业研究院，五年攻克关键技术12项。", ["竹产业研究院"]),
        ("与青石大学共建竹产业研究院，引进博士12名。", ["全省"]),
        # a platform has its services, not the firms that come
        ("建设轴承检测公共服务平台，年服务企业500家次。", ["轴承检测公共服务平台"]),
        ("建设轴承检测公共服务平台，引进企业5家。", ["全省"]),
        # money for a zone that is named behind it
        ("投入3.4亿元完善青石煤焦化园区路网，新建标准厂房15万平方米。", ["青石煤焦化园区"] * 2),
        ("投入3.4亿元完善路网，新建标准厂房15万平方米。", ["全省"] * 2),
        # a bank before its loans
        ("青石农商银行“泵业贷”余额28亿元，惠及企业1350家。", ["青石农商银行"] * 2),
        # where something is laid out has not what follows; where something happens has
        ("在青石经济开发区、河口经济开发区布局精深加工，农产品加工转化率提高到60%。", ["全省"]),
        ("在青石经济开发区，去年企业发展到140户。", ["青石经济开发区"]),
        # firms that a survey asked
        (
            "走访的112家企业中，68家反映资金紧张，资金缺口合计11亿元。",
            ["走访的112家企业"] * 2,
        ),
        # markets by their kind and by name
        (
            "全市各类市场发展到47个，年成交额31亿元，其中河口电器市场成交6亿元，青石钮扣市场成交8亿元。",
            ["全市", "全市各类市场", "河口电器市场", "青石钮扣市场"],
        ),
        # a part told by where it went; goods have sales, a class of statistics has none
        ("陶瓷制品出口额4亿元，其中对东盟出口1亿元。", ["陶瓷制品"] * 2),
        ("旅游商品年销售额达到15亿元。", ["旅游商品"]),
        ("全市社会消费品零售额达到15亿元。", ["全市"]),
        # classes of firms are nobody's name, with the trade in them too
        ("全市百亿级企业实现零的突破，30亿元以上企业达到3家。", ["全市"]),
        ("青石县规模以上轴承企业营业收入20亿元。", ["青石县"]),
        ("一批企业增资扩股，11家企业挂牌。", ["全省"]),
        # goods behind what is done to a capacity, behind their cluster and behind their maker
        ("淘汰限制类铁合金产能50万吨。", ["限制类铁合金"]),
        (
            "青石县轴承产业集群扩大。青石县轴承产业集群铸件年产能160万吨，上缴税金9.3亿元。",
            ["铸件", "青石县轴承产业集群"],
        ),
        ("习水县实现白酒产能17万千升，产量15万千升。", ["白酒"] * 2),
        ("报废汽车年拆解能力达到12万辆。", ["报废汽车"]),
        ("全年新开工面积260万平方米，增长13%。", ["全省"] * 2),
        # a year behind a name ends it
        ("昆山市竹产业2019年实现综合产值68亿元，拥有加工企业236家。", ["昆山市竹产业"] * 2),
        # zones in a list are told of by their kind; zones are not said to have themselves
        (
            "力争建成柳溪、虹口、白象等十二个工业小区，开发面积8500亩，到2025年工业小区总产值突破180亿元。",
            ["全省", "柳溪、虹口、白象等十二个工业小区", "柳溪、虹口、白象等十二个工业小区"],
        ),
        ("工业园区是重要载体，提升23个省级工业园区。", ["全省"]),
        # fields by their number, and what something is done with
        ("在装备制造、能源化工、高新技术、传统产业四大领域，打造20个产业集群。", ["全省"]),
        ("将园区开发与城市建设捆绑，争取扶持资金2000万元。", ["全省"]),
        # whom somebody brings in, and for whom something is done
        ("引进河口集团、青石机械、太湖纺织7家上市企业，推进重点项目72个。", ["全省"]),
        (
            "重点扶持青石竹木加工、河口茶叶饮料两大特色产业，五年各形成产值3亿元。",
            ["青石竹木加工、河口茶叶饮料两大特色产业"],
        ),
        ("青石农机、河口茶叶等龙头企业带动配套企业210家。", ["青石农机、河口茶叶等龙头企业"]),
        ("确保重点企业用电保证率不低于95%。", ["全省"]),
        # a town and itself as a whole
        ("塘厦镇全镇外资企业达1200多家。", ["塘厦镇"]),
        # a count that goes on with its like, or with a rank of them
        ("四川省共有国家级高新区8个，省级高新区13个。", ["四川省"] * 2),
        ("昆山市共有园区7个，其中国家级4个。", ["昆山市"] * 2),
        # a trade glued to its indicator in mid-sentence holds for its clause
        (
            "昆山高新区实现营业收入480亿元，高新技术产业营业收入205亿元，拥有高新技术企业14家。",
            ["昆山高新区", "高新技术产业", "昆山高新区"],
        ),
        # of two groups that bring money nobody is told; a share that came to a stage is the group's
        ("引进项目13个，续建项目4个，到位资金8亿元。", ["全省"] * 2),
        ("全年安排亿元以上重点项目180个，上半年开工率达到80%。", ["亿元以上重点项目"]),
        # all projects of a group once they run; the place keeps what no project brings
        (
            "开工产业类项目27个、总投资104亿元，27个项目全部建成后年可新增产值66亿元；新增就业500人。",
            ["产业类项目", "全省"],
        ),
        # a town is told of in the next sentence, too; single ones of a group are not
        ("大唐街道现有规上工业企业201家。上半年总产值达35亿元。", ["大唐街道", "大唐街道"]),
        ("每个镇建成标准厂房3万平方米。上半年总产值达35亿元。", ["每个镇", "全省"]),
        # a trade before the leading firm's kind; a market that a list counts has nothing of its own
        ("前三季度，动力电池龙头企业河口时代实现产值增长42%。", ["河口时代"]),
        ("龙头企业带动配套企业实现产值增长42%。", ["全省"]),
        ("全镇有20个专业毛衫市场，近5000家毛衫企业。", ["全镇", "全镇"]),
        # a few places spoken of before; a level of places is none
        ("四县经济总量达到333亿元。", ["四县"]),
        ("三级园区经济总量达到333亿元。", ["三级园区"]),
        # a group whose parts are told
        ("21个工业园区中，国家级的9个。", ["21个工业园区"]),
        # projects pushed in a sentence of their own
        ("加快7个畜牧产业项目建设。总投资34亿元，已完成投资2亿元。", ["畜牧产业项目"] * 2),
        ("加快畜牧产业发展。已完成投资2亿元。", ["全省"]),
        # a branch of trade before what it has; an association is a body, the whole trade nobody
        ("煤炭行业产值18亿元，从业人员2万人。", ["煤炭行业"] * 2),
        ("昆山市水泵行业协会牵头制定团体标准26项。", ["昆山市水泵行业协会"]),
        ("全行业利润同比减少11亿元。", ["全省"]),
        # a quotation mark is no part of a name
        ("“光伏电站项目占地7000亩。”", ["光伏电站项目"]),
        # a verb of exceeding is no part of a place's name
        ("昆山过百亿产业集群达26个。", ["昆山"]),
        # a place that acts opens a clause
        ("红河州全面推行链长制，推动产业投资增长38%。", ["红河州"]),
        # counts of firms by class behind a class of firms are the place's, what the class has is its own
        ("全区核心企业贡献率达到70%，产值过亿元的企业达到9家。", ["全区核心企业", "全区"]),
        # a kind of zone behind what a project will bring has it itself; a firm behind it has not
        (
            "恒锦纺织启动织造技改项目，项目投产后，集群布匹年生产能力可达到3万吨，销售收入过2亿元。",
            ["集群", "集群"],
        ),
        ("恒锦纺织启动织造技改项目，项目投产后，公司布匹年生产能力可达到3万吨。", ["布匹"]),
        # those who are to have so much each; a kind of place alone leaves it to the place around it
        (
            "支持恒锦集团、宏达公司等大企业各建1个循环经济园区。",
            ["恒锦集团、宏达公司等大企业"],
        ),
        ("各市各建1个循环经济园区。", ["全省"]),
        # of the projects signed, those that have come further; new ones are others
        ("集中签约项目18个，协议引资达9亿元，目前已有4个项目取得进展。", ["集中签约项目"] * 2),
        ("集中签约项目18个，协议引资达9亿元，新建项目4个。", ["集中签约项目", "全省"]),
        # land that a zone is built on; land that something lies on
        ("客商投资6亿元，在河东征地1000亩创建青石工业园。", ["青石工业园"]),
        ("青石工业园占地1000亩。", ["青石工业园"]),
        # for whom land is found, for this figure alone; firms as a kind are nobody
        ("昆山市帮助恒锦集团解决了扩建所需的300亩用地；出资120万元整治道路。", ["恒锦集团", "昆山市"]),
        ("昆山市帮助企业解决了扩建所需的300亩用地。", ["昆山市"]),
        # this one firm; an institute under a university; a body that did something in a month
        ("恒锦纺织订单不断。上半年，这家链主企业实现产值21亿元。", ["恒锦纺织"]),
        ("武汉大学青石产业技术研究院今年已攻克技术22项。", ["武汉大学青石产业技术研究院"]),
        ("昆山市水泵行业协会6月组织对接会4场。", ["昆山市水泵行业协会"]),
        # projects of a kind by the share that has begun, and their money; a place's rate is the place's
        ("到2月末，亿元以上产业项目开复工率达到92.3%，完成投资145.6亿元。", ["亿元以上产业项目"] * 2),
        ("全省项目开工率达到92.3%。", ["全省"]),
        # what is sold elsewhere, and what is worked up on the spot
        ("青石葡萄酒省外市场占有率不足1%。", ["青石葡萄酒"]),
        ("铝水就地转化率达到85%。", ["铝水"]),
        ("科技成果转化率达到85%。", ["全省"]),
        # the part that grows
        ("全省工业增加值增长8.2%，其中开发区增长12%。", ["全省", "开发区"]),
        # how far something has come, before its name; a class of firms stays one
        ("已投产的混凝土搅拌中心预计年产值将突破3亿元。", ["混凝土搅拌中心"]),
        ("已投产的企业预计年产值将突破3亿元。", ["全省"]),
    ],
)
def test_whose_figure_it_is_on_real_pages(sentence: str, expected: list[str]) -> None:
    assert subjects(sentence) == expected


def test_a_heading_by_sectors_of_the_economy_is_nobody() -> None:
    rows = figures("全年增加值144亿元。", "工业和建筑业")
    assert [row.subject_text for row in rows] == ["全省"]


def test_of_several_clusters_the_one_in_the_title_is_meant() -> None:
    text = (
        "关于青石县陶瓷产业集群发展情况的报告\n一、现状\n青石县陶瓷产业集群有企业30家。\n"
        "河口县茶叶产业集群{}\n二、问题\n集群研发投入占销售收入的1.4%。\n青石县人民政府\n2012年3月5日\n"
    )
    rows = read(text.format("有企业20家。"))["indicators"]
    assert [row.subject_text for row in rows][-1] == "青石县陶瓷产业集群"


def test_a_heading_that_names_a_cluster_is_the_subject_below_it() -> None:
    rows = figures("到2027年，产值达到300亿元，本地配套率达到60%。", "建设现代煤化工集群")
    assert [row.subject_text for row in rows] == ["现代煤化工集群"] * 2
    rows = figures("到2027年，产值达到300亿元。", "培育支柱产业")
    assert [row.subject_text for row in rows] == ["全省"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a rate a year under a plan's name is for that figure alone
        (
            "到2025年，工业总产值突破6000亿元，“十四五”年均增长7%左右，占全省工业的比重保持在20%以上。",
            [(None, "2025-12-31"), ("2021-01-01", "2025-12-31"), (None, "2025-12-31")],
        ),
        # years in a list take the values in order
        (
            "2023年、2025年工业总产值分别达到1650亿元、2000亿元。",
            [("2023-01-01", "2023-12-31"), ("2025-01-01", "2025-12-31")],
        ),
        # 2010年底前 is a deadline, 三年前 is a year to compare with
        ("2010年底前建成标准厂房60万平方米。", [(None, "2010-12-31")]),
        # the whole year behind a part of it
        ("一季度开工项目40个，全年完成投资突破52亿元。", [("2010-01-01", "2010-12-31")]),
        # a sum over a plan is for its clause alone
        (
            "2009年，全省脱贫14万人，“十一五”累计脱贫60万人。全省关停化工企业5家。",
            [("2009-01-01", "2009-12-31"), ("2006-01-01", "2010-12-31"), ("2009-01-01", "2009-12-31")],
        ),
        # what stands for long has the time that is printed with it
        ("2009年，全省工业产值80亿元。青石产业城占地3200亩。", [("2009-01-01", "2009-12-31"), (None, None)]),
        # a year that opens a sentence without figures
        ("2009年，形势十分严峻。全省工业产值986亿元。", [("2009-01-01", "2009-12-31")]),
        # a year to compare with is none
        ("2021年全省生产总值增长7.4%，以2019年为基期增长11%。", [("2021-01-01", "2021-12-31")] * 2),
        # 二十五 holds no plan
        ("到2000年，工业总产值年均递增百分之二十五。", [("1996-01-01", "2000-12-31")]),
        # the goals of a named programme have the time printed with them, not that of carrying it out
        (
            "今年来，全区实施“22”工程（即培育2家产值过10亿元的企业），关停企业5家。",
            [(None, None), ("2010-01-01", "2010-03-05")],
        ),
        ("今年来，全区实施“22”工程（即到2012年培育2家产值过10亿元的企业）。", [(None, "2012-12-31")]),
        # a time that something took is over; one that something is to take ends ahead
        ("仅一年多时间，园区就建成了道路7条。", [(None, None)]),
        ("力争三年时间，园区建成道路7条。", [("2010-03-05", "2013-03-05")]),
        # a month in which something was held; one in a date of its own is none
        ("行业协会2月组织对接会4场。", [("2010-02-01", "2010-02-28")]),
        # once it runs, nobody knows when
        ("该项目2026年底竣工，达产后年销售收入可达9亿元。", [(None, None)]),
    ],
)
def test_when(sentence: str, expected: list[tuple[str | None, str | None]]) -> None:
    rows = figures(sentence)
    assert [(row.period_start, row.period_end) for row in rows] == expected


def test_a_heading_names_a_trade_without_its_head() -> None:
    """现代纺织 heads what is of it; 保障措施 heads nobody's."""
    assert subjects("到2010年，产值达到260亿元。", "现代纺织") == ["现代纺织"]
    assert subjects("到2010年，产值达到260亿元。", "保障措施") == ["全省"]


def test_a_firm_a_capacity_and_what_is_being_done_are_a_project() -> None:
    text = "青石县工业简报\n\n一、项目进展\n\n{}\n"
    found = read(text.format("嘉陵果业年产6万吨橙汁饮料主体厂房封顶。"))["projects"]
    assert [(row.name, row.capacity_unit) for row in found] == [("年产6万吨橙汁饮料", "t/a")]
    assert not read(text.format("嘉陵果业年产6万吨橙汁饮料，是全县最大的果汁企业。"))["projects"]


def test_a_place_is_called_as_its_document_calls_it() -> None:
    text = (
        "青石经济技术开发区管理委员会关于集群建设情况的报告\n静海区人民政府：\n一、总体情况\n"
        "现将开发区有关情况报告如下。\n固定资产投资58亿元。\n{zone}\n"
        "青石经济技术开发区管理委员会\n2017年11月8日\n"
    )
    (row,) = read(text.format(zone="开发区前景广阔。"))["indicators"]
    assert row.subject_text == "开发区"
    (row,) = read(text.format(zone="全区前景广阔。"))["indicators"]
    assert row.subject_text == "全区"


def test_a_period_of_a_news_item_holds_for_its_paragraph() -> None:
    text = (
        "豆瓣飘香\n本报记者 李明\n2024年11月20日\n去年，全市豆瓣产值达到40亿元。产量达到30万吨。\n{second}\n"
    )
    rows = read(text.format(second="全市已集聚配套企业112家。"))["indicators"]
    assert [row.period_end for row in rows] == ["2023-12-31", "2023-12-31", None]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 底前 goes with its period; 前沿 is a word
        ("2026年底前锂电隔膜关键材料国产化率达到75%。", ["锂电隔膜关键材料"]),
        ("2026年前沿新材料产业产值达到75亿元。", ["前沿新材料产业"]),
        # a town before what its firms make; a kind of town is no name
        ("从镇看，去年石门镇卫生洁具企业发展到410家，从业人员2.1万人。", ["石门镇"] * 2),
        ("全县乡镇企业发展到410家。", ["全县"]),
        # a zone ends at its name; a phase goes on with it
        ("石门县五金基地大大小小聚了六十多家企业，从业人员八千人。", ["石门县五金基地"] * 2),
        ("青石工业园二期已入驻企业15家。", ["青石工业园二期"]),
        # work told by its stage, not its firm; a firm that has figures of its own
        ("恒安集团投资3亿元的高端刀具项目今年3月竣工投产，预计明年产值6亿元。", ["高端刀具项目"]),
        ("华瑞药业总投资10亿元的年产3000万支注射液项目已完成投资5亿元。", ["年产3000万支注射液项目"]),
        ("恒安集团产值6亿元。", ["恒安集团"]),
        # what a sum or two partners stand before
        ("总投资6.5亿元的河西生物医药产业园正在打桩，首批8栋厂房10月交付。", ["河西生物医药产业园"]),
        ("河西学院与开发区合办的智能制造学院本月开班，首批招收学员300名。", ["智能制造学院"]),
        (
            "江苏恒力集团与国资公司合资建设的年产5万吨铝箔项目主体完工，累计完成投资2.6亿元。",
            ["年产5万吨铝箔项目"],
        ),
        # a zone pointed at by its number, a list that stands for more
        (
            "河东木器、河西灯具、石门童装这几个产业集群，产值分别增长三成、两成五和百分之八。",
            ["河东木器", "河西灯具", "石门童装"],
        ),
        (
            "石门灯具、河东锁具、河西服装等产业集群初具规模，从业人员合计2万人。",
            ["石门灯具、河东锁具、河西服装等产业集群"],
        ),
        ("推进石门灯具、河东锁具等产业集群建设，全市从业人员2万人。", ["全市"]),
        (
            "河东化工、河西建材、石门钢铁三个产业园区全部完成循环化改造，累计投入15亿元。",
            ["河东化工、河西建材、石门钢铁三个产业园区"],
        ),
        # of what grade a capacity is; what trades in short have a share of
        ("水泥先进产能占比达到七成。", ["水泥"]),
        ("煤焦冶电增加值占规上工业的比重仍在80%以上。", ["煤焦冶电"]),
        ("工业增加值占地区生产总值的比重达到40%。", ["全省"]),
        # schools that are set to work; industry as such is nobody
        ("支持县职教中心年内培训技工2000人次。", ["县职教中心"]),
        ("今年工业发展的主要目标是：规模以上工业增加值增长8%。", ["全省"]),
        # only an authority has a time limit; firms inside clusters are part of what is measured
        ("规划建设青石食品产业园。全面推行承诺制，审批时限压缩到50个工作日以内。", ["全省"]),
        ("规划建设青石食品产业园。年内入驻企业20户。", ["青石食品产业园"]),
        ("全市机械产业发展较快，集群内企业本地配套率提高到35%。", ["全市机械产业"]),
    ],
)
def test_whose_it_is_where_others_are_named(sentence: str, expected: list[str]) -> None:
    assert subjects(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # block economies are subjects as clusters are; firms by their size go back to the place
        (
            "服装、电机、厨具三大块状经济共有生产企业300家，实现产值98亿元。",
            ["服装、电机、厨具三大块状经济"] * 2,
        ),
        ("全市块状经济产值突破200亿元。培育销售收入超10亿元的企业3家。", ["全市块状经济", "全市"]),
        # the name of a group of projects, without what is done with it and with what tells it apart
        ("全市纳入“三个一批”活动项目33个、总投资198亿元，开工率为90%。", ["“三个一批”活动项目"]),
        ("全市去年签约的亿元以上项目94个，目前开工率才61%。", ["签约的亿元以上项目"]),
        # banks that are set to work, and one that is only worked with
        ("引导石门银行开展融资，年内新增链上企业贷款12亿元。", ["石门银行"]),
        ("与石门农村信用联社开展合作，全年新增企业贷款8亿元。", ["全省"]),
        # what a zone builds is not who has what follows
        ("石门经济开发区建成日处理5000吨污水处理厂，年内新增建成区2平方公里。", ["石门经济开发区"]),
        # an institute set up with a partner that others may use
        ("与江南大学共建功能糖中试基地，向企业开放检测设备60台套。", ["功能糖中试基地"]),
        # each of those sent out; towns and villages of a county, too
        ("每支小分队全年引进项目不少于2个。", ["每支小分队"]),
        ("每个县（市）区都要组建3支小分队。", ["每个县（市）区"]),
        ("每个县级园区年底前至少建成标准厂房5万平方米。", ["每个县级园区"]),
        # a list of trades whose measure the first has; a clause of its own names its measure
        (
            "装备制造产业产值达到190亿元、生物化工产业突破120亿元、皮毛加工产业保持在70亿元左右。",
            ["装备制造产业", "生物化工产业", "皮毛加工产业"],
        ),
        ("全省装备制造产业产值达到190亿元，新增投资突破20亿元。", ["全省装备制造产业"] * 2),
        # firms by their kind in a list
        (
            "龙头企业沙河酒业、赤水酒业分别实现销售收入23亿元和7亿元。",
            ["沙河酒业", "赤水酒业"],
        ),
        # a phase that is only there is its zone; one that has figures of its own is itself
        ("石门白酒产业园一期建成使用，入园酒企达21户。", ["石门白酒产业园"]),
        ("石门白酒产业园一期占地210亩。", ["石门白酒产业园一期"]),
        # a heading on projects is not about the last one
        (
            "石门白酒产业园一期占地210亩。项目建设持续发力。全省新引进企业36户。",
            ["石门白酒产业园一期", "全省"],
        ),
        # a centre that is relied on for others
        ("依托国家水暖产品检验中心，为企业提供检测服务，每年不少于3000批次。", ["国家水暖产品检验中心"]),
        # a project spoken of again by a part of its name
        ("变压器扩建项目占地320亩，达产后年可新增销售收入65亿元。", ["变压器扩建项目"] * 2),
        # a trade that something has befallen, and what has befallen it at the head of a clause
        ("新型建材产业受市场波动影响，产值仅增长9.1%。", ["新型建材产业"]),
        ("受市场波动影响，新型建材产业产值仅增长9.1%。", ["新型建材产业"]),
        # a project behind its sum and its firm, whole; a group that the next sentence goes on with
        ("海峰电子总投资12亿元的年产5亿只薄膜电容器项目占地140亩。", ["年产5亿只薄膜电容器项目"]),
        (
            "全省实施亿元以上项目312个，总投资2450亿元。截至9月底，已开工287个、竣工65个，完成投资358亿元。",
            ["亿元以上项目"],
        ),
        # zones of two kinds keep a name each
        (
            "石门服装产业园、青石家具工业小区入园企业分别达到46家和31家。",
            ["石门服装产业园", "青石家具工业小区"],
        ),
        # the zone that something lies in
        ("恒山铜箔所在的石门经济开发区是全省首批示范基地，去年集聚企业74家。", ["石门经济开发区"]),
        ("恒山铜箔所在的行业去年增长较快，全省产值80亿元。", ["全省"]),
        # goods behind a firm that is called by its trade
        ("龙头企业宁恒锰业电解锰年产能达60万吨。", ["电解锰"]),
    ],
)
def test_whose_it_is_where_it_goes_on(sentence: str, expected: list[str]) -> None:
    assert subjects(sentence) == expected


def test_money_that_has_come_is_the_places_whatever_office_brought_it() -> None:
    assert subjects("县招商局全年引进到位资金40亿元。") == ["全省"]
    assert subjects("县招商局全年组织招商活动40场次。") == ["县招商局"]


def test_a_newspaper_calls_a_zone_by_its_kind_and_means_it() -> None:
    text = "{title}\n本报记者 李明\n2018年10月20日\n{opens}园区完成产值168亿元。\n"
    title = "“链”上发力——中宁工业园区产业转型观察"
    (row,) = read(text.format(title=title, opens="宁夏中宁工业园区塔吊林立。去年，"))["indicators"]
    assert row.subject_text == "宁夏中宁工业园区"
    speech = "中宁工业园区工作报告\n\n一、发展情况\n\n去年，园区完成产值168亿元。\n"
    (row,) = read(speech)["indicators"]
    assert row.subject_text == "园区"


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        # 截至 tells of its own sentence only
        (
            "2013年，全省产值80亿元。截至2013年6月底，企业达20家。全省利润8亿元。",
            ["2013-12-31", "2013-06-30", "2013-12-31"],
        ),
        # when something was founded is no time of its figures
        ("这个2009年建成的产业园占地680亩。", [None]),
        ("2009年建成厂房680平方米。", ["2009-12-31"]),
        # fifteen of something are no five-year plan
        ("争创名牌产品十五只。产值达到20亿元。", [None, None]),
        ("“十五”期间，产值年均增长5%。", ["2005-12-31"]),
    ],
)
def test_times_that_hold_for_little(sentence: str, ends: list[str | None]) -> None:
    assert [row.period_end for row in figures(sentence, "发展现状")] == ends


def test_at_least_before_what_is_done_bounds_its_number() -> None:
    (row,) = figures("全省年底前至少建成标准厂房5万平方米。", "主要任务")
    assert row.operator == "ge"
    (row,) = figures("全省年底前建成标准厂房5万平方米。", "主要任务")
    assert row.operator == "eq"


def test_capacity_cut_is_a_fall() -> None:
    (row,) = figures("全省压减焦化产能200万吨。", "发展现状")
    assert (row.statistic, row.value) == ("growth_amount", -2000000)
    (row,) = figures("全省淘汰落后产能20万吨。", "发展现状")
    assert row.statistic == "level"


def test_how_far_around_is_no_figure() -> None:
    rows = figures("全省关停沿江1公里范围内化工企业9户。", "发展现状")
    assert [row.value_text for row in rows] == ["9户"]
    assert not figures("往东20多公里，是另一番景象。", "发展现状")
    assert [row.value_text for row in figures("新建道路20公里。", "发展现状")] == ["20公里"]


def test_a_tier_is_printed_whole_and_counts_beside_another() -> None:
    rows = figures("四百亿级产业集群达到2个，形成五百亿级产业集群1个。", "发展现状")
    assert [row.indicator_text for row in rows] == ["四百亿级产业集群", "五百亿级产业集群"]
    assert [row.subject_text for row in rows] == ["全省", "全省"]
    assert [row.indicator_text for row in figures("百亿级产业集群达到2个。", "发展现状")] == [
        "百亿级产业集群"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a zone goes on over the trades it works at; trades that are formed are spoken of
        ("青石高新区突出装备制造、生物医药两大主导产业，亩均税收12万元。", ["青石高新区"]),
        (
            "形成装备制造、生物医药两大主导产业，实现产值90亿元。",
            ["装备制造、生物医药两大主导产业"],
        ),
        # a zone that is laid out in another
        ("在青石经济开发区建设蛋品产业园，规划面积2平方公里。", ["蛋品产业园"]),
        # a firm that sets up a centre without a name; one with a name is spoken of itself
        (
            "支持跃腾体育器材公司与北京体育大学联合设立研发中心，累计开发新产品50种。",
            ["跃腾体育器材公司"],
        ),
        # goods of several towns, and what is sold in a part of the country
        (
            "千石、河口两镇金丝小枣种植面积16万亩、产量5万吨。",
            ["千石、河口两镇金丝小枣"] * 2,
        ),
        ("健身路径华北市场占有率接近四成。", ["健身路径"]),
        # projects that are known by how far they have come
        ("年产8万吨铝部件、铝轨道生产线二期等5个续建项目总投资31亿元，年内完成投资9亿元。", ["续建项目"]),
        # ground for industry is nobody's project
        ("建成青石污水处理厂，日处理能力1万吨；全省预留工业用地1500亩。", ["全省"]),
    ],
)
def test_who_goes_on_behind_what_is_built(sentence: str, expected: list[str]) -> None:
    assert subjects(sentence) == expected


def test_a_project_named_again_without_whose_it_is() -> None:
    first = "浙江华昌集团投资5亿元的不锈钢精密制管项目完成厂房建设。"
    assert subjects(f"{first}华昌不锈钢精密制管项目上半年试产，达产后可年创产值12亿元。") == [
        "不锈钢精密制管项目"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # when something is built says nothing of what stands behind ；, nor of what it will bring
        ("6月底前建成河口水厂；园区投产企业不少于6家。", [(None, None)]),
        ("导管车间年内开工，可新增就业600人。", [(None, None)]),
        # this year and the next
        ("今明两年再投入9000万元完善管网。", [("2010-01-01", "2011-12-31")]),
        # 于 says when something is due, or compares
        ("体育器材工业园一期280亩于2012年底前建成，入驻企业不少于30家。", [(None, "2012-12-31")] * 2),
        # 目前累计 goes on
        ("目前累计完成投资1亿元，入园企业57家。", [("2010-03-05", "2010-03-05")] * 2),
    ],
)
def test_times_of_what_is_built(sentence: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(row.period_start, row.period_end) for row in figures(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # zones that a clause lists and says nothing of; 分别 hands the values to them
        (
            "下设的青石物流产业园、河口加工产业园，到2015年产值分别达到40亿元和52亿元。",
            ["青石物流产业园", "河口加工产业园"],
        ),
        # growth handed out to the figures before is of whom they are
        (
            "2009年，全省工业园区由5个增加到12个，完成产值425亿元、投资19亿元，分别增长27%和35%。",
            ["全省", *["全省工业园区"] * 4],
        ),
        # heads of their own stay; a head that all share goes
        (
            "银湖纸业基地、青石不锈钢制品产业集群产值分别达到180亿元和120亿元。",
            ["银湖纸业基地", "青石不锈钢制品产业集群"],
        ),
        ("新材料、生物医药产业集群产值分别增长4%和15%。", ["新材料", "生物医药"]),
        # goods whose name a term holds
        ("拖拉机、载货汽车产量分别达6万台和3万辆。", ["拖拉机", "载货汽车"]),
        # inside the zone spoken of, and behind who leads a cluster
        ("青石高新区现有企业126户，区内的装备制造产业集群产值64亿元。", ["青石高新区", "装备制造产业集群"]),
        ("以苍源乳业为龙头的青石乳制品产业集群拥有加工企业14户。", ["青石乳制品产业集群"]),
        # where a team stays is nobody's
        ("组建5支小分队常驻深圳、东莞，与行业协会合办对接会3场。", ["全省"] * 2),
        # a phase that is ready is its zone's, with its size too
        ("河口电池产业基地一期14万平方米标准厂房已交付使用，入驻企业9家。", ["河口电池产业基地"] * 2),
        # who pays for a zone's roads has the money
        ("远拓集团投入3亿元完善河口工业园路网。", ["远拓集团"]),
        # what a firm finds out in an institute of its own making, and what that does for others
        ("支持恒跃电梯与江南大学共建电梯智能控制研究院，三年攻克关键技术15项。", ["恒跃电梯"]),
        ("支持恒跃电梯与江南大学共建电梯检测中心，每年提供检测服务3000批次。", ["电梯检测中心"]),
    ],
)
def test_whose_it_is_in_lists_and_behind_others(sentence: str, expected: list[str]) -> None:
    assert subjects(sentence) == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        # a year gone by that opens a paragraph without figures
        (
            "在全市工业会议上的讲话",
            "去年，我们顶住了压力。全市工业产值628亿元。",
            ("2009-01-01", "2009-12-31"),
        ),
        # the span that the text prints, before the five-year plan's
        (
            "青石市关于发展集群的意见",
            "到2012年，全市产值突破560亿元，年均增长13%。2010—2012年，全市实施项目76个。",
            ("2010-01-01", "2012-12-31"),
        ),
        # three years of a plan that is as long
        (
            "青石市集群三年行动计划（2010—2012年）",
            "到2011年底，全市新增企业60家。三年全市整治低效用地4500亩。",
            ("2010-01-01", "2012-12-31"),
        ),
        # since a month of the year
        ("在全市工业会议上的讲话", "2月起，市经信委抽调48名干部帮扶企业。", ("2010-02-01", "2010-04-16")),
    ],
)
def test_times_that_another_sentence_tells(title: str, body: str, expected: tuple[str, str]) -> None:
    text = f"{title}\n（2010年4月16日）\n青石市市长　李明\n一、主要目标\n{body}\n"
    tables = read(text)
    rows = [*tables["targets"], *tables["indicators"]]
    assert expected in [(row.period_start, row.period_end) for row in rows]


def test_a_year_ahead_in_a_report_of_december() -> None:
    text = (
        "青石高新区管委会\n2022年工作总结和2023年工作打算\n一年来，形势复杂。\n二、2023年工作打算\n"
        "年内全区征收土地1800亩。\n青石高新区管委会\n2022年12月28日\n"
    )
    tables = read(text)
    (row,) = [*tables["targets"], *tables["indicators"]]
    assert (row.period_start, row.period_end) == ("2023-01-01", "2023-12-31")
    (document,) = tables["documents"]
    assert document.title == "青石高新区管委会2022年工作总结和2023年工作打算"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # how much of its parts a trade buys at home; of goods nothing is said
        ("机械电机产业关键零部件本地配套率不足三成。", ["机械电机产业"]),
        ("青石机电产业集群企业86户，铸件本地配套率提高到60%。", ["青石机电产业集群"] * 2),
        # the values of 分别 are those of the list that the clause before works on
        (
            "围绕河口皮革、青石玛瑙、白水硅砂三大特色产业打造品牌，2010年产值分别达到30亿元、20亿元、45亿元。",
            ["河口皮革", "青石玛瑙", "白水硅砂"],
        ),
        # a trade that others drive; projects of one stage; what is put into a project
        ("铁塔产业在衡岳重工、冀通铁塔两家龙头企业带动下，完成产值71亿元。", ["铁塔产业"]),
        ("实施亿元以上项目34个，总投资186亿元；在建项目完成投资48亿元。", ["在建项目"]),
        ("总投资6亿元的景龙液压高压胶管项目新上编织机120台。", ["高压胶管项目"]),
        # firms as such are not the firm named before
        ("与赫曼密封技术公司合作。企业开办时间压缩至2个工作日以内。", ["全省"]),
        # a school that is supported, the firm meant by 该公司
        ("支持青石高等专科学校与园区共建产业学院，每年培养人才1500名。", ["青石高等专科学校"]),
        (
            "恒岳新材料公司项目已完工。支持该公司联合东北大学组建创新联合体，突破关键技术20项。",
            ["恒岳新材料公司"],
        ),
    ],
)
def test_who_drives_who_is_driven_and_who_supplies(sentence: str, expected: list[str]) -> None:
    assert subjects(sentence) == expected
