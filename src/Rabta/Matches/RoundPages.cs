namespace Rabta.Matches;

/// <summary>The addresses of this module that others link to.</summary>
public static class RoundPages
{
    public const string All = "/matching";

    public static string Of(RoundId round) => $"/matching/{round.Value}";
}
