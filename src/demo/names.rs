//! Names of companies that do not exist: made from syllables, in English and Chinese at once.

use super::industries::Industry;
use super::random::Random;
use super::text;
use crate::venue::LocalText;
use std::collections::BTreeSet;

/// A piece of a name: Latin letters and the characters that say the same.
type Piece = (&'static str, &'static str);

/// Brands of Chinese companies: a first and a second character, all unusual in real trade names.
const FIRST: &[Piece] = &[
    ("Lan", "澜"),
    ("Yu", "屿"),
    ("Ling", "翎"),
    ("Cheng", "澄"),
    ("Yan", "砚"),
    ("Heng", "蘅"),
    ("Xiu", "岫"),
    ("Mei", "湄"),
    ("Qiao", "峤"),
    ("Huang", "篁"),
    ("Ji", "霁"),
    ("Di", "荻"),
    ("Shuo", "朔"),
    ("Miao", "淼"),
    ("Yun", "筠"),
    ("Tan", "檀"),
    ("Qin", "沁"),
    ("Ruo", "箬"),
    ("Chu", "楚"),
    ("Zhi", "芷"),
    ("Pu", "璞"),
    ("Luo", "泺"),
    ("Wei", "渭"),
    ("Han", "瀚"),
    ("Ning", "甯"),
    ("Fu", "芙"),
    ("Sang", "桑"),
    ("Lu", "麓"),
    ("Xun", "浔"),
    ("Qi", "祁"),
    ("Rong", "榕"),
    ("Song", "崧"),
];
const SECOND: &[Piece] = &[
    ("qi", "启"),
    ("yu", "隅"),
    ("cheng", "程"),
    ("zhou", "洲"),
    ("ran", "苒"),
    ("mu", "牧"),
    ("lin", "霖"),
    ("heng", "衡"),
    ("shan", "杉"),
    ("yi", "弈"),
    ("zhu", "竺"),
    ("ce", "策"),
    ("hang", "航"),
    ("tong", "桐"),
    ("xi", "汐"),
    ("jing", "泾"),
    ("yuan", "垣"),
    ("ke", "珂"),
    ("fan", "梵"),
    ("jin", "瑾"),
    ("shu", "澍"),
    ("he", "禾"),
    ("ding", "鼎"),
    ("chuan", "椽"),
];
/// Brands of companies from elsewhere: a head and one or two tails.
const HEADS: &[Piece] = &[
    ("Nor", "诺尔"),
    ("Vel", "维尔"),
    ("Tam", "塔姆"),
    ("Bre", "布雷"),
    ("Kos", "科斯"),
    ("Lum", "卢姆"),
    ("Dra", "德拉"),
    ("Fen", "芬"),
    ("Ost", "奥斯特"),
    ("Mar", "马尔"),
    ("Pel", "佩尔"),
    ("Quin", "昆"),
    ("Sol", "索尔"),
    ("Tri", "特里"),
    ("Zan", "赞"),
    ("Har", "哈尔"),
    ("Jul", "尤尔"),
    ("Cal", "卡尔"),
    ("Ber", "贝尔"),
    ("Gri", "格里"),
];
const TAILS: &[Piece] = &[
    ("vane", "瓦恩"),
    ("dara", "达拉"),
    ("mont", "蒙"),
    ("wick", "威克"),
    ("lio", "利奥"),
    ("sari", "萨里"),
    ("nex", "内克斯"),
    ("tello", "泰洛"),
    ("brant", "布兰特"),
    ("ique", "伊克"),
    ("holm", "霍姆"),
    ("vito", "维托"),
    ("meer", "梅尔"),
    ("zara", "扎拉"),
    ("penn", "彭"),
    ("rossa", "罗萨"),
    ("lund", "伦德"),
    ("kita", "基塔"),
];
/// How brand and trade make a name in each language; the usual ones more than once.
const PATTERNS: &[Piece] = &[
    ("{brand} {trade}", "{brand}{trade}"),
    ("{brand} {trade}", "{brand}{trade}"),
    ("{brand} {trade}", "{brand}{trade}科技"),
    ("{brand} {trade}", "{brand}{trade}有限公司"),
    ("{brand} {trade} Group", "{brand}{trade}集团"),
    ("{brand} {trade} Co.", "{brand}{trade}公司"),
    ("{brand} International {trade}", "{brand}国际{trade}"),
    ("{brand} {trade} Holdings", "{brand}{trade}控股"),
];
/// Chinese trade names are rarely longer.
const LONGEST_CHINESE: usize = 10;
/// How many names are tried before the brand grows.
const PATIENCE: usize = 64;
/// Trade names of real companies that a chance meeting of syllables must not give; lower case.
pub(super) const DENIED: &[&str] = &[
    "alibaba",
    "taobao",
    "tmall",
    "alipay",
    "cainiao",
    "tencent",
    "wechat",
    "huawei",
    "haier",
    "hisense",
    "xiaomi",
    "baidu",
    "jingdong",
    "bytedance",
    "tiktok",
    "douyin",
    "netease",
    "hikvision",
    "dahua",
    "geely",
    "byd",
    "meituan",
    "didi",
    "pinduoduo",
    "temu",
    "shein",
    "lenovo",
    "oppo",
    "vivo",
    "honor",
    "midea",
    "gree",
    "sensetime",
    "iflytek",
    "megvii",
    "unitree",
    "deepseek",
    "kuaishou",
    "bilibili",
    "amazon",
    "google",
    "microsoft",
    "apple",
    "samsung",
    "siemens",
    "bosch",
    "sony",
    "tesla",
    "oracle",
    "maersk",
    "dhl",
    "fedex",
    "shopee",
    "lazada",
    "paypal",
    "visa",
    "nvidia",
    "intel",
    "walmart",
    "ikea",
    "nestle",
    "velux",
    "marriott",
    "harman",
    "lanqi",
    "rongcheng",
    "hanyi",
    "jike",
    "yunzhou",
    "yunce",
    "weiyi",
    "lufan",
    "hanke",
    "tongcheng",
    "chuhe",
    "fenwick",
    "marwick",
    "harwick",
    "berwick",
    "calpenn",
    "trinex",
    "velnex",
    "marmont",
    "marzara",
    "belmont",
    "lumex",
    "solnex",
    "quinpenn",
    "ostlund",
    "berlund",
    "阿里",
    "淘宝",
    "天猫",
    "支付宝",
    "菜鸟",
    "腾讯",
    "微信",
    "华为",
    "海尔",
    "海信",
    "小米",
    "百度",
    "京东",
    "字节跳动",
    "抖音",
    "网易",
    "海康",
    "大华",
    "吉利",
    "比亚迪",
    "美团",
    "滴滴",
    "拼多多",
    "希音",
    "联想",
    "荣耀",
    "美的",
    "格力",
    "商汤",
    "讯飞",
    "旷视",
    "宇树",
    "深度求索",
    "快手",
    "哔哩",
    "亚马逊",
    "谷歌",
    "微软",
    "苹果",
    "三星",
    "西门子",
    "博世",
    "索尼",
    "特斯拉",
    "甲骨文",
    "马士基",
    "敦豪",
    "联邦快递",
    "虾皮",
    "来赞达",
    "英伟达",
    "英特尔",
    "沃尔玛",
    "宜家",
    "雀巢",
    "顺丰",
    "中通",
    "圆通",
    "申通",
    "韵达",
    "澜起",
    "云洲",
    "极氪",
];

/// Makes each name once.
#[derive(Default)]
pub(super) struct Names {
    given: BTreeSet<String>,
}

impl Names {
    /// A name for a company of that industry, Chinese or from elsewhere.
    pub(super) fn next(&mut self, industry: &Industry, chinese: bool, random: &mut Random) -> LocalText {
        // In a very large venue syllables run out: then a brand takes one piece more.
        let mut attempt = 0;
        loop {
            let (en, zh) = brand(chinese, attempt / PATIENCE, random);
            attempt += 1;
            let (trade_en, trade_zh) = random.pick(industry.trades);
            let (pattern_en, pattern_zh) = random.pick(PATTERNS);
            let fill =
                |pattern: &str, brand: &str, trade: &str| pattern.replace("{brand}", brand).replace("{trade}", trade);
            let name = (fill(pattern_en, &en, trade_en), fill(pattern_zh, &zh, trade_zh));
            let fits = name.1.chars().count() <= LONGEST_CHINESE && !name.1.contains("科技科技");
            if fits && !is_denied(&name.0) && !is_denied(&name.1) && self.given.insert(name.0.clone()) {
                return text(name.0, name.1);
            }
        }
    }
}

fn brand(chinese: bool, extra: usize, random: &mut Random) -> (String, String) {
    let (heads, tails) = if chinese { (FIRST, SECOND) } else { (HEADS, TAILS) };
    let (en, zh) = random.pick(heads);
    let mut name = ((*en).to_owned(), (*zh).to_owned());
    for _ in 0..=extra {
        let (en, zh) = random.pick(tails);
        name.0 += en;
        name.1 += zh;
    }
    name
}

/// Whether a name holds one of a real company or person.
pub(super) fn is_denied(name: &str) -> bool {
    let lower = name.to_lowercase();
    DENIED.iter().any(|denied| {
        if denied.is_ascii() {
            lower.split(|c: char| !c.is_alphanumeric()).any(|word| word == *denied)
        } else {
            lower.contains(denied)
        }
    })
}
