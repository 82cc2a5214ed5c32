//! What `fairway check` says of a model: why it cannot be used, what of it is shown otherwise than in the program that it was made with, and
//! where it disagrees with the layout.

use super::read::{EXTENSIONS, Limits, open};
use super::{Extras, Pictures, ReadError, Tag, compare, read};
use crate::venue::{FilePlace, Finding, UnitId, Venue};
use gltf::json::material::AlphaMode;
use gltf::json::mesh::Mode;
use gltf::json::validation::Checked;
use gltf::json::{Image, Material, Mesh, Node, Root};

/// All that can be found out about the model of those units. `file` names it in the findings.
pub fn inspect(bytes: &[u8], file: &str, units: &[UnitId], venue: &Venue) -> Vec<Finding> {
    let opened = open(bytes, Limits::default()).map(|(root, _)| shown_otherwise(&root, file));
    match (opened, read(bytes, &Pictures::new())) {
        (Ok(mut findings), Ok(model)) => {
            findings.extend(compare(&model, file, units, venue));
            findings
        }
        (_, Err(error)) | (Err(error), _) => vec![refusal(&error, file)],
    }
}

/// A model that is not shown, with where in it the cause is.
fn refusal(error: &ReadError, file: &str) -> Finding {
    let (pointer, mend) = match error {
        ReadError::NotGlb(_) => (
            String::new(),
            "Export the model as glTF 2.0 Binary (.glb); a .gltf file, FBX or OBJ cannot be used.",
        ),
        ReadError::Damaged(_) | ReadError::Description(_) => {
            (String::new(), "Export the model again, or copy it again.")
        }
        ReadError::Reference { .. } | ReadError::Outside(_) | ReadError::NotFinite => (
            String::new(),
            "Export the model again; the Khronos glTF Validator says more.",
        ),
        ReadError::NoScene => ("/scenes".into(), "Export the scene that the model is in."),
        ReadError::Accessor { accessor, problem } => (
            format!("/accessors/{accessor}"),
            if problem.contains("sparse") {
                "Export without sparse accessors; Blender writes them for shape keys only: apply or remove those."
            } else {
                "Export the model again; the Khronos glTF Validator says more."
            },
        ),
        ReadError::NotATree(node) => (format!("/nodes/{node}"), "Give each node one parent."),
        ReadError::Transform(node) => (format!("/nodes/{node}"), "Reset the object's transform, or apply it."),
        ReadError::Extension(name) => ("/extensionsRequired".into(), without(name)),
        ReadError::External(_) => (
            "/buffers".into(),
            "Export as glTF Binary (.glb), which holds all in one file, not as glTF Separate.",
        ),
        ReadError::TooLarge { .. } => (
            String::new(),
            "Make it simpler: fewer bevels and subdivisions, instances joined, what nobody sees removed.",
        ),
    };
    Finding::error(
        "model-unreadable",
        FilePlace::new(file, pointer),
        format!("The model cannot be used: {error}."),
        mend,
    )
}

/// How to export without an extension.
fn without(name: &str) -> &'static str {
    match name {
        "KHR_draco_mesh_compression" => {
            "Export without Draco compression (Blender: Data > Compression off); the site compresses all files anyhow."
        }
        "EXT_meshopt_compression" | "KHR_meshopt_compression" => {
            "Export without meshopt compression (gltfpack: leave out -c and -cc); the site compresses all files anyhow."
        }
        "KHR_texture_basisu" | "EXT_texture_webp" | "EXT_texture_avif" => "Export pictures as PNG or JPEG.",
        "EXT_mesh_gpu_instancing" => "Export without GPU instances (Blender: Data > Scene Graph > GPU Instances off).",
        _ => "Export without this extension.",
    }
}

/// What is left out, or looks different.
fn shown_otherwise(root: &Root, file: &str) -> Vec<Finding> {
    let mut all = About {
        file,
        findings: Vec::new(),
    };
    if root.scenes.len() > 1 {
        all.warn(
            "/scenes",
            format!("The file has {} scenes; only one is shown.", root.scenes.len()),
            "Put all that is to be seen into one scene.",
        );
    }
    for (i, node) in root.nodes.iter().enumerate() {
        all.node(i, node);
    }
    for (i, mesh) in root.meshes.iter().enumerate() {
        all.mesh(i, mesh);
    }
    for (i, material) in root.materials.iter().enumerate() {
        all.material(i, material);
    }
    for (i, image) in root.images.iter().enumerate() {
        all.picture(i, image);
    }
    for (list, count, what) in [
        ("/animations", root.animations.len(), "animation"),
        ("/skins", root.skins.len(), "skin"),
        ("/cameras", root.cameras.len(), "camera"),
    ] {
        if count > 0 {
            all.note(
                list,
                format!("The file has {count} {what}s, which are not used; all stands as it is exported."),
                format!("Nothing need be done; without {what}s the file is smaller."),
            );
        }
    }
    all.extensions(root);
    all.findings
}

struct About<'a> {
    file: &'a str,
    findings: Vec<Finding>,
}

impl About<'_> {
    fn warn(&mut self, pointer: &str, message: impl Into<String>, mend: impl Into<String>) {
        let place = FilePlace::new(self.file, pointer);
        self.findings
            .push(Finding::warning("model-incomplete", place, message, mend));
    }

    fn note(&mut self, pointer: &str, message: impl Into<String>, mend: impl Into<String>) {
        let place = FilePlace::new(self.file, pointer);
        self.findings
            .push(Finding::note("model-simplified", place, message, mend));
    }

    fn node(&mut self, i: usize, node: &Node) {
        let extras = node
            .extras
            .as_ref()
            .and_then(|extras| serde_json::from_str::<serde_json::Value>(extras.get()).ok());
        let says = |key| extras.as_ref().is_some_and(|extras| extras.get(key).is_some());
        if says("fairway_name") && Extras::of(node).is_none_or(|extras| extras.name.is_none()) {
            self.warn(
                &format!("/nodes/{i}/extras/fairway_name"),
                format!(
                    "Where the name on node `{}` may stand is not understood.",
                    node.name.as_deref().unwrap_or_default()
                ),
                "Write two numbers, from where to where on the node's x axis, such as [-1.5, 1.5].",
            );
        }
        if says("fairway") && Tag::of_extras(node).is_none() {
            self.warn(
                &format!("/nodes/{i}/extras/fairway"),
                format!(
                    "What node `{}` says it is, is not understood.",
                    node.name.as_deref().unwrap_or_default()
                ),
                "Write a kind and an id, such as \"booth 3B12\" or {\"kind\": \"booth\", \"id\": \"3B12\"}.",
            );
        }
    }

    fn mesh(&mut self, i: usize, mesh: &Mesh) {
        let name = mesh.name.as_deref().unwrap_or_default();
        for (j, primitive) in mesh.primitives.iter().enumerate() {
            let pointer = format!("/meshes/{i}/primitives/{j}");
            if !matches!(
                primitive.mode,
                Checked::Valid(Mode::Triangles | Mode::TriangleStrip | Mode::TriangleFan)
            ) {
                self.warn(
                    &pointer,
                    format!("Mesh `{name}` has points or lines, which are not shown."),
                    "Give them a thickness, so that they become faces, or export no loose points and edges.",
                );
            }
            if primitive.targets.is_some() {
                self.note(
                    &pointer,
                    format!("Mesh `{name}` has shape keys, which are not used."),
                    "Apply the shape that is to be seen.",
                );
            }
        }
    }

    fn material(&mut self, i: usize, material: &Material) {
        let name = material.name.as_deref().unwrap_or_default();
        let pbr = &material.pbr_metallic_roughness;
        if pbr.base_color_texture.is_some() {
            self.note(
                &format!("/materials/{i}/pbrMetallicRoughness/baseColorTexture"),
                format!("Material `{name}` has a picture; each face is shown in the mean colour of what lies on it."),
                "Cut faces where the colour changes, or paint vertices, where that is too coarse.",
            );
        }
        let other = [
            ("/normalTexture", material.normal_texture.is_some()),
            ("/emissiveTexture", material.emissive_texture.is_some()),
            (
                "/pbrMetallicRoughness/metallicRoughnessTexture",
                pbr.metallic_roughness_texture.is_some(),
            ),
            ("/occlusionTexture", material.occlusion_texture.is_some()),
        ];
        for (field, _) in other.into_iter().filter(|(_, is_there)| *is_there) {
            self.note(
                &format!("/materials/{i}{field}"),
                format!("Of material `{name}` only the base colour is shown."),
                "Bake into vertex colours what is to be seen of it; else nothing need be done.",
            );
        }
        if material.alpha_mode == Checked::Valid(AlphaMode::Mask) {
            self.note(
                &format!("/materials/{i}/alphaMode"),
                format!("Material `{name}` cuts holes by a picture; its faces are shown whole."),
                "Model the outline, or let the material blend.",
            );
        }
    }

    fn picture(&mut self, i: usize, image: &Image) {
        let name = image.name.as_deref().or(image.uri.as_deref()).unwrap_or_default();
        let name: String = name.chars().take(80).collect();
        if image.buffer_view.is_none() {
            self.warn(
                &format!("/images/{i}/uri"),
                format!("Picture `{name}` is not in the file, so it is not shown."),
                "Export as glTF Binary (.glb) with its pictures in it.",
            );
        } else if !matches!(
            image.mime_type.as_ref().map(|mime| mime.0.as_str()),
            Some("image/png" | "image/jpeg")
        ) {
            self.warn(
                &format!("/images/{i}/mimeType"),
                format!("Picture `{name}` is neither PNG nor JPEG, so it may not be shown."),
                "Export pictures as PNG or JPEG.",
            );
        }
    }

    fn extensions(&mut self, root: &Root) {
        for (i, name) in root.extensions_used.iter().enumerate() {
            let pointer = format!("/extensionsUsed/{i}");
            match name.as_str() {
                known if EXTENSIONS.contains(&known) => {}
                "EXT_mesh_gpu_instancing" => self.warn(
                    &pointer,
                    "The file has GPU instances, of which only one is shown.",
                    without(name),
                ),
                "KHR_lights_punctual" => self.note(
                    &pointer,
                    "The file has lights, which are not used: all models stand in the same light.",
                    "Nothing need be done; bake light into vertex colours where it is to be seen.",
                ),
                _ => self.note(
                    &pointer,
                    format!("The file uses the extension {name}, which is not read."),
                    without(name),
                ),
            }
        }
    }
}

#[cfg(test)]
mod tests;
