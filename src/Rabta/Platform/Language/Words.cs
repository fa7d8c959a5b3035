using Microsoft.Extensions.Localization;

namespace Rabta.Platform.Language;

/// <summary>A sentence before anybody reads it: a text key of its module, and what the sentence names.</summary>
public sealed record Words(string Key, params object[] Values)
{
    /// <summary>The number that decides the form, where the sentence has several.</summary>
    public int? Count { get; private init; }

    /// <summary>A sentence whose form goes with a number, which is {0}. The reader's language chooses the form.</summary>
    public static Words Counted(string key, int count, params object[] more) => new(key, [count, .. more]) { Count = count };

    /// <summary>The key of the form that this reader's language asks for.</summary>
    public string KeyIn(IStringLocalizer texts) => Count is { } count ? texts.Form(Key, count) : Key;
}
