using Rabta.Sheets;

namespace Rabta.Importing.ReadingLists;

/// <summary>What a problem stops: the file, its row, or nothing but the cell.</summary>
public enum ProblemKind
{
    File,
    Row,
    Cell,

    /// <summary>A row that is no person; it is passed over, and nothing is wrong with it.</summary>
    Skipped,
}

/// <summary>What is wrong with a list. The comment is the sentence meant; {0}, {1} are the arguments.</summary>
public enum ImportProblemCode
{
    /// <summary>Row: “{0}” is not an e-mail address.</summary>
    AddressBroken,

    /// <summary>Row: rows {0} have the address {1} but different names: {2}.</summary>
    DifferentNamesOneAddress,

    /// <summary>Row: rows {0} have the number {1} but different names: {2}.</summary>
    DifferentNamesOneNumber,

    /// <summary>Row: this person is already in row {0}; {1} differ.</summary>
    SamePersonTwice,

    /// <summary>Row: number {0} belongs to another name in row {1} of {2}.</summary>
    NumberOfAnother,

    /// <summary>Row: {0} is also the name in row {1}, and nothing else tells them apart.</summary>
    NameNotUnique,

    /// <summary>Row: no address, number or name.</summary>
    NobodyNamed,

    /// <summary>Row: somebody who is here already has the number {0} under another name.</summary>
    NumberOfSomebodyHere,

    /// <summary>Row: several people who are here already are called {0}.</summary>
    NameOfSeveralHere,

    /// <summary>Cell: “{0}” has lost its digits.</summary>
    DigitsLost,

    /// <summary>Cell: “{0}” is not a whole number from 0 to 50.</summary>
    PlacesNotUnderstood,

    /// <summary>Cell: “{0}” does not say whether both parts are meant.</summary>
    PartsNotUnderstood,

    /// <summary>Cell: nobody in the other list is “{0}”.</summary>
    PersonUnknown,

    /// <summary>Cell: more than one person in the other list may be “{0}”: {1}.</summary>
    PersonAmbiguous,

    /// <summary>Cell: “{0}” is in a row that is left out.</summary>
    PersonLeftOut,

    /// <summary>Cell: “{0}” is this person.</summary>
    PersonIsSelf,

    /// <summary>Cell: no name.</summary>
    NameMissing,

    /// <summary>Cell: row {0} of {1} has the same person as “{2}”.</summary>
    NameDiffers,

    /// <summary>Use: “{0}” does not read heading=meaning.</summary>
    MapUnreadable,

    /// <summary>Use: “{0}” is no meaning.</summary>
    MapMeaningUnknown,

    /// <summary>File: no list has the heading “{0}”.</summary>
    MapHeadingMissing,

    /// <summary>File: it is there and could not be opened.</summary>
    FileNotOpened,

    /// <summary>File: no row would have a name.</summary>
    NoNames,

    /// <summary>Skipped: “{0}” is no person.</summary>
    RowSkipped,

    /// <summary>Cell: row {0} says the same of this person.</summary>
    RowSaysTheSame,

    /// <summary>Cell: row {0} was answered later and counts; {1} differ.</summary>
    AnsweredAgain,

    /// <summary>Cell: “{0}” is a range; the larger number counts.</summary>
    PlacesRange,

    /// <summary>Cell: nobody is “{0}”; {1} may be meant.</summary>
    PersonLikely,

    /// <summary>Row: address {0} belongs to {1} in row {2} of {3}.</summary>
    AddressOfAnother,

    /// <summary>Row: address {0} belongs to {1}, who is here already.</summary>
    AddressOfSomebodyHere,

    /// <summary>Row: number {0} stands with address {1} in row {2} of {3}, for {4}.</summary>
    NumberWithOtherAddress,

    /// <summary>Row: number {0} belongs to {1}, who is here already with address {2}.</summary>
    NumberHereWithOtherAddress,

    /// <summary>Cell: taken for {0}, whose name is written a little differently.</summary>
    NameNear,
}

/// <summary>One problem of an import, ready to be put into words.</summary>
/// <param name="Key">The key of its sentence: the name of a code, after <c>Import_</c> or <c>Sheet_</c>.</param>
public sealed record ImportProblem(ProblemKind Kind, string? File, int? Row, string? Column, string Key, IReadOnlyList<string> Args)
{
    public static ImportProblem Of(
        ProblemKind kind,
        ImportProblemCode code,
        string? file,
        int? row,
        string? column,
        params string[] args
    ) => new(kind, file, row, column, $"Import_{code}", args);

    /// <summary>Why a file could not be read.</summary>
    public static ImportProblem OfFile(SheetProblem refusal, string file) =>
        new(ProblemKind.File, file, refusal.Row, null, $"Sheet_{refusal.Code}", refusal.Args);

    /// <summary>What was left out of a file that could.</summary>
    public static ImportProblem OfCell(SheetProblem remark, string file) =>
        new(ProblemKind.Cell, file, remark.Row, remark.Column, $"Sheet_{remark.Code}", remark.Args);
}
