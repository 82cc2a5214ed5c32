//! Digital technology.

use super::Industry;

pub(super) const INDUSTRIES: &[Industry] = &[
    Industry {
        id: "cloud",
        theme: "digital-technology",
        name: ("Cloud and data centres", "云计算与数据中心"),
        trades: &[
            ("Cloud", "云计算"),
            ("Data Centres", "数据中心"),
            ("Compute", "算力"),
            ("Cloud Services", "云服务"),
        ],
        products: &[
            ("edge servers", "边缘服务器"),
            ("liquid-cooled racks", "液冷机柜"),
            ("object storage", "对象存储"),
            ("container platforms", "容器平台"),
            ("disaster recovery", "异地容灾服务"),
            ("private clouds", "私有云平台"),
            ("serverless functions", "无服务器函数计算"),
            ("energy monitors for server rooms", "机房能耗监测系统"),
        ],
        sentences: &[
            (
                "{name} offers {product} to companies that want their data close to their customers.",
                "{name}为希望数据贴近客户的企业提供{product}。",
            ),
            (
                "With {product}, {name} keeps online shops fast on the busiest day of the year.",
                "{name}凭借{product}，让网店在全年最繁忙的一天依然流畅。",
            ),
            (
                "{name} has run data centres for ten years and now brings {product} to mid-sized firms.",
                "{name}运营数据中心十年，如今把{product}带给中型企业。",
            ),
        ],
    },
    Industry {
        id: "industrial-internet",
        theme: "digital-technology",
        name: ("Industrial internet", "工业互联网"),
        trades: &[
            ("Industrial", "工业互联"),
            ("Automation", "自动化"),
            ("Sensors", "传感"),
            ("Machinery Systems", "智造"),
        ],
        products: &[
            ("vibration sensors", "振动传感器"),
            ("factory dashboards", "工厂数据看板"),
            ("predictive maintenance", "预测性维护服务"),
            ("machine gateways", "设备联网网关"),
            ("digital twins of production lines", "产线数字孪生"),
            ("quality inspection cameras", "质检相机"),
            ("production planning software", "排产软件"),
            ("wireless torque tools", "无线扭矩工具"),
        ],
        sentences: &[
            (
                "{name} connects old machines and new ones with {product}.",
                "{name}用{product}把新旧设备连在一起。",
            ),
            (
                "{name} shows how {product} can cut unplanned stops on a production line.",
                "{name}展示{product}如何减少产线的意外停机。",
            ),
            (
                "Small factories rent {product} from {name} by the month.",
                "小型工厂可以按月向{name}租用{product}。",
            ),
        ],
    },
    Industry {
        id: "chips",
        theme: "digital-technology",
        name: ("Chips and devices", "芯片与终端"),
        trades: &[
            ("Microsystems", "微系统"),
            ("Electronics", "电子"),
            ("Devices", "智能终端"),
            ("Components", "元器件"),
        ],
        products: &[
            ("low-power radio chips", "低功耗射频芯片"),
            ("electronic paper displays", "电子纸显示屏"),
            ("depth cameras", "深度相机"),
            ("rugged tablets", "加固平板电脑"),
            ("label printers", "标签打印机"),
            ("augmented-reality glasses", "增强现实眼镜"),
            ("RFID readers", "射频识别读写器"),
            ("solar-powered beacons", "太阳能信标"),
        ],
        sentences: &[
            (
                "{name} designs {product} for shops, warehouses and field work.",
                "{name}为门店、仓库和户外作业设计{product}。",
            ),
            (
                "{name} shows {product} taken apart, so that buyers see what they pay for.",
                "{name}把{product}拆开展示，让买家看清内部做工。",
            ),
            (
                "{name} makes {product} and opens its drivers to every developer.",
                "{name}制造{product}，并向所有开发者开放驱动。",
            ),
        ],
    },
    Industry {
        id: "security",
        theme: "digital-technology",
        name: ("Data security", "数据安全"),
        trades: &[
            ("Security", "安全"),
            ("Trust", "可信科技"),
            ("Cryptography", "密码技术"),
            ("Privacy", "隐私计算"),
        ],
        products: &[
            ("privacy-preserving computing", "隐私计算平台"),
            ("hardware security keys", "硬件安全密钥"),
            ("data classification tools", "数据分类分级工具"),
            ("electronic signatures", "电子签名服务"),
            ("blockchain notarisation", "区块链存证服务"),
            ("threat detection", "威胁检测服务"),
            ("backup appliances", "备份一体机"),
            ("cross-border data audits", "数据出境合规评估"),
        ],
        sentences: &[
            (
                "{name} helps exporters to share data safely with {product}.",
                "{name}用{product}帮助外贸企业安全地共享数据。",
            ),
            (
                "{name} explains {product} in words that a sales manager understands.",
                "{name}用业务经理听得懂的话讲解{product}。",
            ),
            (
                "Banks and hospitals rely on {product} from {name}.",
                "银行和医院都在使用{name}的{product}。",
            ),
        ],
    },
];
