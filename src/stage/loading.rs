//! Which models are held: all that show a hall from afar, and the whole ones of the nearest halls, within a budget. What is fetched and what is
//! dropped follows from where the camera is, or flies to; nothing here fetches or draws.

use super::space::Box3;
use crate::venue::ModelFile;
use glam::Vec3;

/// Bytes of the GPU's memory for each byte of a file, until the model is read and counted.
const GPU_BYTES_PER_BYTE: u64 = 4;
/// A hall that is held or on its way counts as nearer than it is, to this part and by these metres: none is dropped for another
/// that is hardly nearer, and dropped for it again.
const HELD_PART: f32 = 0.8;
const HELD_M: f32 = 10.0;
/// So many files are asked for: those that are fetched, and a few to go on with.
const ASKED_AT_ONCE: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Absent,
    /// It came, and is still to be read.
    Unread,
    Held,
    Failed,
}

#[derive(Debug)]
struct Model {
    file: String,
    state: State,
    gpu_bytes: u64,
}

impl Model {
    fn new(file: String, bytes: u64) -> Self {
        Self {
            file,
            state: State::Absent,
            gpu_bytes: bytes.saturating_mul(GPU_BYTES_PER_BYTE),
        }
    }
}

#[derive(Debug)]
struct Hall {
    far: Option<Model>,
    whole: Model,
    /// Not known before one of its models is.
    bounds: Option<Box3>,
}

impl Hall {
    /// Whether its whole model would show more than what is there or still to come.
    fn needs_whole(&self, distance: f32, seen_m: f32) -> bool {
        match self.far.as_ref().map(|far| far.state) {
            None | Some(State::Failed) => true,
            Some(State::Absent | State::Unread) => false,
            Some(State::Held) => distance <= seen_m,
        }
    }

    /// 0 where nobody knows yet.
    fn distance(&self, eye: Vec3) -> f32 {
        let to = |bounds: Box3| eye.clamp(bounds.min, bounds.max).distance(eye);
        self.bounds.map_or(0.0, to)
    }
}

/// Which model of which hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    pub hall: usize,
    pub is_far: bool,
}

#[derive(Debug, Default)]
#[cfg_attr(feature = "stage", derive(bevy::prelude::Resource))]
pub struct Loading {
    halls: Vec<Hall>,
    /// For whole models, in bytes of the GPU's memory.
    budget: u64,
    asked: Vec<String>,
    /// What was asked for last is no longer what is to be fetched.
    is_news: bool,
}

impl Loading {
    pub fn new(models: Vec<ModelFile>, budget: u64) -> Self {
        let halls = models.into_iter().map(|model| Hall {
            far: model.far.map(|far| Model::new(far.file, far.bytes)),
            whole: Model::new(model.file, model.bytes),
            bounds: None,
        });
        Self {
            halls: halls.collect(),
            budget,
            asked: Vec::new(),
            is_news: true,
        }
    }

    /// `None` for files that were not announced.
    pub fn role(&self, file: &str) -> Option<Role> {
        let is = |model: &Model| model.file == file;
        self.halls.iter().enumerate().find_map(|(hall, held)| {
            let is_far = held.far.as_ref().is_some_and(is);
            (is_far || is(&held.whole)).then_some(Role { hall, is_far })
        })
    }

    pub fn came(&mut self, file: &str) {
        self.set(file, State::Unread);
    }

    pub fn failed(&mut self, file: &str) {
        self.set(file, State::Failed);
    }

    /// It may be asked for again.
    pub fn forgive(&mut self, file: &str) {
        // It may have failed and be asked for again before anybody was told.
        self.is_news = true;
        self.set(file, State::Absent);
    }

    pub fn read(&mut self, role: Role, bounds: Option<Box3>, gpu_bytes: u64) {
        let hall = &mut self.halls[role.hall];
        hall.bounds = hall.bounds.or(bounds);
        if let Some(model) = hall.model(role.is_far) {
            model.state = State::Held;
            model.gpu_bytes = gpu_bytes;
        }
    }

    /// Whether a hall is shown by its whole model.
    pub fn is_whole(&self, hall: usize) -> bool {
        self.halls[hall].whole.state == State::Held
    }

    /// Whether something shows the hall while its whole model comes or goes.
    pub fn has_stand_in(&self, hall: usize) -> bool {
        self.halls[hall]
            .far
            .as_ref()
            .is_some_and(|far| far.state == State::Held)
    }

    /// Whether all that is wanted is held.
    pub fn is_at_rest(&self) -> bool {
        self.asked.is_empty()
    }

    pub fn halls(&self) -> usize {
        self.halls.len()
    }

    pub fn is_empty(&self) -> bool {
        self.halls.is_empty()
    }

    /// The files to be fetched now, the most wanted first. Drops the whole models that the budget has no room for. Halls that are farther than
    /// `seen_m` look the same from afar.
    pub fn plan(&mut self, eye: Vec3, seen_m: f32) -> &[String] {
        let nearness = |hall: &Hall| {
            let distance = hall.distance(eye);
            let is_here = hall.whole.state != State::Absent || self.asked.contains(&hall.whole.file);
            if is_here {
                distance * HELD_PART - HELD_M
            } else {
                distance
            }
        };
        let mut nearest: Vec<(f32, usize)> = self.halls.iter().map(nearness).zip(0..).collect();
        nearest.sort_by(|a, b| a.0.total_cmp(&b.0));

        let absent = |model: &&Model| model.state == State::Absent;
        let far = nearest.iter().filter_map(|(_, i)| self.halls[*i].far.as_ref());
        let mut wanted: Vec<String> = far.filter(absent).map(|far| far.file.clone()).collect();
        let mut left = self.budget;
        for (distance, i) in nearest {
            let hall = &mut self.halls[i];
            let is_held = matches!(hall.whole.state, State::Held | State::Unread);
            let may_come = hall.whole.state == State::Absent && hall.needs_whole(distance, seen_m);
            if !is_held && !may_come {
                continue;
            }
            match left.checked_sub(hall.whole.gpu_bytes) {
                Some(rest) => left = rest,
                None if hall.whole.state == State::Held => hall.whole.state = State::Absent,
                None => continue,
            }
            if may_come {
                wanted.push(hall.whole.file.clone());
            }
        }
        wanted.truncate(ASKED_AT_ONCE);
        self.is_news |= self.asked != wanted;
        self.asked = wanted;
        &self.asked
    }

    /// Whether what is to be fetched has changed since this was asked.
    pub fn take_news(&mut self) -> bool {
        std::mem::take(&mut self.is_news)
    }

    fn set(&mut self, file: &str, state: State) {
        let Some(role) = self.role(file) else { return };
        if let Some(model) = self.halls[role.hall].model(role.is_far) {
            model.state = state;
        }
    }
}

impl Hall {
    fn model(&mut self, is_far: bool) -> Option<&mut Model> {
        if is_far {
            self.far.as_mut()
        } else {
            Some(&mut self.whole)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MB: u64 = 1 << 20;

    /// Halls of 50 m in a row from west to east, 100 m apart, each a MB on the GPU; whole ones have room for `budget_mb` of them.
    fn halls(count: usize, budget_mb: u64) -> Loading {
        let model = |file, bytes, far| ModelFile {
            file,
            units: Vec::new(),
            bytes,
            far,
        };
        let models = (0..count).map(|i| {
            let far = model(format!("{i}.far"), 1000, None);
            model(format!("{i}"), MB / GPU_BYTES_PER_BYTE, Some(Box::new(far)))
        });
        Loading::new(models.collect(), budget_mb * MB)
    }

    fn place(i: usize) -> Option<Box3> {
        let min = Vec3::new(i as f32 * 100.0, 0.0, 0.0);
        Some(Box3 {
            min,
            max: min + Vec3::new(50.0, 50.0, 10.0),
        })
    }

    fn at(x: f32) -> Vec3 {
        Vec3::new(x, 25.0, 2.0)
    }

    /// Fetches and reads what is wanted until nothing is; returns it in its order.
    fn load(loading: &mut Loading, eye: Vec3) -> Vec<String> {
        let mut order = Vec::new();
        while let Some(file) = loading.plan(eye, 1e4).first().cloned() {
            assert!(order.len() < 100, "it comes to rest");
            loading.came(&file);
            let role = loading.role(&file).unwrap();
            loading.read(role, place(role.hall), MB);
            order.push(file);
        }
        order
    }

    fn whole(loading: &Loading) -> Vec<usize> {
        (0..loading.halls.len()).filter(|i| loading.is_whole(*i)).collect()
    }

    #[test]
    fn what_is_seen_from_afar_comes_first_and_then_the_nearest_halls() {
        let mut loading = halls(3, 9);
        assert_eq!(
            load(&mut loading, at(225.0)),
            ["0.far", "1.far", "2.far", "2", "1", "0"]
        );
        assert!(loading.is_at_rest());
    }

    #[test]
    fn whole_halls_stay_within_the_budget_and_the_farthest_goes_for_a_nearer_one() {
        let mut loading = halls(8, 3);
        load(&mut loading, at(25.0));
        assert_eq!(whole(&loading), [0, 1, 2]);
        assert_eq!(load(&mut loading, at(525.0)), ["5", "4", "6"]);
        assert_eq!(whole(&loading), [4, 5, 6]);
        // What is hardly nearer changes nothing, forth or back.
        for x in [560.0, 580.0, 560.0] {
            assert!(load(&mut loading, at(x)).is_empty(), "{x}");
        }
    }

    #[test]
    fn what_is_too_far_to_be_told_apart_is_not_fetched_and_what_is_held_stays_while_there_is_room() {
        let mut loading = halls(3, 9);
        load(&mut loading, at(25.0));
        let mut fresh = halls(3, 9);
        for i in 0..3 {
            fresh.read(Role { hall: i, is_far: true }, place(i), 1000);
        }
        let high = Vec3::new(0.0, 0.0, 900.0);
        assert!(fresh.plan(high, 300.0).is_empty());
        assert_eq!(fresh.plan(at(25.0), 80.0), ["0", "1"]);
        assert!(loading.plan(high, 300.0).is_empty());
        assert_eq!(whole(&loading), [0, 1, 2]);
    }

    #[test]
    fn what_failed_is_asked_for_again_only_when_it_is_forgiven() {
        let mut loading = halls(1, 9);
        loading.failed("0.far");
        assert_eq!(loading.plan(at(0.0), 0.0), ["0"], "nothing else shows that hall");
        loading.failed("0");
        assert!(loading.plan(at(0.0), 1e4).is_empty());
        assert!(loading.take_news() && !loading.take_news());
        loading.forgive("0");
        assert_eq!(loading.plan(at(0.0), 1e4), ["0"]);
        assert!(loading.take_news());
        // All at once.
        loading.failed("0");
        loading.forgive("0");
        assert_eq!(loading.plan(at(0.0), 1e4), ["0"]);
        assert!(loading.take_news());
    }

    #[test]
    fn a_model_that_is_larger_than_the_budget_stays_away() {
        let mut loading = halls(2, 0);
        assert_eq!(load(&mut loading, at(0.0)), ["0.far", "1.far"]);
    }
}
