using NodaTime;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>A row as understood so far, before it is known who is who.</summary>
internal sealed class RowDraft(string file, int number, ProgrammeRoles role)
{
    public string File { get; } = file;
    public int Number { get; } = number;
    public ProgrammeRoles Role { get; } = role;
    public string Name { get; set; } = "";
    public Dictionary<string, string> Names { get; } = [];
    public MailAddress? Address { get; set; }
    public string? PersonNumber { get; set; }
    public string? Phone { get; set; }
    public int? Places { get; set; }
    public bool TakesBothRoles { get; set; }

    /// <summary>It has a problem: a person has to look at it.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>Another row says the same, or later, of the same person. Nothing is wrong with it.</summary>
    public bool IsDropped { get; set; }

    /// <summary>It goes in.</summary>
    public bool Stands => !IsLeftOut && !IsDropped;

    /// <summary>When the form was answered, where a column tells it.</summary>
    public LocalDateTime? AnsweredAt { get; set; }

    /// <summary>Everything that was said in it, for comparing it with another.</summary>
    public List<(Column Column, string Text)> Said { get; } = [];
    public List<(Column Column, string Text)> Wishes { get; } = [];
    public List<(Column Column, string Text)> Recommended { get; } = [];
    public string? RecommendedBy { get; set; }
    public string? Why { get; set; }
    public List<(Column Column, string Text)> Conflicts { get; } = [];
    public List<(Column Column, string Text)> Answers { get; } = [];
    public List<RosterText> Texts { get; } = [];

    /// <summary>Headings to show where a problem of identity stands.</summary>
    public string? AddressHeading { get; set; }
    public string? NumberHeading { get; set; }
    public string? NameHeading { get; set; }

    public string NameKey => _nameKey ??= TextKey.Of(Name);

    public string? NumberKey => PersonNumber is null ? null : TextKey.Of(PersonNumber);

    private string? _nameKey;
}
