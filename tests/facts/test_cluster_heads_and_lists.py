"""Clusters: lists glued to their head, names in quotation marks, belts, zones set up by decree."""

from pathlib import Path

import pytest

from cluster_texts import named, names


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A rank and the word that it is the first are no part of a name.
        ("我市获批全省首个省级轴承产业集群。", ["轴承产业集群"]),
        ("打造首个千亿级产业集群。", []),
        # Who leads a trade stands before it.
        (
            "以甲重工为链主的工程机械、以乙农机为龙头的农业装备等优势产业加快集聚。",
            ["工程机械产业", "农业装备产业"],
        ),
        ("以甲重工、乙机械为链主的工程机械、农业装备等优势产业加快集聚。", ["工程机械产业", "农业装备产业"]),
        ("以工程机械企业为龙头的示范基地有序推进。", []),
        # Trades right behind the word that classes them; firms of two trades are firms.
        ("主导产业船舶修造、粮油加工分别增长7.1%和9.4%。", ["船舶修造产业", "粮油加工产业"]),
        ("全县两大特色产业茶叶、木竹实现产值40亿元。", ["茶叶产业", "木竹产业"]),
        ("扶持特色产业茶叶、木竹企业30家。", []),
        # One trade is enough where the sentence says what it is.
        ("全镇以陶瓷为主导产业。", ["陶瓷产业"]),
        ("全县以酒、煤、电为支柱产业。", ["酒产业", "煤产业", "电产业"]),
        ("做强铝精深加工这一支柱产业。", ["铝精深加工产业"]),
        ("茶叶作为我县第一支柱产业，产值占比达30%。", ["茶叶产业"]),
        ("把茶叶作为主导产业来抓。", []),
        ("主导产业定位为精细化工和医药中间体。", ["精细化工产业", "医药中间体产业"]),
        # 与 joins the trades of one chain; 、 lists chains.
        ("延伸煤电与铝加工产业链。", ["煤电与铝加工产业链"]),
        ("做强纺织、服装产业链。", ["纺织产业链", "服装产业链"]),
        ("围绕风电装备、光伏组件两条产业链招商。", ["风电装备产业链", "光伏组件产业链"]),
        ("大力开展产业链招商。", []),
        # A member in quotation marks is a name where a trade or place is in it.
        ("“浏阳烟花”“醴陵陶瓷”等特色产业集群享誉海外。", ["浏阳烟花产业集群", "醴陵陶瓷产业集群"]),
        ("“安化黑茶”产业集群加快发展。", ["安化黑茶产业集群"]),
        ("推动“双核驱动”产业集群发展。", []),
        ("发展“石墨—负极材料—储能”产业链。", ["石墨—负极材料—储能产业链"]),
        ("围绕“茶、菌、果”三大特色产业抓基地。", ["茶产业", "菌产业", "果产业"]),
        ("围绕“产业兴旺、生态宜居”发展特色产业。", []),
        ("“两大支柱产业”（钢铁、石化）增速回升。", ["钢铁产业", "石化产业"]),
        # What joins the trades behind a zone is in the name; behind a joint another cluster begins.
        (
            "衡阳松木经济开发区盐卤及氟化工产业集群壮大。",
            ["衡阳松木经济开发区", "衡阳松木经济开发区盐卤及氟化工产业集群"],
        ),
        ("衡阳松木经济开发区和氟化工产业集群壮大。", ["衡阳松木经济开发区", "氟化工产业集群"]),
        # A list of names with a head each, whatever words they hold.
        (
            "建设湘潭智能装备产业集群、长沙自主安全计算系统产业集群。",
            ["湘潭智能装备产业集群", "长沙自主安全计算系统产业集群"],
        ),
        ("建设湘潭智能装备产业集群、长沙推动产业集群发展。", ["湘潭智能装备产业集群"]),
        # What sort of places they are of stands between a list and its head.
        ("小榄五金、大涌红木等专业镇特色产业集群壮大。", ["小榄五金产业集群", "大涌红木产业集群"]),
        ("发展区域特色产业集群。", []),
        # A verb each, where a count says that all are meant.
        (
            "做优绿色食品、做强装备制造、做大清洁能源三大主导产业。",
            ["绿色食品产业", "装备制造产业", "清洁能源产业"],
        ),
        ("优化营商环境、做强装备制造、做大清洁能源等主导产业。", ["清洁能源产业"]),
        # A size that is passed is a tier.
        ("打造纺织、家电等2条超500亿产业链。", ["纺织产业链", "家电产业链"]),
        ("培育产值超500亿产业链。", []),
        # What has become a pillar is one, what is to become one is not.
        ("旅游业成为我县的支柱产业。", ["旅游产业"]),
        ("使旅游业成为我县的支柱产业。", []),
        ("力争旅游业成为支柱产业。", []),
        # A count behind 等 is of something else than the park.
        ("甲医疗、乙零部件产业园等9个重点项目加快推进。", ["乙零部件产业园"]),
        ("建成零部件产业园2个。", []),
        # A report on chains is no chain.
        ("总链长报告产业链发展情况。", []),
    ],
)
def test_lists(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert names(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("沿海产业带初具规模。", [("沿海产业带", "growth_region")]),
        ("建设沿江产业带和环湖产业带。", [("沿江产业带", "growth_region"), ("环湖产业带", "growth_region")]),
        ("沿107国道工业带基本建成。", [("沿107国道工业带", "growth_region")]),
        ("沿线工业带动就业。", []),
        ("永兴国家循环经济示范园建成。", [("永兴国家循环经济示范园", "park")]),
        ("建设一批示范园。", []),
        ("资阳区长春工业园扩建。", [("资阳区长春工业园", "park")]),
        ("资阳区区长走访工业园。", []),
        ("深圳（汕尾）产业转移工业园扩园。", [("深圳（汕尾）产业转移工业园", "park")]),
        ("推动产业转移，建设园区。", []),
        (
            "合肥新型显示、芜湖智能汽车等战略性新兴产业集聚发展基地加快建设。",
            [
                ("合肥新型显示战略性新兴产业集聚发展基地", "base"),
                ("芜湖智能汽车战略性新兴产业集聚发展基地", "base"),
            ],
        ),
        ("支持战略性新兴产业发展。", []),
        ("贵安新区加快建设。", [("贵安新区", "park")]),
        ("推进城市新区建设。", []),
        ("建设文化产业示范园。", []),
        ("创建全国纺织服装产业示范园区。", []),
        ("发展农机产业带来新的机遇。", []),
        ("洞庭湖生态经济区建设加快。", [("洞庭湖生态经济区", "growth_region")]),
        ("推进生态经济区域合作。", []),
        ("深汕特别合作区建设加快。", [("深汕特别合作区", "park")]),
        ("长株潭国家自主创新示范区建设加快。", [("长株潭国家自主创新示范区", "park")]),
        ("争取设立国家自主创新示范区。", []),
        ("昆山深化两岸产业合作试验区加快建设。", [("昆山深化两岸产业合作试验区", "park")]),
        ("长沙深化改革，建设试验区。", []),
        ("长沙临空经济区入驻企业40家。", [("长沙临空经济区", "park")]),
        ("柯城余杭产业飞地建成投用。", [("柯城余杭产业飞地", "park")]),
        ("大力发展产业飞地。", []),
        # What ends in 园 within a firm's name is no park.
        ("铁岭市盛园食品有限公司投产。", []),
        ("铁岭市食品工业园的有限公司增多。", [("铁岭市食品工业园", "park")]),
    ],
)
def test_regions_and_zones(tmp_path: Path, body: str, expected: list[tuple[str, str]]) -> None:
    assert named(tmp_path, body) == expected
