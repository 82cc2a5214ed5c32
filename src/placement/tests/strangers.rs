//! Bytes that a stranger chose: accepted properly or refused with a reason, whatever they are.

mod bombs;

use crate::hall_model::ReadError;
use crate::hall_model::samples::khronos;
use crate::placement::{LIMITS, ModelError, OwnModel, Parcel, ParcelError, TakenAs, refusal};
use serde_json::{Value, json};

/// A box of 2 × 1 × 3 m (width, height, depth in glTF's axes), half of it red.
pub fn good() -> Value {
    json!({
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "scale": [2, 1, 3]}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1, "material": 0}]}],
        "materials": [{"pbrMetallicRoughness": {"baseColorFactor": [1, 0, 0, 1]}}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 8, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 1]},
            {"bufferView": 1, "componentType": 5123, "count": 36, "type": "SCALAR"}
        ],
        "bufferViews": [
            {"buffer": 0, "byteLength": 96},
            {"buffer": 0, "byteOffset": 96, "byteLength": 72}
        ],
        "buffers": [{"byteLength": 168}]
    })
}

pub fn data() -> Vec<u8> {
    let corner = |i: u8| [i & 1, i >> 1 & 1, i >> 2].map(|bit| f32::from(bit).to_le_bytes());
    let sides: [[u16; 4]; 6] = [
        [0, 2, 3, 1],
        [4, 5, 7, 6],
        [0, 1, 5, 4],
        [2, 6, 7, 3],
        [0, 4, 6, 2],
        [1, 3, 7, 5],
    ];
    let indices = sides.iter().flat_map(|[a, b, c, d]| [*a, *b, *c, *a, *c, *d]);
    let corners = (0..8).flat_map(corner).flatten();
    corners.chain(indices.flat_map(u16::to_le_bytes)).collect()
}

fn chunks(parts: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut bytes = [b"glTF".as_slice(), &2u32.to_le_bytes(), &[0; 4]].concat();
    for (kind, chunk) in parts {
        let mut chunk = chunk.to_vec();
        chunk.resize(chunk.len().next_multiple_of(4), b' ');
        bytes.extend((chunk.len() as u32).to_le_bytes());
        bytes.extend(*kind);
        bytes.extend(chunk);
    }
    let length = (bytes.len() as u32).to_le_bytes();
    bytes[8..12].copy_from_slice(&length);
    bytes
}

pub fn glb(description: &Value) -> Vec<u8> {
    chunks(&[(b"JSON", description.to_string().as_bytes()), (b"BIN\0", &data())])
}

/// The good model with something else at a place.
fn with(pointer: &str, value: Value) -> Vec<u8> {
    let mut description = good();
    match description.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            description.pointer_mut(parent).unwrap()[key] = value;
        }
    }
    glb(&description)
}

/// The good model with its first bytes of data replaced.
fn with_data(start: usize, bytes: &[u8]) -> Vec<u8> {
    let mut data = data();
    data[start..start + bytes.len()].copy_from_slice(bytes);
    chunks(&[(b"JSON", good().to_string().as_bytes()), (b"BIN\0", &data)])
}

fn nodes(nodes: Value) -> Vec<u8> {
    with("/nodes", nodes)
}

/// A PNG's or JPEG's head that says it is so large.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes
}

fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08".to_vec();
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes
}

fn picture(uri: &str) -> Vec<u8> {
    let mut description = good();
    description["images"] = json!([{"uri": uri}]);
    description["textures"] = json!([{"source": 0}]);
    description["materials"][0]["pbrMetallicRoughness"]["baseColorTexture"] = json!({"index": 0});
    glb(&description)
}

fn data_uri(bytes: &[u8]) -> String {
    use base64::Engine;
    format!(
        "data:application/octet-stream;base64,{}",
        base64::engine::general_purpose::STANDARD.encode(bytes)
    )
}

#[test]
fn hand_made_bombs_are_refused_and_what_is_only_odd_is_read() {
    let bombs = bombs::bombs();
    assert!(bombs.len() >= 60);
    let mut surprises = Vec::new();
    for (what, bytes, is_fine) in bombs {
        let read = OwnModel::read(&bytes);
        if read.is_ok() != is_fine {
            surprises.push((what, read.as_ref().err().cloned()));
        }
        if let Err(error) = read {
            let refusal = refusal(&ParcelError::Model {
                name: "it".to_owned(),
                error,
            });
            for language in ["en", "zh-Hans"] {
                assert!(refusal.message.0[language].chars().count() > 5, "{what}");
                assert!(refusal.mend.0[language].chars().count() > 5, "{what}");
            }
            assert!(refusal.message.0["en"].len() < 400, "{what}: {refusal:?}");
        }
    }
    assert_eq!(surprises, []);
}

#[test]
fn two_thousand_mutations_are_read_or_refused() {
    let mut random = oorandom::Rand32::new(20_261_127);
    let seeds = [
        glb(&good()),
        OwnModel::read(&glb(&good())).unwrap().to_glb(),
        Parcel::write("{}", &[("box".to_owned(), glb(&good()))]).unwrap(),
    ];
    let mut accepted = 0;
    for i in 0..2_000 {
        let mut bytes = seeds[i % seeds.len()].clone();
        for _ in 0..=random.rand_range(0..3) {
            let at = random.rand_range(0..bytes.len() as u32) as usize;
            match random.rand_range(0..5) {
                0 => bytes[at] = random.rand_u32() as u8,
                1 => bytes[at] ^= 1 << random.rand_range(0..8),
                2 => bytes.truncate(at.max(1)),
                3 => {
                    let until = (at + random.rand_range(1..16) as usize).min(bytes.len());
                    let piece = bytes[at..until].to_vec();
                    bytes.splice(at..at, piece);
                }
                _ => {
                    let digits = b"0123456789-e.{}[],\"";
                    bytes[at] = digits[random.rand_range(0..digits.len() as u32) as usize];
                }
            }
        }
        if let Ok(parcel) = Parcel::read("it.glb", &bytes) {
            accepted += 1;
            for (_, model) in &parcel.models {
                assert_eq!(OwnModel::read(&model.to_glb()).unwrap().triangles(), model.triangles());
                assert!(model.hull.size_m.iter().all(|metres| (0.0..=101.0).contains(metres)));
            }
        }
    }
    assert!(accepted > 100, "{accepted}");
}

#[test]
fn samples_that_the_khronos_validator_has_are_read_or_refused() {
    let Some(samples) = khronos() else { return };
    let (mut read, mut refused) = (0, 0);
    for (name, bytes) in samples {
        match Parcel::read(&name, &bytes) {
            Ok(parcel) => {
                read += 1;
                let model = &parcel.models[0].1;
                assert!(model.triangles() > 0 && !model.hull.bands.is_empty(), "{name}");
            }
            Err(error) => {
                refused += 1;
                assert!(!refusal(&error).message.0["zh-Hans"].is_empty());
            }
        }
    }
    eprintln!("{read} read, {refused} refused");
    assert!(read + refused > 100);
}

#[test]
fn a_model_stands_on_the_floor_in_metres_and_is_the_same_when_it_is_read_again() {
    let model = OwnModel::read(&nodes(
        json!([{"mesh": 0, "scale": [2, 1, 3], "translation": [50, -7, 0.3333]}]),
    ))
    .unwrap();
    let hull = model.hull.clone();
    let near = |a: f64, b: f64| (a - b).abs() < 2e-4;
    assert!(
        near(hull.size_m[0], 2.0) && near(hull.size_m[1], 3.0) && near(hull.size_m[2], 1.0),
        "{:?}",
        hull.size_m
    );
    assert_eq!(hull.bands[0].from_m, 0.0);
    let again = OwnModel::read(&model.to_glb()).unwrap();
    assert_eq!(again, model);
    assert_eq!(again.to_glb(), model.to_glb());
    let name = OwnModel::name("box", &model.to_glb());
    assert_eq!(OwnModel::name(&name, &model.to_glb()), name);
    assert_ne!(OwnModel::name("box", &glb(&good())), name);
}

/// A PNG of two chunks that say something of its pixels, and one that does not.
fn whole_png() -> Vec<u8> {
    let chunk = |name: &[u8; 4], data: &[u8]| {
        let length = (data.len() as u32).to_be_bytes();
        [&length[..], name, data, &[0; 4]].concat()
    };
    let mut head = [4u32.to_be_bytes(), 4u32.to_be_bytes()].concat();
    head.extend([8, 2, 0, 0, 0]);
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &head),
        chunk(b"tEXt", b"taken at home"),
        chunk(b"IDAT", b"pixels"),
        chunk(b"IEND", b""),
    ]
    .concat()
}

fn whole_jpeg() -> Vec<u8> {
    [
        &jpeg(4, 4)[..8],
        b"\xff\xe1\0\x0ftaken at home",
        &jpeg(4, 4)[8..],
        &[0; 10],
        b"\xff\xfe\0\x06home\xff\xda\0\x02pixels\xff\xd9",
    ]
    .concat()
}

/// The good model with pictures, of which its material has one; its positions are the places in it.
fn printed(files: &[Vec<u8>], used: usize, alpha: &str) -> Vec<u8> {
    let mut description = good();
    let images: Vec<Value> = files.iter().map(|file| json!({"uri": data_uri(file)})).collect();
    description["images"] = images.into();
    description["samplers"] = json!([{"wrapS": 33071}]);
    description["textures"] = json!([{"source": used, "sampler": 0}]);
    description["materials"][0]["alphaMode"] = alpha.into();
    description["materials"][0]["pbrMetallicRoughness"]["baseColorTexture"] = json!({"index": 0});
    description["meshes"][0]["primitives"][0]["attributes"]["TEXCOORD_0"] = 2.into();
    let places = json!({"bufferView": 2, "componentType": 5126, "count": 8, "type": "VEC2"});
    description["accessors"].as_array_mut().unwrap().push(places);
    let view = json!({"buffer": 0, "byteLength": 96, "byteStride": 12});
    description["bufferViews"].as_array_mut().unwrap().push(view);
    glb(&description)
}

#[test]
fn a_models_pictures_are_kept_where_they_lie_and_say_nothing_of_who_took_them() {
    let pictures = [whole_png(), whole_jpeg()];
    for (used, alpha, kept) in [(0, "OPAQUE", "OPAQUE"), (1, "MASK", "MASK"), (1, "BLEND", "MASK")] {
        let model = OwnModel::read(&printed(&pictures, used, alpha)).unwrap();
        let written = model.to_glb();
        assert_eq!(OwnModel::read(&written).unwrap(), model);
        let has = |words: &[u8]| written.windows(words.len()).any(|window| window == words);
        assert!(has(b"pixels") && has(kept.as_bytes()) && has(b"33071"), "{alpha}");
        assert!(has([&b"image/png"[..], b"image/jpeg"][used]) && !has(b"home"));
    }
    // What cannot be shown is left out, and the model is as if it had none.
    let plain = OwnModel::read(&glb(&good())).unwrap();
    for file in [b"<svg/>".to_vec(), whole_png()[..60].to_vec(), jpeg(4, 4)] {
        assert_eq!(OwnModel::read(&printed(&[file], 0, "OPAQUE")).unwrap(), plain);
    }
}

#[test]
fn another_unit_is_seen() {
    let of = |factor: f64| {
        let scale = [2.0, 1.0, 3.0].map(|metres| metres * factor);
        OwnModel::read(&nodes(json!([{"mesh": 0, "scale": scale}]))).unwrap()
    };
    for (factor, unit) in [
        (1.0, None),
        (100.0, Some(TakenAs::Centimetres)),
        (1000.0, Some(TakenAs::Millimetres)),
        (0.001, Some(TakenAs::Kilometres)),
    ] {
        let model = of(factor);
        assert_eq!(model.taken_as, unit);
        assert!((model.hull.size_m[1] - 3.0).abs() < 1e-3, "{factor}");
    }
}

#[test]
fn the_limits_are_those_that_are_told() {
    let too_large = vec![0; LIMITS.bytes + 1];
    let error = OwnModel::read(&too_large).unwrap_err();
    assert!(
        matches!(error, ModelError::Read(ReadError::TooLarge { what: "bytes", .. })),
        "{error}"
    );
}

#[test]
fn a_cloud_of_leaves_is_drawn_with_few_corners_and_one_that_is_too_wide_is_refused() {
    let leaves = |count: u32, across: f32| {
        let mut random = oorandom::Rand32::new(1);
        let mut at = |across: f32| (random.rand_float() - 0.5) * across;
        let corners: Vec<f32> = (0..count)
            .flat_map(|_| {
                let middle = [at(across), at(2.0), at(across)];
                [(); 3].map(|()| middle.map(|c| c + at(0.06)))
            })
            .flatten()
            .collect();
        let data: Vec<u8> = corners.iter().flat_map(|c| c.to_le_bytes()).collect();
        let mut description = good();
        description["nodes"][0] = json!({"mesh": 0});
        description["meshes"][0]["primitives"][0] = json!({"attributes": {"POSITION": 0}});
        description["accessors"] =
            json!([{"bufferView": 0, "componentType": 5126, "count": corners.len() / 3, "type": "VEC3"}]);
        description["bufferViews"] = json!([{"buffer": 0, "byteLength": data.len()}]);
        description["buffers"] = json!([{"byteLength": data.len()}]);
        OwnModel::read(&chunks(&[
            (b"JSON", description.to_string().as_bytes()),
            (b"BIN\0", &data),
        ]))
    };
    let tree = leaves(8_000, 2.0).unwrap();
    assert_eq!(tree.triangles(), 8_000);
    assert!(tree.hull.is_quick());
    assert!(matches!(leaves(8_000, 60.0), Err(ModelError::TooFine)));
}
