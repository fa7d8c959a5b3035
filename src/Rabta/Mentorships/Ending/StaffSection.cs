namespace Rabta.Mentorships.Ending;

/// <summary>
/// A module's section of the page on which staff arrange a pair: that things happen, never what is said. Its component takes the
/// mentorship as <c>Pair</c>.
/// </summary>
/// <param name="Order">Sections stand in this order; why the two are a pair stands at <see cref="Why"/>.</param>
public sealed record StaffSection(int Order, Type Component)
{
    public const int Why = 50;
}
