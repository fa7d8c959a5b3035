using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Rabta.Mutants;

/// <summary>The C# of src/Rabta, and what the mutants make of it.</summary>
internal sealed class Sources
{
    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Preview);
    private readonly SortedDictionary<string, SyntaxNode> _files = new(StringComparer.Ordinal);
    private readonly List<(string File, int Start)> _members = [];
    private readonly Dictionary<string, string> _written = [];

    public Sources(string root)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, "src", "Rabta"), "*.cs", SearchOption.AllDirectories))
            if (!path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
                _files[Path.GetRelativePath(root, path)] = CSharpSyntaxTree.ParseText(File.ReadAllText(path), Newest).GetRoot();
    }

    /// <summary>The bodies in files that hold mutants, by the number that they note when they begin.</summary>
    public IReadOnlyList<(string File, int Start)> Members => _members;

    /// <summary>Any order that the seed decides; no two at one place, and no file with more than its part.</summary>
    public List<Mutant> Draw(int count, int seed)
    {
        var places = _files.SelectMany(f => new Places(f.Key, f.Value).Find()).ToArray();
        var files = places.Select(p => p.File).Distinct().Count();
        Console.WriteLine($"{places.Length} places in {files} files, seed {seed}");
        new Random(seed).Shuffle(places);
        var (most, taken, nodes) = (Math.Max(2, (count / files) + 1), new Dictionary<string, int>(), new HashSet<SyntaxNode>());
        var drawn = new List<Mutant>();
        foreach (var place in places)
        {
            if (drawn.Count == count)
                break;
            if (taken.GetValueOrDefault(place.File) == most || !nodes.Add(place.Node))
                continue;
            taken[place.File] = taken.GetValueOrDefault(place.File) + 1;
            drawn.Add(new(drawn.Count, place));
        }
        return drawn;
    }

    /// <summary>The files that hold these mutants, with all of them in.</summary>
    public IReadOnlyDictionary<string, string> With(IEnumerable<Mutant> mutants)
    {
        _members.Clear();
        _written.Clear();
        foreach (var group in mutants.GroupBy(m => m.Place.File))
        {
            var root = _files[group.Key];
            var changed = group.ToDictionary(m => m.Place.Node);
            var bodies = root.DescendantNodes().Select(Places.Body).OfType<BlockSyntax>().ToList();
            _written[group.Key] = root.ReplaceNodes(
                    changed.Keys.Concat(bodies),
                    (old, now) =>
                        changed.TryGetValue(old, out var mutant)
                            ? mutant.Place.Change(mutant.On, now).WithTriviaFrom(now)
                            : Noting((BlockSyntax)now, group.Key, old.SpanStart)
                )
                .ToFullString();
        }
        return _written;
    }

    private BlockSyntax Noting(BlockSyntax body, string file, int start)
    {
        _members.Add((file, start));
        return body.WithStatements(
            body.Statements.Insert(0, SyntaxFactory.ParseStatement($"global::Rabta.Mutant.Reach({_members.Count - 1}); "))
        );
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
