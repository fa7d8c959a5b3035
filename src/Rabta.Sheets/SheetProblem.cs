namespace Rabta.Sheets;

/// <summary>Why a file was refused, or a cell left empty. The comment is the sentence meant; {0}, {1} are the arguments.</summary>
public enum SheetProblemCode
{
    /// <summary>This file is empty.</summary>
    Empty,

    /// <summary>No row has a heading for names or e-mail addresses.</summary>
    NoHeadings,

    /// <summary>This file is larger than {0} MB.</summary>
    FileTooBig,

    /// <summary>Unpacked, this file is larger than {0} MB.</summary>
    UnfoldsTooBig,

    /// <summary>This file has more than {0} rows.</summary>
    TooManyRows,

    /// <summary>Row {1} is wider than {0} columns.</summary>
    TooManyColumns,

    /// <summary>A cell in row {1} is longer than {0} characters.</summary>
    CellTooLong,

    /// <summary>The quotation mark opened in row {0} is never closed.</summary>
    UnclosedQuote,

    /// <summary>This file asks for a password.</summary>
    Password,

    /// <summary>An old Excel file (.xls).</summary>
    OldExcel,

    /// <summary>A binary Excel file (.xlsb).</summary>
    BinaryExcel,

    /// <summary>An Excel file of 2003 in XML.</summary>
    XmlExcel,

    /// <summary>An OpenDocument file (.ods).</summary>
    OpenDocument,

    /// <summary>A web page, whatever its name ends in.</summary>
    WebPage,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>An archive of other files.</summary>
    Archive,

    /// <summary>A workbook that is broken inside.</summary>
    Damaged,

    /// <summary>Not a list at all: a picture, a program, a letter.</summary>
    NotASheet,

    /// <summary>Remark: the cell holds {0}, an error of the spreadsheet.</summary>
    ErrorInCell,

    /// <summary>Remark: the formula has no stored result.</summary>
    FormulaWithoutResult,

    /// <summary>Remark: column {0} holds something but has no heading.</summary>
    ColumnWithoutHeading,
}

/// <summary>What is wrong, where, and the numbers and words its sentence needs. Sentences are made elsewhere, in two languages.</summary>
public sealed record SheetProblem(SheetProblemCode Code, int? Row, string? Column, IReadOnlyList<string> Args);

/// <summary>A sheet, or why there is none.</summary>
public sealed record SheetReading(Sheet? Sheet, SheetProblem? Refusal);

/// <summary>Carries a refusal up through the readers; never leaves <see cref="SheetReader"/>.</summary>
internal sealed class SheetRefusedException(SheetProblemCode code, int? row, params string[] args) : Exception
{
    public SheetProblem Problem { get; } = new(code, row, null, args);
}
