using Rabta.Platform.Journal;

namespace Rabta.Importing;

/// <summary>What happens in this module and stands in the journal.</summary>
public static class JournalKinds
{
    public static readonly JournalKind PeopleImported = new("people.imported");
}
