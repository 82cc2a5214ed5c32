use super::*;
use crate::hall_model::samples::khronos;
use serde_json::{Value, json};

/// A triangle that faces up, two metres wide, under a level and a booth that is turned and twice as large.
fn good() -> Value {
    json!({
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [
            {"extras": {"fairway": {"kind": "level", "id": "l1"}}, "translation": [0, 4, 0], "children": [1, 2]},
            {"extras": {"fairway": {"kind": "booth", "id": "3B12"}}, "rotation": [0, 0.70710677, 0, 0.70710677],
             "scale": [2, 2, 2], "translation": [10, 0, 0], "mesh": 0, "children": [3]},
            {"mesh": 0},
            {"mesh": 0, "translation": [0, 1, 0]}
        ],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1, "material": 0}]}],
        "materials": [{"pbrMetallicRoughness": {"baseColorFactor": [0.5, 0.5, 0.5, 1]}}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, -2], "max": [2, 0, 0]},
            {"bufferView": 1, "componentType": 5123, "count": 3, "type": "SCALAR"}
        ],
        "bufferViews": [
            {"buffer": 0, "byteOffset": 0, "byteLength": 36},
            {"buffer": 0, "byteOffset": 36, "byteLength": 6}
        ],
        "buffers": [{"byteLength": 44}]
    })
}

fn data() -> Vec<u8> {
    let corners: [[f32; 3]; 3] = [[0.0, 0.0, 0.0], [2.0, 0.0, 0.0], [0.0, 0.0, -2.0]];
    let mut bytes: Vec<u8> = corners.iter().flatten().flat_map(|c| c.to_le_bytes()).collect();
    bytes.extend([0, 0, 1, 0, 2, 0, 0, 0]);
    bytes
}

fn glb(description: &Value) -> Vec<u8> {
    let mut json = serde_json::to_vec(description).unwrap();
    json.resize(json.len().next_multiple_of(4), b' ');
    let data = data();
    let mut bytes = b"glTF".to_vec();
    bytes.extend(2u32.to_le_bytes());
    bytes.extend(((12 + 8 + json.len() + 8 + data.len()) as u32).to_le_bytes());
    for (kind, chunk) in [(b"JSON", &json), (b"BIN\0", &data)] {
        bytes.extend((chunk.len() as u32).to_le_bytes());
        bytes.extend(kind);
        bytes.extend(chunk.iter());
    }
    bytes
}

fn none() -> Pictures {
    Pictures::new()
}

fn read_with(pointer: &str, value: Value) -> Result<HallModel, ReadError> {
    let mut description = good();
    *description.pointer_mut(pointer).unwrap() = value;
    read(&glb(&description), &none())
}

#[test]
fn a_model_becomes_parts_in_the_world() {
    let model = read(&glb(&good()), &none()).unwrap();
    let kinds: Vec<_> = model.parts.iter().map(|part| (part.kind, part.id.as_deref())).collect();
    assert_eq!(kinds, [(PartKind::Booth, Some("3B12")), (PartKind::Other, None)]);
    let booth = &model.parts[0];
    assert_eq!(booth.level.as_deref(), Some("l1"));
    // Its own triangle and the one of the untagged node under it.
    assert_eq!((booth.opaque.clone(), booth.glass.clone()), (0..6, 9..9));
    let bounds = booth.bounds.unwrap();
    let near = |a: [f32; 3], b: [f32; 3]| (0..3).all(|i| (a[i] - b[i]).abs() < 1e-4);
    // Turned by a quarter, x becomes −z and −z becomes −x; twice as large.
    assert!(
        near(bounds.min, [6.0, 4.0, -4.0]) && near(bounds.max, [10.0, 6.0, 0.0]),
        "{bounds:?}"
    );
    // Half of the light, as the material says; in sRGB that is 188.
    assert!(
        model
            .colors
            .iter()
            .all(|color| color[3] == 255 && color[..3].iter().all(|c| (180..195).contains(c)))
    );
}

#[test]
fn part_by_part_is_the_same() {
    let glb = glb(&good());
    let whole = read(&glb, &none()).unwrap();
    let mut seen = Vec::new();
    let mut triangles = 0;
    read_parts(&glb, &none(), |model| {
        assert_eq!(model.parts[0].vertices.start, 0, "what was handed over before is gone");
        triangles += model.indices.len();
        seen.extend(model.parts.into_iter().map(|part| (part.kind, part.id, part.bounds)));
    })
    .unwrap();
    let parts = whole.parts.into_iter().map(|part| (part.kind, part.id, part.bounds));
    assert_eq!(seen, parts.collect::<Vec<_>>());
    assert_eq!(triangles, whole.indices.len());
}

#[test]
fn mirrored_parts_still_face_outwards() {
    let upright = read_with("/nodes/2", json!({"mesh": 0, "scale": [1, 1, 1]})).unwrap();
    let mirrored = read_with("/nodes/2", json!({"mesh": 0, "scale": [-1, 1, 1]})).unwrap();
    assert_eq!(upright.colors, mirrored.colors, "both faces look up");
    assert_ne!(upright.positions, mirrored.positions);
}

#[test]
fn glass_comes_last() {
    let model = read_with(
        "/materials/0",
        json!({"alphaMode": "BLEND", "pbrMetallicRoughness": {"baseColorFactor": [1, 1, 1, 0.25]}}),
    )
    .unwrap();
    assert!(model.opaque.is_empty());
    assert_eq!(model.glass, 0..9);
    assert_eq!(model.colors[0][3], 64);
}

#[test]
fn what_is_wrong_is_said() {
    let cases = [
        (
            "/scenes/0/nodes/0",
            json!(9),
            ReadError::Reference { what: "node", index: 9 },
        ),
        ("/nodes/0/children", json!([1, 2, 3]), ReadError::NotATree(3)),
        (
            "/nodes/2",
            json!({"mesh": 4}),
            ReadError::Reference { what: "mesh", index: 4 },
        ),
        (
            "/accessors/0/count",
            json!(4),
            ReadError::Accessor {
                accessor: 0,
                problem: "reaches outside the file's data",
            },
        ),
        (
            "/accessors/1/count",
            json!(u64::MAX),
            ReadError::Accessor {
                accessor: 1,
                problem: "reaches outside the file's data",
            },
        ),
        ("/bufferViews/0/byteLength", json!(999), ReadError::Outside(0)),
        ("/bufferViews/0/byteOffset", json!(u64::MAX), ReadError::Outside(0)),
        (
            "/accessors/0/componentType",
            json!(5121),
            ReadError::Accessor {
                accessor: 0,
                problem: "holds positions that are not three floats each",
            },
        ),
        (
            "/accessors/1/type",
            json!("VEC2"),
            ReadError::Accessor {
                accessor: 1,
                problem: "reaches outside the file's data",
            },
        ),
        (
            "/nodes/2",
            json!({"mesh": 0, "scale": [1e30, 1e30, 1e39]}),
            ReadError::Transform(2),
        ),
        (
            "/buffers/0",
            json!({"byteLength": 44, "uri": "hall.bin"}),
            ReadError::External("hall.bin".to_owned()),
        ),
    ];
    for (pointer, value, error) in cases {
        assert_eq!(read_with(pointer, value.clone()), Err(error), "{pointer} = {value}");
    }
    let mut needy = good();
    needy["extensionsRequired"] = json!(["KHR_draco_mesh_compression"]);
    assert_eq!(
        read(&glb(&needy), &none()),
        Err(ReadError::Extension("KHR_draco_mesh_compression".to_owned()))
    );
    assert!(matches!(read(b"<!doctype html>", &none()), Err(ReadError::NotGlb(_))));
    assert!(matches!(read(&glb(&good())[..60], &none()), Err(ReadError::Damaged(_))));
}

#[test]
fn limits_hold() {
    let bytes = glb(&good());
    let limits = Limits::default();
    for (limits, what) in [
        (Limits { bytes: 100, ..limits }, "bytes"),
        (Limits { nodes: 3, ..limits }, "nodes"),
        (Limits { triangles: 2, ..limits }, "triangles"),
        (Limits { depth: 2, ..limits }, "nodes inside nodes"),
    ] {
        match read_within(&bytes, &none(), limits) {
            Err(ReadError::TooLarge { what: found, .. }) => assert_eq!(found, what),
            other => panic!("{what}: {other:?}"),
        }
    }
}

#[test]
fn no_change_of_one_byte_makes_it_panic() {
    let bytes = glb(&good());
    for at in 0..bytes.len() {
        for flip in [0x01, 0x10, 0x80, 0xFF] {
            let mut changed = bytes.clone();
            changed[at] ^= flip;
            let _ = read(&changed, &none());
        }
        let _ = read(&bytes[..at], &none());
    }
}

#[test]
fn samples_of_broken_files_are_read_or_refused() {
    let Some(samples) = khronos() else { return };
    for (name, bytes) in &samples {
        if name.ends_with(".glb") {
            let _ = read(bytes, &none());
        } else if let Ok(description) = serde_json::from_slice(bytes) {
            // The same description as the first chunk of a glb.
            let _ = read(&glb(&description), &none());
        }
    }
    assert!(samples.len() > 20, "only {} samples", samples.len());
}
