//! What the about panel says: what is fact, with its source, and what is illustration.

use super::text;
use crate::venue::{About, Fact};

pub(super) fn about() -> About {
    About {
        notice: Some(text(
            "Illustrative layout and fictional exhibitors; figures from published announcements. The halls' real plan is not \
             published. Any likeness to a real company or person is chance.",
            "布局为示意，展商均为虚构；数据来自公开报道。展馆实际平面图未公开，如与真实企业或个人雷同，纯属巧合。",
        )),
        facts: vec![
            fact(
                "Announced in December 2021 as the only national digital trade fair: seven halls and 80,000 m².",
                "2021年12月宣布举办，是国内唯一的国家级数字贸易展会：七个展馆，共8万平方米。",
                "Shine, 14 December 2021",
            ),
            fact(
                "Its announced themes are digital content, digital technology, digital logistics and cross-border trade.",
                "公布的主题为数字内容、数字技术、数字物流和跨境贸易。",
                "Shine, 14 December 2021",
            ),
            fact(
                "Zhejiang Province and the Ministry of Commerce sponsor it together.",
                "由浙江省与商务部共同主办。",
                "Shine, 14 December 2021",
            ),
            fact(
                "The first edition, from 11 to 14 December 2022, had more than 800 companies.",
                "首届于2022年12月11日至14日举行，参展企业800余家。",
                "en.people.cn",
            ),
            fact(
                "In 2025 it had 155,000 m², 1,812 exhibitors and 257,000 visits.",
                "2025年展览面积15.5万平方米，参展商1812家，观众25.7万人次。",
                "ezhejiang.gov.cn",
            ),
            fact(
                "The concourse is drawn 45 m wide on a 30 m grid, as that of the Shenzhen World Exhibition Centre.",
                "中央廊道按深圳国际会展中心的尺度绘制：宽45米，柱网30米。",
                "sbp.de",
            ),
        ],
        credit: None,
    }
}

fn fact(en: &str, zh: &str, source: &str) -> Fact {
    Fact {
        text: text(en, zh),
        source: source.to_owned(),
    }
}
