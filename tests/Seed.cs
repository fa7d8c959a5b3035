using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Rabta.Tests.InOrderOfSeed))]
[assembly: TestMethodOrderer(typeof(Rabta.Tests.InOrderOfSeed))]
[assembly: TestCaseOrderer(typeof(Rabta.Tests.InOrderOfSeed))]

namespace Rabta.Tests;

/// <summary>RABTA_SEED asks for another order of tests, and of rows; the same seed gives the same order again.</summary>
public static class Seed
{
    public static string? Given { get; } = Environment.GetEnvironmentVariable("RABTA_SEED") is { Length: > 0 } seed ? seed : null;

    /// <summary>Sixteen bytes that the seed and these words decide.</summary>
    public static byte[] Of(string words) => SHA256.HashData(Encoding.UTF8.GetBytes($"{Given} {words}"))[..16];
}

/// <summary>No test may need another to have run before it.</summary>
public sealed class InOrderOfSeed : ITestCollectionOrderer, ITestMethodOrderer, ITestCaseOrderer
{
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection =>
        Seed.Given is null
            ? DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections)
            : Shuffled(testCollections, c => c.UniqueID);

    public IReadOnlyCollection<T?> OrderTestMethods<T>(IReadOnlyCollection<T?> testMethods)
        where T : notnull, ITestMethod =>
        Seed.Given is null
            ? DefaultTestMethodOrderer.Instance.OrderTestMethods(testMethods)
            : Shuffled(testMethods, m => m?.UniqueID ?? "");

    public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases)
        where T : notnull, ITestCase =>
        Seed.Given is null ? DefaultTestCaseOrderer.Instance.OrderTestCases(testCases) : Shuffled(testCases, c => c.UniqueID);

    private static List<T> Shuffled<T>(IReadOnlyCollection<T> all, Func<T, string> id) =>
        [.. all.OrderBy(one => Convert.ToHexString(Seed.Of(id(one))), StringComparer.Ordinal)];
}
