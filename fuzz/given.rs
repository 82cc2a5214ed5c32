//! Files that strangers give, models and designs with models alike: whatever the bytes are, they are read or refused, and what was rewritten is read again.
#![no_main]

use fairway::placement::{FileEvent, OwnModel};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for name in ["it.glb", "it.json"] {
        let (event, files) = FileEvent::of(name, bytes);
        assert!(!event.to_json().is_empty());
        for file in files {
            let model = OwnModel::read(&file).expect("a file of our own making is read");
            assert_eq!(model.to_glb(), file, "and is the same again");
        }
    }
});
