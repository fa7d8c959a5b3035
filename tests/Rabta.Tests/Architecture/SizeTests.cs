namespace Rabta.Tests.Architecture;

/// <summary>A file someone can hold in their head: 300 lines, 400 for an algorithm. Generated code is not read by people.</summary>
public sealed class SizeTests
{
    [Fact]
    public void No_file_is_longer_than_a_head() => Assert.Empty(TooLong(Files("src").Concat(Files("tests")).Concat(Files("bench"))));

    [Fact]
    public void Scripts_stay_under_forty_lines_and_say_in_line_one_what_they_do()
    {
        foreach (var script in new DirectoryInfo(Path.Combine(Code.Root.FullName, "bin")).GetFiles().Where(f => f.Name[0] != '.'))
        {
            var lines = File.ReadAllLines(script.FullName);
            Assert.True(lines.Length < 40, $"{script.Name} has {lines.Length} lines");
            Assert.StartsWith("# ", lines[1]);
        }
    }

    [Fact]
    public void A_planted_long_file_is_found() =>
        Assert.Single(TooLong([("src/Rabta/Long.cs", 301), ("src/Rabta.Matching/Long.cs", 301), ("src/Rabta/Short.cs", 300)]));

    [Fact]
    public void A_file_is_one_namespace_without_braces() =>
        Assert.Empty(
            Braced(
                Files("src")
                    .Concat(Files("tests"))
                    .Concat(Files("bench"))
                    .Select(f => f.Path)
                    .Where(path => !path.EndsWith("Architecture/Planted.cs", StringComparison.Ordinal))
            )
        );

    [Fact]
    public void A_planted_namespace_with_braces_is_found() =>
        Assert.Single(Braced([Path.Combine("tests", "Rabta.Tests", "Architecture", "Planted.cs")]));

    private static IEnumerable<string> Braced(IEnumerable<string> paths) =>
        paths.Where(path =>
            File.ReadLines(Path.Combine(Code.Root.FullName, path))
                .Any(line => line.StartsWith("namespace ", StringComparison.Ordinal) && !line.EndsWith(';'))
        );

    private static IEnumerable<(string Path, int Lines)> TooLong(IEnumerable<(string Path, int Lines)> files) =>
        files.Where(f => f.Lines > (f.Path.StartsWith("src/Rabta.Matching", StringComparison.Ordinal) ? 400 : 300));

    private static IEnumerable<(string Path, int Lines)> Files(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Code.Root.FullName, folder), "*.*", SearchOption.AllDirectories)
        where
            file.EndsWith(".cs", StringComparison.Ordinal)
            || file.EndsWith(".razor", StringComparison.Ordinal)
            || file.EndsWith(".css", StringComparison.Ordinal)
        let path = Path.GetRelativePath(Code.Root.FullName, file)
        where !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)
        select (path, File.ReadLines(file).Count());
}
