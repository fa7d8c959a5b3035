using Rabta.People;

namespace Rabta.Tests.Architecture;

/// <summary>The files people write and read: not what EF Core writes, not what a build leaves behind.</summary>
internal static class Source
{
    public static IEnumerable<string> Files(params string[] kinds) =>
        from folder in new[] { "src", "tests", "bench" }
        from file in Directory.EnumerateFiles(Path.Combine(Code.Root.FullName, folder), "*", SearchOption.AllDirectories)
        where kinds.Contains(Path.GetExtension(file))
        where !new[] { "/Migrations/", "/obj/", "/wwwroot/" }.Any(part => file.Contains(part, StringComparison.Ordinal))
        select file;

    public static string Name(string file) => Path.GetRelativePath(Code.Root.FullName, file);
}
