using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using Rabta.People;

namespace Rabta.Tests.Architecture;

/// <summary>
/// The clock, unseeded chance, raw markup and raw SQL have one named place each. The analyzer says so while typing; this reads the compiled
/// code.
/// </summary>
public sealed class BannedSymbolsTests
{
    private static readonly string[] Places = ["Rabta.Platform.Time.", "Rabta.Platform.Database."];

    [Theory]
    [InlineData("DateTime::get_UtcNow")]
    [InlineData("Random::get_Shared")]
    [InlineData("Random::.ctor()")]
    [InlineData("MarkupString::.ctor")]
    [InlineData("RelationalDatabaseFacadeExtensions::ExecuteSqlRawAsync")]
    public void Each_planted_use_is_found(string symbol) => Assert.Contains(symbol, Uses(Code.Planted).Select(u => u.Symbol));

    [Fact]
    public void Nobody_uses_one_outside_its_place() =>
        Assert.Empty(Uses(Code.Ours).Where(u => !Places.Any(p => u.Type.StartsWith(p, StringComparison.Ordinal))));

    [Fact]
    public void Every_line_of_the_list_is_read() => Assert.True(Banned().Count >= 15);

    private static IEnumerable<(string Type, string Symbol)> Uses(IEnumerable<IType> types)
    {
        var banned = Banned();
        return from type in types
            from call in type.Dependencies.OfType<MethodCallDependency>()
            let full = call.TargetMember.Name
            // A constructor without parameters is another one than that with a seed.
            let name = full == ".ctor()" ? full : full.Split('(')[0]
            let symbol = $"{call.Target.Name.Split('`')[0]}::{name}"
            where banned.Contains(symbol) || banned.Contains($"{call.Target.Name}::*")
            select (type.FullName, symbol);
    }

    // "P:System.DateTime.UtcNow;…" is called as DateTime::get_UtcNow; a banned type bans all its members.
    private static HashSet<string> Banned() =>
        [
            .. File.ReadAllLines(Path.Combine(Code.Root.FullName, "BannedSymbols.txt"))
                .Where(l => l.Contains(';', StringComparison.Ordinal))
                .Select(line =>
                {
                    var (kind, name) = (
                        line[0],
                        line[2..line.IndexOf(';', StringComparison.Ordinal)]
                            .Split('(')[0]
                            .Replace("``1", "", StringComparison.Ordinal)
                            .Replace("`1", "", StringComparison.Ordinal)
                    );
                    var parts = name.Replace("#ctor", ".ctor", StringComparison.Ordinal).Split('.');
                    return kind switch
                    {
                        'T' => $"{parts[^1]}::*",
                        'P' => $"{parts[^2]}::get_{parts[^1]}",
                        _ when name.EndsWith("#ctor", StringComparison.Ordinal) => $"{parts[^3]}::.ctor()",
                        _ => $"{parts[^2]}::{parts[^1]}",
                    };
                }),
        ];
}
