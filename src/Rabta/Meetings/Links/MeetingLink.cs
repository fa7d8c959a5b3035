using System.Text.RegularExpressions;

namespace Rabta.Meetings.Links;

/// <summary>An address to meet at. https only, and its host is always shown: a name is given only to what is known.</summary>
/// <param name="Service">"Zoom", "Google Meet", …; null where the host is none we know.</param>
public sealed partial record MeetingLink(Uri Address, string? Service)
{
    public const int Longest = 500;

    /// <summary>Hosts by which a service is known; their subdomains are theirs too, for example <c>us02web.zoom.us</c>.</summary>
    private static readonly (string Host, string Service)[] Known =
    [
        ("teams.microsoft.com", "Microsoft Teams"),
        ("teams.live.com", "Microsoft Teams"),
        ("zoom.us", "Zoom"),
        ("zoom.com", "Zoom"),
        ("meet.google.com", "Google Meet"),
        ("skype.com", "Skype"),
        ("meet.jit.si", "Jitsi"),
        ("8x8.vc", "Jitsi"),
        ("whatsapp.com", "WhatsApp"),
        ("wa.me", "WhatsApp"),
    ];

    public string Host => Address.Host;

    /// <summary>Reads what someone pasted: an address, or an invitation with one in it.</summary>
    /// <returns>The link, or the text key of why it can't be used.</returns>
    public static (MeetingLink? Link, string? Why) Read(string? typed)
    {
        var text = Pasted(typed?.Trim() ?? "");
        if (text.Length == 0)
            return (null, "link.none");
        if (text.Length > Longest || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || text.Contains('\\'))
            return (null, "link.unreadable");
        // An address copied from a screen often lacks its beginning.
        if (!text.Contains("://", StringComparison.Ordinal) && BareHost().IsMatch(text))
            text = $"https://{text}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
            return (null, "link.unreadable");
        if (address.Scheme != Uri.UriSchemeHttps)
            return (null, "link.not-https");
        if (
            Authority().Match(text) is not { Success: true, Groups: [_, var authority] }
            || authority.Value.Contains('@')
            || address.UserInfo.Length > 0
        )
            return (null, "link.user");
        if (!address.IsDefaultPort)
            return (null, "link.port");
        // Letters of other scripts can look like Latin ones, and no meeting service needs them in its name.
        if (!authority.Value.All(char.IsAscii) || address.IdnHost.Split('.').Any(l => l.StartsWith("xn--", StringComparison.Ordinal)))
            return (null, "link.letters");
        if (!PlainHost().IsMatch(address.Host))
            return (null, "link.unreadable");
        return (new(address, ServiceOf(address.Host)), null);
    }

    /// <summary>A stored link, which passed <see cref="Read"/> when it was written.</summary>
    public static MeetingLink Of(string stored)
    {
        var address = new Uri(stored);
        return new(address, ServiceOf(address.Host));
    }

    private static string? ServiceOf(string host) =>
        Known.FirstOrDefault(k => host == k.Host || host.EndsWith($".{k.Host}", StringComparison.Ordinal)).Service;

    // "Join Zoom Meeting\nhttps://…": of many words the first address counts.
    private static string Pasted(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
            ? words.FirstOrDefault(w => w.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) ?? text
            : text;

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex BareHost();

    [GeneratedRegex("^https://([^/?#]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Authority();

    // A name with a dot and letters at its end: no numbers, no "localhost".
    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$")]
    private static partial Regex PlainHost();
}
