//! What exhibitors do, by theme: the venue's categories, with what such companies are called, show and say of themselves.

use super::text;
use crate::venue::{Category, CategoryId, ThemeId};

/// English and Chinese.
pub(super) type Words = (&'static str, &'static str);

pub(super) struct Industry {
    pub(super) id: &'static str,
    pub(super) theme: &'static str,
    pub(super) name: Words,
    /// How companies of it call their trade in their names.
    pub(super) trades: &'static [Words],
    /// Nouns that can stand in a sentence.
    pub(super) products: &'static [Words],
    /// Sentences with `{name}` and `{product}`.
    pub(super) sentences: &'static [Words],
}

pub(super) const INDUSTRIES: &[Industry] = &[
    Industry {
        id: "cloud",
        theme: "digital-technology",
        name: ("Cloud computing", "云计算"),
        trades: &[("Cloud", "云计算"), ("Data Centres", "数据中心")],
        products: &[("edge servers", "边缘服务器"), ("object storage", "对象存储")],
        sentences: &[("{name} runs {product} for factories.", "{name}为工厂提供{product}。")],
    },
    Industry {
        id: "language-models",
        theme: "artificial-intelligence",
        name: ("Language models", "大模型"),
        trades: &[("Intelligence", "智能"), ("AI", "人工智能")],
        products: &[("translation models", "翻译大模型"), ("speech assistants", "语音助手")],
        sentences: &[("{name} trains {product} for trade.", "{name}为贸易行业训练{product}。")],
    },
    Industry {
        id: "smart-transport",
        theme: "smart-city",
        name: ("Smart transport", "智慧交通"),
        trades: &[("Mobility", "智行"), ("Urban", "城市科技")],
        products: &[("traffic signals", "智能信号灯"), ("shared minibuses", "共享小巴")],
        sentences: &[("{name} brings {product} to cities.", "{name}为城市带来{product}。")],
    },
    Industry {
        id: "warehousing",
        theme: "digital-logistics",
        name: ("Warehousing", "智能仓储"),
        trades: &[("Logistics", "物流"), ("Supply Chain", "供应链")],
        products: &[("sorting robots", "分拣机器人"), ("cold boxes", "冷链箱")],
        sentences: &[(
            "{name} moves goods with {product}.",
            "{name}用{product}让货物流动起来。",
        )],
    },
    Industry {
        id: "trade-services",
        theme: "cross-border-trade",
        name: ("Trade services", "外贸服务"),
        trades: &[("Trade", "贸易"), ("Sourcing", "优选")],
        products: &[("customs software", "报关软件"), ("overseas warehouses", "海外仓")],
        sentences: &[(
            "{name} offers {product} to exporters.",
            "{name}为出口企业提供{product}。",
        )],
    },
    Industry {
        id: "games",
        theme: "digital-content",
        name: ("Games", "游戏"),
        trades: &[("Games", "互娱"), ("Studios", "影像")],
        products: &[("puzzle games", "解谜游戏"), ("animated series", "动画剧集")],
        sentences: &[("{name} makes {product}.", "{name}制作{product}。")],
    },
    Industry {
        id: "regional-goods",
        theme: "silk-road",
        name: ("Regional goods", "特色商品"),
        trades: &[("Bazaar", "优品"), ("Foods", "食品")],
        products: &[("dried fruit", "果干"), ("hand-woven rugs", "手织地毯")],
        sentences: &[("{name} sells {product} online.", "{name}在线销售{product}。")],
    },
];

pub(super) fn categories() -> Vec<Category> {
    INDUSTRIES
        .iter()
        .map(|industry| Category {
            id: CategoryId::new(industry.id),
            name: text(industry.name.0, industry.name.1),
        })
        .collect()
}

/// The industries that belong in a hall of that theme.
pub(super) fn of_theme(theme: &ThemeId) -> Vec<&'static Industry> {
    INDUSTRIES
        .iter()
        .filter(|industry| industry.theme == theme.as_str())
        .collect()
}
