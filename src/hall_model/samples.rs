//! The files that the Khronos glTF validator is tested with, for tests of what reads strangers' files.

use std::path::Path;

/// Names and bytes of all `.glb` and `.gltf` files among them; `None` where they are not on this machine.
pub fn khronos() -> Option<Vec<(String, Vec<u8>)>> {
    let shared = std::env::var("FAIRWAY_SHARED_DATA").unwrap_or_else(|_| "../shared/data".to_owned());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(shared)
        .join("gltf-validator");
    let Ok(kinds) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return None;
    };
    let files = kinds.flat_map(|kind| std::fs::read_dir(kind.unwrap().path()).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    let models = paths.filter(|path| {
        path.extension()
            .is_some_and(|ending| ending == "glb" || ending == "gltf")
    });
    Some(
        models
            .map(|path| {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                (name, std::fs::read(&path).unwrap())
            })
            .collect(),
    )
}
