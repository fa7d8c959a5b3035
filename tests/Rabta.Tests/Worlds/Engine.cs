using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Rabta.Tests.Worlds;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs the test once on each database: <c>[Theory, OnBoth]</c>, first parameter <see cref="Engine"/>, then whatever stands here.
/// </summary>
public sealed class OnBothAttribute(params object?[] more) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            new TheoryDataRow([Engine.Sqlite, .. more]),
            new TheoryDataRow([Engine.Postgres, .. more]),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
