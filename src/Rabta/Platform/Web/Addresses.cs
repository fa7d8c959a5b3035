namespace Rabta.Platform.Web;

/// <summary>Addresses that the platform itself leads to; a later module has the pages.</summary>
public static class Addresses
{
    /// <summary>Where everyone begins.</summary>
    public const string Home = "/";

    /// <summary>Where a person goes who has not signed in.</summary>
    public const string SignIn = "/sign-in";
}
