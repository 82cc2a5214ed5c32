//! Files that are made to hurt, by hand.

use super::*;

/// Files that are wrong, and the like of them that are only odd.
pub fn bombs() -> Vec<(&'static str, Vec<u8>, bool)> {
    let whole = glb(&good());
    let json_only = |text: &str| chunks(&[(b"JSON", text.as_bytes())]);
    let buffer = |uri: &str| with("/buffers/0", json!({"byteLength": 168, "uri": uri}));
    let chain = |count: usize| {
        let of = |i: usize| {
            if i + 1 < count {
                json!({"children": [i + 1]})
            } else {
                json!({"mesh": 0})
            }
        };
        nodes((0..count).map(of).collect())
    };
    let nan = f32::NAN.to_le_bytes();
    vec![
        ("the good one", whole.clone(), true),
        ("nothing", Vec::new(), false),
        ("four bytes", b"glTF".to_vec(), false),
        ("a web page", b"<!doctype html>".to_vec(), false),
        ("zeroes", vec![0; 4096], false),
        (
            "version 1",
            [b"glTF", &1u32.to_le_bytes()[..], &whole[8..]].concat(),
            false,
        ),
        (
            "a length past the end",
            [&whole[..8], &u32::MAX.to_le_bytes(), &whole[12..]].concat(),
            false,
        ),
        (
            "a length of nothing",
            [&whole[..8], &0u32.to_le_bytes(), &whole[12..]].concat(),
            false,
        ),
        ("cut in its header", whole[..10].to_vec(), false),
        ("cut in its description", whole[..100].to_vec(), false),
        ("cut in its data", whole[..whole.len() - 8].to_vec(), false),
        (
            "a chunk past the end",
            [&whole[..12], &0xffff_fff0_u32.to_le_bytes(), &whole[16..]].concat(),
            false,
        ),
        ("data only", chunks(&[(b"BIN\0", &data())]), false),
        ("no data", json_only(&good().to_string()), false),
        ("an empty description", json_only(""), false),
        ("a description that is a list", json_only("[]"), false),
        ("a description without version", json_only("{}"), false),
        ("glTF 1", with("/asset/version", json!("1.0")), false),
        ("glTF 9", with("/asset/version", json!("9.0")), false),
        ("brackets inside brackets", json_only(&"[".repeat(100_000)), false),
        ("extras inside extras", with("/extras", deep(100)), true),
        (
            "a million empty nodes",
            json_only(&format!(
                r#"{{"asset":{{"version":"2.0"}},"nodes":[{}{{}}]}}"#,
                "{},".repeat(1_000_000)
            )),
            false,
        ),
        ("too many nodes", nodes((0..10_001).map(|_| json!({})).collect()), false),
        ("a node under itself", nodes(json!([{"children": [0]}])), false),
        (
            "two nodes under each other",
            nodes(json!([{"children": [1]}, {"children": [0]}])),
            false,
        ),
        (
            "a diamond",
            nodes(json!([{"children": [1, 2]}, {"children": [3]}, {"children": [3]}, {"mesh": 0}])),
            false,
        ),
        (
            "diamonds on diamonds",
            nodes(
                (0..60)
                    .map(|i| {
                        if i < 58 {
                            json!({"children": [i + 1, i + 1]})
                        } else {
                            json!({"mesh": 0})
                        }
                    })
                    .collect(),
            ),
            false,
        ),
        (
            "a node twice in the scene",
            with("/scenes/0/nodes", json!([0, 0])),
            false,
        ),
        ("a chain that is just short enough", chain(64), true),
        ("a chain that is too long", chain(65), false),
        ("a very long chain", chain(9_999), false),
        ("a child that is not there", nodes(json!([{"children": [7]}])), false),
        ("a mesh that is not there", nodes(json!([{"mesh": u32::MAX}])), false),
        ("a negative mesh", nodes(json!([{"mesh": -1}])), false),
        ("a scene that is not there", with("/scene", json!(4)), false),
        ("no scene", with("/scenes", json!([])), false),
        ("an empty scene", with("/scenes/0/nodes", json!([])), false),
        ("a corner that is no number", with_data(0, &nan), false),
        (
            "a corner that is infinite",
            with_data(4, &f32::INFINITY.to_le_bytes()),
            false,
        ),
        (
            "a scale that is infinite",
            nodes(json!([{"mesh": 0, "scale": [1e38, 1e38, 1e39]}])),
            false,
        ),
        (
            "scales that multiply to infinity",
            nodes(json!([{"scale": [1e30, 1, 1], "children": [1]}, {"mesh": 0, "scale": [1e30, 1, 1]}])),
            false,
        ),
        (
            "a matrix of no numbers",
            nodes(json!([{"mesh": 0, "matrix": [null]}])),
            false,
        ),
        (
            "a matrix of zeroes",
            nodes(json!([{"mesh": 0, "matrix": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}])),
            false,
        ),
        (
            "as large as a planet",
            nodes(json!([{"mesh": 0, "scale": [1e7, 1e7, 1e7]}])),
            false,
        ),
        (
            "as small as an atom",
            nodes(json!([{"mesh": 0, "scale": [1e-10, 1e-10, 1e-10]}])),
            false,
        ),
        (
            "far away",
            nodes(json!([{"mesh": 0, "translation": [1e6, 0, -1e6]}])),
            true,
        ),
        ("mirrored", nodes(json!([{"mesh": 0, "scale": [-1, 1, 1]}])), true),
        (
            "turned by nothing",
            nodes(json!([{"mesh": 0, "rotation": [0, 0, 0, 0]}])),
            true,
        ),
        (
            "as many corners as there are numbers",
            with("/accessors/0/count", json!(u64::MAX)),
            false,
        ),
        (
            "more corners than numbers",
            with("/accessors/0/count", json!(1e300)),
            false,
        ),
        ("no corners", with("/accessors/0/count", json!(0)), false),
        (
            "four billion indices",
            with("/accessors/1/count", json!(u32::MAX)),
            false,
        ),
        ("an index past the corners", with_data(96, &[255, 255]), false),
        (
            "an offset past the data",
            with("/accessors/0/byteOffset", json!(u64::MAX - 3)),
            false,
        ),
        (
            "a view past the data",
            with("/bufferViews/0/byteLength", json!(u64::MAX)),
            false,
        ),
        (
            "a view that begins past the data",
            with("/bufferViews/1/byteOffset", json!(u64::MAX)),
            false,
        ),
        (
            "a view that is not there",
            with("/accessors/0/bufferView", json!(9)),
            false,
        ),
        ("no view", with("/accessors/0/bufferView", Value::Null), false),
        (
            "a buffer that is not there",
            with("/bufferViews/0/buffer", json!(3)),
            false,
        ),
        (
            "a stride of nothing",
            with("/bufferViews/0/byteStride", json!(0)),
            false,
        ),
        (
            "a stride that is too long",
            with("/bufferViews/0/byteStride", json!(1_000_000)),
            false,
        ),
        (
            "corners of bytes",
            with("/accessors/0/componentType", json!(5121)),
            false,
        ),
        (
            "corners of no type",
            with("/accessors/0/componentType", json!(77)),
            false,
        ),
        ("corners as matrices", with("/accessors/0/type", json!("MAT4")), false),
        (
            "indices that are no whole numbers",
            with("/accessors/1/componentType", json!(5126)),
            false,
        ),
        (
            "a sparse accessor",
            with(
                "/accessors/0/sparse",
                json!({"count": u32::MAX, "indices": {"bufferView": 0, "componentType": 5123}, "values": {"bufferView": 0}}),
            ),
            false,
        ),
        (
            "a material that is not there",
            with("/meshes/0/primitives/0/material", json!(5)),
            false,
        ),
        ("points only", with("/meshes/0/primitives/0/mode", json!(0)), false),
        (
            "a mode of its own",
            with("/meshes/0/primitives/0/mode", json!(99)),
            false,
        ),
        (
            "a mesh ten thousand times",
            many(json!({"attributes": {"POSITION": 0}, "indices": 1}), 1),
            true,
        ),
        (
            "a mesh far too often",
            many(json!({"attributes": {"POSITION": 0}, "indices": 1}), 10),
            false,
        ),
        (
            "many primitives without faces",
            many(json!({"attributes": {}, "mode": 0}), 10_000),
            false,
        ),
        (
            "Draco",
            with("/extensionsRequired", json!(["KHR_draco_mesh_compression"])),
            false,
        ),
        (
            "meshopt",
            with("/extensionsRequired", json!(["EXT_meshopt_compression"])),
            false,
        ),
        (
            "quantized",
            with("/extensionsUsed", json!(["KHR_mesh_quantization"])),
            true,
        ),
        (
            "an extension with a long name",
            with("/extensionsRequired", json!(["x".repeat(100_000)])),
            false,
        ),
        ("data elsewhere", buffer("booth.bin"), false),
        ("data on the network", buffer("https://example.org/booth.bin"), false),
        ("data on the disk", buffer("file:///etc/passwd"), false),
        ("data above", buffer("../../../../etc/passwd"), false),
        ("data in a script", buffer("javascript:alert(1)"), false),
        ("data with a broken escape", buffer("%FF%"), false),
        ("data in itself", buffer(&data_uri(&data())), true),
        (
            "data in itself, in capitals",
            buffer(&data_uri(&data()).replacen("data", "DATA", 1)),
            true,
        ),
        ("data in itself, cut short", buffer(&data_uri(&data()[..50])), false),
        (
            "data in itself, not in base 64",
            buffer("data:application/octet-stream;base64,****"),
            false,
        ),
        (
            "data in itself, escaped",
            buffer("data:application/octet-stream,%00%01"),
            false,
        ),
        ("an empty data URI", buffer("data:"), false),
        ("a giant picture", picture(&data_uri(&png(65_000, 65_000))), false),
        (
            "a picture of a giant width",
            picture(&data_uri(&png(u32::MAX, 1))),
            false,
        ),
        ("a giant photograph", picture(&data_uri(&jpeg(65_000, 10))), false),
        (
            "a picture that is just small enough",
            picture(&data_uri(&png(4096, 4096))),
            true,
        ),
        (
            "a photograph without end",
            picture(&data_uri(b"\xff\xd8\xff\xe0\0\0")),
            true,
        ),
        ("a picture elsewhere", picture("skin.png"), false),
        (
            "a picture that is none",
            picture(&data_uri(b"<svg onload=alert(1)>")),
            true,
        ),
        ("a text whose data is not there", good().to_string().into_bytes(), false),
    ]
}

fn deep(levels: usize) -> Value {
    (0..levels).fold(json!(1), |inside, _| json!({ "a": inside }))
}

/// So many of the primitive in each of many nodes.
fn many(primitive: Value, count: usize) -> Vec<u8> {
    let mut description = good();
    description["meshes"] = json!([{"primitives": vec![primitive; count]}]);
    description["nodes"] = (0..9_999).map(|_| json!({"mesh": 0})).collect();
    description["scenes"][0]["nodes"] = (0..9_999).collect();
    glb(&description)
}
