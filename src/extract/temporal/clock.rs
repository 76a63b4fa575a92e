//! Times of day.

use super::class::{DAY_PARTS, Slot};
use super::matcher::Slots;
use crate::model::{Clock, DayPart};

/// The time of day; an hour of the afternoon counts from noon.
pub fn clock(slots: &Slots) -> Option<Clock> {
    const PARTS: [DayPart; DAY_PARTS.len()] =
        [DayPart::Morning, DayPart::Midday, DayPart::Afternoon, DayPart::Evening, DayPart::Night, DayPart::Daytime];
    let part = slots.first(Slot::DayPart).and_then(|number| PARTS.get(number as usize).copied());
    let Some(hour) = slots.first(Slot::Hour) else { return part.map(Clock::Part) };
    let afternoon = match (slots.first(Slot::HalfDay), part) {
        (Some(half), _) => half == 12,
        (None, Some(DayPart::Afternoon | DayPart::Evening | DayPart::Night)) => true,
        _ => false,
    };
    let is_morning = slots.first(Slot::HalfDay) == Some(0);
    let hour = match hour {
        12 if is_morning => 0,
        1..=11 if afternoon => hour + 12,
        hour => hour,
    };
    Some(Clock::Time {
        hour: hour as u32,
        minute: slots.first(Slot::Minute).map(|minute| minute as u32),
        second: slots.second(Slot::Minute).map(|second| second as u32),
        zone: slots.first(Slot::Zone),
    })
}
