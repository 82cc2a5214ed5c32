//! Small files as modelling programs write them: each is shown whole, or it is said what is not.

use super::*;
use crate::hall_model::{HallModel, PartKind, Picture};
use serde_json::{Value, json};

/// A glb in the making: a square of 2 × 2 m that faces up, at first.
struct File {
    description: Value,
    data: Vec<u8>,
}

const CORNERS: [[f32; 3]; 4] = [[0.0, 0.0, 0.0], [2.0, 0.0, 0.0], [2.0, 0.0, -2.0], [0.0, 0.0, -2.0]];
const I8: u32 = 5120;
const U8: u32 = 5121;
const U16: u32 = 5123;
const U32: u32 = 5125;
const F32: u32 = 5126;

impl File {
    fn square() -> Self {
        let mut file = Self {
            description: json!({
                "asset": {"version": "2.0", "generator": "Khronos glTF Blender I/O v5.1.18"},
                "scene": 0,
                "scenes": [{"name": "Scene", "nodes": [0]}],
                "nodes": [{"name": "booth 3B12.001", "mesh": 0}],
                "meshes": [{"name": "Plane", "primitives": [{"attributes": {}, "material": 0}]}],
                "materials": [{"name": "Material", "pbrMetallicRoughness": {}}],
                "accessors": [], "bufferViews": [], "buffers": [{"byteLength": 0}]
            }),
            data: Vec::new(),
        };
        file.attribute("POSITION", F32, "VEC3", bytes(CORNERS.as_flattened()));
        file.indices(
            U16,
            [0u16, 1, 2, 0, 2, 3].iter().flat_map(|i| i.to_le_bytes()).collect(),
        );
        file
    }

    fn set(mut self, pointer: &str, value: Value) -> Self {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let parent = self.description.pointer_mut(parent).unwrap();
        match key.parse::<usize>() {
            Ok(i) => parent[i] = value,
            Err(_) => parent[key] = value,
        }
        self
    }

    fn accessor(&mut self, component: u32, kind: &str, data: Vec<u8>) -> usize {
        let width = match component {
            I8 | U8 => 1,
            U16 => 2,
            _ => 4,
        };
        let parts = match kind {
            "VEC2" => 2,
            "VEC3" => 3,
            "VEC4" => 4,
            _ => 1,
        };
        let count = data.len() / width / parts;
        let view = json!({"buffer": 0, "byteOffset": self.data.len(), "byteLength": data.len()});
        self.data.extend(&data);
        self.data.resize(self.data.len().next_multiple_of(4), 0);
        let views = self.description["bufferViews"].as_array_mut().unwrap();
        views.push(view);
        let accessor = json!({"bufferView": views.len() - 1, "componentType": component, "type": kind, "count": count});
        let accessors = self.description["accessors"].as_array_mut().unwrap();
        accessors.push(accessor);
        accessors.len() - 1
    }

    fn attribute(&mut self, name: &str, component: u32, kind: &str, data: Vec<u8>) -> usize {
        let accessor = self.accessor(component, kind, data);
        self.description["meshes"][0]["primitives"][0]["attributes"][name] = json!(accessor);
        accessor
    }

    fn with(mut self, name: &str, component: u32, kind: &str, data: Vec<u8>) -> Self {
        self.attribute(name, component, kind, data);
        self
    }

    fn indices(&mut self, component: u32, data: Vec<u8>) {
        let accessor = self.accessor(component, "SCALAR", data);
        self.description["meshes"][0]["primitives"][0]["indices"] = json!(accessor);
    }

    fn indexed(mut self, component: u32, data: Vec<u8>) -> Self {
        self.indices(component, data);
        self
    }

    fn glb(&self) -> Vec<u8> {
        let mut description = self.description.clone();
        description["buffers"][0]["byteLength"] = json!(self.data.len());
        let mut json = serde_json::to_vec(&description).unwrap();
        json.resize(json.len().next_multiple_of(4), b' ');
        let mut bytes = b"glTF".to_vec();
        bytes.extend(2u32.to_le_bytes());
        bytes.extend(((28 + json.len() + self.data.len()) as u32).to_le_bytes());
        for (kind, chunk) in [(b"JSON", &json), (b"BIN\0", &self.data)] {
            bytes.extend((chunk.len() as u32).to_le_bytes());
            bytes.extend(kind);
            bytes.extend(chunk);
        }
        bytes
    }

    fn read(&self) -> HallModel {
        read(&self.glb(), &Pictures::new()).unwrap()
    }

    fn refused(&self) -> Finding {
        refusal(&read(&self.glb(), &Pictures::new()).unwrap_err(), "hall.glb")
    }

    /// What is said of the file, `pointer: message mend`.
    fn said(&self) -> Vec<String> {
        let bytes = self.glb();
        let (root, _) = open(&bytes, Limits::default()).unwrap();
        let findings = shown_otherwise(&root, "hall.glb");
        findings
            .iter()
            .map(|finding| format!("{}: {} {}", finding.place.pointer, finding.message, finding.mend))
            .collect()
    }
}

fn bytes(floats: &[f32]) -> Vec<u8> {
    floats.iter().flat_map(|c| c.to_le_bytes()).collect()
}

/// The size of what is drawn, and how many triangles.
fn drawn(model: &HallModel) -> ([f32; 3], [f32; 3], usize) {
    let bounds = model.parts[0].bounds.unwrap();
    (bounds.min, bounds.max, model.indices.len() / 3)
}

const AS_IT_IS: ([f32; 3], [f32; 3], usize) = ([0.0, 0.0, -2.0], [2.0, 0.0, 0.0], 2);

#[test]
fn the_same_square_in_every_way_of_writing_it() {
    let plain = File::square().read();
    assert_eq!(drawn(&plain), AS_IT_IS);
    assert_eq!(
        (plain.parts[0].kind, plain.parts[0].id.as_deref()),
        (PartKind::Booth, Some("3B12"))
    );

    let six = [0u8, 1, 2, 0, 2, 3];
    let wide: Vec<u8> = six.iter().flat_map(|i| u32::from(*i).to_le_bytes()).collect();
    let unrolled: Vec<f32> = six.iter().flat_map(|i| CORNERS[usize::from(*i)]).collect();
    let strip = [CORNERS[0], CORNERS[1], CORNERS[3], CORNERS[2]];
    let mode = "/meshes/0/primitives/0/mode";
    let bare = || File::square().set("/meshes/0/primitives/0/indices", Value::Null);
    let files = [
        ("8-bit indices", File::square().indexed(U8, six.to_vec())),
        ("32-bit indices", File::square().indexed(U32, wide)),
        ("no indices", bare().with("POSITION", F32, "VEC3", bytes(&unrolled))),
        (
            "a strip",
            bare()
                .with("POSITION", F32, "VEC3", bytes(strip.as_flattened()))
                .set(mode, json!(5)),
        ),
        ("a fan", bare().set(mode, json!(6))),
        (
            "normals of its own",
            File::square().with("NORMAL", F32, "VEC3", bytes(&[0.0, 1.0, 0.0].repeat(4))),
        ),
        (
            "8-bit positions",
            File::square()
                .with(
                    "POSITION",
                    I8,
                    "VEC3",
                    CORNERS.as_flattened().iter().map(|c| *c as i8 as u8).collect(),
                )
                .set("/extensionsUsed", json!(["KHR_mesh_quantization"]))
                .set("/extensionsRequired", json!(["KHR_mesh_quantization"])),
        ),
    ];
    for (what, file) in files {
        let model = file.read();
        assert_eq!(drawn(&model), AS_IT_IS, "{what}");
        // All of it looks up, so all of it is as bright.
        assert!(
            model.colors.iter().all(|color| *color == plain.colors[0]),
            "{what}: {:?}",
            model.colors
        );
        assert_eq!(file.said(), Vec::<String>::new(), "{what}");
    }
}

#[test]
fn transforms_that_nobody_applied_count() {
    let file = File::square().set(
        "/nodes",
        json!([
            {"name": "hall", "scale": [2, 1, -1], "children": [1]},
            {"name": "booth 3B12", "mesh": 0, "translation": [1, 3, 0], "scale": [-1, 1, 4], "rotation": [0, 1, 0, 0]}
        ]),
    );
    let model = file.read();
    // Turned by half a turn, mirrored back in x, four times as deep; then twice as wide and mirrored in z.
    assert_eq!(drawn(&model), ([2.0, 3.0, -8.0], [6.0, 3.0, 0.0], 2));
    assert!(
        model
            .colors
            .iter()
            .all(|color| *color == File::square().read().colors[0]),
        "it still looks up"
    );
}

#[test]
fn colours_of_every_type_are_the_same_colour() {
    let color = |file: File| file.read().colors[0];
    let share = |components: usize, most: f32| [0.5, 0.25, 0.0, 1.0].map(|c: f32| c * most)[..components].repeat(4);
    let expected = color(File::square().with("COLOR_0", F32, "VEC4", bytes(&share(4, 1.0))));
    let near = |found: [u8; 4], what: &str| {
        assert!(
            found.iter().zip(expected).all(|(a, b)| a.abs_diff(b) < 4),
            "{what}: {found:?} {expected:?}"
        );
    };
    let of_bytes = |components| share(components, 255.0).iter().map(|c| c.round() as u8).collect();
    let of_words = |components| {
        share(components, 65_535.0)
            .iter()
            .flat_map(|c| (c.round() as u16).to_le_bytes())
            .collect()
    };
    near(color(File::square().with("COLOR_0", U8, "VEC4", of_bytes(4))), "bytes");
    near(
        color(File::square().with("COLOR_0", U8, "VEC3", of_bytes(3))),
        "three bytes",
    );
    near(color(File::square().with("COLOR_0", U16, "VEC4", of_words(4))), "words");
    near(
        color(File::square().with("COLOR_0", U16, "VEC3", of_words(3))),
        "three words",
    );
}

#[test]
fn each_material_of_a_mesh_has_its_own_colour() {
    let file = File::square();
    let primitive = file.description["meshes"][0]["primitives"][0].clone();
    let mut red = primitive.clone();
    red["material"] = json!(1);
    let file = file.set("/meshes/0/primitives", json!([primitive, red])).set(
        "/materials",
        json!([{}, {"pbrMetallicRoughness": {"baseColorFactor": [1, 0, 0, 1]}}]),
    );
    let model = file.read();
    assert_eq!(drawn(&model).2, 4);
    assert!(
        model.colors[0][1] > 200 && model.colors[4][0] > 200 && model.colors[4][1] == 0,
        "{:?}",
        model.colors
    );
}

#[test]
fn faces_are_seen_from_the_sides_that_the_material_says() {
    let one = File::square().read();
    let both = File::square().set("/materials/0/doubleSided", json!(true)).read();
    assert_eq!((drawn(&one).2, drawn(&both).2), (2, 4));
    // The lower side is darker.
    assert!(both.colors.iter().any(|color| color[0] < one.colors[0][0]));
    let glass = json!({"doubleSided": true, "alphaMode": "BLEND"});
    assert_eq!(drawn(&File::square().set("/materials/0", glass).read()).2, 2);
}

#[test]
fn unlit_colours_stay_as_they_are() {
    let file = File::square()
        .set("/nodes/0/rotation", json!([1, 0, 0, 0]))
        .set("/materials/0/extensions", json!({"KHR_materials_unlit": {}}))
        .set("/extensionsRequired", json!(["KHR_materials_unlit"]));
    assert_eq!(file.read().colors[0], [255; 4], "though it faces down");
}

/// With a picture, red at its left half and green at its right, of which the square shows the part from `left` to `right`.
fn printed(left: f32, right: f32) -> File {
    File::square()
        .with(
            "TEXCOORD_0",
            F32,
            "VEC2",
            bytes(&[left, 1.0, right, 1.0, right, 0.0, left, 0.0]),
        )
        .set(
            "/images",
            json!([{"bufferView": 0, "mimeType": "image/png", "name": "palette"}]),
        )
        .set("/textures", json!([{"source": 0}]))
        .set(
            "/materials/0/pbrMetallicRoughness/baseColorTexture",
            json!({"index": 0}),
        )
}

fn colors_of(file: &File) -> Vec<[u8; 4]> {
    let texels = [[255, 0, 0, 255], [0, 255, 0, 255]].repeat(4);
    let pictures = Pictures::from([(0, Picture::new(2, texels.as_flattened()).unwrap())]);
    read(&file.glb(), &pictures).unwrap().colors
}

#[test]
fn pictures_colour_the_faces_that_they_lie_on() {
    let is_red = |color: &[u8; 4]| color[0] > 200 && color[1] == 0;
    let is_green = |color: &[u8; 4]| color[1] > 200 && color[0] == 0;
    assert!(colors_of(&printed(0.1, 0.4)).iter().all(is_red));
    assert!(colors_of(&printed(0.6, 0.9)).iter().all(is_green));
    let transform = |transform| {
        printed(0.1, 0.4).set(
            "/materials/0/pbrMetallicRoughness/baseColorTexture/extensions",
            json!({"KHR_texture_transform": transform}),
        )
    };
    assert!(colors_of(&transform(json!({"offset": [0.5, 0]}))).iter().all(is_green));
    assert!(
        colors_of(&transform(json!({"scale": [0.1, 1], "offset": [0.9, 0]})))
            .iter()
            .all(is_green)
    );
    // Half a turn about the upper left corner.
    assert!(
        colors_of(&transform(json!({"rotation": std::f32::consts::PI})))
            .iter()
            .all(is_green)
    );
    let said = printed(0.1, 0.4).said();
    assert!(said.len() == 1 && said[0].contains("mean colour"), "{said:?}");
    // Without its picture a face has the material's own colour.
    assert!(printed(0.1, 0.4).read().colors[0][1] > 200);
}

#[test]
fn what_is_left_out_is_said_with_its_place() {
    let cases = [
        (
            "/animations",
            json!([{"channels": [], "samplers": []}]),
            "/animations: The file has 1 animation",
        ),
        (
            "/cameras",
            json!([{"type": "perspective", "perspective": {"yfov": 1, "znear": 1}}]),
            "/cameras: ",
        ),
        ("/skins", json!([{"joints": [0]}]), "/skins: "),
        (
            "/scenes",
            json!([{"nodes": [0]}, {"nodes": []}]),
            "/scenes: The file has 2 scenes",
        ),
        (
            "/meshes/0/primitives/0/mode",
            json!(1),
            "/meshes/0/primitives/0: Mesh `Plane` has points or lines",
        ),
        (
            "/meshes/0/primitives/0/targets",
            json!([{}]),
            "/meshes/0/primitives/0: Mesh `Plane` has shape keys",
        ),
        (
            "/materials/0/normalTexture",
            json!({"index": 0}),
            "/materials/0/normalTexture: ",
        ),
        ("/materials/0/alphaMode", json!("MASK"), "/materials/0/alphaMode: "),
        (
            "/images",
            json!([{"uri": "stone.png"}]),
            "/images/0/uri: Picture `stone.png` is not in the file",
        ),
        (
            "/images",
            json!([{"bufferView": 0, "mimeType": "image/webp"}]),
            "/images/0/mimeType: ",
        ),
        (
            "/extensionsUsed",
            json!(["EXT_mesh_gpu_instancing"]),
            "/extensionsUsed/0: The file has GPU instances",
        ),
        (
            "/extensionsUsed",
            json!(["KHR_lights_punctual"]),
            "/extensionsUsed/0: The file has lights",
        ),
        (
            "/extensionsUsed",
            json!(["ACME_glow"]),
            "/extensionsUsed/0: The file uses the extension ACME_glow",
        ),
        (
            "/nodes/0/extras",
            json!({"fairway": {"kind": 3}}),
            "/nodes/0/extras/fairway: ",
        ),
        (
            "/nodes/0/extras",
            json!({"fairway_name": "left to right"}),
            "/nodes/0/extras/fairway_name: ",
        ),
    ];
    for (pointer, value, expected) in cases {
        let file = File::square().set(pointer, value);
        let said = file.said();
        assert!(said.len() == 1 && said[0].starts_with(expected), "{pointer}: {said:?}");
        // The rest is shown, if anything is.
        if !pointer.ends_with("mode") && !pointer.ends_with("Texture") {
            assert_eq!(drawn(&file.read()).2, 2, "{pointer}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place_and_a_mend() {
    let required = |name: &str| {
        File::square()
            .set("/extensionsUsed", json!([name]))
            .set("/extensionsRequired", json!([name]))
    };
    let cases = [
        (
            required("KHR_draco_mesh_compression"),
            "/extensionsRequired",
            "without Draco",
        ),
        (
            required("EXT_meshopt_compression"),
            "/extensionsRequired",
            "without meshopt",
        ),
        (required("KHR_texture_basisu"), "/extensionsRequired", "PNG or JPEG"),
        (
            required("EXT_mesh_gpu_instancing"),
            "/extensionsRequired",
            "GPU Instances off",
        ),
        (required("ACME_glow"), "/extensionsRequired", "without this extension"),
        (
            File::square().set("/buffers/0/uri", json!("hall.bin")),
            "/buffers",
            "glTF Binary",
        ),
        (
            File::square().set(
                "/accessors/0/sparse",
                json!({"count": 1,
                "indices": {"bufferView": 0, "componentType": U16}, "values": {"bufferView": 0}}),
            ),
            "/accessors/0",
            "sparse",
        ),
        (
            File::square().set("/scenes", json!([])).set("/scene", Value::Null),
            "/scenes",
            "the scene",
        ),
        (
            File::square().set("/nodes/0/translation", json!([1e39, 0, 0])),
            "/nodes/0",
            "transform",
        ),
        (
            File::square().set("/nodes/0/children", json!([0])),
            "/nodes/0",
            "one parent",
        ),
    ];
    for (file, pointer, mend) in cases {
        let finding = file.refused();
        assert_eq!(finding.place, FilePlace::new("hall.glb", pointer), "{finding}");
        assert!(finding.mend.contains(mend), "{finding}");
    }
}
