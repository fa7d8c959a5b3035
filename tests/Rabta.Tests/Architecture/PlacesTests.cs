using System.Text.RegularExpressions;
using Rabta.Goals.Writing;
using Rabta.People;
using Rabta.People.Adding;
using Rabta.Tests.Matches;

namespace Rabta.Tests.Architecture;

/// <summary>A test stands at the path of what it tests, so that whoever changes a file knows what to run.</summary>
public sealed partial class PlacesTests
{
    /// <summary>Folders of tests that are about the whole.</summary>
    private static readonly string[] AboutTheWhole =
    [
        "Walls",
        "Worlds",
        "Faults",
        "Weight",
        "Architecture",
        "OtherLanguages",
        "AddedModule",
    ];

    private static readonly string[] Tests =
    [
        .. Files("tests/Rabta.Tests", "*.cs").Where(path => !AboutTheWhole.Contains(path.Split('/')[0])),
    ];

    private static readonly string[] Sources = [.. Files("src/Rabta", "*.cs"), .. Files("src/Rabta", "*.razor")];

    [Fact]
    public void Every_test_stands_in_a_folder_of_the_sources() => Assert.Empty(Strangers(Tests, Sources));

    [Fact]
    public void A_test_of_a_class_stands_at_the_path_of_the_class() => Assert.Empty(Elsewhere(Tests, Sources));

    [Fact]
    public void A_namespace_is_the_path_of_its_folder() =>
        Assert.Empty(
            from path in Files("tests/Rabta.Tests", "*.cs")
            where path != "Architecture/Planted.cs"
            let found = Namespace().Match(File.ReadAllText(Path.Combine(Code.Root.FullName, "tests", "Rabta.Tests", path)))
            where found.Groups[1].Value != $"Rabta.Tests.{FolderOf(path).Replace('/', '.')}".TrimEnd('.')
            select path
        );

    [Fact]
    public void Every_folder_with_a_use_case_has_tests() => Assert.Empty(Untested(Tests, UseCases()));

    [Fact]
    public void Planted_breaches_are_found()
    {
        string[] sources = ["People/Person.cs", "People/Adding/AddPerson.cs", "Goals/Writing/NewGoalPage.razor"];

        Assert.Equal(["People/Nowhere/AddTests.cs"], Strangers(["People/Adding/AddPersonTests.cs", "People/Nowhere/AddTests.cs"], sources));
        Assert.Equal(
            ["Goals/NewGoalPageTests.cs", "People/AddPersonTests.cs"],
            Elsewhere(
                    ["People/AddPersonTests.cs", "People/PersonTests.cs", "People/Adding/OddTests.cs", "Goals/NewGoalPageTests.cs"],
                    sources
                )
                .Order()
        );
        Assert.Equal(
            ["People/Adding"],
            Untested(["People/PersonTests.cs", "People/Adding/Helper.cs"], ["People/Adding/AddPerson.cs", "People/Person.cs"])
        );
    }

    private static IEnumerable<string> Strangers(IEnumerable<string> tests, IEnumerable<string> sources)
    {
        var folders = sources.SelectMany(AndAbove).ToHashSet();
        return tests.Where(path => !folders.Contains(FolderOf(path)));
    }

    private static IEnumerable<string> Elsewhere(IEnumerable<string> tests, IEnumerable<string> sources)
    {
        var places = sources.ToLookup(path => Path.GetFileNameWithoutExtension(path), FolderOf);
        return from path in tests
            where path.EndsWith("Tests.cs", StringComparison.Ordinal)
            let standing = places[Path.GetFileName(path)[..^"Tests.cs".Length]].ToList()
            where standing.Count > 0 && !standing.Contains(FolderOf(path))
            select path;
    }

    private static IEnumerable<string> Untested(IEnumerable<string> tests, IEnumerable<string> useCases) =>
        useCases
            .Select(FolderOf)
            .Distinct()
            .Except(tests.Where(path => path.EndsWith("Tests.cs", StringComparison.Ordinal)).Select(FolderOf));

    /// <summary>Classes with a verb for a name and one method, <c>Run</c>; a command is run by the command line.</summary>
    /// <summary>The parts of the demo are no use cases: one test of the whole demo looks at them all.</summary>
    private static IEnumerable<string> UseCases() =>
        Sources.Where(path =>
            path.EndsWith(".cs", StringComparison.Ordinal)
            && !path.EndsWith("Command.cs", StringComparison.Ordinal)
            && !path.Contains("/Inventing/", StringComparison.Ordinal)
            && Runs().IsMatch(File.ReadAllText(Path.Combine(Code.Root.FullName, "src", "Rabta", path)))
        );

    private static IEnumerable<string> Files(string folder, string what)
    {
        var root = Path.Combine(Code.Root.FullName, folder);
        return Directory
            .EnumerateFiles(root, what, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal));
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!;

    private static IEnumerable<string> AndAbove(string path)
    {
        for (var folder = FolderOf(path); folder.Length > 0; folder = FolderOf(folder))
            yield return folder;
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"public (async )?Task(<.+>)? Run\([^)]*CancellationToken")]
    private static partial Regex Runs();
}
