//! Where labels go: at their lines' ends in the gutter, and letters around the points they name.

use super::few::sort_few;

/// A label that wants to stand at a height. Heights grow downwards, in whatever unit the caller has.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Label {
    /// Tells labels apart from one drawing to the next.
    pub id: usize,
    /// The height of its line's end.
    pub at: f64,
    /// Stands in its line and does not move.
    pub fixed: bool,
    /// Which goes first where there is no room, the highest first; 0 never goes.
    pub expendable: u8,
}

/// A label that has found its place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Placed {
    pub id: usize,
    /// The height of its middle.
    pub y: f64,
    /// It stands far enough from its line to need a leader.
    pub leader: bool,
}

/// The room labels have.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Room {
    pub top: f64,
    pub bottom: f64,
    /// How far beyond top and bottom labels may go where they would not fit otherwise.
    pub slack: f64,
    /// The least distance between two labels' middles.
    pub gap: f64,
    /// An order changes only when a label has passed its neighbour by this much.
    pub tie: f64,
    /// A label moved farther than this from its line gets a leader.
    pub leader: f64,
}

/// Places labels in the order of their heights, nearest to where they want to be, never closer than the gap; `order`
/// carries the order from one drawing to the next, so that ties do not flicker.
pub fn place(labels: &[Label], room: Room, order: &mut Vec<usize>) -> Vec<Placed> {
    let mut sorted = sort(labels, room.tie, order);
    order.clear();
    order.extend(sorted.iter().map(|label| label.id));
    loop {
        if let Some(heights) = within(&sorted, room) {
            let placed =
                |(label, y): (&Label, f64)| Placed { id: label.id, y, leader: (y - label.at).abs() > room.leader };
            return sorted.iter().zip(heights).map(placed).collect();
        }
        let expendable = sorted
            .iter()
            .enumerate()
            .filter(|(_, label)| label.expendable > 0)
            .max_by_key(|(_, label)| label.expendable);
        match expendable {
            Some((at, _)) => {
                sorted.remove(at);
            }
            // Nothing may go: then even the fixed one moves.
            None => {
                let free: Vec<Label> = sorted.iter().map(|label| Label { fixed: false, ..*label }).collect();
                let (top, bottom) = (room.top - room.slack, room.bottom + room.slack);
                let gap = room.gap.min((bottom - top).max(0.0) / (free.len().max(2) - 1) as f64);
                let mut heights = Vec::new();
                settle(&free, gap, top, bottom, &mut heights);
                return sorted
                    .iter()
                    .zip(heights)
                    .map(|(label, y)| Placed { id: label.id, y, leader: (y - label.at).abs() > room.leader })
                    .collect();
            }
        }
    }
}

/// By height; neighbours that have not passed each other by more than the tie keep the order they had.
fn sort(labels: &[Label], tie: f64, order: &[usize]) -> Vec<Label> {
    let mut sorted = labels.to_vec();
    sort_few(&mut sorted, |a, b| a.at < b.at);
    let before = |id: usize| order.iter().position(|&known| known == id);
    // Few labels: let neighbours that only just passed each other swap back, until none wants to.
    for _ in 0..sorted.len() {
        for i in 1..sorted.len() {
            let (upper, lower) = (sorted[i - 1], sorted[i]);
            if let (Some(a), Some(b)) = (before(upper.id), before(lower.id))
                && a > b
                && (lower.at - upper.at).abs() < tie
            {
                sorted.swap(i - 1, i);
            }
        }
    }
    sorted
}

/// The heights of sorted labels, or `None` where they do not fit between the fixed ones.
fn within(sorted: &[Label], room: Room) -> Option<Vec<f64>> {
    let mut heights = Vec::with_capacity(sorted.len());
    let mut from = 0;
    let mut above: Option<f64> = None;
    for end in (0..=sorted.len()).filter(|&i| i == sorted.len() || sorted[i].fixed) {
        let free = &sorted[from..end];
        let below = sorted.get(end).map(|label| label.at);
        if !free.is_empty() {
            let needed = room.gap * (free.len() - 1) as f64;
            let mut top = above.map_or(room.top, |y| y + room.gap);
            let mut bottom = below.map_or(room.bottom, |y| y - room.gap);
            let missing = needed - (bottom - top);
            if missing > 0.0 {
                // Only as far out as needed, at the open end.
                let reach = if missing > room.slack { return None } else { missing };
                match (above, below) {
                    (None, _) => top -= reach,
                    (_, None) => bottom += reach,
                    _ => return None,
                }
            }
            settle(free, room.gap, top, bottom, &mut heights);
        }
        if let Some(y) = below {
            if above.is_some_and(|other| y - other < room.gap) {
                return None;
            }
            heights.push(y);
            above = Some(y);
        }
        from = end + 1;
    }
    Some(heights)
}

/// Free labels at the least squared distance from where they want to be: overlapping ones share the way equally, as if
/// each pair moved half, and the ends hold at top and bottom.
fn settle(free: &[Label], gap: f64, top: f64, bottom: f64, heights: &mut Vec<f64>) {
    // With the gaps taken out, heights need only not fall: neighbours that do are pooled at their mean.
    let mut pools: Vec<(f64, usize)> = Vec::with_capacity(free.len());
    for (i, label) in free.iter().enumerate() {
        pools.push((label.at - gap * i as f64, 1));
        while let [.., (a, n), (b, m)] = pools[..]
            && a > b
        {
            pools.truncate(pools.len() - 2);
            pools.push(((a * n as f64 + b * m as f64) / (n + m) as f64, n + m));
        }
    }
    let highest = (bottom - gap * free.len().saturating_sub(1) as f64).max(top);
    let mut i = 0;
    for (height, count) in pools {
        for _ in 0..count {
            heights.push(height.clamp(top, highest) + gap * i as f64);
            i += 1;
        }
    }
}

/// A stretch of line between two points.
pub type Segment = ((f64, f64), (f64, f64));

/// A rectangle by its edges.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    fn around((x, y): (f64, f64), (width, height): (f64, f64)) -> Self {
        Area { left: x - width / 2.0, top: y - height / 2.0, right: x + width / 2.0, bottom: y + height / 2.0 }
    }

    fn holds(self, inner: Area) -> bool {
        inner.left >= self.left && inner.right <= self.right && inner.top >= self.top && inner.bottom <= self.bottom
    }

    fn overlaps(self, other: Area) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether a stretch of line passes through (Liang–Barsky).
    fn crossed_by(self, ((x0, y0), (x1, y1)): Segment) -> bool {
        let (mut enter, mut leave) = (0.0f64, 1.0f64);
        for (way, near, far) in [(x1 - x0, self.left - x0, self.right - x0), (y1 - y0, self.top - y0, self.bottom - y0)]
        {
            if way == 0.0 {
                if near > 0.0 || far < 0.0 {
                    return false;
                }
            } else {
                let (a, b) = (near / way, far / way);
                enter = enter.max(a.min(b));
                leave = leave.min(a.max(b));
            }
        }
        enter <= leave
    }
}

/// A letter beside a mark.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Letter {
    /// Its middle.
    pub at: (f64, f64),
    /// None of the lines given as under it is.
    pub free: bool,
}

/// Marks, and on which side of each its letter stands.
pub type Ways = Vec<((f64, f64), usize)>;

/// Where each mark's letter goes: the first of E, NE, SE, N, S, W that is inside `plot` and free of the lines under and
/// over the letters, of the other marks and of letters placed before; where none is, the one that disturbs least. `ways`
/// carries the choices from one drawing to the next: while its mark stays, a letter moves only where that disturbs less.
pub fn letters(
    marks: &[(f64, f64)],
    size: (f64, f64),
    reach: f64,
    [under, over]: [&[Segment]; 2],
    plot: Area,
    ways: &mut Ways,
) -> Vec<Letter> {
    let (dx, dy) = (reach + size.0 / 2.0, reach + size.1 / 2.0);
    let directions = [(dx, 0.0), (dx, -dy * 0.75), (dx, dy * 0.75), (0.0, -dy), (0.0, dy), (-dx, 0.0)];
    let mark_size = (reach * 1.5, reach * 1.5);
    let known = std::mem::take(ways);
    let mut taken: Vec<Area> = Vec::with_capacity(marks.len());
    let mut places = Vec::with_capacity(marks.len());
    for (i, &(x, y)) in marks.iter().enumerate() {
        // A letter over a line can be read, thanks to its rim; a letter on another one or on a mark cannot.
        let disturbs = |way: usize| {
            let (dx, dy) = directions[way];
            let area = Area::around((x + dx, y + dy), size);
            let crossed = under.iter().chain(over).filter(|&&line| area.crossed_by(line)).count();
            let marked = |&(j, &mark): &(usize, &(f64, f64))| j != i && area.overlaps(Area::around(mark, mark_size));
            let marks = marks.iter().enumerate().filter(marked).count();
            let letters = taken.iter().filter(|&&other| area.overlaps(other)).count();
            crossed + 10 * (marks + letters) + if plot.holds(area) { 0 } else { 100 }
        };
        let before = known.get(i).filter(|(mark, _)| *mark == (x, y)).map(|&(_, way)| way);
        let way = (0..directions.len()).min_by_key(|&way| (disturbs(way), before != Some(way))).unwrap_or_default();
        let at = (x + directions[way].0, y + directions[way].1);
        let area = Area::around(at, size);
        let free = !under.iter().any(|&line| area.crossed_by(line));
        ways.push(((x, y), way));
        taken.push(area);
        places.push(Letter { at, free });
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { top: 0.0, bottom: 300.0, slack: 24.0, gap: 17.0, tie: 4.0, leader: 3.0 };

    fn free(id: usize, at: f64) -> Label {
        Label { id, at, fixed: false, expendable: 0 }
    }

    fn fixed(id: usize, at: f64) -> Label {
        Label { fixed: true, ..free(id, at) }
    }

    fn heights(labels: &[Label]) -> Vec<(usize, f64)> {
        place(labels, ROOM, &mut Vec::new()).iter().map(|placed| (placed.id, placed.y)).collect()
    }

    #[test]
    fn labels_with_room_stay_at_their_lines() {
        let placed = place(&[free(0, 200.0), fixed(1, 100.0), free(2, 150.0)], ROOM, &mut Vec::new());
        assert_eq!(placed.iter().map(|label| label.id).collect::<Vec<_>>(), [1, 2, 0]);
        assert!(placed.iter().all(|label| !label.leader));
    }

    #[test]
    fn two_free_ones_move_half_each_and_one_beside_a_fixed_one_alone() {
        assert_eq!(heights(&[free(0, 100.0), free(1, 103.0)]), [(0, 93.0), (1, 110.0)]);
        assert_eq!(heights(&[free(0, 95.0), fixed(1, 100.0)]), [(0, 83.0), (1, 100.0)]);
    }

    #[test]
    fn labels_beside_a_fixed_one_at_the_edge_go_beyond_it_and_then_move_it() {
        assert_eq!(heights(&[free(0, 8.0), free(1, 9.0), fixed(2, 12.0)]), [(0, -22.0), (1, -5.0), (2, 12.0)]);
        let tight = Room { slack: 4.0, ..ROOM };
        let placed = place(&[free(0, 8.0), free(1, 9.0), fixed(2, 12.0)], tight, &mut Vec::new());
        assert_eq!(placed.iter().map(|label| label.y).collect::<Vec<_>>(), [-4.0, 13.0, 30.0]);
        assert!(placed[2].leader);
    }

    #[test]
    fn the_most_expendable_goes_first() {
        let tight = Room { bottom: 20.0, slack: 0.0, ..ROOM };
        let labels = [free(0, 3.0), Label { expendable: 1, ..free(1, 5.0) }, Label { expendable: 3, ..free(2, 9.0) }];
        let ids: Vec<usize> = place(&labels, tight, &mut Vec::new()).iter().map(|label| label.id).collect();
        assert_eq!(ids, [0, 1]);
    }

    #[test]
    fn an_order_by_ties_changes_only_after_four() {
        let mut order = Vec::new();
        let ids = |a: f64, order: &mut Vec<usize>| -> Vec<usize> {
            place(&[free(0, a), free(1, 100.0)], ROOM, order).iter().map(|label| label.id).collect()
        };
        assert_eq!(ids(99.0, &mut order), [0, 1]);
        assert_eq!(ids(103.0, &mut order), [0, 1]);
        assert_eq!(ids(104.5, &mut order), [1, 0]);
        assert_eq!(ids(99.0, &mut order), [1, 0]);
    }

    #[test]
    fn letters_take_the_first_free_place() {
        let plot = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 200.0 };
        let at = |lines: &[Segment], x: f64| {
            letters(&[(x, 100.0)], (7.0, 12.0), 5.0, [lines, &[]], plot, &mut Vec::new())[0].at
        };
        assert_eq!(at(&[], 100.0), (108.5, 100.0));
        assert_eq!(at(&[((0.0, 100.0), (200.0, 100.0))], 100.0), (108.5, 91.75));
        assert_eq!(at(&[], 195.0), (195.0, 89.0), "none to the east of the edge");
        let two = letters(&[(100.0, 100.0), (100.0, 104.0)], (7.0, 12.0), 5.0, [&[]; 2], plot, &mut Vec::new());
        assert_eq!([two[0].at, two[1].at], [(108.5, 100.0), (108.5, 112.25)]);
    }

    #[test]
    fn a_letter_is_free_where_no_line_is_under_it() {
        let plot = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 200.0 };
        let everywhere: Vec<Segment> = (0..50).map(|i| f64::from(4 * i)).map(|y| ((0.0, y), (200.0, y))).collect();
        let free = |lines| letters(&[(100.0, 100.0)], (7.0, 12.0), 5.0, lines, plot, &mut Vec::new())[0].free;
        assert!(free([&[], &[]]) && free([&[], &everywhere]) && !free([&everywhere, &[]]));
    }

    #[test]
    fn a_letter_stays_where_it_has_gone_until_that_is_worse() {
        let plot = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 200.0 };
        let mut ways = Vec::new();
        let mut at =
            |lines: &[Segment]| letters(&[(100.0, 100.0)], (7.0, 12.0), 5.0, [lines, &[]], plot, &mut ways)[0].at;
        let level = |y: f64| ((0.0, y), (200.0, y));
        assert_eq!(at(&[]), (108.5, 100.0));
        assert_eq!(at(&[level(100.0)]), (108.5, 91.75), "it gives way");
        assert_eq!(at(&[]), (108.5, 91.75), "and stays");
        assert_eq!(at(&[level(91.75)]), (108.5, 100.0), "until it has to give way again");
        assert_eq!(at(&[level(100.0)]), (108.5, 91.75));
        let moved = letters(&[(100.0, 120.0)], (7.0, 12.0), 5.0, [&[]; 2], plot, &mut ways);
        assert_eq!(moved, [Letter { at: (108.5, 120.0), free: true }], "a mark elsewhere begins anew");
    }
}
