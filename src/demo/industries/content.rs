//! Digital content.

use super::Industry;

pub(super) const INDUSTRIES: &[Industry] = &[
    Industry {
        id: "games",
        theme: "digital-content",
        name: ("Games", "游戏"),
        trades: &[
            ("Games", "互娱"),
            ("Play", "游戏"),
            ("Interactive", "互动娱乐"),
            ("Game Studio", "游戏工作室"),
        ],
        products: &[
            ("puzzle games", "解谜游戏"),
            ("role-playing games", "角色扮演游戏"),
            ("game engines", "游戏引擎"),
            ("controllers for one hand", "单手游戏手柄"),
            ("museum games", "博物馆主题游戏"),
            ("cloud gaming", "云游戏服务"),
            ("e-sports leagues", "电竞联赛"),
            ("localisation for games", "游戏本地化"),
        ],
        sentences: &[
            (
                "{name} makes {product} for the whole family.",
                "{name}制作全家同乐的{product}。",
            ),
            (
                "Players in sixty countries know {product} from {name}.",
                "六十个国家的玩家熟悉{name}的{product}。",
            ),
            (
                "{name} tells old legends anew with {product}.",
                "{name}用{product}重述古老传说。",
            ),
        ],
    },
    Industry {
        id: "animation",
        theme: "digital-content",
        name: ("Film and animation", "影视动漫"),
        trades: &[
            ("Animation", "动漫"),
            ("Pictures", "影业"),
            ("Studios", "影像"),
            ("Film Works", "影视"),
        ],
        products: &[
            ("animated series", "动画剧集"),
            ("motion capture", "动作捕捉服务"),
            ("virtual sets", "虚拟拍摄棚"),
            ("children's films", "儿童电影"),
            ("subtitle services", "字幕译制服务"),
            ("short dramas", "微短剧"),
            ("character licensing", "形象授权"),
            ("colour grading", "调色服务"),
        ],
        sentences: &[
            (
                "{name} produces {product} for screens of every size.",
                "{name}为大小屏幕制作{product}。",
            ),
            (
                "Ink painting meets code: {name} presents {product}.",
                "水墨遇见代码，{name}带来{product}。",
            ),
            (
                "{name} sells {product} to broadcasters on four continents.",
                "{name}的{product}销往四大洲的电视台。",
            ),
        ],
    },
    Industry {
        id: "reading-music",
        theme: "digital-content",
        name: ("Reading and music", "阅读与音乐"),
        trades: &[
            ("Reading", "阅读"),
            ("Media", "传媒"),
            ("Press", "数字出版"),
            ("Audio", "有声"),
        ],
        products: &[
            ("audio books", "有声书"),
            ("web novels in translation", "网文翻译"),
            ("music rights clearing", "音乐版权服务"),
            ("braille displays", "盲文显示器"),
            ("language courses", "语言课程"),
            ("concert streaming", "演出直播"),
            ("digital textbooks", "数字教材"),
            ("instrument tutors", "智能陪练"),
        ],
        sentences: &[
            (
                "{name} carries stories across borders with {product}.",
                "{name}用{product}让故事跨越国界。",
            ),
            (
                "Authors, singers and readers meet at {name} over {product}.",
                "作者、歌者和读者在{name}因{product}相聚。",
            ),
            (
                "{name} pays authors fairly and offers {product} in nine languages.",
                "{name}善待作者，以九种语言提供{product}。",
            ),
        ],
    },
    Industry {
        id: "digital-culture",
        theme: "digital-content",
        name: ("Digital culture and tourism", "数字文旅"),
        trades: &[
            ("Culture", "文化"),
            ("Heritage", "文博"),
            ("Immersive", "沉浸科技"),
            ("Travel", "文旅"),
        ],
        products: &[
            ("virtual museum tours", "云上博物馆"),
            ("immersive theatres", "沉浸剧场"),
            ("digital scrolls", "数字长卷"),
            ("light shows", "光影秀"),
            ("audio guides", "智能导览"),
            ("craft kits", "非遗手作包"),
            ("ticketing systems", "票务系统"),
            ("heritage scanning", "文物数字化采集"),
        ],
        sentences: &[
            (
                "{name} helps museums to welcome more people with {product}.",
                "{name}用{product}帮助博物馆迎接更多观众。",
            ),
            (
                "Museums and old towns work with {name} on {product}.",
                "博物馆与古镇携手{name}打造{product}。",
            ),
            (
                "{name} preserves crafts with {product} and the people who know them.",
                "{name}与匠人一起，用{product}守护手艺。",
            ),
        ],
    },
];
