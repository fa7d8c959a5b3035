namespace Rabta.Matching.Problems;

/// <summary>Why a problem cannot be solved as it was put.</summary>
public enum ContradictionKind
{
    DuplicateMentee,
    DuplicateMentor,

    /// <summary>One human twice among the mentees or twice among the mentors.</summary>
    DuplicatePerson,
    DuplicateQuestion,

    /// <summary>The same person twice in one list of wishes.</summary>
    DuplicateWish,

    /// <summary>A mentee with two pins, two standing mentorships, or a pin away from a standing one.</summary>
    FixedTwice,

    UnknownMentee,
    UnknownMentor,

    /// <summary>A conflict names a person who is neither mentee nor mentor here.</summary>
    UnknownPerson,
    PlacesOutOfRange,
    WeightOutOfRange,
    PinOnSamePerson,
    PinAgainstConflict,
    PinAgainstForbid,

    /// <summary>A pin against a must-equal or must-differ question: relax the question or lift the pin.</summary>
    PinAgainstRule,

    /// <summary>More pins on a mentor than places left beside standing mentorships.</summary>
    PinsOverPlaces,
}

/// <summary>One contradiction in the input, for a person to resolve.</summary>
/// <param name="Mentee">The mentee's key, where one is concerned.</param>
/// <param name="Mentor">The mentor's key, where one is concerned.</param>
/// <param name="Detail">The person, question or unknown key, where one is concerned.</param>
public sealed record Contradiction(ContradictionKind Kind, string? Mentee = null, string? Mentor = null, string? Detail = null);
