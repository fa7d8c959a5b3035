namespace Rabta.Mentorships.Ending;

/// <summary>
/// A later module's part of the page on which staff arrange a pair: that things happen, never what is said. Its component takes the pair's
/// id as <c>Pair</c>.
/// </summary>
public interface IShowToStaff
{
    Type Component { get; }
}
