using Rabta.Platform.Access;

namespace Rabta.Mentorships.Ending;

/// <summary>A mentorship has ended, or its mentee goes on with another mentor.</summary>
public sealed record MentorshipEnded(MentorshipId Mentorship, PersonId By);

/// <summary>One of the two asked something of the coordinators.</summary>
public sealed record ChangeAsked(MentorshipId Mentorship);
