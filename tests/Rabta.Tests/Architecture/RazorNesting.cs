namespace Rabta.Tests.Architecture;

/// <summary>Reads a Razor file line by line and knows how deep each stands: as far in as elements and control blocks are open.</summary>
internal sealed class RazorNesting
{
    private static readonly HashSet<string> Void = ["br", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "col"];

    private static readonly string[] Directives =
    [
        "@page ",
        "@using ",
        "@attribute ",
        "@inherits ",
        "@implements ",
        "@inject ",
        "@layout ",
    ];

    /// <summary>
    /// What is open and not yet closed on this line: t a tag, q an attribute's value, $ a string with holes, else a bracket of C#.
    /// </summary>
    private readonly Stack<char> _open = new();
    private string _element = "";
    private int _depth;

    /// <summary>The lines of the markup that do not begin four spaces further in for each thing that is open round them.</summary>
    public static IEnumerable<int> Crooked(IEnumerable<string> lines)
    {
        var nesting = new RazorNesting();
        foreach (var (i, line) in lines.TakeWhile(l => !l.StartsWith("@code", StringComparison.Ordinal)).Index())
        {
            var text = line.TrimStart();
            // What goes on from the line before (attributes, arguments) is aligned, not nested.
            var begins = text.Length > 0 && nesting._open.Count == 0;
            var closes = text.StartsWith("</", StringComparison.Ordinal) || text == "}";
            if (begins && line.Length - text.Length != 4 * (nesting._depth - (closes ? 1 : 0)))
                yield return i + 1;
            nesting.Read(text);
        }
    }

    private void Read(string line)
    {
        if (_open.Count == 0 && line is "{" or "}")
            _depth += line == "{" ? 1 : -1;
        else if (!Directives.Any(d => line.StartsWith(d, StringComparison.Ordinal)))
            for (var i = _open.Count == 0 ? SkipWord(line) : 0; i < line.Length; i++)
                i = _open.TryPeek(out var inside) ? Inside(inside, line, i) : Markup(line, i);
    }

    /// <summary>A condition is C#, whether an @ stands before its word or not.</summary>
    private int SkipWord(string line)
    {
        var word = line.StartsWith("else ", StringComparison.Ordinal) ? line[5..] : line.TrimStart('@');
        var isControl = new[] { "if (", "foreach (", "for (", "while (", "switch (" }.Any(w =>
            word.StartsWith(w, StringComparison.Ordinal)
        );
        if (!isControl)
            return 0;
        _open.Push('(');
        return line.IndexOf('(', StringComparison.Ordinal) + 1;
    }

    private int Markup(string line, int i)
    {
        if (Comes(line, i, "@*"))
            return line.IndexOf("*@", i, StringComparison.Ordinal) + 1;
        if (Comes(line, i, "</"))
        {
            _depth--;
            return line.IndexOf('>', i);
        }
        if (line[i] == '<' && i + 1 < line.Length && char.IsLetter(line[i + 1]))
        {
            _element = string.Concat(line.Skip(i + 1).TakeWhile(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_'));
            _open.Push('t');
            return i + _element.Length;
        }
        return Expression(line, i);
    }

    /// <summary>A bracket behind @ or a name is C#; any other is text.</summary>
    private int Expression(string line, int i)
    {
        if (line[i] is '(' or '[' or '{' && i > 0 && (line[i - 1] is '@' or '_' || char.IsLetterOrDigit(line[i - 1])))
            _open.Push(line[i]);
        return i;
    }

    private int Inside(char inside, string line, int i)
    {
        switch (inside, line[i])
        {
            case ('t', '"'):
                _open.Push('q');
                return i;
            case ('t', '>'):
                _open.Pop();
                _depth += line[i - 1] == '/' || Void.Contains(_element) ? 0 : 1;
                return i;
            case ('q' or '$', '"'):
                _open.Pop();
                return i;
            case ('$', '{'):
                _open.Push('{');
                return i;
            case ('t' or '$', _):
                return i;
            case ('q', _):
                return Expression(line, i);
            default:
                return Code(line, i);
        }
    }

    private int Code(string line, int i)
    {
        if (line[i] is ')' or ']' or '}')
            _open.Pop();
        else if (line[i] is '(' or '[' or '{')
            _open.Push(line[i]);
        else if (line[i] == '"' && i > 0 && line[i - 1] == '$')
            _open.Push('$');
        else if (line[i] == '"')
            return line.IndexOf('"', i + 1);
        else if (line[i] == '\'')
            return line.IndexOf('\'', i + 2);
        return i;
    }

    private static bool Comes(string line, int i, string what) => string.CompareOrdinal(line, i, what, 0, what.Length) == 0;
}
