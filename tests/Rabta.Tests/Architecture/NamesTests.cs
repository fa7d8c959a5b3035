using System.Reflection;
using System.Runtime.CompilerServices;
using Rabta.People;

namespace Rabta.Tests.Architecture;

/// <summary>A private field is _camelCase, what never changes PascalCase: in a method one sees what belongs to the object.</summary>
public sealed class NamesTests
{
    [Fact]
    public void Private_fields_say_that_they_are() =>
        Assert.Empty(
            Misnamed([
                    typeof(Composition).Assembly,
                    typeof(Matching.Matchmaker).Assembly,
                    typeof(Sheets.SheetReader).Assembly,
                    typeof(NamesTests).Assembly,
                ])
                .Except(Planted)
        );

    [Fact]
    public void A_planted_field_without_a_mark_is_found() => Assert.Equal(Planted, Misnamed([typeof(NamesTests).Assembly]));

    private static readonly string[] Planted = ["Misnamed.count"];

    private static IEnumerable<string> Misnamed(IEnumerable<Assembly> assemblies) =>
        from assembly in assemblies
        from type in assembly.GetTypes()
        where !Generated(type)
        from field in type.GetFields(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly
        )
        where field.IsPrivate && !field.Name.Contains('<', StringComparison.Ordinal) && !Generated(field)
        let isFixed = field.IsLiteral || field is { IsStatic: true, IsInitOnly: true }
        where isFixed ? !char.IsUpper(field.Name[0]) : field.Name[0] != '_' || !char.IsLower(field.Name[1])
        select $"{type.Name}.{field.Name}";

    private static bool Generated(MemberInfo member) =>
        member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null
        || member.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is not null
        || (member.DeclaringType is { } around && Generated(around))
        || member.Name.Contains('<', StringComparison.Ordinal);
}
