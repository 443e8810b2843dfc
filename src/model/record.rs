//! A number that writes down how it came about, so that a figure's working is the evaluation itself.

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use super::number::Number;
use super::quantity::Quantity;

/// How a node was computed; operands are indices of earlier nodes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Operation {
    /// A number of the equations or of the inputs.
    Constant,
    Add(u32, u32),
    Subtract(u32, u32),
    Multiply(u32, u32),
    Divide(u32, u32),
    Negate(u32),
    Exp(u32),
    Ln(u32),
    Power(u32, u32),
    Max(u32, u32),
    Min(u32, u32),
    /// The condition, and the branch that was taken.
    Select(u32, u32),
    /// The same number under another name.
    Alias(u32),
}

/// One step of the working.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Node {
    pub operation: Operation,
    pub value: f64,
    /// What it is called, and in which year after the base year; 0 for what holds in all years.
    pub name: Option<(Quantity, usize)>,
}

/// The working of one evaluation, in the order of the equations.
#[derive(Debug, Default)]
pub struct Record {
    nodes: RefCell<Vec<Node>>,
}

impl Record {
    /// A number of the inputs, to be recorded here.
    pub fn input(&self, value: f64) -> Recorded<'_> {
        let node = self.push(Operation::Constant, value);
        Recorded { value, place: Place::Node(node), record: Some(self) }
    }

    /// The steps so far, operands before what is made of them.
    pub fn nodes(&self) -> Vec<Node> {
        self.nodes.borrow().clone()
    }

    fn push(&self, operation: Operation, value: f64) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { operation, value, name: None });
        (nodes.len() - 1) as u32
    }
}

/// Whether a number has a node yet: constants get theirs when first used, so that neutral ones leave none.
#[derive(Clone, Copy, Debug)]
enum Place {
    Unwritten,
    Node(u32),
}

/// A value with its place in a [`Record`].
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    pub value: f64,
    place: Place,
    /// `None` for a constant that has not met an input yet.
    record: Option<&'a Record>,
}

impl<'a> Recorded<'a> {
    /// The index of this number's node, written now if it has none.
    pub fn node(&self, record: &'a Record) -> u32 {
        match self.place {
            Place::Node(node) => node,
            Place::Unwritten => record.push(Operation::Constant, self.value),
        }
    }

    fn constant(&self) -> bool {
        matches!(self.place, Place::Unwritten)
    }

    fn unary(self, value: f64, operation: impl Fn(u32) -> Operation) -> Self {
        let Some(record) = self.record else { return Recorded { value, ..self } };
        let node = record.push(operation(self.node(record)), value);
        Recorded { value, place: Place::Node(node), record: Some(record) }
    }

    fn binary(self, other: Self, value: f64, operation: impl Fn(u32, u32) -> Operation) -> Self {
        let Some(record) = self.record.or(other.record) else { return Recorded { value, ..self } };
        let (left, right) = (self.node(record), other.node(record));
        let node = record.push(operation(left, right), value);
        Recorded { value, place: Place::Node(node), record: Some(record) }
    }

    /// Whether this is a written-in-the-equations `value`, such as the 0 of an expected shock.
    fn is(&self, value: f64) -> bool {
        self.constant() && self.value == value
    }
}

impl<'a> Add for Recorded<'a> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if other.is(0.0) {
            self
        } else if self.is(0.0) {
            other
        } else {
            self.binary(other, self.value + other.value, Operation::Add)
        }
    }
}

impl<'a> Sub for Recorded<'a> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        if other.is(0.0) { self } else { self.binary(other, self.value - other.value, Operation::Subtract) }
    }
}

impl<'a> Mul for Recorded<'a> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        if other.is(1.0) {
            self
        } else if self.is(1.0) {
            other
        } else {
            self.binary(other, self.value * other.value, Operation::Multiply)
        }
    }
}

impl<'a> Div for Recorded<'a> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        if other.is(1.0) { self } else { self.binary(other, self.value / other.value, Operation::Divide) }
    }
}

impl<'a> Neg for Recorded<'a> {
    type Output = Self;
    fn neg(self) -> Self {
        self.unary(-self.value, Operation::Negate)
    }
}

/// Operators with a constant are those with a number made of it.
macro_rules! with_constant {
    ($($trait:ident $method:ident),+) => {$(
        impl<'a> $trait<f64> for Recorded<'a> {
            type Output = Self;
            fn $method(self, other: f64) -> Self {
                $trait::$method(self, Recorded::of(other))
            }
        }
    )+};
}

with_constant!(Add add, Sub sub, Mul mul, Div div);

impl<'a> Number for Recorded<'a> {
    fn of(value: f64) -> Self {
        Recorded { value, place: Place::Unwritten, record: None }
    }

    fn exp(self) -> Self {
        self.unary(Number::exp(self.value), Operation::Exp)
    }

    fn ln(self) -> Self {
        self.unary(Number::ln(self.value), Operation::Ln)
    }

    fn powf(self, exponent: Self) -> Self {
        self.binary(exponent, Number::powf(self.value, exponent.value), Operation::Power)
    }

    fn max(self, other: Self) -> Self {
        self.binary(other, Number::max(self.value, other.value), Operation::Max)
    }

    fn min(self, other: Self) -> Self {
        self.binary(other, Number::min(self.value, other.value), Operation::Min)
    }

    fn where_positive(self, then: Self, otherwise: Self) -> Self {
        let taken = if self.value > 0.0 { then } else { otherwise };
        self.binary(taken, taken.value, Operation::Select)
    }

    fn named(self, quantity: Quantity, year: usize) -> Self {
        let Some(record) = self.record else { return self };
        let mut node = self.node(record);
        let name = Some((quantity, year));
        // A number that already has another name gets a node of its own, so that neither name is lost.
        let taken = record.nodes.borrow()[node as usize].name;
        if taken.is_some() && taken != name {
            node = record.push(Operation::Alias(node), self.value);
        }
        record.nodes.borrow_mut()[node as usize].name = name;
        Recorded { value: self.value, place: Place::Node(node), record: Some(record) }
    }
}
