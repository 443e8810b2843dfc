//! When to ask for what changes faster than it can be answered.

/// At most one request is under way. What is wanted meanwhile waits for its first answer, only the newest of all; the
/// answer to what is no longer wanted is not shown, and what is under way after its first answer is given up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Schedule<T> {
    state: State,
    next: Option<T>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum State {
    #[default]
    Idle,
    /// Nothing has come yet.
    Asked,
    /// Something has come, and more will.
    Answered,
}

/// What to do about an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answered<T> {
    Show,
    /// Drop it, and ask for this.
    Ask(T),
}

impl<T> Default for Schedule<T> {
    fn default() -> Self {
        Schedule { state: State::Idle, next: None }
    }
}

impl<T> Schedule<T> {
    /// Something is wanted: what to ask for now, in place of what is under way; nothing while that has to wait.
    pub fn want(&mut self, wish: T) -> Option<T> {
        if self.state == State::Asked {
            self.next = Some(wish);
            return None;
        }
        self.state = State::Asked;
        Some(wish)
    }

    /// An answer has come, the last one or not.
    pub fn answer(&mut self, last: bool) -> Answered<T> {
        match self.next.take() {
            Some(next) => {
                self.state = State::Asked;
                Answered::Ask(next)
            }
            None => {
                self.state = if last { State::Idle } else { State::Answered };
                Answered::Show
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_under_way_and_the_newest_comes_next() {
        let mut schedule = Schedule::default();
        assert_eq!(schedule.want(1), Some(1));
        assert_eq!(schedule.want(2), None);
        assert_eq!(schedule.want(3), None);
        assert_eq!(schedule.answer(false), Answered::Ask(3), "2 is never asked for, and 1 never shown");
        assert_eq!(schedule.answer(true), Answered::Show);
        assert_eq!(schedule.want(4), Some(4));
    }

    #[test]
    fn what_was_answered_once_gives_way_at_once() {
        let mut schedule = Schedule::default();
        assert_eq!(schedule.want(1), Some(1));
        assert_eq!(schedule.answer(false), Answered::Show);
        assert_eq!(schedule.want(2), Some(2));
        assert_eq!(schedule.want(3), None);
        assert_eq!(schedule.answer(true), Answered::Ask(3));
        assert_eq!(schedule.answer(true), Answered::Show);
    }
}
