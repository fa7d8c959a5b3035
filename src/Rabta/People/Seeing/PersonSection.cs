namespace Rabta.People.Seeing;

/// <summary>
/// A module's section of the page on which staff see a person: how to reach them, whom they are with, whether mails arrive. Never what is
/// said between people. Its component takes the <see cref="Person"/> as <c>Person</c>.
/// </summary>
/// <param name="Order">
/// Sections stand in this order. Those before <see cref="SignedIn"/> are terms and details of the list of facts.
/// </param>
public sealed record PersonSection(int Order, Type Component)
{
    public const int SignedIn = 50;
}
