namespace Rabta.Programmes;

/// <summary>The addresses of this module that others link to.</summary>
public static class ProgrammePages
{
    public const string New = "/programmes/new",
        People = "/people";

    public static string Of(ProgrammeId programme) => $"/programmes/{programme.Value}";
}
