namespace Rabta.People;

/// <summary>A module's section of the page on which a person sees and corrects what is known about them.</summary>
/// <param name="Component">
/// Its fields. They stand in the one form of the page: a second form would lose what is typed in the first.
/// </param>
public sealed record AboutMeSection(int Order, Type Component);
