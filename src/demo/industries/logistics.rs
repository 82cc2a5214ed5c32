//! Digital logistics.

use super::Industry;

pub(super) const INDUSTRIES: &[Industry] = &[
    Industry {
        id: "warehousing",
        theme: "digital-logistics",
        name: ("Smart warehousing", "智能仓储"),
        trades: &[
            ("Warehousing", "仓储"),
            ("Storage Systems", "仓储系统"),
            ("Intralogistics", "智能物流"),
            ("Storage Technology", "仓储技术"),
        ],
        products: &[
            ("sorting robots", "分拣机器人"),
            ("shuttle racks", "穿梭车货架"),
            ("picking gloves", "拣选手套"),
            ("pallet wrappers", "托盘缠绕机"),
            ("warehouse software", "仓储管理软件"),
            ("conveyor modules", "模块化输送线"),
            ("stock-taking drones", "盘点无人机"),
            ("foldable crates", "折叠周转箱"),
        ],
        sentences: &[
            (
                "{name} fits {product} into warehouses that already stand.",
                "{name}把{product}装进现有仓库。",
            ),
            (
                "One night is enough for {name} to install {product}.",
                "{name}只需一晚即可装好{product}。",
            ),
            (
                "{name} moves a million parcels a day with {product}.",
                "{name}用{product}每天处理一百万件包裹。",
            ),
        ],
    },
    Industry {
        id: "freight",
        theme: "digital-logistics",
        name: ("Freight and shipping", "货运与航运"),
        trades: &[
            ("Freight", "货运"),
            ("Shipping", "航运"),
            ("Forwarding", "货代"),
            ("Lines", "海运"),
        ],
        products: &[
            ("container tracking", "集装箱追踪"),
            ("rail freight to Europe", "中欧铁路货运"),
            ("booking platforms", "在线订舱平台"),
            ("river barges", "内河驳船运输"),
            ("air cargo", "航空货运"),
            ("electronic bills of lading", "电子提单"),
            ("port scheduling", "港口调度系统"),
            ("groupage services", "拼箱服务"),
        ],
        sentences: &[
            (
                "{name} offers {product} at prices one can see before booking.",
                "{name}提供下单前即可看清价格的{product}。",
            ),
            (
                "From door to door in eighteen days: {name} explains {product}.",
                "十八天门到门，{name}为您讲解{product}。",
            ),
            (
                "{name} gives small shippers {product} that only large ones used to have.",
                "{name}让小货主也能用上从前只属于大货主的{product}。",
            ),
        ],
    },
    Industry {
        id: "cold-chain",
        theme: "digital-logistics",
        name: ("Cold chain", "冷链"),
        trades: &[
            ("Cold Chain", "冷链"),
            ("Fresh", "鲜运"),
            ("Refrigeration", "制冷"),
            ("Fresh Logistics", "生鲜物流"),
        ],
        products: &[
            ("refrigerated boxes", "冷链箱"),
            ("temperature loggers", "温度记录仪"),
            ("cold stores", "智能冷库"),
            ("vaccine transport", "疫苗运输服务"),
            ("ice-free packaging", "无冰保温包装"),
            ("refrigerated trucks", "冷藏车"),
            ("ripening rooms", "果蔬催熟库"),
            ("freshness labels", "鲜度标签"),
        ],
        sentences: &[
            (
                "With {product}, {name} brings cherries across an ocean as if picked yesterday.",
                "{name}用{product}让远洋而来的樱桃如昨日采摘。",
            ),
            (
                "{name} watches every degree on the way with {product}.",
                "{name}用{product}守护途中的每一度。",
            ),
            (
                "Pharmacies and fishermen alike trust {product} from {name}.",
                "药房和渔民都信赖{name}的{product}。",
            ),
        ],
    },
    Industry {
        id: "last-mile",
        theme: "digital-logistics",
        name: ("Last mile", "末端配送"),
        trades: &[
            ("Express", "速递"),
            ("Delivery", "配送"),
            ("Parcel", "快件"),
            ("Courier Systems", "同城"),
        ],
        products: &[
            ("parcel lockers", "智能快件柜"),
            ("delivery robots", "无人配送车"),
            ("route planning", "路径规划软件"),
            ("reusable packaging", "循环包装"),
            ("return stations", "退货服务站"),
            ("address databases", "地址数据库"),
            ("cargo bikes", "载货自行车"),
            ("village delivery stations", "乡村快递驿站"),
        ],
        sentences: &[
            (
                "{name} brings parcels the last kilometre with {product}.",
                "{name}用{product}送好最后一公里。",
            ),
            (
                "Two hundred towns already have {product} from {name}.",
                "已有两百个城镇用上{name}的{product}。",
            ),
            (
                "{name} improves {product} with every parcel.",
                "{name}在每一件包裹中改进{product}。",
            ),
        ],
    },
];
