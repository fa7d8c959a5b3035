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

    /// <summary>Who they are has another address; this one takes its place.</summary>
    public bool TakesNewAddress { get; set; }

    public ProgrammeRoles Roles =>
        Rows.Aggregate(ProgrammeRoles.None, (roles, row) => roles | (row.TakesBothRoles ? ProgrammeRoles.Both : row.Role));

    public MailAddress? Address => Rows.Select(row => row.Address).FirstOrDefault(address => address is not null);

    public string Name => Rows.Select(row => row.Name).FirstOrDefault(name => name.Length > 0) ?? "";

    /// <summary>The name in other languages; of two rows the first one that has it decides.</summary>
    public Several Names => Several.Of(Rows.SelectMany(row => row.Names).DistinctBy(n => n.Key).Select(n => (n.Key, (string?)n.Value)));

    /// <summary>Every name the lists give this person, as names compare.</summary>
    public IEnumerable<string> NameKeys =>
        Rows.SelectMany(row => row.Names.Values.Select(TextKey.Of).Prepend(row.NameKey))
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.Ordinal);
}
