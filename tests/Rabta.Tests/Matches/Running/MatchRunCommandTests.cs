using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rabta.Matches.Running;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.CommandLine;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Importing.ReadingLists;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Matches.Running;

public sealed class MatchRunCommandTests
{
    private static async Task<(int Code, string Out, string Aside)> Run(string data, params string[] args)
    {
        await using var output = new StringWriter();
        await using var aside = new StringWriter();
        var code = await new Commands([new MatchRunCommand(Composition.Languages)], output, aside, new Compose()).Run(
            ["match", "run", "--data", data, .. args],
            default
        );
        return (code, output.ToString(), aside.ToString());
    }

    [Fact]
    public async Task On_a_fresh_folder_an_unknown_programme_is_refused_in_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("rabta-").FullName;

        var (code, output, aside) = await Run(folder, "--programme", "Hamqadam", "--json");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("There is no programme “Hamqadam”.", aside, StringComparison.Ordinal);
        Assert.Equal(2, (await Run(folder, "--json")).Code);
        Assert.Equal(2, (await Run(folder, "--programme", "X", "--seed", "one")).Code);
    }

    [Fact]
    public async Task The_answer_is_one_object_and_a_second_run_keeps_everyone_and_tells_nobody_again()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Zara, cast.Bilal));
        await world.Answer(cast, "Sect", true, Counts.Alike, (cast.Zara, "unspeakable"), (cast.Bilal, "unspeakable"));

        var (code, output, _) = await Run(world.Settings.Data, "--programme", "hamqadam", "--seed", "7", "--publish", "--json");
        var (again, second, aside) = await Run(world.Settings.Data, "--programme", "Hamqadam", "--seed", "7", "--publish", "--json");

        Assert.Equal((0, 0), (code, again));
        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["pairs", "unmatched", "checker"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["amal@college.test", "nida@college.test", "omar@college.test", "zara@college.test"],
            root.GetProperty("pairs").EnumerateArray().Select(p => p.GetProperty("mentee").GetString())
        );
        var zara = root.GetProperty("pairs")[3];
        Assert.Equal("bilal@college.test", zara.GetProperty("mentor").GetString());
        Assert.Equal(["The mentee's first wish."], zara.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
        Assert.DoesNotContain("unspeakable", output, StringComparison.Ordinal);
        Assert.True(root.GetProperty("checker").GetProperty("ok").GetBoolean());
        Assert.Equal(0, root.GetProperty("checker").GetProperty("problems").GetArrayLength());
        Assert.Equal(
            JsonDocument.Parse(output).RootElement.GetProperty("pairs").ToString(),
            JsonDocument.Parse(second).RootElement.GetProperty("pairs").ToString()
        );
        Assert.Contains("No new pair", aside, StringComparison.Ordinal);
        Assert.Equal(4, await world.Ask(db => db.Mentorships.CountAsync(m => m.EndedAt == null)));
        Assert.Equal(2, await world.Ask(db => db.Set<Rabta.Notifications.Notice>().CountAsync()));
    }

    [Fact]
    public async Task Who_is_left_is_named_with_code_and_sentence()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        await world.Put(cast.Conflict(cast.Zara, cast.Bilal), cast.Conflict(cast.Sara, cast.Zara));

        var (code, output, _) = await Run(world.Settings.Data, "--programme", "Hamqadam", "--json", "--lang", "ur");

        Assert.Equal(0, code);
        var left = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("unmatched").EnumerateArray());
        Assert.Equal("conflict", left.GetProperty("reason").GetString());
        Assert.Contains("مفادات کا ٹکراؤ", left.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_json_people_read_each_pair_who_is_left_and_that_it_was_checked()
    {
        await using var world = await World.On(Engine.Sqlite);
        var cast = await Cast.In(world);
        await world.Put(cast.Wishes(cast.Nida, cast.Bilal));
        await world.Put(cast.Conflict(cast.Zara, cast.Bilal), cast.Conflict(cast.Sara, cast.Zara));

        var (code, output, _) = await Run(world.Settings.Data, "--programme", "Hamqadam", "--seed", "7");

        Assert.Equal(0, code);
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal(6, lines.Length);
        Assert.Equal("Pairs: 3. Without a mentor: 1.", lines[0]);
        Assert.All(lines[1..4], line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        Assert.Contains(
            "  nida@college.test with bilal@college.test: The mentee's first wish.",
            string.Join('\n', lines[1..4]),
            StringComparison.Ordinal
        );
        Assert.StartsWith("  zara@college.test: ", lines[4], StringComparison.Ordinal);
        Assert.Equal("Every rule holds: checked by a second program that shares nothing with the first.", lines[5]);
    }
}
