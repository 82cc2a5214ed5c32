//! Cross-border trade.

use super::Industry;

pub(super) const INDUSTRIES: &[Industry] = &[
    Industry {
        id: "trade-platforms",
        theme: "cross-border-trade",
        name: ("Trade platforms", "外贸平台"),
        trades: &[
            ("Trade", "贸易"),
            ("Commerce", "电商"),
            ("Marketplace", "优选"),
            ("E-Commerce", "跨境电商"),
        ],
        products: &[
            ("wholesale marketplaces", "批发平台"),
            ("shop building kits", "独立站搭建工具"),
            ("live commerce studios", "直播带货基地"),
            ("buyer matching", "采购匹配服务"),
            ("supplier audits", "供应商核验服务"),
            ("sample rooms", "云展厅"),
            ("price intelligence", "价格情报"),
            ("returns management", "退货管理系统"),
        ],
        sentences: &[
            (
                "{name} brings makers and buyers together with {product}.",
                "{name}用{product}让工厂与买家相遇。",
            ),
            (
                "{name} opens new markets to small workshops through {product}.",
                "{name}通过{product}为小作坊打开新市场。",
            ),
            (
                "Buyers from forty countries come to {name} for {product}.",
                "四十个国家的采购商为{product}而选择{name}。",
            ),
        ],
    },
    Industry {
        id: "payments",
        theme: "cross-border-trade",
        name: ("Payments and finance", "支付与金融"),
        trades: &[
            ("Payments", "支付"),
            ("Finance", "金融科技"),
            ("Settlement", "结算"),
            ("Credit", "信用"),
        ],
        products: &[
            ("cross-border payments", "跨境支付"),
            ("multi-currency accounts", "多币种账户"),
            ("invoice financing", "应收账款融资"),
            ("export insurance", "出口信用保险"),
            ("tax refunds for visitors", "离境退税服务"),
            ("fraud screening", "反欺诈筛查"),
            ("exchange rate hedging", "汇率避险工具"),
            ("payment terminals", "支付终端"),
        ],
        sentences: &[
            (
                "{name} needs hours, not days, for {product}.",
                "在{name}办理{product}只需几小时，不必再等几天。",
            ),
            (
                "Small exporters get {product} from {name} without a visit to a branch.",
                "小微外贸企业无需到网点即可使用{name}的{product}。",
            ),
            (
                "{name} shows every fee of {product} before you agree.",
                "{name}在您确认之前列明{product}的每一项费用。",
            ),
        ],
    },
    Industry {
        id: "customs",
        theme: "cross-border-trade",
        name: ("Customs and compliance", "通关与合规"),
        trades: &[
            ("Customs", "报关"),
            ("Compliance", "合规科技"),
            ("Certification", "认证"),
            ("Standards", "检测"),
        ],
        products: &[
            ("customs declaration software", "报关软件"),
            ("product testing", "产品检测服务"),
            ("tariff look-up", "税则查询工具"),
            ("trademark registration abroad", "海外商标注册"),
            ("tax registration", "境外税务登记"),
            ("certificates of origin", "原产地证服务"),
            ("packaging rules in one place", "包装法规库"),
            ("restricted goods checks", "禁限货物核查"),
        ],
        sentences: &[
            (
                "{name} turns rules into checklists with {product}.",
                "{name}用{product}把法规变成清单。",
            ),
            (
                "Before the ship sails, {name} finds what is missing, with {product}.",
                "船开之前，{name}用{product}先找出遗漏。",
            ),
            (
                "{name} has experts for {product} in thirty ports.",
                "{name}在三十个口岸设有{product}专家。",
            ),
        ],
    },
    Industry {
        id: "overseas-services",
        theme: "cross-border-trade",
        name: ("Services abroad", "海外服务"),
        trades: &[
            ("Overseas", "海外服务"),
            ("Global Services", "出海服务"),
            ("Consulting", "咨询"),
            ("Brands", "品牌管理"),
        ],
        products: &[
            ("warehouses abroad", "海外仓"),
            ("brand translation", "品牌本地化"),
            ("influencer campaigns", "海外达人推广"),
            ("after-sales networks", "海外售后网络"),
            ("company formation", "海外公司注册"),
            ("market studies", "市场调研"),
            ("trade fair travel", "展会差旅服务"),
            ("interpreters on call", "随叫随到的口译"),
        ],
        sentences: &[
            (
                "{name} is the local partner for {product}.",
                "{name}是您身边的{product}伙伴。",
            ),
            (
                "First-time exporters begin with {product} from {name}.",
                "初次出海的企业从{name}的{product}开始。",
            ),
            (
                "{name} offers {product} in Europe, the Gulf and South-East Asia.",
                "{name}在欧洲、海湾地区和东南亚提供{product}。",
            ),
        ],
    },
];
