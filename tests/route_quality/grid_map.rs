//! City maps of cells with pairs of points and the lengths of their shortest ways over eight directions
//! (Sturtevant, "Benchmarks for Grid-Based Pathfinding", 2012; <https://movingai.com/benchmarks/formats.html>). A cell is made a square of 1 × 1 m.

use super::hall::{LEVEL, hall, obstacle};
use fairway::venue::{LevelId, Point, Polygon, Venue};

/// The map as one hall; what cannot be walked on is its walls.
pub fn venue(map: &str) -> Venue {
    let rows: Vec<&str> = map.lines().skip_while(|line| *line != "map").skip(1).collect();
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let level = LevelId::new(LEVEL);
    let mut fixtures = Vec::new();
    for (y, row) in rows.iter().enumerate() {
        let cells = row.as_bytes();
        let mut x = 0;
        for run in cells.chunk_by(|a, b| is_free(*a) == is_free(*b)) {
            if !is_free(run[0]) {
                let footprint = Polygon::rectangle(x as f64, y as f64, run.len() as f64, 1.0);
                fixtures.push(obstacle(fixtures.len(), level.clone(), footprint));
            }
            x += run.len();
        }
    }
    hall((width as f64, rows.len() as f64), fixtures)
}

/// From, to, and the length of the shortest way in eight directions. `scenarios` is the text of a `.scen`. Those of no length are left out.
pub fn pairs(scenarios: &str) -> Vec<(Point, Point, f64)> {
    let lines = scenarios.lines().skip(1);
    let pairs = lines.map(|line| {
        let fields: Vec<f64> = line
            .split('\t')
            .skip(4)
            .map(|field| field.trim().parse().expect("a number"))
            .collect();
        // The middles of their cells.
        let point = |i: usize| Point::new(fields[i] + 0.5, fields[i + 1] + 0.5);
        (point(0), point(2), fields[4])
    });
    pairs.filter(|(.., length)| *length > 0.0).collect()
}

fn is_free(cell: u8) -> bool {
    matches!(cell, b'.' | b'G' | b'S')
}
