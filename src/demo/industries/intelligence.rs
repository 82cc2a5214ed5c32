//! Artificial intelligence.

use super::Industry;

pub(super) const INDUSTRIES: &[Industry] = &[
    Industry {
        id: "language-models",
        theme: "artificial-intelligence",
        name: ("Language models", "大语言模型"),
        trades: &[
            ("Language", "语言智能"),
            ("AI", "人工智能"),
            ("Intelligence", "智能科技"),
            ("Translation", "翻译科技"),
        ],
        products: &[
            ("translation models", "翻译大模型"),
            ("customer service agents", "智能客服"),
            ("contract review", "合同审阅助手"),
            ("speech recognition for dialects", "方言语音识别"),
            ("live subtitles", "实时字幕"),
            ("product description writers", "商品文案助手"),
            ("search for company documents", "企业知识检索"),
            ("small models for phones", "手机端小模型"),
        ],
        sentences: &[
            (
                "{name} trains {product} for merchants who sell in twelve languages.",
                "{name}为使用十二种语言经营的商家训练{product}。",
            ),
            (
                "{name} lets visitors try {product} with their own questions.",
                "{name}邀请观众带着自己的问题来体验{product}。",
            ),
            (
                "With {product} from {name}, a two-person shop can answer customers round the clock.",
                "有了{name}的{product}，两个人的小店也能全天候答复客户。",
            ),
        ],
    },
    Industry {
        id: "robots",
        theme: "artificial-intelligence",
        name: ("Robots", "机器人"),
        trades: &[
            ("Robotics", "机器人"),
            ("Motion", "运动控制"),
            ("Robot Works", "机器人工坊"),
            ("Automata", "智能装备"),
        ],
        products: &[
            ("service robots", "服务机器人"),
            ("collaborative arms", "协作机械臂"),
            ("four-legged inspectors", "四足巡检机器人"),
            ("cleaning robots", "清洁机器人"),
            ("gripper kits", "柔性夹爪"),
            ("walking aids", "助行外骨骼"),
            ("teaching robots for schools", "教育机器人"),
            ("robot joints", "机器人关节模组"),
        ],
        sentences: &[
            (
                "{name} builds {product} that work beside people without a fence.",
                "{name}制造无需围栏、与人并肩工作的{product}。",
            ),
            (
                "At its stand {name} demonstrates {product} every half hour.",
                "{name}每半小时在展位演示一次{product}。",
            ),
            (
                "{name} rents {product} to hotels, hospitals and malls.",
                "{name}向酒店、医院和商场出租{product}。",
            ),
        ],
    },
    Industry {
        id: "vision",
        theme: "artificial-intelligence",
        name: ("Computer vision", "机器视觉"),
        trades: &[
            ("Vision", "视觉科技"),
            ("Imaging", "影像智能"),
            ("Perception", "感知科技"),
            ("Optical Systems", "光学系统"),
        ],
        products: &[
            ("defect detection", "缺陷检测系统"),
            ("shelf cameras", "货架识别相机"),
            ("document scanners", "票据识别仪"),
            ("crop monitoring by drone", "无人机作物监测"),
            ("people counters", "客流统计仪"),
            ("sign-language recognition", "手语识别系统"),
            ("virtual fitting rooms", "虚拟试衣间"),
            ("three-dimensional scanners", "三维扫描仪"),
        ],
        sentences: &[
            (
                "{name} teaches machines to see and offers {product} to any workshop.",
                "{name}教机器看懂世界，让每家工坊都用得上{product}。",
            ),
            (
                "Farmers, printers and weavers use {product} from {name}.",
                "农户、印厂和织造厂都在使用{name}的{product}。",
            ),
            (
                "{name} offers {product} and keeps every picture on the device.",
                "{name}提供{product}，图像始终不出设备。",
            ),
        ],
    },
    Industry {
        id: "digital-health",
        theme: "artificial-intelligence",
        name: ("Digital health", "数字健康"),
        trades: &[
            ("Health", "健康科技"),
            ("Medical Data", "医疗数据"),
            ("Care", "康养"),
            ("Wellness", "康健"),
        ],
        products: &[
            ("remote monitoring patches", "远程监护贴片"),
            ("hearing tests by phone", "手机听力筛查"),
            ("rehabilitation games", "康复训练游戏"),
            ("medicine delivery lockers", "智能取药柜"),
            ("sleep trackers", "睡眠监测仪"),
            ("reading aids for X-ray images", "影像辅助阅片系统"),
            ("care robots", "陪护机器人"),
            ("nutrition advisers", "智能营养顾问"),
        ],
        sentences: &[
            (
                "{name} offers {product} for clinics far from the big cities.",
                "{name}为远离大城市的诊所提供{product}。",
            ),
            (
                "Doctors and patients helped {name} to shape {product}.",
                "{name}与医生、患者一起打磨{product}。",
            ),
            (
                "{name} connects families and nurses with {product}.",
                "{name}用{product}连接家庭与护理人员。",
            ),
        ],
    },
];
