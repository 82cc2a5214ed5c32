//! Why a file cannot be used, and how to export one that can.

use crate::hall_model::ReadError;
use crate::placement::own_model::{LIMITS, ModelError};
use crate::placement::parcel::ParcelError;
use crate::venue::LocalText;
use serde::Serialize;

/// What is wrong with a file, where in it, and how to mend it, in each language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Refusal {
    pub message: LocalText,
    pub mend: LocalText,
    /// A JSON pointer into the description of a model; empty for the whole file.
    pub place: String,
}

pub fn refusal(error: &ParcelError) -> Refusal {
    let place = match error {
        ParcelError::Model {
            error: ModelError::Read(error),
            ..
        } => place(error),
        _ => String::new(),
    };
    let (english, chinese) = mend(error);
    let mut message = error.to_string();
    if let Some(first) = message.get(..1).map(str::to_uppercase) {
        message.replace_range(..1, &first);
    }
    Refusal {
        message: both(format!("{message}."), in_chinese(error)),
        mend: both(english.to_owned(), chinese.to_owned()),
        place,
    }
}

fn both(english: String, chinese: String) -> LocalText {
    [("en", english), ("zh-Hans", chinese)]
        .map(|(language, text)| (language.to_owned(), text))
        .into_iter()
        .collect()
}

fn place(error: &ReadError) -> String {
    match error {
        ReadError::Accessor { accessor, .. } => format!("/accessors/{accessor}"),
        ReadError::Outside(view) => format!("/bufferViews/{view}"),
        ReadError::NotATree(node) | ReadError::Transform(node) => format!("/nodes/{node}"),
        ReadError::NoScene => "/scenes".to_owned(),
        ReadError::Extension(_) => "/extensionsRequired".to_owned(),
        _ => String::new(),
    }
}

const EXPORT: (&str, &str) = (
    "In Blender: File > Export > glTF 2.0, format “glTF Binary (.glb)”, with “Apply Modifiers” ticked and compression off.",
    "在 Blender 中：文件 > 导出 > glTF 2.0，格式选“glTF 二进制（.glb）”，勾选“应用修改器”，关闭压缩。",
);
const SIMPLER: (&str, &str) = (
    "Make it simpler. In Blender: add the modifier “Decimate” to detailed objects, delete what nobody sees, halve the pictures, and export again.",
    "请简化模型。在 Blender 中：给细节多的物体添加“精简”修改器，删除看不见的部分，缩小贴图，然后重新导出。",
);

fn mend(error: &ParcelError) -> (&'static str, &'static str) {
    match error {
        ParcelError::Unknown => (
            "Give a .glb or .gltf model, or a design that Fairway exported (.fairway.zip or .json).",
            "请使用 .glb 或 .gltf 模型，或由 Fairway 导出的设计（.fairway.zip 或 .json）。",
        ),
        ParcelError::Damaged(_) | ParcelError::NoDesign => (
            "Export the design again, or copy the file again.",
            "请重新导出设计，或重新复制文件。",
        ),
        ParcelError::TooLarge { .. } => SIMPLER,
        ParcelError::Model { error, .. } => match error {
            ModelError::Empty => (
                "Export what is to be seen. In Blender: make it visible, and untick “Selected Objects” under Include.",
                "请导出要显示的内容。在 Blender 中：使其可见，并在“包括”中取消勾选“选定的物体”。",
            ),
            ModelError::TooFine => SIMPLER,
            ModelError::Size(_) => (
                "In Blender: set Scene > Units to metres, scale the model to its true size, apply it (Ctrl+A > Scale), and export again.",
                "在 Blender 中：将 场景 > 单位 设为米，把模型缩放到真实尺寸并应用（Ctrl+A > 缩放），然后重新导出。",
            ),
            ModelError::Read(error) => match error {
                ReadError::TooLarge { .. } => SIMPLER,
                ReadError::Extension(name) if name.contains("draco") => (
                    "In Blender: File > Export > glTF 2.0, under Data untick “Compression”.",
                    "在 Blender 中：文件 > 导出 > glTF 2.0，在“数据”中取消勾选“压缩”。",
                ),
                ReadError::Extension(name) if name.contains("meshopt") => (
                    "Export without meshopt compression (gltfpack: leave out -c and -cc).",
                    "导出时不要使用 meshopt 压缩（gltfpack 不加 -c 和 -cc）。",
                ),
                ReadError::Accessor { problem, .. } if problem.contains("sparse") => (
                    "In Blender: apply or delete the shape keys (Object Data > Shape Keys), and export again.",
                    "在 Blender 中：应用或删除形态键（物体数据 > 形态键），然后重新导出。",
                ),
                ReadError::NotATree(_) => (
                    "Give each node one parent, and export again.",
                    "每个节点只能有一个父节点，请修正后重新导出。",
                ),
                ReadError::Transform(_) | ReadError::NotFinite => (
                    "In Blender: reset the object’s transform, or apply it (Ctrl+A > All Transforms), and export again.",
                    "在 Blender 中：重置物体的变换，或应用全部变换（Ctrl+A），然后重新导出。",
                ),
                _ => EXPORT,
            },
        },
    }
}

fn in_chinese(error: &ParcelError) -> String {
    match error {
        ParcelError::Unknown => "该文件既不是设计，也不是模型。".to_owned(),
        ParcelError::Damaged(_) => "zip 文件已损坏。".to_owned(),
        ParcelError::NoDesign => "zip 文件中没有 design.json。".to_owned(),
        ParcelError::TooLarge { limit, .. } => format!("zip 文件的内容超过上限（{limit}）。"),
        ParcelError::Model { name, error } => format!("{name}：{}", model_in_chinese(error)),
    }
}

fn model_in_chinese(error: &ModelError) -> String {
    match error {
        ModelError::Empty => "模型中没有可显示的面。".to_owned(),
        ModelError::TooFine => "模型由过多细小的碎片组成，无法测量。".to_owned(),
        ModelError::Size(metres) => format!("模型大小为 {metres} 米，单位无法识别。"),
        ModelError::Read(error) => match error {
            ReadError::NotGlb(_) => "不是 glTF 2.0 文件。".to_owned(),
            ReadError::Damaged(_) => "文件已损坏。".to_owned(),
            ReadError::Description(_) => "文件的描述部分无法读取。".to_owned(),
            ReadError::Reference { index, .. } => format!("文件引用了不存在的内容（第 {index} 项）。"),
            ReadError::Accessor { accessor, .. } => format!("第 {accessor} 个数据访问器无法使用。"),
            ReadError::Outside(view) => format!("第 {view} 个数据视图超出文件范围。"),
            ReadError::NotFinite => "模型中有无效的坐标。".to_owned(),
            ReadError::NoScene => "文件中没有场景，因此没有内容可显示。".to_owned(),
            ReadError::NotATree(node) => format!("第 {node} 个节点被重复引用，glTF 不允许这样做。"),
            ReadError::Transform(node) => format!("第 {node} 个节点的变换无效。"),
            ReadError::Extension(name) => format!("模型需要不支持的 glTF 扩展 {name}。"),
            ReadError::External(name) => format!("模型的数据在另一个文件中（{name}），不会读取。"),
            ReadError::TooLarge { what, limit } => {
                let megabytes = LIMITS.bytes >> 20;
                match *what {
                    "bytes" => format!("模型文件超过 {megabytes} MB 的上限。"),
                    "triangles" => format!("模型的三角形超过 {limit} 个的上限。"),
                    "nodes" => format!("模型的节点超过 {limit} 个的上限。"),
                    "nodes inside nodes" => format!("模型的节点层级超过 {limit} 层的上限。"),
                    "pixels along a side of a picture" => format!("模型的贴图边长超过 {limit} 像素的上限。"),
                    _ => format!("模型文件的描述过大，上限为 {limit} 项。"),
                }
            }
        },
    }
}
