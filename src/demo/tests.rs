use super::*;
use crate::venue::Venue;

#[test]
fn the_demo_is_a_venue() {
    Venue::new(generate(&Options::default())).unwrap();
}
