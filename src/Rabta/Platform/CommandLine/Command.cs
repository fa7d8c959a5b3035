using System.Data.Common;
using Microsoft.AspNetCore.Connections;
using Rabta.Platform.Language;
using Rabta.Platform.Settings;

namespace Rabta.Platform.CommandLine;

/// <summary>One command of <c>rabta</c>. Exit codes: 0 done, 1 refused, 2 bad use.</summary>
public interface ICommand
{
    /// <summary>One or two words: <c>import</c>, <c>match run</c>.</summary>
    string Name { get; }

    /// <summary>Options with a value: <c>--data DIR</c>.</summary>
    IReadOnlyList<string> Options { get; }

    /// <summary>Options without: <c>--json</c>.</summary>
    IReadOnlyList<string> Flags => [];

    /// <summary>More than its options, for <c>--help</c>; nothing for most.</summary>
    string About() => "";

    Task<int> Run(CommandContext context, CancellationToken stop);
}

/// <summary>
/// Makes the program that a command works in. The composition root fulfils it, so that a command's module needs to know only what is below
/// it.
/// </summary>
public interface ICompose
{
    Languages Languages { get; }

    /// <summary>Null where the settings are wrong; what is wrong has then been said.</summary>
    RabtaSettings? Settings(CommandContext context);
    ServiceProvider Services(RabtaSettings settings);
    WebApplication Server(RabtaSettings settings, string? urls);
}

/// <summary>
/// What was typed on the command line. Results go to <see cref="Out"/>, sentences go through <see cref="Say"/> to standard error.
/// </summary>
public sealed record CommandContext(
    ILookup<string, string> Options,
    IReadOnlySet<string> Flags,
    TextWriter Out,
    TextWriter Error,
    ICompose Host
)
{
    public const int Done = 0,
        Refused = 1,
        BadUse = 2;

    public string? One(string option) => Options[option].LastOrDefault();

    public bool Has(string flag) => Flags.Contains(flag);

    /// <summary>Where to listen: every address of <c>--urls</c> must be one, as the web server takes a port it can't read for 80.</summary>
    public bool HasGoodUrls =>
        One("--urls") is not { } urls
        || urls.Split(';')
            .All(url =>
                Uri.TryCreate(
                    url.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal),
                    UriKind.Absolute,
                    out var address
                ) && address.Scheme is ("http" or "https")
            );

    public int Say(int code, string sentence)
    {
        Error.WriteLine(sentence);
        return code;
    }
}

/// <summary>Finds the command, checks its options, runs it. Messages are sentences in the language of <c>--lang</c>.</summary>
public sealed class Commands(IReadOnlyList<ICommand> commands, TextWriter output, TextWriter error, ICompose rabta)
{
    private Localizer<PlatformTexts> Texts { get; } = new(rabta.Languages);
    private static readonly string[] Everywhere = ["--lang", "--data"];

    public async Task<int> Run(string[] args, CancellationToken stop)
    {
        var tag =
            args.SkipWhile(a => a != "--lang").Skip(1).FirstOrDefault()
            ?? args.FirstOrDefault(a => a.StartsWith("--lang=", StringComparison.Ordinal))?[7..];
        var language = rabta.Languages.Culture(tag, pseudo: true);
        System.Globalization.CultureInfo.CurrentUICulture = language ?? rabta.Languages.First.Culture;
        if (args is [] or ["--help"] or ["help"])
            return Help(CommandContext.Done, output);
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToList();
        var command = commands.FirstOrDefault(c => c.Name == string.Join(' ', words));
        if (command is null)
            return Help(Bad("command.unknown", string.Join(' ', words)), error);
        if (args.Contains("--help"))
            return command.About() is { Length: > 0 } about ? About(command, about) : Help(CommandContext.Done, output);
        if (tag is not null && language is null)
            return Bad("lang.unknown", tag);
        if (Parse(command, args[words.Count..]) is not { } context)
            return CommandContext.BadUse;
        if (!context.HasGoodUrls)
            return Bad("option.bad-urls", context.One("--urls")!);
        try
        {
            return await command.Run(context, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Only the operator of the server can ask to see the exception itself.
            if (Environment.GetEnvironmentVariable("RABTA_TRACE") is not null)
                await error.WriteLineAsync(fault.ToString());
            return context.Say(
                CommandContext.Refused,
                fault is OpenToOthers open ? Texts["fault.open-to-others", open.Path] : Texts[Words(fault)]
            );
        }
    }

    private static string Words(Exception fault) =>
        fault switch
        {
            _ when Causes(fault)
                    .Any(f =>
                        f
                            is DbException
                                or System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.ConnectionRefused }
                    ) => "fault.database",
            _ when Causes(fault).Any(f => f is System.Net.Sockets.SocketException or AddressInUseException) => "fault.address",
            UnauthorizedAccessException or IOException => "fault.folder",
            _ => "fault.ours",
        };

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
            yield return fault;
    }

    private CommandContext? Parse(ICommand command, string[] rest)
    {
        var options = new List<(string Name, string Value)>();
        var flags = new HashSet<string>();
        for (var i = 0; i < rest.Length; i++)
        {
            var (name, value) =
                rest[i].Split('=', 2) is [var before, var after] && before.StartsWith("--", StringComparison.Ordinal)
                    ? (before, after)
                    : (rest[i], null);
            if (command.Flags.Contains(name) && value is null)
                flags.Add(name);
            else if (!command.Options.Contains(name) && !Everywhere.Contains(name))
                return Nothing("option.unknown", name);
            else if (value is not null)
                options.Add((name, value));
            else if (i + 1 < rest.Length && !rest[i + 1].StartsWith("--", StringComparison.Ordinal))
                options.Add((name, rest[++i]));
            else
                return Nothing("option.no-value", name);
        }
        return new CommandContext(options.ToLookup(o => o.Name, o => o.Value), flags, output, error, rabta);
    }

    private CommandContext? Nothing(string key, string name)
    {
        Bad(key, name);
        return null;
    }

    private int Bad(string key, string name)
    {
        error.WriteLine(Texts[key, name]);
        return CommandContext.BadUse;
    }

    private int About(ICommand command, string about)
    {
        output.WriteLine(Usage(command));
        output.WriteLine(about);
        return CommandContext.Done;
    }

    private int Help(int code, TextWriter to)
    {
        to.WriteLine(Texts["help"]);
        foreach (var command in commands)
            to.WriteLine(Usage(command));
        return code;
    }

    private static string Usage(ICommand command) =>
        $"  rabta {command.Name} {string.Join(' ', command.Options.Select(t => $"[{t} …]").Concat(command.Flags.Select(f => $"[{f}]")))}";
}
