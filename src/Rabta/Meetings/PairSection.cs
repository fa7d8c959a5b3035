namespace Rabta.Meetings;

/// <summary>
/// A module's section of the page of a pair, as one of its two sees it. Its component takes the <see cref="PairNow"/> as <c>Now</c>.
/// </summary>
/// <param name="Order">
/// Below 100 it stands before what the partner says of themself, below 200 before why the two are a pair, and after that below it.
/// </param>
public sealed record PairSection(int Order, Type Component)
{
    public const int Partner = 100,
        Why = 200;
}
