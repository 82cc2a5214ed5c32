//! The published schemas are those of the types.

use crate::example::{Folder, JSON_FILES, fairway};
use std::path::Path;

#[test]
fn the_published_schemas_are_current() {
    let made = Folder::empty("schema");
    let output = fairway(&["schema", "--out", made.path().to_str().unwrap()]);
    assert!(output.status.success(), "{output:?}");
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema");
    for file in JSON_FILES.into_iter().chain(["placement.json"]) {
        let read = |dir: &Path| std::fs::read_to_string(dir.join(file)).unwrap();
        assert!(
            read(made.path()) == read(&published),
            "docs/schema/{file} is not current; run `cargo run -- schema --out docs/schema`"
        );
    }
}
