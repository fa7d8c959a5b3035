using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;

namespace Rabta.Programmes;

public readonly record struct EnrolmentId(Guid Value) : IId<EnrolmentId>
{
    public static EnrolmentId From(Guid value) => new(value);
}

public readonly record struct QuestionId(Guid Value) : IId<QuestionId>
{
    public static QuestionId From(Guid value) => new(value);
}

public enum ProgrammeRole
{
    Mentor,
    Mentee,
}

public static class OtherRole
{
    public static ProgrammeRole Other(this ProgrammeRole role) =>
        role == ProgrammeRole.Mentor ? ProgrammeRole.Mentee : ProgrammeRole.Mentor;
}

/// <summary>A person's part in a cohort. Someone in both parts has two.</summary>
[SeenBy(Audience.Partner, Audience.Choosing, Audience.Staff)]
public sealed class Enrolment : IBelongToInstitution
{
    public EnrolmentId Id { get; init; } = Ids.New<EnrolmentId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }
    public PersonId PersonId { get; init; }
    public ProgrammeRole Role { get; init; }

    /// <summary>How many mentees a mentor takes; the programme's number where none was given.</summary>
    public int? Places { get; set; }

    /// <summary>A mentor who takes no further mentee here. Those they have stay.</summary>
    public bool TakesNoNew { get; set; }

    /// <summary>They left: they keep no place and are in no round. What was stays.</summary>
    public Instant? LeftAt { get; private set; }

    public bool TakesPart => LeftAt is null;

    public void Leave(Instant now) => LeftAt ??= now;

    public void ComeBack() => LeftAt = null;
}

/// <summary>How a question counts when people are matched.</summary>
public enum Counts
{
    Never,
    Alike,
    Different,
    MustEqual,
    MustDiffer,
}

/// <summary>Something everyone of a cohort is asked, on either side or both.</summary>
[SeenBy(Audience.Programme)]
public sealed class Question : IBelongToInstitution
{
    /// <summary>Answers that differ more than this are written freely: nobody chooses among them.</summary>
    public const int MostChoices = 30;

    public QuestionId Id { get; init; } = Ids.New<QuestionId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }

    /// <summary>The heading as written; a coordinator may add the other language.</summary>
    public required Several Heading { get; set; }

    /// <summary>The heading as compared.</summary>
    public required string Key { get; init; }

    /// <summary>Answers are used by matching and shown to their owner only.</summary>
    public bool IsPrivate { get; set; }
    public Counts Counts { get; set; }

    /// <summary>Answers that are one answer written differently: the key of each, and the text of the one it counts as.</summary>
    [SeenBy(Audience.Staff)]
    public Dictionary<string, string> Same { get; set; } = [];

    /// <summary>An answer as it is compared with others to this question.</summary>
    public string KeyOf(string answer)
    {
        var key = TextKey.Of(answer);
        return Same.TryGetValue(key, out var one) ? TextKey.Of(one) : key;
    }
}

public readonly record struct AnswerId(Guid Value) : IId<AnswerId>
{
    public static AnswerId From(Guid value) => new(value);
}

/// <summary>
/// What someone answered, as written. A private question's answer stands in the other column, which staff pages never read.
/// </summary>
[SeenBy(Audience.Staff)]
public sealed class Answer : IBelongToInstitution
{
    public AnswerId Id { get; init; } = Ids.New<AnswerId>();
    public InstitutionId InstitutionId { get; private set; }
    public EnrolmentId EnrolmentId { get; init; }
    public QuestionId QuestionId { get; init; }

    /// <summary>People who may choose this person see the answers that both gave.</summary>
    [SeenBy(Audience.Partner, Audience.Choosing, Audience.Staff)]
    public List<string> Values { get; set; } = [];

    [SeenBy(Audience.MatchingOnly)]
    public List<string> PrivateValues { get; set; } = [];
}
