using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Goals;
using Rabta.Meetings;
using Rabta.Meetings.States;
using Rabta.Platform.Access;
using Rabta.Programmes;
using Rabta.Tests.Architecture;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>The written table, checked by real requests as each role, in two institutions. What is not in the table is red.</summary>
public sealed class AuthorizationTests
{
    private static readonly string[] Roles = ["stranger", "mentee", "mentor", "coordinator"];

    private sealed record Row(string Endpoint, string Relation, IReadOnlyList<string> Answers);

    private static readonly Row[] Table =
    [
        .. File.ReadAllLines(Path.Combine(Code.Root.FullName, "tests", "authorization.csv"))
            .Skip(1)
            .Select(l => l.Split(','))
            .Select(c => new Row(c[0], c[1], c[2..])),
    ];

    [Theory, OnBoth]
    public async Task Every_role_gets_the_answer_of_the_table(Engine on)
    {
        await using var colleges = await TwoColleges.On(on);
        var wrong = new List<string>();
        for (var i = 0; i < Roles.Length; i++)
        {
            using var phone = await colleges.As(Roles[i]);
            foreach (var row in Table)
            {
                var path = PathOf(row, Roles[i], colleges);
                var answer = AnswerOf(await phone.Open(path, follow: false));
                if (answer != row.Answers[i])
                    wrong.Add($"GET {path} as {Roles[i]} ({row.Relation}): {answer}, the table says {row.Answers[i]}");
                if (row.Answers[i] is "200" or "302")
                    continue;
                using var nothing = new FormUrlEncodedContent([]);
                var posted = await phone.Post(path, nothing, follow: false);
                if (posted.Status is HttpStatusCode.OK or HttpStatusCode.Found)
                    wrong.Add($"POST {path} as {Roles[i]}: {posted.Status}");
            }
        }

        Assert.True(
            wrong.Count == 0,
            string.Join("\n", wrong.Concat(colleges.World.Log.Lines.Where(l => l.StartsWith("Error", StringComparison.Ordinal))))
        );
    }

    [Fact]
    public async Task Every_endpoint_has_a_rule_and_a_row()
    {
        await using var world = await World.On(Engine.Sqlite);

        Assert.Empty(WithoutRule(Endpoints(world)));
        Assert.Empty(Endpoints(world).Select(PatternOf).Distinct().Except(Table.Select(r => r.Endpoint)));
    }

    [Fact]
    public void A_row_for_what_does_not_exist_is_no_row() =>
        Assert.Empty(Table.GroupBy(r => (r.Endpoint, r.Relation)).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void A_planted_open_endpoint_is_found() =>
        Assert.Equal(
            ["/planted"],
            WithoutRule([
                new RouteEndpoint(
                    _ => Task.CompletedTask,
                    RoutePatternFactory.Parse("/planted"),
                    0,
                    EndpointMetadataCollection.Empty,
                    "planted"
                ),
            ])
        );

    private static IEnumerable<string> WithoutRule(IEnumerable<RouteEndpoint> endpoints) =>
        endpoints.Where(e => e.Metadata.GetMetadata<NeedsAttribute>() is null).Select(PatternOf);

    private static List<RouteEndpoint> Endpoints(World world) =>
        [
            .. world
                .Server.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
                    && !PatternOf(e).StartsWith("/_framework", StringComparison.Ordinal)
                    && PatternOf(e) != "/{**path:file}"
                ),
        ];

    private static string PatternOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static string PathOf(Row row, string role, TwoColleges colleges)
    {
        var cast = row.Relation == "foreign" ? colleges.Second : colleges.First;
        var id = row.Endpoint switch
        {
            _ when row.Endpoint.StartsWith("/programmes", StringComparison.Ordinal) => cast.Programme.Id.Value,
            _ when row.Endpoint.Contains("/leave", StringComparison.Ordinal) => (
                row.Relation == "other" ? cast.NidasPart : cast.OmarsPart
            ).Value,
            _ when row.Endpoint.StartsWith("/requests", StringComparison.Ordinal) => (
                row.Relation == "other" ? cast.OthersRequest : cast.Request
            ).Value,
            _ when row.Endpoint.StartsWith("/cohorts", StringComparison.Ordinal) => cast.Cohort.Id.Value,
            _ when row.Endpoint.StartsWith("/matching", StringComparison.Ordinal) => (
                row.Relation == "foreign" ? colleges.SecondRound : colleges.FirstRound
            ).Value,
            _ when row.Endpoint.StartsWith("/meetings", StringComparison.Ordinal) => (
                row.Relation == "other" ? cast.OthersMeeting
                : row.Endpoint.EndsWith(".ics", StringComparison.Ordinal) ? cast.HeldMeeting
                : cast.Meeting
            ).Value,
            _ when row.Endpoint.StartsWith("/people/import/", StringComparison.Ordinal) => cast.Draft.Value,
            _ when row.Endpoint.StartsWith("/people", StringComparison.Ordinal) => row.Relation == "other"
                ? cast.Nida.Id.Value
                : (role == "mentor" ? cast.Sara : cast.Omar).Id.Value,
            _ when row.Endpoint.StartsWith("/goals", StringComparison.Ordinal) => (
                row.Relation == "other" ? cast.OthersGoal : cast.Goal
            ).Value,
            _ when row.Endpoint.StartsWith("/suggestions", StringComparison.Ordinal) => (
                row.Relation == "other" ? cast.OthersSuggestion : cast.Suggestion
            ).Value,
            _ => row.Relation == "other" ? cast.BilalNida.Id.Value : cast.SaraOmar.Id.Value,
        };
        return row
            .Endpoint.Replace("{Id:guid}", id.ToString(), StringComparison.OrdinalIgnoreCase)
            .Replace("{MentorId:guid}", cast.Bilal.Id.Value.ToString(), StringComparison.Ordinal)
            .Replace("{MenteeId:guid}", cast.Zara.Id.Value.ToString(), StringComparison.Ordinal)
            .Replace("{Secret}", new string('x', 32), StringComparison.Ordinal)
            .Replace("{tag}", "ur", StringComparison.Ordinal)
            .Replace("{Kind}", "not-met", StringComparison.Ordinal);
    }

    private static string AnswerOf(Seen seen) =>
        seen.Status is HttpStatusCode.Found
        && seen.Response.Headers.Location!.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal)
            ? "sign-in"
            : $"{(int)seen.Status}";
}
