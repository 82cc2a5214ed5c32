//! The everyday words for kinds of places: what a person types for them, and what they are called where they have no name of their own.

use crate::venue::{AmenityKind, ConnectorKind, LocalText, OpeningKind, Unit, UnitKind};

/// Words for one kind. The first of each language is what Fairway calls it; the others are found by search alone.
pub struct KindWords {
    en: &'static [&'static str],
    zh: &'static [&'static str],
}

impl KindWords {
    /// What Fairway calls it.
    pub fn name(&self) -> LocalText {
        let first = |words: &'static [&'static str]| words.first().copied().unwrap_or_default();
        LocalText::of([("en", first(self.en)), ("zh-Hans", first(self.zh))])
    }

    pub fn all(&self) -> impl Iterator<Item = &'static str> {
        self.en.iter().chain(self.zh).copied()
    }
}

const ENTRANCE: KindWords = KindWords {
    en: &["Entrance", "Gate", "Way in", "Exit"],
    zh: &["入口", "大门", "出口", "登录厅"],
};

const DOOR: KindWords = KindWords {
    en: &["Door"],
    zh: &["门"],
};

const PASSAGE: KindWords = KindWords {
    en: &["Passage"],
    zh: &["通道"],
};

const EMERGENCY_EXIT: KindWords = KindWords {
    en: &["Emergency exit"],
    zh: &["安全出口"],
};

pub const KIOSK: KindWords = KindWords {
    en: &["Kiosk", "Terminal", "Screen"],
    zh: &["导览屏", "自助终端", "一体机"],
};

pub fn of_opening(kind: OpeningKind) -> KindWords {
    match kind {
        OpeningKind::Entrance => ENTRANCE,
        OpeningKind::Door => DOOR,
        OpeningKind::Passage => PASSAGE,
        OpeningKind::EmergencyExit => EMERGENCY_EXIT,
    }
}

pub fn of_amenity(kind: AmenityKind) -> KindWords {
    let (en, zh): (&[_], &[_]) = match kind {
        AmenityKind::Restroom => (
            &["Restroom", "Toilet", "WC", "Bathroom", "Washroom", "Lavatory"],
            &["洗手间", "卫生间", "厕所"],
        ),
        AmenityKind::RestroomWheelchair => (
            &[
                "Accessible restroom",
                "Wheelchair toilet",
                "Disabled WC",
                "Barrier-free washroom",
            ],
            &["无障碍洗手间", "无障碍卫生间", "残疾人厕所"],
        ),
        AmenityKind::Cafe => (&["Café", "Coffee", "Tea", "Drinks"], &["咖啡", "茶饮", "饮品"]),
        AmenityKind::Restaurant => (
            &["Restaurant", "Food", "Lunch", "Canteen", "Dining"],
            &["餐厅", "美食", "午餐", "食堂", "吃饭"],
        ),
        AmenityKind::FirstAid => (
            &["First aid", "Doctor", "Medical", "Nurse"],
            &["医务室", "急救", "医疗点"],
        ),
        AmenityKind::Information => (
            &["Information", "Info desk", "Help desk", "Service desk"],
            &["咨询台", "服务台", "问讯处", "总台"],
        ),
        AmenityKind::Cloakroom => (
            &["Cloakroom", "Coats", "Luggage", "Baggage", "Left luggage"],
            &["寄存处", "衣帽间", "行李寄存"],
        ),
        AmenityKind::PrayerRoom => (&["Prayer room", "Quiet room"], &["祈祷室", "静室"]),
        AmenityKind::NursingRoom => (
            &["Nursing room", "Baby room", "Breastfeeding", "Baby changing"],
            &["母婴室", "哺乳室"],
        ),
        AmenityKind::Charging => (
            &["Charging", "Charger", "Power bank", "Socket"],
            &["充电", "充电站", "充电宝"],
        ),
        AmenityKind::Atm => (
            &["ATM", "Cash machine", "Bank", "Money"],
            &["取款机", "自动取款机", "银行"],
        ),
        AmenityKind::Seating => (&["Seating", "Bench", "Rest area"], &["休息区", "座位"]),
        AmenityKind::Lockers => (&["Lockers", "Locker"], &["储物柜", "存包柜"]),
        AmenityKind::Other => (&["Service", "Facility"], &["服务设施", "服务"]),
    };
    KindWords { en, zh }
}

pub fn of_connector(kind: ConnectorKind) -> KindWords {
    let (en, zh): (&[_], &[_]) = match kind {
        ConnectorKind::Lift => (&["Lift", "Elevator"], &["电梯", "升降机", "直梯"]),
        ConnectorKind::Escalator => (&["Escalator"], &["自动扶梯", "扶梯", "手扶梯"]),
        ConnectorKind::Stairs => (&["Stairs", "Staircase", "Steps"], &["楼梯", "步梯"]),
        ConnectorKind::Ramp => (&["Ramp", "Slope"], &["坡道", "斜坡"]),
    };
    KindWords { en, zh }
}

pub fn of_unit(kind: UnitKind) -> KindWords {
    let (en, zh): (&[_], &[_]) = match kind {
        UnitKind::Hall | UnitKind::Room => (&["Room", "Hall"], &["房间"]),
        UnitKind::Shop => (&["Shop"], &["店铺"]),
        UnitKind::Corridor => (&["Corridor", "Gallery", "Passage"], &["走廊"]),
        UnitKind::Concourse | UnitKind::Area => (&["Area", "Concourse"], &["区域"]),
        UnitKind::Outdoor => (&["Outside"], &["室外"]),
    };
    KindWords { en, zh }
}

/// Whether a unit has a name of its own: an imported one is called by its kind if it has none.
pub fn unit_has_a_name(unit: &Unit) -> bool {
    unit.name.in_language("en") != of_unit(unit.kind).name().in_language("en")
}

/// What people call the hall with that number.
pub fn of_hall(number: &str) -> [String; 5] {
    [
        format!("Hall {number}"),
        format!("H{number}"),
        format!("{number}号馆"),
        format!("{number}馆"),
        number.to_owned(),
    ]
}
