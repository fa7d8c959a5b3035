using System.Globalization;

namespace Rabta.Matches.Reviewing;

/// <summary>The version of the round a form was made from.</summary>
internal static class ExpectedVersion
{
    public static int In(IFormCollection form) =>
        int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}
