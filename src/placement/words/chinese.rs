use super::{Said, names, quantity, side};
use crate::placement::finding::{Judge, Measure, PlacementFinding, Why};

pub const ADVICE: &str = "以上依据场馆所列的公开规定提供，仅供参考，不代表审批通过。";

pub fn said(finding: &PlacementFinding) -> Said {
    let measured = quantity(finding.measured, finding.unit);
    let allowed = quantity(finding.allowed, finding.unit);
    let beside = finding.beside.as_deref().unwrap_or_default();
    let side = side(beside);
    let parts = match names(&finding.parts, "“", "”", "、") {
        none if none.is_empty() => "展位".to_owned(),
        parts => parts,
    };
    let from = |what: &str| format!("{parts}距{what}“{beside}” {measured}，应留出 {allowed}。");
    let (message, mend) = match finding.measure {
        Measure::BoundaryMaxOverhang => (
            format!("{parts}的垂直投影超出展位 {measured}，允许 {allowed}。"),
            "移入展位内，或缩小尺寸。",
        ),
        Measure::ShellSchemePanelHeight | Measure::SingleDeckMaxHeight | Measure::DoubleDeckMaxHeight => (
            format!("{parts}高 {measured}，限高 {allowed}。"),
            "降低高度，或申请特批。",
        ),
        Measure::CeilingGap => (
            format!("{parts}距顶棚 {measured}，应留出 {allowed}。"),
            "降低高度，或降低吊挂位置。",
        ),
        Measure::HangingMinHeight => (
            format!("{parts}的吊挂底边离地 {measured}，应不低于 {allowed}。"),
            "提高吊挂位置。",
        ),
        Measure::OpenSideEntryMinWidth => (
            format!("开口面 {side} 最宽的缺口为 {measured}，应敞开 {allowed}。"),
            "移开该面的物件。",
        ),
        Measure::AisleSideWallMaxShare => (
            format!("{parts}封闭了开口面 {side} 的 {measured}，允许 {allowed}。"),
            "缩短该处墙体，改用玻璃，或向内后退。",
        ),
        Measure::SightLineSetback => (
            format!("{parts}在展位“{beside}”旁距通道 {measured} 处过高，应后退 {allowed}。"),
            "从通道向内后退，或降低高度。",
        ),
        Measure::ExitFrontClearance => (from("出口"), "保持出口前方畅通。"),
        Measure::HydrantClearance => (from("消火栓"), "移离消火栓。"),
        Measure::ColumnClearance => (from("立柱"), "移离立柱。"),
        Measure::ShutterClearance => (from("卷帘"), "移离卷帘。"),
        Measure::WallClearance => (from("墙体"), "移离墙体。"),
        Measure::UnderShutterMaxArea => (
            format!("{parts}在防火卷帘“{beside}”下方占 {measured}，允许 {allowed}。"),
            "保持卷帘下方地面与空间畅通。",
        ),
        Measure::UpperDeckMaxShare => (format!("二层占展位面积的 {measured}，允许 {allowed}。"), "缩小二层。"),
        Measure::UpperDeckMinExits => (
            format!("二层有 {measured} 部楼梯，应有 {allowed} 部。"),
            "增设与二层相接的楼梯。",
        ),
        Measure::WayMinWidth if finding.parts.is_empty() => (
            format!("到达展位内此处的通路最宽 {measured}，应宽 {allowed}。"),
            "加宽从通道到此处的通路。",
        ),
        Measure::WayMinWidth => (
            format!("到达{parts}的通路最宽 {measured}，应宽 {allowed}。"),
            "加宽从通道到此处的通路。",
        ),
        Measure::StepMaxHeight => (
            format!("{parts}有 {measured} 高差而无坡道，允许 {allowed}。"),
            "紧贴其设置坡道。",
        ),
        Measure::RampMaxSlope => (
            format!("{parts}的坡度为 {measured}，允许 {allowed}。"),
            "加长坡道，或降低地台。",
        ),
        Measure::FloorMaxLoad => (
            format!("{parts}的地面荷载为 {measured}，允许 {allowed}。"),
            "扩大承重面积，分散重量。",
        ),
        Measure::AisleMainMinWidth | Measure::AisleMinWidth => (
            format!("{parts}使通道“{beside}”只剩 {measured}，应留出 {allowed}。"),
            "移回展位内。",
        ),
        Measure::BookingsOverlap => (
            format!("{parts}与展位“{beside}”的搭建重叠 {measured}。"),
            "移动其中之一。",
        ),
        Measure::StandBookedTwice => (format!("展位“{beside}”已有另一份设计。"), "只保留其中一份。"),
        Measure::UnknownModel => (
            format!("{parts}所用模型“{beside}”不存在，因此未检查。"),
            "添加该模型，或改正名称。",
        ),
    };
    let source = finding
        .rule
        .as_ref()
        .map_or_else(String::new, |rule| match &rule.clause {
            Some(clause) => format!("{}，{clause}", rule.source),
            None => rule.source.clone(),
        });
    Said {
        message,
        mend: mend.to_owned(),
        source,
    }
}

pub fn judged(judge: Judge) -> &'static str {
    match judge {
        Judge::Materials => "材料及其燃烧性能",
        Judge::Electrics => "用电",
        Judge::Structure => "结构是否牢固",
        Judge::Rigging => "吊挂物及吊点",
    }
}

pub fn why(why: Why) -> &'static str {
    match why {
        Why::NoRule => "场馆对此展位没有相关规定",
        Why::NotThisStand => "适用于其他类型的展位",
        Why::PlanLacks => "平面图缺少所需数据",
        Why::NoWeight => "未给出重量",
        Why::OtherUnit => "规定的单位与所测不符",
        Why::NotOfDesigns => "不属于单个设计的检查范围",
    }
}
