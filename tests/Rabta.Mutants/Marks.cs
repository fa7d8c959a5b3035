using System.Globalization;
using System.Text.RegularExpressions;

namespace Rabta.Mutants;

/// <summary>What is planted beside the changed code: the switch of the mutants, and in the tests what notes who reached which.</summary>
internal static partial class Marks
{
    public static string Switch(int mutants, int members) =>
        $$"""
            namespace Rabta;

            public static class Mutant
            {
                private static readonly string? Given = System.Environment.GetEnvironmentVariable("RABTA_MUTANT");
                private static readonly int Chosen = int.TryParse(Given, out var number) ? number : -1;
                private static readonly bool Notes = System.Environment.GetEnvironmentVariable("RABTA_REACH") is { Length: > 0 };
                private static readonly bool[] Mutants = new bool[{{mutants}}];
                private static readonly bool[] Members = new bool[{{members}}];
            {{string.Join('\n', Enumerable.Range(0, mutants).Select(m => $"    public static readonly bool M{m} = Chosen == {m};"))}}

                public static bool On(int mutant)
                {
                    if (Notes)
                        Mutants[mutant] = true;
                    return mutant == Chosen;
                }

                public static void Reach(int member)
                {
                    if (Notes)
                        Members[member] = true;
                }

                public static string Taken() => $"{Taken(Mutants)}\t{Taken(Members)}";

                private static string Taken(bool[] marks)
                {
                    var found = new System.Collections.Generic.List<int>();
                    for (var i = 0; i < marks.Length; i++)
                        if (marks[i])
                        {
                            marks[i] = false;
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
            private static long _since = System.Environment.TickCount64;

            public override void After(System.Reflection.MethodInfo methodUnderTest, Xunit.v3.IXunitTest test)
            {
                if (To is not { Length: > 0 })
                    return;
                var now = System.Environment.TickCount64;
                System.IO.File.AppendAllText(To, $"{methodUnderTest.ReflectedType!.FullName}\t{now - _since}\t{Mutant.Taken()}\n");
                _since = now;
            }
        }
        """;

    public static List<int> In(string code) =>
        [.. Mark().Matches(code).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct()];

    [GeneratedRegex(@"Rabta\.Mutant\.(?:M|On\()(\d+)")]
    private static partial Regex Mark();
}
