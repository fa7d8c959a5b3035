using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>Somebody found in the lists: one row, or one of each list.</summary>
internal sealed class PersonDraft(int index, RowDraft row)
{
    public int Index { get; set; } = index;
    public List<RowDraft> Rows { get; } = [row];

    /// <summary>Who they are among those stored already.</summary>
    public KnownPerson? Known { get; set; }

    public Parts Parts => Rows.Aggregate(Parts.None, (parts, row) => parts | (row.TakesBothParts ? Parts.Both : row.Part));

    public MailAddress? Address => Rows.Select(row => row.Address).FirstOrDefault(address => address is not null);

    public string Name => Rows.Select(row => row.Name).FirstOrDefault(name => name.Length > 0) ?? "";

    public string? NameUrdu => Rows.Select(row => row.NameUrdu).FirstOrDefault(name => name is not null);

    /// <summary>Every name the lists give this person, as names compare.</summary>
    public IEnumerable<string> NameKeys =>
        Rows.SelectMany(row => new[] { row.NameKey, Values.Key(row.NameUrdu ?? "") })
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.Ordinal);
}
