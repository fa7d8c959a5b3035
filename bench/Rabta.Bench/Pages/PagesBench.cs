using System.Diagnostics;
using Rabta.Matching.Measuring;
using Rabta.Tests.Worlds;

namespace Rabta.Bench.Pages;

/// <summary>
/// The pages people open most, over HTTP, in a college of 5,000 pairs with 200,000 meetings, on each database; and whether a page asks more
/// of the database than in one of a tenth.
/// </summary>
internal static class PagesBench
{
    private const int Whole = 5_000,
        Requests = 200,
        Target = 100;

    public static async IAsyncEnumerable<Figure> Run()
    {
        await using var postgres = new PostgresServer();
        await postgres.InitializeAsync();
        foreach (var engine in Enum.GetValues<Engine>())
        {
            var few = new Dictionary<string, int>();
            await using (var small = await BusyServer.Start(engine, Whole / 10))
                foreach (var (name, client, path) in await Pages(small))
                    few[name] = await Statements(small, client, path);
            await using var server = await BusyServer.Start(engine, Whole);
            var pages = await Pages(server);
            foreach (var (name, client, path) in pages)
            {
                var of = $"pages.{engine.ToString().ToLowerInvariant()}.{name}";
                var many = await Statements(server, client, path);
                yield return new($"{of}.p95", await Percentile(client, path), "ms", Target);
                yield return new($"{of}.statements", many, "statements");
                yield return new($"{of}.statements-growth", many - few[name], "statements", 0);
            }
            // Half of the pairs wait for something, as after a strike or an exam session.
            await server.College.WorstDay();
            await server.Settle();
            foreach (var (name, client, path) in pages.Where(p => p.Name is "coordinator-home" or "waiting-not-met"))
                yield return new(
                    $"pages.{engine.ToString().ToLowerInvariant()}.{name}.worst-day.p95",
                    await Percentile(client, path),
                    "ms",
                    Target
                );
        }
    }

    private static async Task<List<(string Name, HttpClient Client, string Path)>> Pages(BusyServer server)
    {
        var college = server.College;
        var (mentee, mentor, coordinator) = (
            await server.SignIn(college.Mentee),
            await server.SignIn(college.Mentor),
            await server.SignIn(college.Coordinator)
        );
        return
        [
            ("mentee-home", mentee, "/"),
            ("mentor-home", mentor, "/"),
            ("coordinator-home", coordinator, "/"),
            ("mentorships", coordinator, "/mentorships"),
            ("waiting-not-met", coordinator, "/waiting/not-met"),
            ("pair", mentee, $"/mentorships/{college.Pair.Value}"),
        ];
    }

    private static async Task<int> Statements(BusyServer server, HttpClient client, string path)
    {
        await Get(client, path);
        return await server.Statements(() => Get(client, path));
    }

    private static async Task<double> Percentile(HttpClient client, string path)
    {
        for (var i = 0; i < 20; i++)
            await Get(client, path);
        var times = new List<double>();
        for (var i = 0; i < Requests; i++)
        {
            var watch = Stopwatch.StartNew();
            await Get(client, path);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return times[Requests * 95 / 100];
    }

    private static async Task Get(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }
}
