using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Rabta.People;

namespace Rabta.Tests.Architecture;

/// <summary>
/// The compiled code, read once: ours, and the breaches planted in this test project (namespaces ending in <c>.Planted</c>).
/// </summary>
internal static class Code
{
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(() =>
        new ArchLoader().LoadAssemblies(typeof(Composition).Assembly, typeof(Code).Assembly).Build()
    );

    public static IEnumerable<IType> Ours =>
        Loaded.Value.Types.Where(t => t.Assembly.Name.StartsWith("Rabta,", StringComparison.Ordinal) && !IsGenerated(t));

    public static IEnumerable<IType> Planted => Loaded.Value.Types.Where(t => t.FullName.Contains(".Planted.", StringComparison.Ordinal));

    /// <summary>The module of a namespace: its second part, or null for the composition root.</summary>
    public static string? Module(string fullName) => fullName.Split('.') is ["Rabta", var module, _, ..] ? module : null;

    public static DirectoryInfo Root { get; } = FindRoot();

    private static bool IsGenerated(IType type) => type.FullName.Contains(".Migrations.", StringComparison.Ordinal);

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rabta.slnx")))
            folder = folder.Parent!;
        return folder;
    }
}
