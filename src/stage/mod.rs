//! The eyes: loads the halls' models, draws, flies, picks. It decides nothing about the expo.
//!
//! What needs no Bevy (camera, ribbon, labels' layout, picking, walls) is plain arithmetic in venue axes, tested natively; the plugins
//! are compiled with the feature `stage` only.
#![cfg_attr(
    not(feature = "stage"),
    allow(
        dead_code,
        unused_imports,
        reason = "the plugins that use it are compiled with the feature `stage` only"
    )
)]

#[cfg(any(feature = "stage", test))]
mod camera;
#[cfg(any(feature = "stage", test))]
mod design;
#[cfg(any(feature = "stage", test))]
mod frustum;
#[cfg(any(feature = "stage", test))]
mod labels;
#[cfg(any(feature = "stage", test))]
mod loading;
#[cfg(any(feature = "stage", test))]
mod nameplates;
#[cfg(any(feature = "stage", test))]
mod pace;
#[cfg(any(feature = "stage", test))]
mod path;
#[cfg(any(feature = "stage", test))]
mod picking;
#[cfg(any(feature = "stage", test))]
mod pieces;
mod protocol;
#[cfg(any(feature = "stage", test))]
mod ribbon;
#[cfg(any(feature = "stage", test))]
mod shapes;
#[cfg(any(feature = "stage", test))]
mod site;
#[cfg(any(feature = "stage", test))]
mod space;
#[cfg(any(feature = "stage", test))]
mod walls;

#[cfg(feature = "stage")]
mod appearance;
#[cfg(feature = "stage")]
mod canvas;
#[cfg(feature = "stage")]
mod commands;
#[cfg(feature = "stage")]
mod here;
#[cfg(feature = "stage")]
mod idle;
#[cfg(feature = "stage")]
mod models;
#[cfg(feature = "stage")]
mod overlay;
#[cfg(feature = "stage")]
mod painter;
#[cfg(feature = "stage")]
mod pointing;
#[cfg(feature = "stage")]
mod route;
#[cfg(feature = "stage")]
mod runtime;
#[cfg(feature = "stage")]
mod selection;
#[cfg(feature = "stage")]
mod stand_in;
#[cfg(feature = "stage")]
mod venue;

#[cfg(feature = "stage")]
pub use painter::PaintError;
pub use protocol::*;
#[cfg(feature = "stage")]
pub use runtime::Runtime;
