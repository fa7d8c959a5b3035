using Rabta.Platform.Access;

namespace Rabta.Mentorships.Ending;

/// <summary>A mentorship has ended, or its mentee goes on with another mentor.</summary>
public sealed record MentorshipEnded(MentorshipId Mentorship, PersonId By);
