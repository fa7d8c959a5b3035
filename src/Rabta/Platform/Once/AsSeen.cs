using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rabta.Platform.Once;

/// <summary>
/// What a form showed when its page was made, in short. It comes back with the form, so that a use case finds what somebody else changed
/// in the meantime.
/// </summary>
public static class AsSeen
{
    public const string Field = "_seen";

    /// <summary>Sixteen letters that differ where anything shown differs. Nobody can read the values from them.</summary>
    public static string Of(params IEnumerable<object?> shown)
    {
        var all = string.Concat(
            shown.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) is { } text ? $"{text.Length}:{text}" : "-")
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
    }
}
