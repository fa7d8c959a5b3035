using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using Rabta.People;

namespace Rabta.Tests.Architecture;

/// <summary>Pages ask and show; use cases write. A page that saved would slip past "once" and past the journal.</summary>
public sealed class PagesTests
{
    private static readonly string[] Writing =
    [
        "SaveChanges",
        "ExecuteUpdate",
        "ExecuteDelete",
        "BeginWrite",
        "BeginTransaction",
        "AddRange",
    ];

    [Fact]
    public void No_page_saves() => Assert.Empty(Saving(Code.Ours));

    [Fact]
    public void A_planted_page_that_saves_is_found() =>
        Assert.Contains(Saving(Code.Planted), b => b.Contains("SavingPage", StringComparison.Ordinal));

    [Fact]
    public void No_page_fetches_where_it_would_render_half_done() => Assert.Empty(HalfDone(Code.Ours));

    [Fact]
    public void A_planted_page_that_fetches_there_is_found() =>
        Assert.Contains(HalfDone(Code.Planted), b => b.Contains("SavingPage", StringComparison.Ordinal));

    private static IEnumerable<string> HalfDone(IEnumerable<IType> types) =>
        types.OfType<Class>().Where(IsComponent).Where(t => t.Members.Any(m => m.Name == "OnInitializedAsync()")).Select(t => t.FullName);

    private static IEnumerable<string> Saving(IEnumerable<IType> types) =>
        from type in types.OfType<Class>()
        where IsComponent(type)
        from call in type.Dependencies.OfType<MethodCallDependency>()
        where
            call.Target.FullName.Contains("EntityFrameworkCore", StringComparison.Ordinal)
            || call.Target.FullName.StartsWith("Rabta.Platform.Database", StringComparison.Ordinal)
        where Writing.Any(w => call.TargetMember.Name.StartsWith(w, StringComparison.Ordinal))
        select $"{type.FullName} calls {call.TargetMember.Name}";

    private static bool IsComponent(Class type) => type.InheritedClasses.Any(c => c.Name == "ComponentBase");
}
