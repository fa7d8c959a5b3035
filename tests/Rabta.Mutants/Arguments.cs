using System.Globalization;

namespace Rabta.Mutants;

/// <summary>What was asked for; null where it can't be understood.</summary>
internal sealed record Arguments(string Root, int Seed, int Count, int AtOnce, string? Only, bool Unreached = false)
{
    public const string Usage =
        "bin/mutants app: [--seed N] [--count N] [--at-once N] [--only 'part of file, kind or code|another'] [--unreached yes]";

    public static Arguments? From(string[] args)
    {
        var found = new Arguments(Path.GetFullPath(args[0]), Environment.TickCount & 0xFFFF, 100, Environment.ProcessorCount, null);
        for (var i = 1; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
            found = args[i] switch
            {
                "--seed" when number >= 0 => found with { Seed = number },
                "--count" when number > 0 => found with { Count = number },
                "--at-once" when number > 0 => found with { AtOnce = number },
                "--only" when value != "" => found with { Only = value },
                "--unreached" when value == "yes" => found with { Unreached = true },
                _ => null,
            };
            if (found is null)
                return null;
        }
        return found;
    }
}
