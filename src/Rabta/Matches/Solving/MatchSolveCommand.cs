using System.Buffers;
using Rabta.Matching.Files;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Language;

namespace Rabta.Matches.Solving;

/// <summary>
/// <c>rabta match solve</c>: a matching problem in a file, its result in another. Starts no server and opens no database.
/// </summary>
public sealed class MatchSolveCommand(Languages languages) : ICommand
{
    private const int FirstLook = 1 << 16;
    private Localizer<Texts> T { get; } = new(languages);

    public string Name => "match solve";
    public IReadOnlyList<string> Options => ["--problem", "--out"];

    public string About() =>
        string.Join(
            '\n',
            [
                T["solve.help"],
                ProblemFiles.Forms,
                T["solve.help.ties"],
                T["solve.help.reasons"],
                .. UnmatchedCodes.All.Select(code => $"  {code.Code, -16} {T[$"solve.reason.{code.Code}"]}"),
                T["solve.help.errors"],
                .. FileErrorCodes.All.Select(code => $"  {code, -22} {T[$"solve.error.{code}", ""]}"),
                T["solve.help.more"],
            ]
        );

    public async Task<int> Run(CommandContext context, CancellationToken stop)
    {
        if (context.One("--problem") is not { } from || context.One("--out") is not { } to)
            return context.Say(CommandContext.BadUse, T["solve.use"]);
        if (!File.Exists(from))
            return context.Say(CommandContext.BadUse, T["solve.no-file", from]);
        var solved = await ReadWhole(from, stop) is { } problem ? ProblemFiles.Solve(problem) : ProblemFiles.Refused(ProblemFiles.TooLarge);
        if (solved.Faults > 0)
            return context.Say(CommandContext.Refused, T["solve.faults", solved.Faults]);
        await File.WriteAllBytesAsync(to, solved.Json, stop);
        if (solved.Error is { } error)
            return context.Say(CommandContext.BadUse, T[$"solve.error.{error.Code}", OnOneLine(error.At)]);
        foreach (var key in solved.Ignored)
            context.Say(CommandContext.Done, T["solve.ignored", OnOneLine(key)]);
        return CommandContext.Done;
    }

    /// <summary>An id may hold line breaks; what is said is one line.</summary>
    internal static string OnOneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));

    /// <summary>
    /// The file's bytes, or null where the file is too large or never ends. Of a file that can't be a problem only the beginning is read,
    /// which is enough to say where it goes wrong.
    /// </summary>
    internal static async Task<byte[]?> ReadWhole(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        if (file.CanSeek && file.Length > ProblemFiles.MostBytes)
            return null;
        var look = new byte[FirstLook];
        var seen = await file.ReadAtLeastAsync(look, FirstLook, throwOnEndOfStream: false, stop);
        if (seen < FirstLook || !ProblemFiles.MayBegin(look))
            return look[..seen];
        if (file.CanSeek && file.Length > seen)
        {
            var whole = new byte[file.Length];
            look.CopyTo(whole, 0);
            await file.ReadExactlyAsync(whole.AsMemory(seen), stop);
            return whole;
        }
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write(look);
        while (await file.ReadAsync(bytes.GetMemory(FirstLook), stop) is > 0 and var read)
        {
            bytes.Advance(read);
            if (bytes.WrittenCount > ProblemFiles.MostBytes)
                return null;
        }
        return bytes.WrittenSpan.ToArray();
    }
}
