//! How the words of a text tell the values of a kind, and what these tell of when things were.

use serde::{Deserialize, Serialize};

/// How the words of a text tell a kind's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Telling {
    /// By a value, a place or a thing beside its triggers.
    #[default]
    Beside,
    /// By years of life, or by a year of birth.
    Age,
    /// By a rank before a thing that does or is something: the first woman to lead.
    Rank,
    /// By a superlative or a word of rank, with the whole of which it is: the third largest in Africa.
    Standing,
    /// By a number beside a word of rank or seed, with the person who has it. Its context is the world.
    Placing,
    /// By a rank beside a word for an edition, or by how often something was held. Its triggers hold it, and its
    /// context is what is held.
    Edition,
    /// By a verb, which a negation turns round.
    Done,
    /// By the time that the verb or noun of an event binds. Its states are moments, each with all the concepts
    /// that tell it; its triggers say no more than that something happened, and its context stands for any event.
    Moment,
    /// By a time beside a verb, whatever was done. Its triggers say too little to tell it.
    Deed,
    /// By a time that the lead of an article gives to its news.
    News,
    /// By the time until which something goes on, or at which a verb of its triggers ends it; its context says that
    /// it goes on, and its states are what goes on for a time.
    Until,
    /// By the time until which somebody holds what its states tell; its triggers end that, and its context makes it last
    /// for longer.
    HeldUntil,
    /// By a time ahead beside a gathering that is called the next one. Its states are sorts of gatherings.
    Next,
    /// By a length of time that goes to an event or a state. Its triggers and context say no more than that something
    /// lasted, and its heads are what fills a time; its states are called by one name.
    Length,
    /// By a length of time beside a sentence, with the person on whom it was passed.
    Term,
    /// By a length of time beside what keeps somebody away who is named with it: a ban, an injury, custody.
    Out,
    /// By a length of time that a contest took somebody.
    Finish,
    /// By a length of time by which a contest was won. Its context is ahead or behind, its heads are contests, and its
    /// states whose they are.
    Margin,
    /// By two numbers that are set against each other, beside the words of a contest. Its context is a part of it, its
    /// heads are rounds, and its states ways to decide it.
    Score,
    /// By the time since when it has been so, or by how long it has been so.
    Since,
    /// By the time since when somebody has had a post or been somewhere, or something has been closed: its states are what
    /// lasts, and its context is said of somebody.
    HeldSince,
    /// By the time since when a price or rate was not so high: its heads and triggers rank, its states are what is ranked,
    /// and its context is what they are called together.
    HighSince,
    /// By the year in which a thing was founded, built or put to use, or by how many years old it is. Its states
    /// are ways to begin.
    Origin,
    /// By the place that a movement comes from.
    Source,
    /// By the place that a movement goes to.
    Destination,
    /// By the time of what was the first: its triggers say that it was, and its heads that a time was the first one. Its
    /// states are what one word calls by several names.
    First,
    /// By a percentage right behind the one whose share it is.
    Share,
    /// By the country whose flag a vessel flies.
    Flag,
    /// By the value at which the noun of a rate or fund stands.
    Level,
    /// By the value by which the noun of a rate moved.
    Change,
    /// By the adjective of a country beside a person's name.
    Nation,
    /// By a word of one of its states, beside one of its heads where it has any: two articles that tell of one
    /// thing in like words give one state.
    Choice,
    /// By a word of one of its states beside a noun or a trigger: two articles that each give one alone give one
    /// state.
    Category,
    /// By the name of a person next to a word of its triggers: who has a role that one person has.
    Holder,
    /// By the words of an office or part beside the name of a person in full. Its heads are parts that one person
    /// has in a story, its triggers nouns of offices beside the listed roles, its context says no more than that there is
    /// a body, and its states are offices under several words.
    Post,
    /// By a word of one of its states beside the name of a person in full, of which one alone can be.
    Calling,
    /// By the name of a facility beside the word of its type, one of its triggers: two articles that tell one thing of
    /// the only one give one name.
    Site,
    /// By a place that a preposition ties to a word of one of its states, an act that has one place: *from* and *to* at
    /// the end of a state ask for that preposition.
    Whereabouts,
    /// By the name of whoever did what the words of one of its states tell, a deed that one alone does. *To* and *whom*
    /// at the end of a state ask for the one to whom it was done, *in* for that in which it was, *country* for a country by
    /// its name. Its heads announce the names of bodies, its triggers those who are called after their deed, its context
    /// what a body may build; its `unless` holds the verbs that say no more than that something was done.
    Doer,
    /// By a word of one of its states that tells what became of somebody: the subject of a verb, whom it was done to, or
    /// one who is counted among such. Its heads are those of whom a story has one, its triggers say that it came at
    /// once, and its context must stand near.
    Fate,
    /// By a length of way beside the name of a place from which it is told, in a sentence that has a word of one of its
    /// states. Its triggers and its context are words that may stand between the two.
    Distance,
    /// By the country of somebody who is not named, beside one of its heads. Its triggers are firms among them, and its
    /// context says no more than that it is somebody.
    Citizen,
    /// By a place in the clause of a gathering of one of its states, or of a head that stands for any, which is the next
    /// one. Its triggers are of hosting, its context of being held.
    Host,
    /// By what a verb of asking, one of its triggers, leads to, beside a word of one of its states, which says who asks.
    Demand,
    /// By two clocks beside a word of one of its states: from when until when something is open, runs or is banned.
    Hours,
    /// By the minute of a match beside a word of one of its states, which tells what was done in it. Its context
    /// tells of added time, its unless of a half of its own.
    Minute,
    /// By a rank beside a noun of one of its states, or of the time that a deed of one was done. Its heads say that it
    /// is counted in a row.
    Nth,
    /// By a word of one of its states that leads to a value, or of its context that looks back from one: two
    /// articles that tell of one value reached give one state.
    Course,
    /// By what befell as many people as another article counts in like words; its states are what may befall them.
    Befallen,
    /// By a word of one of its states that brought something about: the subject of its triggers, or behind words
    /// that lead to a cause.
    Cause,
    /// By a word that tells it, which a negation turns round; its states are *not so* and *so*.
    Whether,
    /// By the words of saying beside a quote: who said it.
    Speaker,
    /// By the value alone: two articles that give it in like words agree, and none contradicts.
    Alike,
}

/// What the values of a kind tell of when things were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tells {
    /// When the event began.
    Start,
    /// When it ended.
    End,
    /// A time at which it went on.
    During,
    /// When it began and when it ended, where the value is a stretch; else a time at which it went on.
    Whole,
    /// How long it lasted.
    Length,
    /// How long it has gone on by the day of publication.
    Age,
    /// The day of publication. Read off dates that a text places by it.
    Published,
    /// How long one event was after another. Read where a text names both.
    Order,
    /// That the event is the first, the last or the only one. Read where a text says so of an event.
    Rank,
}
