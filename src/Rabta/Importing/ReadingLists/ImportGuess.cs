namespace Rabta.Importing.ReadingLists;

public enum GuessKind
{
    Heading,
    Person,
    Value,
    Places,
}

/// <summary>Something that was not known exactly, and what it is taken for.</summary>
/// <param name="Row">Null for what holds for a whole column.</param>
/// <param name="To">Of a person the address, else the number, else the full name.</param>
/// <param name="IsTaken">Otherwise it is only offered.</param>
public sealed record ImportGuess(
    GuessKind Kind,
    string? File,
    int? Row,
    string Column,
    string From,
    string To,
    bool IsCertain,
    bool IsTaken
);

/// <summary>How the pieces of wish cells were understood.</summary>
public sealed class WishCounts
{
    public int Certain { get; set; }
    public int Likely { get; set; }
    public int Ambiguous { get; set; }
    public int Unknown { get; set; }

    /// <summary>Words that name nobody.</summary>
    public int None { get; set; }
}

/// <summary>What is noted while lists are read.</summary>
internal sealed class ReadingNotes(bool takeGuesses)
{
    /// <summary>Likely guesses are taken, not only offered.</summary>
    public bool TakeGuesses { get; } = takeGuesses;
    public List<ImportProblem> Problems { get; } = [];
    public List<ImportGuess> Guesses { get; } = [];
    public WishCounts Wishes { get; } = new();
    public int Skipped { get; set; }

    /// <summary>A row is left out: a person has to look at it.</summary>
    public void LeaveOut(RowDraft row, ImportProblemCode code, string? column, params string[] args)
    {
        row.IsLeftOut = true;
        Problems.Add(ImportProblem.Of(ProblemKind.Row, code, row.File, row.Number, column, args));
    }

    /// <summary>Something is said about a cell of a row, which goes in all the same, or is dropped for another.</summary>
    public void Remark(RowDraft row, ImportProblemCode code, string? column, params string[] args) =>
        Problems.Add(ImportProblem.Of(ProblemKind.Cell, code, row.File, row.Number, column, args));
}
