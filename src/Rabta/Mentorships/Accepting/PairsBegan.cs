using Rabta.Programmes;

namespace Rabta.Mentorships.Accepting;

/// <summary>Mentorships begin: by a round, a move or a request. They are not stored yet.</summary>
public sealed record PairsBegan(IReadOnlyCollection<Mentorship> Pairs);

/// <summary>Both of each pair have accepted the ground rules for the first time: they are to meet now.</summary>
public sealed record BothAccepted(IReadOnlyCollection<Mentorship> Pairs, Programme Programme);
