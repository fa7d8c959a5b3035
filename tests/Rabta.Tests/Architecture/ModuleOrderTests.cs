using ArchUnitNET.Domain;
using Rabta.People;

namespace Rabta.Tests.Architecture;

/// <summary>A module may use only modules listed before it. The list is the architecture.</summary>
public sealed class ModuleOrderTests
{
    private static readonly string[] Order =
    [
        "Platform",
        "People",
        "Notifications",
        "Programmes",
        "Safeguarding",
        "Training",
        "Mentorships",
        "Preferences",
        "Matches",
        "Meetings",
        "Goals",
        "Care",
        "Importing",
        "Conversations",
        "Calls",
        "Forum",
        "Insight",
        "Study",
        "Home",
    ];

    [Fact]
    public void No_module_uses_one_above_it() => Assert.Empty(Breaches(Code.Ours));

    [Fact]
    public void A_planted_use_of_a_higher_module_is_found_in_a_class_and_in_a_lambda()
    {
        var found = Breaches(Code.Planted).ToList();

        Assert.Contains(found, b => b.Contains("LooksUp", StringComparison.Ordinal));
        Assert.Contains(found, b => b.Contains("LooksUpInLambda", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_module_folder_is_in_the_list() => Assert.Empty(Folders().Except(Order));

    [Fact]
    public void The_map_names_the_modules_that_exist_in_the_same_order()
    {
        var map = File.ReadAllLines(Path.Combine(Code.Root.FullName, "ARCHITECTURE.md"))
            .Where(l => l.StartsWith("| **", StringComparison.Ordinal))
            .Select(l => l.Split("**")[1]);

        Assert.Equal(Order.Where(Folders().Contains), map);
    }

    private static string[] Folders() =>
        [
            .. new DirectoryInfo(Path.Combine(Code.Root.FullName, "src", "Rabta"))
                .GetDirectories()
                .Select(d => d.Name)
                .Except(["bin", "obj", "wwwroot", "Properties"]),
        ];

    private static IEnumerable<string> Breaches(IEnumerable<IType> types) =>
        from type in types
        let here = Array.IndexOf(Order, Code.Module(type.FullName))
        where here >= 0
        from target in type.Dependencies.Select(d => d.Target.FullName).Distinct()
        let to = Array.IndexOf(Order, Code.Module(target))
        where to > here || target is "Rabta.Composition"
        select $"{type.FullName} uses {target}";
}
