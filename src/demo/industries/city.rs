//! Smart city and mobility.

use super::Industry;

pub(super) const INDUSTRIES: &[Industry] = &[
    Industry {
        id: "smart-transport",
        theme: "smart-city",
        name: ("Smart transport", "智慧交通"),
        trades: &[
            ("Mobility", "智行"),
            ("Transport Systems", "交通科技"),
            ("Traffic", "智慧交通"),
            ("Transit", "轨道科技"),
        ],
        products: &[
            ("adaptive traffic signals", "自适应信号灯"),
            ("bus arrival displays", "公交到站屏"),
            ("parking guidance", "停车引导系统"),
            ("contactless fare gates", "无感检票闸机"),
            ("road sensors", "路侧感知设备"),
            ("shared minibuses", "共享小巴"),
            ("bridge monitoring", "桥梁监测系统"),
            ("cycle lane counters", "非机动车流量仪"),
        ],
        sentences: &[
            (
                "{name} brings {product} to cities of every size.",
                "{name}把{product}带给大小城市。",
            ),
            (
                "Three districts use {product} from {name} to shorten the way to work.",
                "三个城区借助{name}的{product}缩短了通勤时间。",
            ),
            (
                "{name} plans routes, stops and {product} together with the people who use them.",
                "{name}与使用者一起规划线路、站点和{product}。",
            ),
        ],
    },
    Industry {
        id: "electric-vehicles",
        theme: "smart-city",
        name: ("Electric vehicles", "新能源汽车"),
        trades: &[
            ("Motors", "汽车"),
            ("Electric", "电动科技"),
            ("E-Mobility", "新能源"),
            ("Drive Systems", "驱动"),
        ],
        products: &[
            ("electric vans", "电动厢式车"),
            ("fast chargers", "快充桩"),
            ("battery swap stations", "换电站"),
            ("light delivery trikes", "轻型配送三轮车"),
            ("wireless charging pads", "无线充电板"),
            ("vehicle cockpits", "智能座舱"),
            ("fleet software", "车队管理软件"),
            ("second-life batteries", "梯次利用电池"),
        ],
        sentences: &[
            (
                "{name} develops {product} for city deliveries.",
                "{name}为城市配送开发{product}。",
            ),
            (
                "{name} exports {product} to nineteen countries.",
                "{name}的{product}出口十九个国家。",
            ),
            (
                "Test drives and {product} wait at the stand of {name}.",
                "{name}的展位上有试驾体验和{product}。",
            ),
        ],
    },
    Industry {
        id: "low-altitude",
        theme: "smart-city",
        name: ("Low-altitude flight", "低空经济"),
        trades: &[
            ("Aviation", "通航"),
            ("Drones", "无人机"),
            ("Air Mobility", "低空科技"),
            ("Flight", "飞行科技"),
        ],
        products: &[
            ("delivery drones", "物流无人机"),
            ("survey drones", "测绘无人机"),
            ("drone landing stations", "无人机机场"),
            ("flight control centres", "低空飞行管理平台"),
            ("rescue drones", "应急救援无人机"),
            ("air taxis", "电动垂直起降飞行器"),
            ("night show swarms", "夜空编队表演"),
            ("wind sensors", "风场传感器"),
        ],
        sentences: &[
            (
                "{name} develops {product} for rivers, islands and mountain villages.",
                "{name}为江河、海岛和山村研发{product}。",
            ),
            (
                "A million safe kilometres stand behind the {product} of {name}.",
                "{name}的{product}背后是一百万公里的安全飞行。",
            ),
            (
                "City planners use {product} from {name} to share the sky fairly.",
                "城市规划者借助{name}的{product}合理分配空域。",
            ),
        ],
    },
    Industry {
        id: "green-energy",
        theme: "smart-city",
        name: ("Green energy", "绿色能源"),
        trades: &[
            ("Energy", "能源"),
            ("Power", "电力"),
            ("Renewables", "绿能"),
            ("Carbon", "碳科技"),
        ],
        products: &[
            ("rooftop solar kits", "屋顶光伏套件"),
            ("home batteries", "家用储能"),
            ("carbon accounting software", "碳核算软件"),
            ("heat pumps", "热泵"),
            ("smart meters", "智能电表"),
            ("microgrid controllers", "微电网控制器"),
            ("street lamps with sensors", "智慧灯杆"),
            ("green power certificates", "绿色电力证书服务"),
        ],
        sentences: &[
            (
                "{name} offers {product} at a cost that a village can bear.",
                "{name}提供村镇也负担得起的{product}。",
            ),
            (
                "Villages, ports and warehouses save power with {product} from {name}.",
                "村庄、港口和仓库用{name}的{product}节约用电。",
            ),
            (
                "{name} advises towns on {product} and stays until all of it works.",
                "{name}为城镇规划{product}，并一直陪伴到全部运行。",
            ),
        ],
    },
];
