using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rabta.Matches.Publishing;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Platform.Settings;

namespace Rabta.Matches.Running;

/// <summary><c>rabta match run</c>: makes a round for a programme's newest cohort and, where asked, publishes it.</summary>
public sealed class MatchRunCommand(Languages languages) : ICommand
{
    private Localizer<Texts> T { get; } = new(languages);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => "match run";
    public IReadOnlyList<string> Options => ["--programme", "--seed"];
    public IReadOnlyList<string> Flags => ["--publish", "--json"];

    public async Task<int> Run(CommandContext context, CancellationToken stop)
    {
        if (context.One("--programme") is not { } name)
            return context.Say(CommandContext.BadUse, T["command.use"]);
        var typed = context.One("--seed");
        if (typed is not null && !long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return context.Say(CommandContext.BadUse, T["run.bad-seed", typed]);
        long? seed = typed is null ? null : long.Parse(typed, CultureInfo.InvariantCulture);
        if (context.Host.Settings(context) is not { } settings)
            return CommandContext.Refused;
        await using var services = context.Host.Services(settings);
        await services.Migrate(stop);
        await using var scope = services.CreateAsyncScope();
        var get = scope.ServiceProvider;
        if (
            await get.GetRequiredService<CurrentInstitution>().Find(null, stop) is null
            || await get.GetRequiredService<BuildRoundReport>().Cohort(name, stop) is not { } cohort
        )
            return context.Say(CommandContext.Refused, T["command.no-programme", name]);
        var ran = await get.GetRequiredService<RunRound>()
            .Run(cohort, seed, null, stop, tell: Console.IsErrorRedirected ? null : new ToWhoWaits(context, T));
        if (ran.Refusal is { } refusal)
            return context.Say(CommandContext.Refused, T[refusal.Key, refusal.Values]);
        var result = await get.GetRequiredService<BuildRoundReport>().Run(cohort, ran, stop);
        var published = context.Has("--publish") && result.Checker.Ok ? await Publish(get, ran.Id, settings, stop) : null;
        if (context.Has("--json"))
            await context.Out.WriteLineAsync(JsonSerializer.Serialize(result, Json));
        else
            await Print(result, context.Out);
        if (!result.Checker.Ok)
            return CommandContext.Refused;
        if (published is { Key: "publish.nobody" })
            return context.Say(CommandContext.Done, T["command.nothing-new"]);
        if (published is not null)
            return context.Say(CommandContext.Refused, T[published.Key, published.Values]);
        return context.Has("--publish") ? context.Say(CommandContext.Done, T.Plural("command.published", result.New)) : CommandContext.Done;
    }

    /// <summary>Prints a line for each stage to a person at the screen, and nothing where standard error goes elsewhere.</summary>
    private sealed class ToWhoWaits(CommandContext context, Localizer<Texts> texts) : IProgress<RunStage>
    {
        public void Report(RunStage value) => context.Say(CommandContext.Done, texts[$"run.stage.{value}"]);
    }

    // A server that can't send mails yet publishes all the same: people find the news on their page.
    private static Task<Platform.Access.Refusal?> Publish(
        IServiceProvider get,
        RoundId id,
        RabtaSettings settings,
        CancellationToken stop
    ) => get.GetRequiredService<PublishRound>().Run(id, slips: !settings.CanPublish, null, stop);

    private async Task Print(Result result, TextWriter to)
    {
        await to.WriteLineAsync(T["command.result", result.Pairs.Count, result.Unmatched.Count]);
        foreach (var pair in result.Pairs)
            await to.WriteLineAsync("  " + T["command.pair", pair.Mentee, pair.Mentor, string.Join(" ", pair.Reasons)]);
        foreach (var left in result.Unmatched)
            await to.WriteLineAsync("  " + T["command.left", left.Mentee, left.Text]);
        await to.WriteLineAsync(T[result.Checker.Ok ? "command.checked" : "command.not-checked"]);
        foreach (var problem in result.Checker.Problems)
            await to.WriteLineAsync("  " + problem);
    }
}
