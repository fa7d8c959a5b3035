using System.Text;
using Rabta.Platform.Language;

namespace Rabta.People;

/// <summary>An e-mail address as typed, freed of what mail programs put around it, and the key it compares by.</summary>
public sealed record MailAddress(string Text, string Key)
{
    /// <summary>Reads an address, or nothing where the text holds none. "None at all" is for <see cref="Values.IsNone"/>.</summary>
    public static MailAddress? Read(string typed)
    {
        var text = Unwrapped(Visible(typed));
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == text.Length - 1 || text.LastIndexOf('@') != at)
        {
            return null;
        }
        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>'))
        {
            return null;
        }
        return CanBeSentTo(text) ? new MailAddress(text, Person.KeyOf(text)!) : null;
    }

    /// <summary>The domain as mail servers know it: <c>xn--…</c> where it has other letters.</summary>
    internal static string DomainOf(string domain)
    {
        try
        {
            return Names.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    private static readonly System.Globalization.IdnMapping Names = new();

    /// <summary>What the mail library can't read as one address, it can't send to.</summary>
    private static bool CanBeSentTo(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var domain = text[(at + 1)..];
        return !text.Any(c => c is ',' or ';' or ':' or '(' or ')' or '[' or ']' or '"' or '\\')
            && !text.Contains("..", StringComparison.Ordinal)
            && text[0] != '.'
            && text[at - 1] != '.'
            && domain[0] is not ('.' or '-')
            && domain[^1] is not ('.' or '-')
            && MimeKit.MailboxAddress.TryParse(text, out var mailbox)
            && mailbox.Address.Contains('@', StringComparison.Ordinal);
    }

    private static string Visible(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (!TextKey.IsInvisible(c))
            {
                text.Append(c);
            }
        }
        // Trims no-break blanks too.
        return text.ToString().Trim();
    }

    private static string Unwrapped(string text)
    {
        var open = text.LastIndexOf('<');
        if (open >= 0 && text.EndsWith('>'))
        {
            text = text[(open + 1)..^1].Trim();
        }
        if (!text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }
        return text["mailto:".Length..].Split('?')[0].Trim();
    }
}
