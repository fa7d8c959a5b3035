using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rabta.Mutants;

/// <summary>The C# of src/Rabta, and what the mutants make of it.</summary>
internal sealed class Sources
{
    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Preview);
    private readonly SortedDictionary<string, SyntaxNode> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _written = [];
    private readonly Points _points;

    public Sources(string root)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, "src", "Rabta"), "*.cs", SearchOption.AllDirectories))
            if (!path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
                _files[Path.GetRelativePath(root, path)] = CSharpSyntaxTree.ParseText(File.ReadAllText(path), Newest).GetRoot();
        _points = new(_files.Values);
    }

    /// <summary>How many points there are at which a test can be seen to pass.</summary>
    public int PointCount => _points.Count;

    /// <summary>The point that is passed just before this is run; null where there is none.</summary>
    public int? Before(Place place) => _points.Before(place.Node);

    public List<Place> Find()
    {
        var keys = _files
            .GroupBy(f => Module(f.Key), f => Places.Keys(f.Value))
            .ToDictionary(m => m.Key, m => m.SelectMany(k => k).Distinct().Order(StringComparer.Ordinal).ToList());
        return [.. _files.SelectMany(f => new Places(f.Key, f.Value, keys[Module(f.Key)]).Find())];
    }

    private static string Module(string file) => file.Split('/') is [_, _, var module, _, ..] ? module : "";

    /// <summary>The files of src/Rabta with these mutants in, and with the points.</summary>
    public IReadOnlyDictionary<string, string> With(IEnumerable<Mutant> mutants)
    {
        _written.Clear();
        var byFile = mutants.ToLookup(m => m.Place.File);
        foreach (var (file, root) in _files)
        {
            var changed = byFile[file].ToDictionary(m => m.Place.Node);
            _written[file] = root.ReplaceNodes(
                    changed.Keys.Concat(Points.Around(root)).Distinct(),
                    (old, now) =>
                    {
                        var mutated = changed.TryGetValue(old, out var mutant)
                            ? mutant.Place.Change(mutant.On, now).WithTriviaFrom(now)
                            : now;
                        return _points.Note(old, mutated);
                    }
                )
                .ToFullString();
        }
        return _written;
    }

    /// <summary>The mutants that are nearest to where the compiler complained.</summary>
    public IEnumerable<int> Near(string file, int line, int column)
    {
        if (!_written.TryGetValue(file, out var code))
            return [];
        var tree = CSharpSyntaxTree.ParseText(code, Newest);
        var lines = tree.GetText().Lines;
        var at = tree.GetRoot().FindToken(Math.Min(lines[line - 1].Start + column - 1, code.Length)).Parent;
        return at?.AncestorsAndSelf().Select(n => Marks.In(n.ToString())).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private static readonly string[] Looked = ["src", "tests/Rabta.Tests"];

    /// <summary>What tests reach is the same as long as these files are.</summary>
    public static string HashOf(string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Looked
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/wwwroot/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(root, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>Classes with tests, as the test program names them.</summary>
    public static List<string> TestClasses(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .SelectMany(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Newest).GetRoot().DescendantNodes())
                .OfType<MethodDeclarationSyntax>()
                .Where(m => m.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is "Fact" or "Theory"))
                .Select(m => (ClassDeclarationSyntax)m.Parent!)
                .Select(c => $"{c.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().First().Name}.{c.Identifier.Text}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
