namespace Rabta.People.Correcting;

/// <summary>
/// A module's fields in the one form in which a coordinator corrects a person. Its component takes the <see cref="Person"/> as
/// <c>Person</c>; a handler of <see cref="PersonCorrected"/> keeps what was typed.
/// </summary>
public sealed record CorrectPersonSection(int Order, Type Component);
