//! Until `hall_model::read` is there: the plainest reading of a glb.
use glam::{Mat4, Vec3};

pub struct Part {
    pub kind: String,
    pub id: Option<String>,
    pub level: Option<String>,
    pub min: [f32; 3],
    pub max: [f32; 3],
    pub glass: bool,
    pub range: std::ops::Range<usize>,
}
#[derive(Default)]
pub struct HallModel {
    pub positions: Vec<[f32; 3]>,
    pub colors: Vec<[u8; 4]>,
    pub indices: Vec<u32>,
    pub parts: Vec<Part>,
}

pub fn read(bytes: &[u8]) -> Result<HallModel, gltf::Error> {
    let gltf = gltf::Gltf::from_slice(bytes)?;
    let blob = gltf.blob.clone().unwrap_or_default();
    let mut model = HallModel::default();
    for scene in gltf.scenes() {
        for node in scene.nodes() {
            walk(&node, Mat4::IDENTITY, ("other".into(), None, None), &blob, &mut model);
        }
    }
    Ok(model)
}
fn walk(
    node: &gltf::Node,
    above: Mat4,
    tag: (String, Option<String>, Option<String>),
    blob: &[u8],
    model: &mut HallModel,
) {
    let here = above * Mat4::from_cols_array_2d(&node.transform().matrix());
    let mut tag = tag;
    if let Some(raw) = node.extras()
        && let Ok(v) = serde_json::from_str::<serde_json::Value>(raw.get())
        && let Some(f) = v.get("fairway")
    {
        let kind = f["kind"].as_str().unwrap_or("other").to_owned();
        let id = f["id"].as_str().map(str::to_owned);
        if kind == "level" {
            tag = ("other".into(), None, id);
        } else {
            tag = (kind, id, tag.2);
        }
    }
    if let Some(mesh) = node.mesh() {
        for p in mesh.primitives() {
            let r = p.reader(|_| Some(blob));
            let Some(pos) = r.read_positions() else { continue };
            let base = model.positions.len() as u32;
            let start = model.indices.len();
            let (mut min, mut max) = (Vec3::INFINITY, Vec3::NEG_INFINITY);
            for q in pos {
                let w = here.transform_point3(q.into());
                min = min.min(w);
                max = max.max(w);
                model.positions.push(w.to_array());
            }
            let n = model.positions.len() - base as usize;
            match r.read_colors(0) {
                Some(c) => model.colors.extend(c.into_rgba_u8()),
                None => model.colors.extend(std::iter::repeat_n([200u8, 200, 200, 255], n)),
            }
            match r.read_indices() {
                Some(i) => model.indices.extend(i.into_u32().map(|i| i + base)),
                None => model.indices.extend(base..base + n as u32),
            }
            model.parts.push(Part {
                kind: tag.0.clone(),
                id: tag.1.clone(),
                level: tag.2.clone(),
                min: min.to_array(),
                max: max.to_array(),
                glass: p.material().alpha_mode() == gltf::material::AlphaMode::Blend,
                range: start..model.indices.len(),
            });
        }
    }
    for child in node.children() {
        walk(&child, here, tag.clone(), blob, model);
    }
}
