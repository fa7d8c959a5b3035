namespace Rabta.Importing;

/// <summary>The addresses of this module that others link to.</summary>
public static class ImportPages
{
    public const string New = "/people/import";
}
