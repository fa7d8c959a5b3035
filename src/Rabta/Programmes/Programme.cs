using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;

namespace Rabta.Programmes;

public readonly record struct ProgrammeId(Guid Value) : IId<ProgrammeId>
{
    public static ProgrammeId From(Guid value) => new(value);
}

public readonly record struct CohortId(Guid Value) : IId<CohortId>
{
    public static CohortId From(Guid value) => new(value);
}

public readonly record struct GroundRulesId(Guid Value) : IId<GroundRulesId>
{
    public static GroundRulesId From(Guid value) => new(value);
}

/// <summary>A mentoring scheme with its rules; runs for years.</summary>
[SeenBy(Audience.Programme)]
public sealed class Programme : IBelongToInstitution
{
    private Programme() { }

    public Programme(Several name, ProgrammeId? id = null)
    {
        Id = id ?? Ids.New<ProgrammeId>();
        Name = name;
    }

    public ProgrammeId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public Several Name { get; set; } = Several.Nothing;

    public bool IsCalled(string name) => Name.Texts.Values.Any(own => string.Equals(own, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>What it is for, in a sentence a student would repeat.</summary>
    public Several Purpose { get; set; } = Several.Nothing;

    /// <summary>What it is not, one a line: said before anyone joins.</summary>
    public Several IsNot { get; set; } = Several.Nothing;

    /// <summary>How long a mentorship is meant to last, in months.</summary>
    public int Months { get; set; } = 12;

    /// <summary>What both give, in hours a month.</summary>
    public int HoursPerMonth { get; set; } = 1;

    /// <summary>How often they meet, in weeks between meetings.</summary>
    public int WeeksBetweenMeetings { get; set; } = 4;

    /// <summary>Places of a mentor whose own number nobody gave.</summary>
    public int PlacesPerMentor { get; set; } = 1;

    public bool FirstMeetingInPerson { get; set; } = true;

    /// <summary>Days after both accepted within which they should have met.</summary>
    public int FirstMeetingDays { get; set; } = 21;

    /// <summary>A mentee without a mentor may ask one directly, beside the rounds.</summary>
    public bool MenteesMayAsk { get; set; }

    /// <summary>Someone to turn to: a named person, shown on every pair's page and slip.</summary>
    [SeenBy(Audience.Programme)]
    public Several TurnTo { get; set; } = Several.Nothing;

    [SeenBy(Audience.Programme)]
    public string? TurnToPhone { get; set; }
}

/// <summary>One intake of a programme.</summary>
[SeenBy(Audience.Programme)]
public sealed class Cohort : IBelongToInstitution
{
    private Cohort() { }

    public Cohort(ProgrammeId programme, Several name, int academicYear)
    {
        Id = Ids.New<CohortId>();
        ProgrammeId = programme;
        Name = name;
        AcademicYear = academicYear;
    }

    public CohortId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public ProgrammeId ProgrammeId { get; private set; }
    public Several Name { get; set; } = Several.Nothing;

    /// <summary>The calendar year in which the academic year begins: 2026 for 2026–27.</summary>
    public int AcademicYear { get; private set; }

    /// <summary>An academic year begins in August: before that, a date belongs to the year that began last.</summary>
    public static int YearOf(LocalDate date) => date.Month >= 8 ? date.Year : date.Year - 1;
}

/// <summary>What both accept before anything else. A changed text is a new version; what was accepted stays as it was.</summary>
[SeenBy(Audience.Programme)]
public sealed class GroundRules : IBelongToInstitution
{
    private GroundRules() { }

    public GroundRules(ProgrammeId programme, int version, Several rules, Instant now)
    {
        Id = Ids.New<GroundRulesId>();
        ProgrammeId = programme;
        Version = version;
        Rules = rules;
        From = now;
    }

    public GroundRulesId Id { get; private set; }
    public InstitutionId InstitutionId { get; private set; }
    public ProgrammeId ProgrammeId { get; private set; }
    public int Version { get; private set; }

    /// <summary>One rule a line.</summary>
    public Several Rules { get; private set; } = Several.Nothing;
    public Instant From { get; private set; }
}
