namespace Rabta.Platform.Access;

/// <summary>Who may see a field about a person. Each wider word includes the person themself.</summary>
public enum Audience
{
    /// <summary>Only the person.</summary>
    Self,

    /// <summary>The person and those they share a mentorship with; where marked as a choice, only if they chose to.</summary>
    Partner,

    /// <summary>A mentor and all their mentees in a cohort.</summary>
    Circle,

    /// <summary>
    /// People of the cohort who may choose this person: mentees see a mentor, mentors see a mentee without a mentor. Beyond the name they
    /// see only what the person allows.
    /// </summary>
    Choosing,

    /// <summary>The two of a request: who asks and who is asked.</summary>
    Asked,

    /// <summary>The solver, the round's staff (as "a private preference") and the person.</summary>
    MatchingOnly,

    /// <summary>Coordinators.</summary>
    Staff,

    /// <summary>Safeguarding leads.</summary>
    Safeguarding,

    /// <summary>Everyone in the programme.</summary>
    Programme,

    /// <summary>The machine: keys and marks no page shows.</summary>
    Nobody,
}

/// <summary>
/// On a stored field: who sees it. On a class: who sees its dates, numbers and choices; a text about a person needs its own. A test refuses
/// a field that has neither, and another follows each text, though not dates and choices, through every page.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class SeenByAttribute(params Audience[] audiences) : Attribute
{
    public IReadOnlyList<Audience> Audiences { get; } = audiences;
}
