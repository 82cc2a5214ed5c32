//! Which labels are shown: by rank, then by nearness, never one over another. While the view moves, one that is shown stays while it can; at rest, what is
//! shown depends on the view alone.

use glam::{IVec2, Vec2};

/// Side of a cell of the grid that finds what is in the way, in CSS pixels.
const CELL_PX: f32 = 32.0;
/// Free pixels round each label.
const AIR_PX: f32 = 3.0;

/// An upright rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub min: Vec2,
    pub max: Vec2,
}

impl Rect {
    pub fn centered(at: Vec2, size: Vec2) -> Self {
        Self {
            min: at - size / 2.0,
            max: at + size / 2.0,
        }
    }

    pub fn contains(&self, p: Vec2) -> bool {
        p.cmpge(self.min).all() && p.cmple(self.max).all()
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.min.cmplt(other.max).all() && other.min.cmplt(self.max).all()
    }
}

/// A label that could be shown.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Whose it is: an index that stays the same from frame to frame.
    pub id: usize,
    pub rect: Rect,
    /// Lower goes first.
    pub rank: u8,
    /// Within a rank, higher goes first.
    pub weight: f32,
    /// It goes only for one that counts for much more.
    pub stays: bool,
}

/// A label that is to stay counts for so much more than it weighs.
const STICKY: f32 = 1.6;
/// A view that has not changed for so long is at rest: a hand that hesitates has not ended its move.
const REST_S: f32 = 0.25;

/// How long a view has been the same.
#[derive(Debug)]
pub struct Stillness<V> {
    view: Option<V>,
    for_s: f32,
}

impl<V> Default for Stillness<V> {
    fn default() -> Self {
        Self { view: None, for_s: 0.0 }
    }
}

impl<V: PartialEq> Stillness<V> {
    /// Whether the view is at rest, so long after the frame before.
    pub fn is_rest(&mut self, view: V, dt_s: f32) -> bool {
        if self.view.as_ref() == Some(&view) {
            self.for_s += dt_s;
        } else {
            *self = Self {
                view: Some(view),
                for_s: 0.0,
            };
        }
        self.for_s >= REST_S
    }
}

/// The ids of at most `limit` candidates, none over another or over what is `taken`, in the order in which they were chosen.
pub fn choose(candidates: &mut [Candidate], taken: &[Rect], canvas: Vec2, limit: usize) -> Vec<usize> {
    let weight = |c: &Candidate| if c.stays { c.weight * STICKY } else { c.weight };
    candidates.sort_unstable_by(|a, b| {
        let by_weight = weight(b).total_cmp(&weight(a));
        a.rank.cmp(&b.rank).then(by_weight).then(a.id.cmp(&b.id))
    });
    let mut grid = Grid::new(canvas);
    for rect in taken {
        grid.take(*rect);
    }
    let mut chosen = Vec::new();
    for candidate in candidates.iter() {
        if chosen.len() == limit {
            break;
        }
        if grid.take(candidate.rect) {
            chosen.push(candidate.id);
        }
    }
    chosen
}

/// Taken rectangles by the cells that they touch.
struct Grid {
    canvas: Rect,
    columns: i32,
    rows: i32,
    cells: Vec<Vec<Rect>>,
}

impl Grid {
    fn new(canvas: Vec2) -> Self {
        let size = (canvas / CELL_PX).ceil().max(Vec2::ONE);
        let (columns, rows) = (size.x as i32, size.y as i32);
        Self {
            canvas: Rect {
                min: Vec2::ZERO,
                max: canvas,
            },
            columns,
            rows,
            cells: vec![Vec::new(); (columns * rows) as usize],
        }
    }

    /// The cells that a rectangle is in; what is beyond the canvas counts for the cells at its edge.
    fn touched(&self, rect: &Rect) -> impl Iterator<Item = usize> + use<> {
        let last = IVec2::new(self.columns - 1, self.rows - 1);
        let cell = |p: Vec2| (p / CELL_PX).floor().as_ivec2().clamp(IVec2::ZERO, last);
        let (low, high) = (cell(rect.min), cell(rect.max));
        let columns = self.columns;
        (low.y..=high.y).flat_map(move |y| (low.x..=high.x).map(move |x| (y * columns + x) as usize))
    }

    /// Takes the rectangle if it is free; one wholly off the canvas never is.
    fn take(&mut self, rect: Rect) -> bool {
        if !rect.overlaps(&self.canvas) {
            return false;
        }
        let wide = Rect {
            min: rect.min - AIR_PX,
            max: rect.max + AIR_PX,
        };
        let is_free = |cell: usize| !self.cells[cell].iter().any(|taken| taken.overlaps(&wide));
        if !self.touched(&wide).all(is_free) {
            return false;
        }
        for cell in self.touched(&rect) {
            self.cells[cell].push(rect);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: Vec2 = Vec2::new(800.0, 600.0);

    fn candidate(id: usize, at: [f32; 2], rank: u8, weight: f32) -> Candidate {
        Candidate {
            id,
            rect: Rect::centered(at.into(), Vec2::new(100.0, 20.0)),
            rank,
            weight,
            stays: false,
        }
    }

    #[test]
    fn rank_goes_before_weight_and_none_overlap() {
        let mut all = [
            candidate(0, [100.0, 100.0], 4, 9.0),
            candidate(1, [120.0, 105.0], 0, 1.0),
            candidate(2, [400.0, 300.0], 4, 1.0),
        ];
        assert_eq!(choose(&mut all, &[], CANVAS, 300), [1, 2]);
        assert_eq!(choose(&mut all, &[], CANVAS, 1), [1]);
    }

    #[test]
    fn a_label_stays_against_a_slightly_heavier_one() {
        let mut all = [
            candidate(0, [100.0, 100.0], 4, 1.0),
            candidate(1, [120.0, 105.0], 4, 1.3),
        ];
        assert_eq!(choose(&mut all, &[], CANVAS, 300), [1]);
        for c in &mut all {
            c.stays = c.id == 0;
        }
        assert_eq!(choose(&mut all, &[], CANVAS, 300), [0]);
    }

    #[test]
    fn a_view_is_at_rest_once_it_has_not_changed_for_a_while() {
        let mut stillness = Stillness::default();
        assert!(!stillness.is_rest(1, 0.1));
        assert!(!stillness.is_rest(1, 0.1) && !stillness.is_rest(1, 0.1));
        assert!(stillness.is_rest(1, 0.1) && stillness.is_rest(1, 0.0));
        assert!(!stillness.is_rest(2, 0.1));
    }

    #[test]
    fn thousands_in_a_crowd_leave_none_over_another() {
        let mut all: Vec<Candidate> = (0..5_000usize)
            .map(|i| {
                candidate(
                    i,
                    [(i * 7919 % 900) as f32 - 50.0, (i * 104_729 % 700) as f32 - 50.0],
                    4,
                    i as f32,
                )
            })
            .collect();
        let chosen = choose(&mut all, &[], CANVAS, 300);
        assert!(chosen.len() > 80, "{}", chosen.len());
        let rects: Vec<Rect> = chosen
            .iter()
            .map(|id| all.iter().find(|c| c.id == *id).unwrap().rect)
            .collect();
        for (i, a) in rects.iter().enumerate() {
            assert!(rects[i + 1..].iter().all(|b| !a.overlaps(b)));
        }
    }
}
