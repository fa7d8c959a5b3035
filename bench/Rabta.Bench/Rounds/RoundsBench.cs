using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rabta.Matches;
using Rabta.Matches.Running;
using Rabta.Matching.Measuring;
using Rabta.Platform.Database;
using Rabta.Platform.Settings;
using Rabta.Tests.Worlds;

namespace Rabta.Bench.Rounds;

/// <summary>
/// From enrolled people in PostgreSQL to a checked, saved draft: the whole run as a coordinator waits for it, and how long each of its
/// stages takes; saving includes explaining every pair.
/// </summary>
internal static class RoundsBench
{
    public static async IAsyncEnumerable<Figure> Run()
    {
        await using var postgres = new PostgresServer();
        await postgres.InitializeAsync();
        // The first round of a server also compiles everything it needs; it is shown, but a server runs many. A million is waited for once.
        foreach (
            var (mentees, mentors, warm, target) in new (int, int, int, double?)[]
            {
                (500, 60, 0, null),
                (500, 60, 2, 1_000),
                (10_000, 1_000, 2, null),
                (1_000_000, 100_000, 0, null),
            }
        )
        await foreach (var figure in Of(mentees, mentors, warm, target))
            yield return figure;
    }

    /// <param name="warm">Runs before the one that is measured.</param>
    private static async IAsyncEnumerable<Figure> Of(int mentees, int mentors, int warm, double? target)
    {
        var folder = Directory.CreateTempSubdirectory("rabta-rounds-").FullName;
        var settings = new RabtaSettings
        {
            Data = folder,
            Database = "postgres",
            Connection = await PostgresServer.Running.Another(),
            PublicAddress = new Uri("http://rabta.test"),
            Mail = "smtp://127.0.0.1:1",
        };
        await using var app = Composition.Server(settings, "http://127.0.0.1:0", builder => builder.Logging.ClearProviders());
        await app.Services.Migrate(default);
        var college = new EnrolledPeople(app.Services);
        await college.Put(mentees, mentors);
        var name = $"rounds.{mentees}x{mentors}{(warm == 0 && mentees == 500 ? ".first" : "")}";

        for (var run = 0; run < warm; run++)
            await college.Do(get => get.GetRequiredService<RunRound>().Run(college.Cohort, 7, null, default));
        var (stages, watch) = (new Stages(), Stopwatch.StartNew());
        var ran = await college.Do(get => get.GetRequiredService<RunRound>().Run(college.Cohort, 7, null, default, tell: stages));
        var (whole, took) = (watch.Elapsed, stages.End());
        if (ran.Refusal is not null || ran.Check is not { Ok: true })
            throw new InvalidOperationException($"The round of {name} does not hold.");
        foreach (var (stage, milliseconds) in took)
            yield return new($"{name}.{stage.ToString().ToLowerInvariant()}", milliseconds, "ms");
        yield return new($"{name}.whole", whole.TotalMilliseconds, "ms", target);
        yield return new(
            $"{name}.matched",
            100d * await college.Do(get => get.GetRequiredService<RabtaDb>().RoundPairs.CountAsync()) / mentees,
            "%"
        );
        yield return new($"{name}.memory", Environment.WorkingSet / 1e6, "MB");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>When each stage began; the last ends with the run.</summary>
    private sealed class Stages : IProgress<RunStage>
    {
        private readonly List<(RunStage Stage, long At)> _began = [];

        public void Report(RunStage value) => _began.Add((value, Stopwatch.GetTimestamp()));

        public List<(RunStage Stage, double Milliseconds)> End()
        {
            var ends = _began.Skip(1).Select(stage => stage.At).Append(Stopwatch.GetTimestamp());
            return [.. _began.Zip(ends, (stage, end) => (stage.Stage, Stopwatch.GetElapsedTime(stage.At, end).TotalMilliseconds))];
        }
    }
}
