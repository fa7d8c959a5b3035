namespace Rabta.Bench.Readme;

/// <summary>Numbers that stand in the README, and the figures that say what they should be.</summary>
/// <param name="Says">How the row of the table begins, or a sentence with <c>#</c> in the place of each number.</param>
/// <param name="Bench">Which bench measures it.</param>
/// <param name="Figures">One for each number, in their order.</param>
internal sealed record Claim(string Says, string Bench, params string[] Figures)
{
    /// <summary>Rows of the table under "Measured"; one that stands there and not here is wrong, since nobody measures it.</summary>
    public static readonly Claim[] Rows =
    [
        new("first page of a stranger", "weight", "weight.first-page.en.first-visit", "weight.first-page.ur.first-visit"),
        new("fullest pair page", "weight", "weight.pair.en.first-visit", "weight.pair.ur.first-visit"),
        new("the same as a further page", "weight", "weight.pair.en.page", "weight.pair.ur.page"),
        new("review of a round of 500", "weight", "weight.review.en.page", "weight.review.ur.page"),
        new("95th percentile with 5,000 pairs", "pages", "pages.sqlite.mentee-home.p95", "pages.postgres.mentee-home.p95"),
        new("– a mentor's home", "pages", "pages.sqlite.mentor-home.p95", "pages.postgres.mentor-home.p95"),
        new(
            "– the coordinator's queue",
            "pages",
            "pages.sqlite.coordinator-home.p95",
            "pages.postgres.coordinator-home.p95",
            "pages.sqlite.coordinator-home.worst-day.p95",
            "pages.postgres.coordinator-home.worst-day.p95"
        ),
        new("matching 500 × 60", "matching", "matching.solve.500x60"),
        new("matching 10,000 × 1,000", "matching", "matching.solve.10000x1000"),
        new("from 500 enrolled people", "rounds", "rounds.500x60.whole", "rounds.10000x1000.whole", "rounds.1000000x100000.whole"),
        new("1,000,000 mentees", "million", "match.lottery.time", "match.stable.time", "match.welfare.time"),
        new("– the check; one person leaving", "million", "match.stable.check", "match.event.p99"),
        new("a list of 20,000 rows", "reading", "reading.sheet.20000-rows", "reading.roster.20000-rows"),
    ];

    /// <summary>Sentences that count something.</summary>
    public static readonly Claim[] Sentences =
    [
        new("# students, # mentors, # round waiting for review", "counts", "counts.students", "counts.mentors", "counts.rounds-in-review"),
        new("round waiting for review, # pairs under way", "counts", "counts.pairs"),
        new("one mail a person, # minutes in which it can be taken back", "counts", "counts.minutes-to-take-back"),
        new("a # questions ready to send", "counts", "counts.ready-questions"),
        new("the rate (#)", "counts", "counts.mails-a-minute"),
    ];
}
