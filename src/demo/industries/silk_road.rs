//! Silk Road e-commerce.

use super::Industry;

pub(super) const INDUSTRIES: &[Industry] = &[
    Industry {
        id: "foods",
        theme: "silk-road",
        name: ("Foods and farm goods", "特色食品"),
        trades: &[
            ("Foods", "食品"),
            ("Harvest", "农产"),
            ("Provisions", "食材"),
            ("Farms", "农业"),
        ],
        products: &[
            ("dried apricots", "杏干"),
            ("single-garden tea", "单株茶"),
            ("olive oil", "橄榄油"),
            ("honey from the steppe", "草原蜂蜜"),
            ("spice boxes", "香料礼盒"),
            ("coffee beans", "咖啡豆"),
            ("saffron", "藏红花"),
            ("grape juice", "葡萄汁"),
        ],
        sentences: &[
            (
                "{name} sends {product} from the grower to your kitchen.",
                "{name}把{product}从产地直送您的厨房。",
            ),
            (
                "Each batch of {product} from {name} can be traced to a village.",
                "{name}的每一批{product}都可追溯到村庄。",
            ),
            (
                "{name} invites you to taste {product} at the stand.",
                "{name}邀您在展位品尝{product}。",
            ),
        ],
    },
    Industry {
        id: "crafts",
        theme: "silk-road",
        name: ("Crafts and textiles", "工艺与织物"),
        trades: &[
            ("Crafts", "工艺"),
            ("Handcraft", "手作"),
            ("Atelier", "工坊"),
            ("Artisans", "匠造"),
        ],
        products: &[
            ("silk scarves", "真丝围巾"),
            ("hand-woven rugs", "手织地毯"),
            ("celadon tableware", "青瓷餐具"),
            ("felt slippers", "毛毡拖鞋"),
            ("lacquer boxes", "漆盒"),
            ("linen bedding", "亚麻床品"),
            ("embroidered bags", "刺绣手袋"),
            ("paper umbrellas", "油纸伞"),
        ],
        sentences: &[
            (
                "{name} has woven, fired or carved {product} for three generations.",
                "{name}三代人用心制作{product}。",
            ),
            (
                "Designers of {name} give {product} a form for today.",
                "{name}的设计师赋予{product}今日之形。",
            ),
            (
                "Every order of {product} pays a workshop that {name} knows by name.",
                "每一件{product}，都让{name}熟识的作坊受益。",
            ),
        ],
    },
    Industry {
        id: "home",
        theme: "silk-road",
        name: ("Home and living", "家居生活"),
        trades: &[
            ("Home", "家居"),
            ("Living", "生活"),
            ("Habitat", "栖居"),
            ("Household", "家品"),
        ],
        products: &[
            ("folding furniture", "折叠家具"),
            ("smart lamps", "智能灯具"),
            ("air purifiers", "空气净化器"),
            ("cookware", "炊具"),
            ("garden tools", "园艺工具"),
            ("bamboo tableware", "竹制餐具"),
            ("sound-absorbing panels", "吸音板"),
            ("pet feeders", "宠物喂食器"),
        ],
        sentences: &[
            (
                "{name} designs {product} for small flats.",
                "{name}为小户型设计{product}。",
            ),
            (
                "{name} sells half of its {product} online.",
                "{name}的{product}有一半在线售出。",
            ),
            (
                "{name} makes {product} to be repaired, not replaced.",
                "{name}制造可修不必换的{product}。",
            ),
        ],
    },
    Industry {
        id: "consumer-electronics",
        theme: "silk-road",
        name: ("Consumer electronics", "消费电子"),
        trades: &[
            ("Gadgets", "数码"),
            ("Consumer Devices", "智能硬件"),
            ("Smart Home", "智能家居"),
            ("Smart Living", "智能生活"),
        ],
        products: &[
            ("translation earphones", "翻译耳机"),
            ("smart rings", "智能戒指"),
            ("portable projectors", "便携投影仪"),
            ("robot vacuum cleaners", "扫地机器人"),
            ("baby monitors", "婴儿看护器"),
            ("solar power banks", "太阳能充电宝"),
            ("action cameras", "运动相机"),
            ("music lamps", "音乐台灯"),
        ],
        sentences: &[
            (
                "{name} shows {product} for visitors to try.",
                "{name}展出可以上手体验的{product}。",
            ),
            (
                "{name} repairs its {product} for five years, free of charge.",
                "{name}为{product}提供五年免费维修。",
            ),
            (
                "{name} began with {product} in a student dormitory.",
                "{name}的第一代{product}诞生在学生宿舍。",
            ),
        ],
    },
    Industry {
        id: "partner-countries",
        theme: "silk-road",
        name: ("Partner countries", "伙伴国馆"),
        trades: &[
            ("Bazaar", "巴扎"),
            ("Caravan", "商队"),
            ("Export House", "进出口"),
            ("Trade House", "商贸"),
        ],
        products: &[
            ("rose tea", "玫瑰花茶"),
            ("herbal soaps", "草本香皂"),
            ("regional gift boxes", "特色礼盒"),
            ("rose oil", "玫瑰精油"),
            ("mountain herbs", "高山草本"),
            ("gemstone jewellery", "宝石首饰"),
            ("wool blankets", "羊毛毯"),
            ("carved wood", "木雕"),
        ],
        sentences: &[
            (
                "{name} presents {product} from along the old trade routes.",
                "{name}带来古商路沿线的{product}。",
            ),
            (
                "Online since 2016, {name} ships {product} within a week.",
                "{name}自2016年上线，一周内送达{product}。",
            ),
            (
                "{name} speaks for a hundred small makers of {product}.",
                "{name}代表一百家制作{product}的小作坊。",
            ),
        ],
    },
];
