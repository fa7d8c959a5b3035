using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rabta.Matches.Running;
using Rabta.Matching;
using Rabta.Matching.Explaining;
using Rabta.Matching.Measuring;
using Rabta.Matching.Problems;
using Rabta.Platform.Database;
using Rabta.Platform.Settings;
using Rabta.Tests.Worlds;

namespace Rabta.Bench.Rounds;

/// <summary>From enrolled people in PostgreSQL to a checked, saved draft: the whole run as a coordinator waits for it, and how long each of its stages takes by itself.</summary>
internal static class RoundsBench
{
    public static async IAsyncEnumerable<Figure> Run()
    {
        await using var postgres = new PostgresServer();
        await postgres.InitializeAsync();
        // The first round of a server also compiles everything it needs; it is shown, but a server runs many.
        foreach (var (mentees, mentors, target) in new (int, int, double?)[] { (500, 60, null), (500, 60, 1_000), (10_000, 1_000, null) })
            await foreach (var figure in Of(mentees, mentors, target)) yield return figure;
    }

    private static async IAsyncEnumerable<Figure> Of(int mentees, int mentors, double? target)
    {
        var folder = Directory.CreateTempSubdirectory("rabta-rounds-").FullName;
        var settings = new RabtaSettings { Data = folder, Database = "postgres", Connection = await PostgresServer.Running.Another(), PublicAddress = new Uri("http://rabta.test"), Mail = "smtp://127.0.0.1:1" };
        await using var app = Composition.Server(settings, "http://127.0.0.1:0", builder => builder.Logging.ClearProviders());
        await app.Services.Migrate(default);
        var college = new EnrolledPeople(app.Services);
        await college.Put(mentees, mentors);
        var name = $"rounds.{mentees}x{mentors}{(target is null && mentees == 500 ? ".first" : "")}";

        var watch = Stopwatch.StartNew();
        var ran = await college.Do(get => get.GetRequiredService<RunRound>().Run(college.Cohort, 7, null, default));
        var whole = watch.Elapsed;
        if (ran.Refusal is not null || ran.Check is not { Ok: true }) throw new InvalidOperationException($"The round of {name} does not hold.");
        var rows = await Timed(() => college.Do(get => get.GetRequiredService<ReadCohort>().Run(college.Cohort, default)));
        var people = await Timed(() => Task.FromResult(new CohortProblem(rows.Made, 7, Mode.Stable)));
        var matched = await Timed(() => Task.FromResult(Matchmaker.Match(people.Made.Problem)));
        var explained = await Timed(() => Task.FromResult(Explain(people.Made.Problem, matched.Made.Result!.Pairs)));
        yield return new($"{name}.read", rows.Took, "ms");
        yield return new($"{name}.put-as-problem", people.Took, "ms");
        yield return new($"{name}.match-and-check", matched.Took, "ms");
        yield return new($"{name}.explain", explained.Took, "ms");
        yield return new($"{name}.save", Math.Max(0, whole.TotalMilliseconds - rows.Took - people.Took - matched.Took - explained.Took), "ms");
        yield return new($"{name}.whole", whole.TotalMilliseconds, "ms", target);
        yield return new($"{name}.matched", 100d * matched.Made.Result!.Pairs.Count / mentees, "%");
        Directory.Delete(folder, recursive: true);
    }

    private static int Explain(MatchingProblem problem, IReadOnlyList<Pair> pairs)
    {
        var why = new Explanations(problem, pairs);
        return pairs.Count(pair => why.OfPair(pair).LotteryNumber is not null);
    }

    private static async Task<(T Made, double Took)> Timed<T>(Func<Task<T>> act)
    {
        var watch = Stopwatch.StartNew();
        var made = await act();
        return (made, watch.Elapsed.TotalMilliseconds);
    }
}
