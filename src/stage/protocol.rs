//! What the page and the stage say to each other. Pointer, wheel, touch and keys are the page's and reach the stage as camera commands.
//! The TypeScript types in `web/src/bindings/` are generated from these by `cargo test`.

use crate::design::{Design, PartId};
use crate::guide::Scene;
use crate::venue::{BoothId, LevelId, ModelFile, PlaceId, Point, Polygon, Severity};
use crate::wayfinding::RoutePoint;
use serde::{Deserialize, Serialize};

macro_rules! message {
    ($($item:item)+) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        $item
    )+};
}

message! {
    /// From the page to the stage. The canvas and the models' bytes arrive beside these: those that `ModelsWanted` asks for.
    #[serde(tag = "type", rename_all = "snake_case")]
    #[cfg_attr(test, ts(export))]
    pub enum StageCommand {
        /// Size in CSS pixels; the drawing is `width_px × pixel_ratio` wide.
        Resize { width_px: f32, height_px: f32, pixel_ratio: f32 },
        /// All models that there are, and how much of the GPU's memory whole ones may take.
        ShowModels { models: Vec<ModelFile>, memory_mb: u32 },
        /// It could not be fetched.
        ModelMissed { file: String },
        /// Asks again for a model that was missed or refused.
        LoadAgain { file: String },
        /// Labels, walls and levels.
        SetScene { scene: Scene },
        /// Of labels.
        SetLanguage { language: String },
        /// `visitors`: whether people are shown in the halls.
        SetAppearance { dark: bool, reduced_motion: bool, visitors: bool },
        /// The part of the canvas that panels do not cover, in CSS pixels from its edges: what is looked at is put in its middle.
        SetInsets { top: f32, right: f32, bottom: f32, left: f32 },
        /// The highest level shown; all if `None`.
        ShowLevel { level: Option<LevelId> },
        /// Highlights a place; `None` clears.
        Select { place: Option<PlaceId> },
        /// Draws a route; an empty list clears.
        ShowRoute { points: Vec<RoutePoint> },
        /// Where the person who looks is, and which way they face, if that is known: degrees clockwise from the y axis. `None` clears.
        ShowHere { at: Option<RoutePoint>, heading_deg: Option<f32> },
        /// Moves the camera there, eased.
        LookAt { target: Target },
        /// Takes the camera to where a person stands, at eye level; from there it walks.
        Walk { pose: Option<Pose> },
        /// Walks the shown route by itself; any other camera command ends it.
        FollowRoute,
        /// So many times the usual speed of that walk; 0 pauses it.
        PaceFollow { factor: f32 },
        /// Moves the ground under the pointer from one point to the other (overview), or turns the head (walking). CSS pixels.
        Drag { from: [f32; 2], to: [f32; 2], kind: DragKind },
        /// Zooms about a point; `factor` > 1 comes nearer.
        Zoom { at: [f32; 2], factor: f32 },
        /// Turns about the vertical and tilts, in degrees.
        Turn { heading_deg: f32, tilt_deg: f32 },
        /// Keys or buttons held down: −1 to 1 each; zeros stop. Metres a second are the stage's business.
        Drive { forward: f32, right: f32, up: f32, turn: f32, fast: bool },
        /// Which place is at that pixel? Answered by `Picked`, with `peek` as it was asked: whether the camera is to stay.
        Pick { at: [f32; 2], peek: bool },
        /// Which place is under the pointer, for the hover highlight; `None` when it leaves.
        Hover { at: Option<[f32; 2]> },
        /// The stand that somebody designs. Told before the models come: what they have on stands is kept apart from then on.
        SetStand { stand: DesignedStand },
        /// What is on it, in place of what its hall's model has there. `at_rest`: no finger moves it, so there is time to light what was turned.
        ShowDesign { design: Design, at_rest: bool },
        /// Marks a part of it, and what is found.
        MarkDesign { part: Option<PartId>, marks: Vec<DesignMark> },
        /// Whether anything is on the other stands.
        ShowNeighbours { shown: bool },
        /// Puts the eye there as a person's, wherever that is; from there it walks.
        Stand { pose: Pose },
        /// Takes hold of the part at that pixel. Answered by `Grasped`.
        Grasp { at: [f32; 2] },
        /// Where what was grasped is to be. Answered by `Reached`.
        Reach { at: [f32; 2] },
    }

    #[serde(tag = "kind", rename_all = "snake_case")]
    pub enum Target {
        Overview,
        Place { place: PlaceId },
        Route,
        /// A pose from the URL.
        Pose { pose: Pose },
    }

    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum DragKind {
        Pan,
        Orbit,
    }

    /// Where the camera is and looks: venue metres; `z` is the height over the ground level's floor.
    #[derive(Copy)]
    pub struct Pose {
        pub x: f32,
        pub y: f32,
        pub z: f32,
        /// Degrees clockwise from the y axis.
        pub heading_deg: f32,
        /// Degrees below the horizon.
        pub tilt_deg: f32,
    }

    /// A stand as the layout has it.
    pub struct DesignedStand {
        pub id: BoothId,
        pub level: LevelId,
        pub footprint: Polygon,
        pub open_sides: Vec<usize>,
        /// `#rrggbb`: the hall's.
        pub accent: Option<String>,
    }

    /// Where something is found: areas in venue metres, between two heights over the level's floor.
    pub struct DesignMark {
        pub borders: Vec<Polygon>,
        pub from_m: f64,
        pub to_m: f64,
        pub severity: Severity,
        pub chosen: bool,
    }

    /// From the stage to the page.
    #[serde(tag = "type", rename_all = "snake_case")]
    #[cfg_attr(test, ts(export))]
    pub enum StageEvent {
        /// The first frame with anything of the venue in it was drawn.
        FirstFrame,
        /// Which models are to be fetched now, the most wanted first; in place of what was wanted before. None: all that are wanted are drawn.
        ModelsWanted { files: Vec<String> },
        /// A model is drawn.
        ModelAdded { file: String, booths: usize, triangles: usize },
        /// A model could not be used; the others are.
        ModelRefused { file: String, message: String },
        /// A model has booths that the scene does not know.
        UnknownBooths { file: String, booths: Vec<String> },
        /// `place` is `None` on bare floor or sky.
        Picked { place: Option<PlaceId>, at: [f32; 2], peek: bool },
        Hovered { place: Option<PlaceId> },
        /// The part of the design at that pixel, and the point there, in venue metres.
        Grasped { part: Option<PartId>, at: [f32; 2], point: Point },
        /// The point to which what was grasped is moved.
        Reached { point: Point },
        /// The camera came to rest.
        CameraRested { pose: Pose, mode: CameraMode },
        /// Where the camera is on its way, for the compass and the small plan, at most ten times a second.
        CameraMoved { pose: Pose },
        /// A walker came to another level, or into another hall or room.
        Entered { level: LevelId, unit: Option<PlaceId> },
        /// The camera goes on in another way.
        ModeChanged { mode: CameraMode },
        FollowEnded { arrived: bool },
        NotUnderstood { message: String },
    }

    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum CameraMode {
        Fly,
        Walk,
        Follow,
    }
}

/// How the page writes the command that brings a scene.
#[cfg(any(feature = "stage", test))]
const SCENE_BEGINS: &[u8] = br#"{"type":"set_scene","#;

#[cfg(any(feature = "stage", test))]
impl StageCommand {
    /// Reads one as JSON. A tagged enum is kept as it came until all of it is known; a scene is too large for that.
    pub fn read(json: &[u8]) -> serde_json::Result<Self> {
        #[derive(Deserialize)]
        struct Told {
            scene: Scene,
        }
        if json.starts_with(SCENE_BEGINS) {
            return serde_json::from_slice(json).map(|Told { scene }| Self::SetScene { scene });
        }
        serde_json::from_slice(json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_is_read_as_it_is_written_and_in_any_other_order() {
        let scene = Scene {
            levels: Vec::new(),
            labels: Vec::new(),
            connectors: Vec::new(),
            start: None,
        };
        let told = StageCommand::SetScene { scene };
        let json = serde_json::to_string(&told).unwrap();
        assert!(json.as_bytes().starts_with(SCENE_BEGINS));
        assert_eq!(StageCommand::read(json.as_bytes()).unwrap(), told);
        let turned = json
            .replace(r#""type":"set_scene","#, "")
            .replace("}}", r#"},"type":"set_scene"}"#);
        assert_eq!(StageCommand::read(turned.as_bytes()).unwrap(), told);
        assert!(StageCommand::read(SCENE_BEGINS).is_err());
    }
}
