using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>Splits cells that hold several answers, after having seen the whole column.</summary>
/// <remarks>
/// A comma may separate answers or belong to one ("Ear, nose and throat"). It separates
/// where a part of the cell stands elsewhere in the column in other company, or alone.
/// </remarks>
public sealed class AnswerLists
{
    private static readonly char[] Always = [';', '؛', '|', '\n', '\r'];

    /// <summary>A column with more different cells is no choice, and its memory must end somewhere.</summary>
    private const int MostCells = 5_000;

    private readonly Dictionary<string, int> _companies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes note of one cell of the column.</summary>
    public void Learn(string cell)
    {
        if (_seen.Count >= MostCells)
        {
            return;
        }
        foreach (var piece in Pieces(cell))
        {
            var parts = PartsOf(piece).Select(TextKey.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (!_seen.Add(string.Join('\n', parts)))
            {
                continue;
            }
            foreach (var part in parts)
            {
                _companies[part] = _companies.GetValueOrDefault(part) + 1;
            }
        }
    }

    /// <summary>The answers in a cell, in order, as typed, each once.</summary>
    public IReadOnlyList<string> Split(string cell) => [.. Pieces(cell).SelectMany(Answers).DistinctBy(TextKey.Of, StringComparer.Ordinal)];

    /// <summary>The pieces that are apart whatever the column holds.</summary>
    public static IEnumerable<string> Pieces(string cell) => AllPieces(cell).Where(piece => !Values.IsNone(piece));

    /// <summary>Those too that stand for nothing.</summary>
    internal static IEnumerable<string> AllPieces(string cell) =>
        cell.Split(Always, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private IEnumerable<string> Answers(string piece)
    {
        var parts = PartsOf(piece);
        return parts.Exists(part => _companies.GetValueOrDefault(TextKey.Of(part)) > 1) ? parts : [piece];
    }

    /// <summary>Commas between digits group a number: "1,000" is one part.</summary>
    internal static List<string> PartsOf(string piece)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= piece.Length; i++)
        {
            if (i < piece.Length && !(piece[i] is ',' or '،' && !IsInNumber(piece, i)))
            {
                continue;
            }
            var part = piece[start..i].Trim();
            if (!Values.IsNone(part))
            {
                parts.Add(part);
            }
            start = i + 1;
        }
        return parts;
    }

    private static bool IsInNumber(string text, int comma) =>
        comma > 0 && comma + 1 < text.Length && char.IsDigit(text[comma - 1]) && char.IsDigit(text[comma + 1]);
}
