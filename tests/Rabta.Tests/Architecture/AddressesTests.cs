using System.Text.RegularExpressions;
using Rabta.People;
using Rabta.Platform.Web;

namespace Rabta.Tests.Architecture;

/// <summary>
/// An address of another module is never written out: a module owns the addresses of its pages and gives them as links of its
/// <c>…Pages</c> class, or puts a <c>LinkOn</c> on a page below it.
/// </summary>
public sealed partial class AddressesTests
{
    private static readonly string Folder = Path.Combine(Code.Root.FullName, "src", "Rabta");

    [Fact]
    public void No_module_writes_out_an_address_of_another() =>
        Assert.Empty(Files().SelectMany(f => Foreign(Module(f), File.ReadAllText(f), Owners.Value).Select(a => $"{Source.Name(f)}: {a}")));

    [Fact]
    public void Every_address_that_a_module_gives_is_that_of_a_page()
    {
        var pages = Pages().Select(p => p.Route).ToHashSet();

        Assert.Empty(Given().Where(g => !pages.Contains(g.Route)));
        Assert.True(Given().Count() > 10);
    }

    [Fact]
    public void A_planted_address_of_another_module_is_found_in_markup_and_in_code()
    {
        var owners = new Dictionary<string, string> { ["/goals/*"] = "Goals", ["/me"] = "People" };

        Assert.Equal(["/goals/*"], Foreign("Home", """<a href="/goals/@goal.Id.Value">""", owners));
        Assert.Equal(["/goals/*"], Foreign("Home", """var path = $"/goals/{goal.Id.Value}";""", owners));
        Assert.Equal(["/me"], Foreign("Home", """<a href="/me?to=/x">""", owners));
        Assert.Empty(Foreign("Goals", """<a href="/goals/@goal.Id.Value">""", owners));
        Assert.Empty(Foreign("Home", """<a href="/goals/@goal.Id.Value/print">""", owners));
    }

    private static readonly Lazy<Dictionary<string, string>> Owners = new(() =>
    {
        var owners = Pages().GroupBy(p => p.Route).ToDictionary(g => g.Key, g => g.First().Module);
        // A page may be composed by a higher module than the one whose thing it shows and who gives its address.
        foreach (var (module, route) in Given())
            owners[route] = module;
        // Everyone may lead to where everyone begins.
        owners.Remove("/");
        return owners;
    });

    private static IEnumerable<string> Foreign(string module, string text, Dictionary<string, string> owners) =>
        Literal()
            .Matches(Declared().Replace(text, ""))
            .Select(m => Shape(m.Groups[1].Value))
            .Where(route => owners.TryGetValue(route, out var owner) && owner != module);

    private static IEnumerable<(string Module, string Route)> Pages() =>
        from file in Files()
        from Match page in Declared().Matches(File.ReadAllText(file))
        select (Module(file), Shape(page.Groups[1].Value));

    private static IEnumerable<(string Module, string Route)> Given() =>
        from file in Files()
        where Path.GetFileName(file) is "Addresses.cs" || Path.GetFileName(file).EndsWith("Pages.cs", StringComparison.Ordinal)
        from Match address in Literal().Matches(File.ReadAllText(file))
        select (Module(file), Shape(address.Groups[1].Value));

    // "/goals/{id.Value}?x" and "/goals/@Id" are the same address as "/goals/{Id:guid}".
    private static string Shape(string address) =>
        Hole().Replace(address, "*").Split('?', '#')[0] is var path && path.Length > 1 ? path.TrimEnd('/') : "/";

    private static string Module(string file) => Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[0];

    private static IEnumerable<string> Files() =>
        Source.Files(".cs", ".razor").Where(f => f.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    [GeneratedRegex("""^@page "([^"]+)"\r?$""", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex("""[$]?"(/(?:[a-z@{][^"\s]*)?)["\s]""")]
    private static partial Regex Literal();

    [GeneratedRegex("""\{[^}]*\}|@\([^)]*\)|@[\w.!]+""")]
    private static partial Regex Hole();
}
