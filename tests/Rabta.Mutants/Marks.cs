using System.Globalization;
using System.Text.RegularExpressions;

namespace Rabta.Mutants;

/// <summary>What is planted beside the changed code: the switch of the mutants, and in the tests what notes who reached which.</summary>
internal static partial class Marks
{
    public static string Switch(int mutants, int points) =>
        $$"""
            namespace Rabta;

            public static class Mutant
            {
                private static readonly string? Given = System.Environment.GetEnvironmentVariable("RABTA_MUTANT");
                private static readonly int Chosen = int.TryParse(Given, out var number) ? number : -1;
                private static readonly bool Notes = System.Environment.GetEnvironmentVariable("RABTA_REACH") is { Length: > 0 };
                private static readonly bool[] Points = new bool[{{points}}];
            {{string.Join('\n', Enumerable.Range(0, mutants).Select(m => $"    public static readonly bool M{m} = Chosen == {m};"))}}

                public static void Reach(int point)
                {
                    if (Notes)
                        Points[point] = true;
                }

                public static string Taken()
                {
                    var found = new System.Collections.Generic.List<int>();
                    for (var i = 0; i < Points.Length; i++)
                        if (Points[i])
                        {
                            Points[i] = false;
                            found.Add(i);
                        }
                    return string.Join(',', found);
                }
            }
            """;

    /// <summary>One test after another runs in a program, so what was reached since the one before belongs to this one.</summary>
    public const string Noting = """
        [assembly: Rabta.Tests.Noting]

        namespace Rabta.Tests;

        [System.AttributeUsage(System.AttributeTargets.Assembly)]
        public sealed class NotingAttribute : Xunit.v3.BeforeAfterTestAttribute
        {
            private static readonly string? To = System.Environment.GetEnvironmentVariable("RABTA_REACH");
            private static long _since = Spent();

            public override void After(System.Reflection.MethodInfo methodUnderTest, Xunit.v3.IXunitTest test)
            {
                if (To is not { Length: > 0 })
                    return;
                var now = Spent();
                var name = $"{methodUnderTest.ReflectedType!.FullName}.{methodUnderTest.Name}";
                System.IO.File.AppendAllText(To, $"{name}\t{now - _since}\t{Mutant.Taken()}\n");
                _since = now;
            }

            private static long Spent()
            {
                using var process = System.Diagnostics.Process.GetCurrentProcess();
                return (long)process.TotalProcessorTime.TotalMilliseconds;
            }
        }
        """;

    /// <summary>A test of both databases runs on SQLite alone, unless PostgreSQL is asked for: locks do nothing on SQLite.</summary>
    public static string OnSqliteUnlessAsked(string engine)
    {
        const string Second = "new TheoryDataRow([Engine.Postgres, .. more]),";
        return engine.Contains(Second, StringComparison.Ordinal)
            ? engine.Replace(
                Second,
                """
                .. System.Environment.GetEnvironmentVariable("RABTA_POSTGRES") is null
                    ? System.Array.Empty<ITheoryDataRow>()
                    : [new TheoryDataRow([Engine.Postgres, .. more])],
                """,
                StringComparison.Ordinal
            )
            : throw new InvalidOperationException("[OnBoth] no longer names PostgreSQL as bin/mutants expects.");
    }

    public static List<int> In(string code) =>
        [.. Mark().Matches(code).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct()];

    [GeneratedRegex(@"Rabta\.Mutant\.M(\d+)")]
    private static partial Regex Mark();
}
