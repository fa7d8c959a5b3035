using System.Text.Json;
using Rabta.Matching.Fairness;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>Writes the figures of a result.</summary>
internal sealed class StatsWriter(FileProblem problem, FileSolution solution, Utf8JsonWriter json)
{
    public void Write(int[] inOrder, int notSearched)
    {
        int?[] ranks = [.. Enumerable.Range(0, problem.Seekers.Length).Select(RankOf)];
        var matched = inOrder.Where(seeker => solution.OffererOf[seeker] != Market.Nobody).ToList();
        json.WriteStartObject("stats");
        json.WriteString(
            "mode",
            problem.Form == FileForm.Mentors ? problem.Raw.Mode
                : problem.Form == FileForm.People ? "peers"
                : "projects"
        );
        json.WriteNumber("seed", problem.Raw.Seed);
        json.WriteNumber("people", inOrder.Length);
        json.WriteNumber("matched", matched.Count);
        json.WriteNumber("unmatched", inOrder.Length - matched.Count);
        json.WriteNumber("first", matched.Count(seeker => ranks[seeker] == 1));
        json.WriteNumber("firstThree", matched.Count(seeker => ranks[seeker] <= 3));
        Number("meanRank", Mean.From([.. matched.Select(seeker => ranks[seeker]).OfType<int>()]).Value);
        json.WriteNumber("blocking", solution.Blocking.Count);
        Totals();
        if (notSearched > 0)
            json.WriteNumber("changesNotSearched", notSearched);
        if (problem.Raw.Groups.Count > 0)
            Groups(ranks);
        json.WriteEndObject();
    }

    private void Totals()
    {
        if (problem.Raw.Scores is null)
            return;
        json.WriteNumber("total", Tidy(FileScores.Total(problem, solution.OffererOf)));
        if (solution.WelfareBound is { } bound)
            json.WriteNumber("welfareBound", Math.Round(bound + SeatedTotal(), 6));
        if (solution.IsBest is { } isBest)
            json.WriteBoolean("isBest", isBest);
    }

    /// <summary>What pins and standing mentorships add whatever the mode does; the bound is over all the rest.</summary>
    private double SeatedTotal()
    {
        int[] seated =
        [
            .. Enumerable
                .Range(0, problem.Seekers.Length)
                .Select(seeker =>
                    problem.PinOf.TryGetValue(seeker, out var pin) ? pin
                    : problem.Raw.PriceOfMove is null ? problem.Current[seeker]
                    : Market.Nobody
                ),
        ];
        return (double)FileScores.Total(problem, seated);
    }

    private void Groups(int?[] ranks)
    {
        json.WriteStartObject("groups");
        var groups = problem.Raw.Groups.Select(group =>
            (
                problem.Raw.Pool[group.Group],
                (IReadOnlyCollection<int>)
                    [.. group.Members.Select(member => problem.SeekerAt[member]).Where(seeker => seeker != solution.Withdrawn)]
            )
        );
        foreach (var report in GroupFairness.Of(ranks, groups))
        {
            json.WriteStartObject(report.Group);
            Rate("matched", report.Matched);
            Rate("firstThree", report.FirstThree);
            json.WriteStartObject("meanRank");
            Number("value", report.MeanRank.Value);
            Number("low", report.MeanRank.Low);
            Number("high", report.MeanRank.High);
            json.WriteEndObject();
            json.WriteNumber("chance", Math.Round(report.Chance, 4));
            json.WriteBoolean("flagged", report.IsFlagged);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void Rate(string name, Rate rate)
    {
        json.WriteStartObject(name);
        json.WriteNumber("share", Math.Round(rate.Share, 4));
        json.WriteNumber("low", Math.Round(rate.Low, 4));
        json.WriteNumber("high", Math.Round(rate.High, 4));
        json.WriteEndObject();
    }

    private void Number(string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, Math.Round(number, 4));
        else
            json.WriteNull(name);
    }

    private int? RankOf(int seeker) =>
        solution.OffererOf[seeker] != Market.Nobody && problem.Wishes.TierOf(seeker, solution.OffererOf[seeker]) is >= 0 and var tier
            ? tier + 1
        : solution.OffererOf[seeker] != Market.Nobody ? problem.Wishes.TiersOf(seeker) + 1
        : null;

    /// <summary>Without the zeros that decimal arithmetic keeps.</summary>
    internal static decimal Tidy(decimal number) => number / 1.000000000000000000000000000000m;
}
