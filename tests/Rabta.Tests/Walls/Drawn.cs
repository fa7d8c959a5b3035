using System.Text.RegularExpressions;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>What the product shows or does, kept as text in <c>tests/drawn</c>: a change of it is a change of these files.</summary>
/// <remarks>
/// <c>RABTA_DRAW=1</c> writes them anew. Whoever does so reads the difference: it is what people will see, or what an act will do.
/// </remarks>
internal static partial class Drawn
{
    public static bool Anew { get; } = Environment.GetEnvironmentVariable("RABTA_DRAW") == "1";

    public static void Is(string name, IEnumerable<string> drawn)
    {
        var lines = string.Join('\n', drawn).TrimEnd('\n').Split('\n');
        var path = Path.Combine(Architecture.Code.Root.FullName, "tests", "drawn", $"{name}.txt");
        if (Anew)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, string.Join('\n', lines) + "\n");
        }
        var kept = File.ReadAllText(path).TrimEnd('\n').Split('\n');
        var at = kept.Zip(lines).TakeWhile(both => both.First == both.Second).Count();
        if (at < Math.Max(kept.Length, lines.Length))
            Assert.Fail(
                $"""
                tests/drawn/{name}.txt, line {at + 1}, differs. Where that is meant, RABTA_DRAW=1 draws it anew; read the difference.
                kept: {(at < kept.Length ? kept[at] : "(nothing)")}
                now:  {(at < lines.Length ? lines[at] : "(nothing)")}
                """
            );
    }

    /// <summary>All mails that were sent, whatever the order of sending.</summary>
    public static IEnumerable<string> Mails(World world) =>
        world
            .Emails.Sent.OrderBy(mail => mail.To, StringComparer.Ordinal)
            .ThenBy(mail => mail.Subject, StringComparer.Ordinal)
            .ThenBy(mail => mail.Body, StringComparer.Ordinal)
            .SelectMany(mail => (string[])[$"## {mail.To}: {mail.Subject}", .. mail.Body.TrimEnd().Split('\n'), ""]);

    /// <summary>Identities and secrets by the order in which they are met, as they are others at every run.</summary>
    public sealed class Numbers
    {
        private readonly Dictionary<string, int> _met = [];

        public string In(string text) => Identity().Replace(text, id => $"{{{Of(id.Value.ToLowerInvariant())}}}");

        private int Of(string id)
        {
            if (!_met.TryGetValue(id, out var number))
                _met[id] = number = _met.Count + 1;
            return number;
        }
    }

    [GeneratedRegex(
        "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?<=/(in|recommend)/)[A-Za-z0-9_-]{20,}|[A-Z2-9]{4}(-[A-Z2-9]{4}){2}"
    )]
    private static partial Regex Identity();
}
