using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rabta.Mutants;

/// <summary>A copy of the repository with all mutants in it, built once.</summary>
internal sealed partial class Tree(string root, string folder)
{
    private static readonly string[] Left = [".git", "artifacts", "data", "bench"];

    public string Program => Path.Combine(folder, "artifacts", "bin", "Rabta.Tests", "release", "Rabta.Tests");

    /// <summary>Builds with as many of the mutants as compile, and says which these are.</summary>
    public async Task<List<Mutant>> Build(Sources sources, List<Mutant> drawn)
    {
        for (var left = 6; left > 0; left--)
        {
            Write(sources, drawn);
            var said = await Run(
                "dotnet",
                ["build", "tests/Rabta.Tests", "-c", "Release", "-v", "q", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"]
            );
            if (said.Code == 0)
                return drawn;
            var dropped = Error()
                .Matches(said.Out)
                .SelectMany(m => sources.Near(Path.GetRelativePath(folder, m.Groups[1].Value), Int(m.Groups[2]), Int(m.Groups[3])))
                .ToHashSet();
            if (dropped.Count == 0)
                throw new InvalidOperationException($"The copy does not build, and no mutant is near:\n{said.Out}");
            foreach (var mutant in drawn.Where(m => dropped.Contains(m.Number)))
                Console.WriteLine($"does not compile: {mutant}");
            drawn = [.. drawn.Where(m => !dropped.Contains(m.Number))];
        }
        throw new InvalidOperationException("The copy does not build.");
    }

    private void Write(Sources sources, List<Mutant> mutants)
    {
        var with = sources.With(mutants);
        var planted = new Dictionary<string, string>(with)
        {
            ["src/Rabta/Mutant.cs"] = Marks.Switch(mutants.Max(m => m.Number) + 1, sources.PointCount),
            ["tests/Rabta.Tests/Noting.cs"] = Marks.Noting,
            ["tests/Rabta.Tests/Worlds/Engine.cs"] = Marks.OnSqliteUnlessAsked(
                File.ReadAllText(Path.Combine(root, "tests", "Rabta.Tests", "Worlds", "Engine.cs"))
            ),
        };
        var all = planted.Keys.ToHashSet();
        foreach (var path in Files(root))
        {
            all.Add(path);
            if (!planted.ContainsKey(path))
                Put(path, File.ReadAllBytes(Path.Combine(root, path)));
        }
        foreach (var (path, code) in planted)
            Put(path, Encoding.UTF8.GetBytes(code));
        foreach (var gone in Files(folder).Where(path => !all.Contains(path) && !path.Contains("/wwwroot/", StringComparison.Ordinal)))
            File.Delete(Path.Combine(folder, gone));
        // What was compiled ahead for the repository serves the copy.
        var (ahead, link) = (Path.Combine(root, "artifacts", "ahead"), Path.Combine(folder, "artifacts", "ahead"));
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        if (Directory.Exists(ahead) && !Path.Exists(link))
            Directory.CreateSymbolicLink(link, ahead);
    }

    private static List<string> Files(string of)
    {
        if (!Directory.Exists(of))
            return [];
        var within = Directory
            .EnumerateDirectories(of)
            .Where(d => !Left.Contains(Path.GetFileName(d)))
            .SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories));
        return
        [
            .. Directory
                .EnumerateFiles(of)
                .Concat(within)
                .Select(path => Path.GetRelativePath(of, path))
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)),
        ];
    }

    /// <summary>What is as it was keeps its time, so that a second run builds only what changed.</summary>
    private void Put(string path, byte[] content)
    {
        var to = Path.Combine(folder, path);
        if (File.Exists(to) && File.ReadAllBytes(to).AsSpan().SequenceEqual(content))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.WriteAllBytes(to, content);
        var from = Path.Combine(root, path);
        if (!OperatingSystem.IsWindows() && File.Exists(from))
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
    }

    private async Task<(int Code, string Out)> Run(string program, string[] args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    private static int Int(Group found) => int.Parse(found.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(/[^(\n]+\.cs)\((\d+),(\d+)\): error ", RegexOptions.Multiline)]
    private static partial Regex Error();
}
