using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;

namespace Rabta.Meetings.Terms;

public readonly record struct TermDateId(Guid Value) : IId<TermDateId>
{
    public static TermDateId From(Guid value) => new(value);
}

public enum TermDateKind
{
    Exams,
    Holiday,
}

/// <summary>Days on which meeting is a bad idea here: exams, holidays. Times on them are warned of, not refused.</summary>
[SeenBy(Audience.Programme)]
public sealed class TermDate : IBelongToInstitution
{
    public TermDateId Id { get; init; } = Ids.New<TermDateId>();
    public InstitutionId InstitutionId { get; private set; }
    public TermDateKind Kind { get; init; }
    public Several Name { get; init; } = Several.Nothing;

    /// <summary>First and last day, both included.</summary>
    public LocalDate From { get; init; }
    public LocalDate Until { get; init; }

    public bool Has(LocalDate day) => From <= day && day <= Until;
}
