use super::strangers::{data, glb, good};
use super::*;
use crate::placement::{DesignError, FileEvent, Measure, OwnModel, Parcel, ParcelError};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn text(model: &str) -> String {
    let machine = Part {
        model: Some(model.to_owned()),
        size_m: Some([4.0, 6.0, 2.0]),
        ..part(PartKind::Model, 3.0, 2.0)
    };
    serde_json::to_string(&design("island", vec![machine])).unwrap()
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_design_leaves_with_its_models_and_comes_back() {
    let (event, files) = FileEvent::of("Old Machine (2).glb", &glb(&good()));
    let FileEvent::FileRead { design: None, models } = event else {
        panic!("{event:?}")
    };
    assert_eq!(models[0].name, "Old-Machine-2");
    let name = &models[0].keep_as;
    let parcel = Parcel::write(&text(name), &[(name.clone(), files[0].clone())]).unwrap();
    assert_eq!(
        parcel,
        Parcel::write(&text(name), &[(name.clone(), files[0].clone())]).unwrap()
    );
    let read = Parcel::read("x.fairway.zip", &parcel).unwrap();
    assert_eq!(read.design.as_deref(), Some(text(name).as_str()));
    assert_eq!(read.models, [(name.clone(), OwnModel::read(&glb(&good())).unwrap())]);
    let (FileEvent::FileRead { models, .. }, _) = FileEvent::of("x.zip", &parcel) else {
        panic!("it was refused")
    };
    assert_eq!((&models[0].name, &models[0].keep_as), (name, name));
}

#[test]
fn what_is_practised_on_is_a_model_like_others() {
    let (event, files) = FileEvent::of("practice.glb", &OwnModel::sample().to_glb());
    let FileEvent::FileRead { models, .. } = event else {
        panic!("it was refused")
    };
    let hull = &models[0].hull;
    assert_eq!(
        hull.size_m.map(|metres| (metres * 100.0).round()),
        [300.0, 300.0, 202.0]
    );
    assert!(hull.bands.len() > 8 && hull.bands.iter().any(|band| band.area.count_corners() > 20));
    assert_eq!(OwnModel::read(&files[0]).unwrap().triangles(), 4608);
}

#[test]
fn an_own_model_is_measured_at_its_size() {
    let venue = venue_of(
        layout(),
        &json!([
            rule("single_deck_max_height", 1.5, "m"),
            rule("boundary_max_overhang", 0.0, "m")
        ]),
    );
    let hulls = Hulls::from([("machine".to_owned(), OwnModel::read(&glb(&good())).unwrap().hull)]);
    let report = check(&venue, &Design::read(&text("machine")).unwrap(), &hulls).unwrap();
    let measured: Vec<_> = report
        .findings
        .iter()
        .map(|finding| (finding.measure, finding.measured))
        .collect();
    let [
        (Measure::BoundaryMaxOverhang, out),
        (Measure::SingleDeckMaxHeight, high),
    ] = measured[..]
    else {
        panic!("{measured:?}")
    };
    assert!((out - 1.0).abs() < 1e-3 && (high - 2.0).abs() < 1e-3, "{measured:?}");
}

#[test]
fn a_closed_model_walls_a_side_off_though_it_is_of_many_bands() {
    let venue = venue_of(layout(), &json!([rule("aisle_side_wall_max_share", 0.3, "share")]));
    // It leans a little, so that no two of its bands are the same.
    let mut leaning = good();
    leaning["nodes"][0] = json!({"mesh": 0, "matrix": [3, 0, 0, 0, 0.1, 2.5, 0, 0, 0, 0, 0.3, 0, 0, 0, 0, 1]});
    let hull = OwnModel::read(&glb(&leaning)).unwrap().hull;
    assert!(hull.bands.len() > 10);
    let hulls = Hulls::from([("wall".to_owned(), hull)]);
    let wall = Part {
        model: Some("wall".to_owned()),
        ..part(PartKind::Model, 3.0, 0.2)
    };
    let report = check(&venue, &design("island", vec![wall]), &hulls).unwrap();
    assert_eq!(report.findings.len(), 1, "{report:?}");
    assert!((report.findings[0].measured - 0.5).abs() < 0.02, "{report:?}");
}

#[test]
fn parcels_that_are_not_ours_are_refused() {
    let design = text("machine");
    let bomb = vec![b' '; 60 << 20];
    let model = glb(&good());
    for (what, bytes, says) in [
        ("an empty zip", zip_of(&[]), "no design.json"),
        ("a zip of other things", zip_of(&[("a.txt", b"a")]), "no design.json"),
        (
            "a zip that is cut",
            zip_of(&[("design.json", design.as_bytes())])[..60].to_vec(),
            "damaged",
        ),
        ("a zip's head alone", b"PK\x03\x04".to_vec(), "damaged"),
        (
            "a bomb as design",
            zip_of(&[("design.json", &bomb)]),
            "more bytes in one of its files",
        ),
        (
            "a bomb as model",
            zip_of(&[("design.json", b"{}"), ("models/a.glb", &bomb)]),
            "more bytes in one of its files",
        ),
        (
            "a model that is none",
            zip_of(&[("design.json", b"{}"), ("models/a.glb", b"GIF89a")]),
            "models/a.glb: ",
        ),
        (
            "a model outside",
            zip_of(&[("../models/a.glb", &model), ("/design.json", b"{}")]),
            "no design.json",
        ),
        ("bytes", data(), "neither"),
    ] {
        let error = Parcel::read("it", &bytes).unwrap_err();
        assert!(error.to_string().contains(says), "{what}: {error}");
    }
    let many: Vec<String> = (0..300).map(|i| format!("models/{i}.glb")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &model[..])).collect();
    assert!(matches!(
        Parcel::read("it", &zip_of(&many)),
        Err(ParcelError::TooLarge { what: "files", .. })
    ));
    let junk = zip_of(&[
        ("design.json", design.as_bytes()),
        ("__MACOSX/._design.json", b"\0"),
        ("models/", b""),
    ]);
    assert_eq!(Parcel::read("it", &junk).unwrap().design.as_ref(), Some(&design));
}

#[test]
fn a_plain_design_is_read_and_a_later_one_is_for_the_desk_to_refuse() {
    let later = text("a").replace("placement/1", "placement/2");
    let parcel = Parcel::read("design.json", later.as_bytes()).unwrap();
    assert!(matches!(
        Design::read(parcel.design.as_deref().unwrap()),
        Err(DesignError::Newer { .. })
    ));
}
