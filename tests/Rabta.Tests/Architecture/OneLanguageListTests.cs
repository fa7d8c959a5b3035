using System.Text.RegularExpressions;

namespace Rabta.Tests.Architecture;

/// <summary>Urdu is a line of the list and a set of files. No code knows it by name, so another language needs no code.</summary>
public sealed partial class OneLanguageListTests
{
    /// <summary>The list itself, and data: what is invented, what people speak, what they write above a column.</summary>
    private static readonly string[] Data =
    [
        "src/Rabta/Composition.cs",
        "src/Rabta/Home/Demo/",
        "/Inventing/",
        "/PrivatePreference.cs",
        "/NamesInLanguages.cs",
    ];

    [Fact]
    public void No_code_knows_Urdu_by_name() =>
        Assert.Empty(
            from file in Source.Files(".cs", ".razor", ".js", ".json")
            let path = Source.Name(file).Replace('\\', '/')
            where path.StartsWith("src/Rabta/", StringComparison.Ordinal)
            where !Data.Any(data => path.Contains(data, StringComparison.Ordinal))
            from line in Named(File.ReadAllText(file))
            select $"{path}: {line}"
        );

    [Fact]
    public void Planted_names_are_found_and_comments_are_not() =>
        Assert.Equal(
            [
                "public string? NameUrdu;",
                "if (tag == \"ur\")",
                "<Field Name=\"name-ur\" />",
                "var own = \"اردو\";",
                "culture is { Name: 'ur' }",
            ],
            Named(
                """
                // Urdu has no comma.
                public string? NameUrdu;
                if (tag == "ur")
                    return "hour"; // "ur"
                <Field Name="name-ur" />
                /// <summary>In Urdu.</summary>
                var own = "اردو";
                @* "ur" *@
                culture is { Name: 'ur' }
                """
            )
        );

    private static IEnumerable<string> Named(string source) =>
        source.Split('\n').Select(line => Comment().Replace(line, "").Trim()).Where(line => Urdu().IsMatch(line));

    [GeneratedRegex("(?i:urdu)|اردو|[\"']ur[\"']|[-.]ur\\b")]
    private static partial Regex Urdu();

    [GeneratedRegex(@"(?<![:""])//.*$|@\*.*\*@")]
    private static partial Regex Comment();
}
