namespace Rabta.Mentorships.Accepting;

/// <summary>Mentorships begin: by a round, a move or a request. They are not stored yet.</summary>
public sealed record PairsBegan(IReadOnlyCollection<Mentorship> Pairs);
