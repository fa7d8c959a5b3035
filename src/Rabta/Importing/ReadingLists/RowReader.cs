using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Sheets;

namespace Rabta.Importing.ReadingLists;

/// <summary>Reads the cells of a row by what their columns mean.</summary>
internal sealed class RowReader(Sheet sheet, ProgrammeRoles role, IReadOnlyList<Column> columns, ReadingNotes notes)
{
    private readonly List<Column> _times = [.. columns.Where(c => KnownHeadings.IsTimeStamp(c.Key))];

    private readonly bool _dayFirst = AnswerTimes.IsDayFirst(
        columns.Where(c => KnownHeadings.IsTimeStamp(c.Key)).SelectMany(c => sheet.Rows.Take(500).Select(row => row[c.Position]))
    );

    private readonly List<Column> _wishes =
    [
        .. columns
            .Where(column => column.Meaning == ColumnMeaning.Wish)
            .OrderBy(column => column.Rank ?? 100)
            .ThenBy(column => column.Position),
    ];

    private readonly string? _nameHeading = columns
        .FirstOrDefault(column => column.Meaning is ColumnMeaning.Name or ColumnMeaning.FirstName or ColumnMeaning.LastName)
        ?.Heading;

    public List<RowDraft> Read(IEnumerable<SheetRow> rows) => [.. rows.Select(Read)];

    private RowDraft Read(SheetRow row)
    {
        var draft = new RowDraft(sheet.File, row.Number, role) { NameHeading = _nameHeading };
        ReadName(row, draft);
        foreach (var column in columns)
        {
            var text = row[column.Position].Trim();
            if (text.Length == 0)
            {
                continue;
            }
            // "nil" is a number of places, and no answer to anything else.
            if (column.Meaning == ColumnMeaning.Places)
            {
                ReadPlaces(column, text, draft);
            }
            else if (!Values.IsNone(text))
            {
                Read(column, text, draft);
            }
            if (column.Meaning != ColumnMeaning.LeaveOut && !column.IsCounter && !Values.IsNone(text))
            {
                draft.Said.Add((column, text));
            }
        }
        foreach (var column in _wishes.Where(column => row[column.Position].Trim().Length > 0))
        {
            draft.Wishes.Add((column, row[column.Position]));
        }
        draft.AnsweredAt = _times.Select(c => AnswerTimes.Read(row[c.Position], _dayFirst)).FirstOrDefault(at => at is not null);
        return draft;
    }

    private void Read(Column column, string text, RowDraft draft)
    {
        switch (column.Meaning)
        {
            case ColumnMeaning.NameIn:
                draft.Names.TryAdd(column.Language!, text);
                break;
            case ColumnMeaning.Address:
                ReadAddress(column, text, draft);
                break;
            case ColumnMeaning.Number:
                ReadNumber(column, text, draft);
                break;
            case ColumnMeaning.Phone:
                draft.Phone ??= Digits(column, text, draft);
                break;
            case ColumnMeaning.BothRoles:
                ReadRoles(column, text, draft);
                break;
            case ColumnMeaning.Recommended:
                draft.Recommended.Add((column, text));
                break;
            case ColumnMeaning.RecommendedBy:
                draft.RecommendedBy ??= text;
                break;
            case ColumnMeaning.Why:
                draft.Why ??= text;
                break;
            case ColumnMeaning.Conflict:
                draft.Conflicts.Add((column, text));
                break;
            case ColumnMeaning.Text:
                draft.Texts.Add(new RosterText(column.Heading, text));
                break;
            case ColumnMeaning.Answer or ColumnMeaning.Private:
                draft.Answers.Add((column, text));
                break;
        }
    }

    private void ReadName(SheetRow row, RowDraft draft)
    {
        string First(ColumnMeaning meaning) =>
            columns
                .Where(column => column.Meaning == meaning)
                .Select(column => row[column.Position].Trim())
                .FirstOrDefault(text => !Values.IsNone(text))
            ?? "";
        var whole = First(ColumnMeaning.Name);
        draft.Name = whole.Length > 0 ? whole : $"{First(ColumnMeaning.FirstName)} {First(ColumnMeaning.LastName)}".Trim();
    }

    private void ReadAddress(Column column, string text, RowDraft draft)
    {
        if (draft.Address is not null)
        {
            return;
        }
        draft.AddressHeading = column.Heading;
        // A form that does not ask who answers writes this in place of the address.
        if (TextKey.Of(text) is "ANONYMOUS")
        {
            return;
        }
        // A linked cell may read "Write to Sara" and point to her address.
        draft.Address =
            MailAddress.Read(text)
            ?? (sheet.Links.TryGetValue((draft.Number, column.Position), out var link) ? MailAddress.Read(link) : null);
        if (draft.Address is not null)
        {
            return;
        }
        notes.LeaveOut(draft, ImportProblemCode.AddressBroken, column.Heading, text);
    }

    private void ReadNumber(Column column, string text, RowDraft draft)
    {
        draft.NumberHeading ??= column.Heading;
        draft.PersonNumber ??= Digits(column, text, draft);
    }

    private string? Digits(Column column, string text, RowDraft draft)
    {
        if (!Values.HasLostDigits(text))
        {
            return text;
        }
        Remark(ImportProblemCode.DigitsLost, column, text, draft);
        return null;
    }

    private void ReadPlaces(Column column, string text, RowDraft draft)
    {
        if (PlacesInWords.Read(text) is not var (places, isRange))
        {
            Remark(ImportProblemCode.PlacesNotUnderstood, column, text, draft);
            return;
        }
        draft.Places ??= places;
        if (isRange)
        {
            Remark(ImportProblemCode.PlacesRange, column, text, draft);
        }
        if (Values.Places(text) is null)
        {
            notes.Guesses.Add(
                new(GuessKind.Places, draft.File, draft.Number, column.Heading, text, IdentityCheck.Digits(places), !isRange, true)
            );
        }
    }

    private void ReadRoles(Column column, string text, RowDraft draft)
    {
        var both = Values.TakesBothRoles(text);
        draft.TakesBothRoles |= both ?? false;
        if (both is null)
        {
            Remark(ImportProblemCode.PartsNotUnderstood, column, text, draft);
        }
    }

    private void Remark(ImportProblemCode code, Column column, string text, RowDraft draft) =>
        notes.Remark(draft, code, column.Heading, text);
}
