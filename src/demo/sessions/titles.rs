//! Titles of talks, track by track.

use super::Form::{self, Case, Keynote, Panel, Workshop};

/// A talk: its form, its title in English and in Chinese.
pub(super) type Title = (Form, &'static str, &'static str);

/// The talks of each track.
pub(super) const TITLES: &[(&str, &[Title])] = &[
    (
        "digital-technology",
        &[
            (
                Keynote,
                "Compute as a utility: who runs the grid?",
                "算力如同水电：谁来运营这张网？",
            ),
            (
                Panel,
                "Open source in the factory: promise and upkeep",
                "工业现场的开源：承诺与维护",
            ),
            (
                Case,
                "How a spinning mill halved its energy bill",
                "一家纺纱厂如何把电费减半",
            ),
            (
                Workshop,
                "Workshop: your first digital twin in ninety minutes",
                "工作坊：九十分钟搭建第一个数字孪生",
            ),
            (
                Panel,
                "Data across borders: what companies may share, and how",
                "数据跨境：企业能共享什么，如何共享",
            ),
            (
                Case,
                "A century-old foundry learns to count",
                "百年铸造厂学会用数据说话",
            ),
            (
                Keynote,
                "After the cloud: computing at the edge of the sea",
                "云之后：海边的边缘计算",
            ),
            (
                Workshop,
                "Reading an industrial network before it fails",
                "在故障前读懂工业网络",
            ),
            (Panel, "Who owns the data of a machine?", "机器产生的数据归谁所有？"),
            (
                Case,
                "Forty suppliers, one bill of materials",
                "四十家供应商，一份物料清单",
            ),
            (
                Panel,
                "Security for firms without a security team",
                "没有安全团队的企业如何保障安全",
            ),
            (
                Workshop,
                "Hands-on: electronic signatures that hold in court",
                "实操：经得起法庭检验的电子签名",
            ),
            (Keynote, "Chips for the next billion things", "面向下一个十亿设备的芯片"),
        ],
    ),
    (
        "artificial-intelligence",
        &[
            (Keynote, "Small models, large markets", "小模型，大市场"),
            (
                Panel,
                "Translation without a centre: models for forty languages",
                "没有中心语言：覆盖四十种语言的模型",
            ),
            (
                Case,
                "What an AI agent may order on its own",
                "智能体可以自主下单到什么程度",
            ),
            (
                Workshop,
                "Workshop: test a chatbot before your customers do",
                "工作坊：在客户之前测试你的客服机器人",
            ),
            (
                Panel,
                "Copyright, training data and the people who made it",
                "版权、训练数据与创作者",
            ),
            (
                Case,
                "Robots on the night shift: a year in a clinic",
                "夜班机器人：诊所里的一年",
            ),
            (Keynote, "Machines that see, people who decide", "机器看见，人来决定"),
            (
                Workshop,
                "Labelling well: the quiet half of machine learning",
                "做好标注：机器学习安静的另一半",
            ),
            (
                Panel,
                "AI at the doctor's side: trust, proof and liability",
                "医生身边的人工智能：信任、证据与责任",
            ),
            (
                Case,
                "Ten pictures are enough: inspecting ceramics by camera",
                "十张图就够：用相机检验陶瓷",
            ),
            (
                Panel,
                "Energy for intelligence: counting the watts",
                "智能的能耗：算清每一瓦",
            ),
            (
                Workshop,
                "Prompt, check, publish: AI for product pages",
                "提示、核对、发布：用AI写商品详情页",
            ),
            (
                Case,
                "How a call centre gave its people easier days",
                "呼叫中心如何让员工轻松下来",
            ),
        ],
    ),
    (
        "smart-city",
        &[
            (
                Keynote,
                "A city is a conversation: data that residents can read",
                "城市是一场对话：让居民读懂的数据",
            ),
            (
                Panel,
                "The low-altitude economy: rules before rotors",
                "低空经济：规则先于旋翼",
            ),
            (
                Case,
                "Green waves for buses: results from three districts",
                "公交绿波：三个城区的实测结果",
            ),
            (
                Workshop,
                "Workshop: designing a bus stop for everyone",
                "工作坊：设计一个人人可用的公交站",
            ),
            (
                Panel,
                "Charging at home, at work and on the way",
                "在家、在单位、在路上：充电网络怎么布局",
            ),
            (Case, "A bridge with four hundred sensors", "一座装有四百个传感器的桥"),
            (Keynote, "Batteries after the car", "离开汽车之后的电池"),
            (Panel, "Autonomous vans and the right of way", "无人配送车与路权"),
            (
                Workshop,
                "Counting cyclists: cheap sensors, honest numbers",
                "数清骑行者：低成本传感器与真实数据",
            ),
            (
                Case,
                "Drones to the island: medicine in eleven minutes",
                "飞向海岛的无人机：十一分钟送药",
            ),
            (
                Panel,
                "Digital twins of cities: who keeps them true?",
                "城市数字孪生：谁来保证它的真实？",
            ),
            (Case, "Street lamps that pay their own way", "能养活自己的路灯"),
            (
                Workshop,
                "Accessible by design: maps for wheels and canes",
                "无障碍设计：为轮椅与盲杖绘制地图",
            ),
        ],
    ),
    (
        "digital-logistics",
        &[
            (
                Keynote,
                "The parcel of 2030: fewer kilometres, better news",
                "2030年的包裹：更短的路程，更好的消息",
            ),
            (
                Panel,
                "Rail, river or sky: choosing a way to Europe",
                "铁路、内河还是航空：去欧洲怎么走",
            ),
            (
                Case,
                "One night, one warehouse, two hundred robots",
                "一夜、一仓、两百台机器人",
            ),
            (
                Workshop,
                "Workshop: a return policy that pays for itself",
                "工作坊：不亏本的退货政策",
            ),
            (
                Panel,
                "Electronic bills of lading: from pilot to routine",
                "电子提单：从试点到日常",
            ),
            (
                Case,
                "Cherries in the snow: a cold chain across the equator",
                "雪中的樱桃：跨越赤道的冷链",
            ),
            (Keynote, "Ports that talk to each other", "会对话的港口"),
            (Panel, "Packaging that comes back", "会回来的包装"),
            (
                Workshop,
                "Routing by hand and by machine: an exercise",
                "人工与算法排线：一次对照练习",
            ),
            (Case, "Village delivery that breaks even", "收支平衡的乡村配送"),
            (
                Panel,
                "Robots and colleagues: work in the automated warehouse",
                "机器人与同事：自动化仓库里的工作",
            ),
            (Case, "Vaccines on the roof of the world", "世界屋脊上的疫苗运输"),
            (
                Workshop,
                "From spreadsheet to warehouse system in a week",
                "一周从表格走向仓储系统",
            ),
        ],
    ),
    (
        "cross-border-trade",
        &[
            (Keynote, "The quiet boom of small exporters", "小微出口商的静悄悄的繁荣"),
            (
                Panel,
                "Digital trade rules: what the new agreements change",
                "数字贸易规则：新协定带来什么变化",
            ),
            (Case, "From one loom to nineteen countries", "从一台织机到十九个国家"),
            (
                Workshop,
                "Workshop: price your product in five currencies",
                "工作坊：用五种货币给产品定价",
            ),
            (Panel, "Payments that arrive today", "今天就能到账的跨境支付"),
            (
                Case,
                "A warehouse abroad, shared by thirty rivals",
                "三十家同行共用的海外仓",
            ),
            (
                Keynote,
                "Trust at a distance: reviews, audits and guarantees",
                "远距离的信任：评价、验厂与担保",
            ),
            (
                Panel,
                "Product rules in Europe and the Gulf: a field guide",
                "欧洲与海湾地区的产品法规指南",
            ),
            (
                Workshop,
                "Customs classification with real products",
                "用真实产品练习海关归类",
            ),
            (Case, "Selling live at four in the morning", "凌晨四点的直播间"),
            (
                Panel,
                "Customs clearance in ten minutes: what is still missing",
                "十分钟通关还缺什么",
            ),
            (
                Workshop,
                "Protect your brand before you print it",
                "先保护品牌，再印上包装",
            ),
            (Case, "When the tariff changed overnight", "关税一夜之间变了之后"),
        ],
    ),
    (
        "digital-content",
        &[
            (
                Keynote,
                "Stories that travel: content without borders",
                "会远行的故事：无国界的数字内容",
            ),
            (
                Panel,
                "Web novels in translation: readers, rights and rhythm",
                "网文出海：读者、版权与节奏",
            ),
            (
                Case,
                "Scanning a temple without touching it",
                "不触碰一砖一瓦扫描一座古寺",
            ),
            (
                Workshop,
                "Workshop: compose a game level from a folk tale",
                "工作坊：把民间故事做成一关游戏",
            ),
            (
                Panel,
                "Short dramas, long tails: business models compared",
                "微短剧与长尾：商业模式比较",
            ),
            (
                Case,
                "An animated series made by eleven people",
                "十一个人做成的动画剧集",
            ),
            (Keynote, "Museums beyond their walls", "走出围墙的博物馆"),
            (
                Panel,
                "Games for every hand: accessibility that sells",
                "为每双手设计游戏：无障碍也有市场",
            ),
            (Workshop, "Motion capture with one camera", "一台相机完成动作捕捉"),
            (Case, "A concert hall for four hundred thousand", "四十万人的线上音乐厅"),
            (
                Panel,
                "Voices, likenesses and consent in the age of synthesis",
                "合成时代的声音、肖像与授权",
            ),
            (
                Workshop,
                "Subtitling for speed readers and slow readers",
                "为快读者与慢读者做字幕",
            ),
            (Case, "How an old town filled its winter", "古镇如何把冬天变成旺季"),
        ],
    ),
    (
        "silk-road",
        &[
            (
                Keynote,
                "Old roads, new carts: e-commerce along the Silk Road",
                "古道新车：丝路上的电子商务",
            ),
            (
                Panel,
                "Partner countries at one table: standards for fresh food",
                "伙伴国同桌：生鲜食品标准",
            ),
            (Case, "Saffron with a birth certificate", "带出生证的藏红花"),
            (
                Workshop,
                "Workshop: photograph your craft with a phone",
                "工作坊：用手机拍好手工艺品",
            ),
            (
                Panel,
                "Women who export: networks that work",
                "女性出口者：真正有用的网络",
            ),
            (Case, "Coffee from the grower's own page", "来自种植户网店的咖啡"),
            (Keynote, "What a carpet can teach a platform", "一块地毯能教给平台什么"),
            (
                Panel,
                "Digital customs on the steppe: results and plans",
                "草原上的数字海关：成果与计划",
            ),
            (
                Workshop,
                "Tea tasting for buyers: words in two languages",
                "采购商品茶课：双语描述风味",
            ),
            (
                Case,
                "Repair as a service: gadgets that stay",
                "维修即服务：让电子产品留得更久",
            ),
            (
                Panel,
                "Trade fairs after the fair: keeping contacts alive",
                "展会之后：让联系不断线",
            ),
            (
                Case,
                "A potters' village and its four thousand reviews",
                "一座陶村与它的四千条评价",
            ),
            (
                Workshop,
                "Small parcels, clear papers: posting to thirty countries",
                "小包裹、清单据：寄往三十国",
            ),
        ],
    ),
];
