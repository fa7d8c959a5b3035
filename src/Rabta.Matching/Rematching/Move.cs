namespace Rabta.Matching.Rematching;

/// <summary>A mentee who goes from one mentor to another, by number; <see cref="Markets.Market.Nobody"/> for none.</summary>
public readonly record struct Move(int Mentee, int From, int To);

/// <summary>A way for somebody to get to another mentor.</summary>
/// <param name="To">The mentor.</param>
/// <param name="Moves">Everybody who has a mentor and would move, who asked first; to be done together.</param>
/// <param name="Placed">People without a mentor who would get one because of it.</param>
public sealed record SwitchProposal(int To, IReadOnlyList<Move> Moves, IReadOnlyList<Move> Placed);
