use super::*;
use crate::placement::{Desk, PartId, PlacementCommand, PlacementEvent};
use crate::venue::{BUNDLE_FORMAT, Bundle};
use PlacementCommand::*;

fn open_desk() -> Desk {
    let venue = venue_of(layout(), &json!([rule("single_deck_max_height", 4.5, "m")]));
    let bundle = Bundle {
        format: BUNDLE_FORMAT.to_owned(),
        files: venue.files().clone(),
        floor: Vec::new(),
        models: Vec::new(),
        characters: String::new(),
    };
    let mut desk = Desk::default();
    assert_eq!(
        desk.open(&serde_json::to_vec(&bundle).unwrap()),
        PlacementEvent::VenueOpened
    );
    desk
}

/// How many parts, solids and findings there are.
fn counts(event: PlacementEvent) -> (usize, usize, usize) {
    match event {
        PlacementEvent::Designed {
            design,
            solids,
            report,
            lines,
            ..
        } => {
            assert_eq!(report.findings.len(), lines.len());
            (design.parts.len(), solids.len(), lines.len())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn parts_are_put_moved_and_removed() {
    let mut desk = open_desk();
    let tower = |height| PutPart {
        part: sized(PartKind::Tower, 2.0, 2.0, [1.0, 1.0, height]),
    };
    assert_eq!(desk.handle(tower(4.0)), PlacementEvent::NotReady);
    assert_eq!(
        counts(desk.handle(StartDesign {
            stand: BoothId::new("island")
        })),
        (0, 0, 0)
    );
    assert_eq!(counts(desk.handle(tower(4.0))), (1, 1, 0));
    assert_eq!(counts(desk.handle(tower(5.0))), (1, 1, 1));
    assert!(matches!(desk.handle(tower(-1.0)), PlacementEvent::DesignRefused { pointer, .. } if pointer == "/parts/0"));
    assert!(matches!(desk.handle(LookRound), PlacementEvent::Seen { views } if views.sign.is_some()));
    assert!(matches!(desk.handle(CompareWays), PlacementEvent::WaysCompared { changes } if changes.walks.is_empty()));
    assert_eq!(
        counts(desk.handle(RemovePart {
            part: PartId("part".to_owned())
        })),
        (0, 0, 0)
    );
}

#[test]
fn designs_are_read_and_refused_as_their_files_are() {
    let mut desk = open_desk();
    let text = serde_json::to_string(&design("row-1", vec![part(PartKind::ShellScheme, 0.0, 0.0)])).unwrap();
    assert_eq!(counts(desk.handle(ReadDesign { text: text.clone() })), (1, 2, 0));
    let elsewhere = desk.handle(ReadDesign {
        text: text.replace("row-1", "row-9"),
    });
    assert!(matches!(elsewhere, PlacementEvent::StandUnknown { meant: Some(meant), .. } if meant.as_str() == "row-1"));
    let later = desk.handle(ReadDesign {
        text: text.replace("placement/1", "placement/2"),
    });
    assert!(matches!(later, PlacementEvent::DesignRefused { message, .. } if message.contains("later")));
    assert!(matches!(desk.handle(ListKit), PlacementEvent::KitListed { kit } if kit.len() == 17));
    let json = desk.handle_json(r#"{"remove_part": {"part": "a"}}"#);
    assert!(json.starts_with(r#"{"type":"designed""#), "{json}");
    assert!(desk.handle_json("{}").contains("not_understood"));
    assert!(matches!(desk.open(b"<html>"), PlacementEvent::VenueRefused { .. }));
}

#[test]
fn practice_changes_nothing() {
    let counter = || PutPart {
        part: part(PartKind::Counter, 1.0, 1.0),
    };
    let answer = |practises: bool| {
        let mut desk = open_desk();
        if practises {
            desk.practise();
        }
        desk.handle(StartDesign {
            stand: BoothId::new("island"),
        });
        if practises {
            desk.practise();
        }
        desk.handle(counter())
    };
    assert_eq!(answer(true), answer(false));
}
