//! A walk over every surface that the look-up matches, so that the build script can normalize them.

use crate::lexicon::schema::language::Language;
use crate::lexicon::schema::numbers::Numbers;
use crate::lexicon::schema::words::{ConceptWords, Forms};

impl Language {
    /// Maps every surface that the look-up matches, in place; affixes and spellings stay as they are.
    pub fn map_surfaces(&mut self, map: &mut dyn FnMut(&mut String)) {
        self.numbers.map_surfaces(map);
        let forms = self.units.values_mut().chain(self.currencies.values_mut());
        for surface in forms.flat_map(Forms::surfaces_mut) {
            map(surface);
        }
        let by_number =
            self.months.values_mut().chain(self.hijri_months.values_mut()).chain(self.weekdays.values_mut());
        let words = by_number
            .chain(self.relative_days.values_mut())
            .chain(self.dayparts.values_mut())
            .chain(self.seasons.values_mut())
            .chain(self.eras.values_mut())
            .chain(self.zones.values_mut())
            .chain(self.named_zones.values_mut())
            .chain(self.hedges.values_mut())
            .chain(self.functions.values_mut())
            .chain(self.places.values_mut())
            .chain(self.holidays.values_mut())
            .chain(self.directions.values_mut())
            .chain(std::iter::once(&mut self.stop_words));
        for surface in words.flatten() {
            map(surface);
        }
        let concepts =
            self.speech.values_mut().chain(self.concepts.values_mut()).chain(self.roles.values_mut());
        let concepts = concepts.chain(self.bodies.values_mut()).chain(self.place_types.values_mut());
        for surface in concepts.flat_map(ConceptWords::surfaces_mut) {
            map(surface);
        }
        let countries = self.countries.values_mut();
        for surface in
            countries.flat_map(|words| [&mut words.names, &mut words.demonyms, &mut words.capital]).flatten()
        {
            map(surface);
        }
        for surface in
            self.people.values_mut().flat_map(|words| [&mut words.full, &mut words.short]).flatten()
        {
            map(surface);
        }
    }
}

impl Numbers {
    fn map_surfaces(&mut self, map: &mut dyn FnMut(&mut String)) {
        let words =
            self.cardinals.values_mut().chain(self.ordinals.values_mut()).chain(self.vague.values_mut());
        let words = words.chain(self.multiples.values_mut()).chain(self.times.values_mut());
        let words = words.chain(self.scale_marks.values_mut()).chain(self.positions.values_mut());
        let marks = [&mut self.ordinal_marks, &mut self.points, &mut self.minus];
        let marks = marks.into_iter().chain([&mut self.percents, &mut self.percentage_points]);
        let marks = marks.chain([&mut self.basis_points]);
        for surface in words.chain(marks).flatten() {
            map(surface);
        }
        for surface in
            self.scales.values_mut().chain(self.fractions.values_mut()).flat_map(Forms::surfaces_mut)
        {
            map(surface);
        }
    }
}

impl Forms {
    fn surfaces_mut(&mut self) -> impl Iterator<Item = &mut String> {
        [&mut self.one, &mut self.two, &mut self.many].into_iter().flatten()
    }
}

impl ConceptWords {
    fn surfaces_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let nouns = [&mut self.one, &mut self.two, &mut self.many];
        nouns.into_iter().chain([&mut self.past, &mut self.present, &mut self.fixed]).flatten()
    }
}
