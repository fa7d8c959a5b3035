using Rabta.Platform.Access;

namespace Rabta.People;

/// <summary>The addresses of this module that others link to.</summary>
public static class PersonPages
{
    public const string Me = "/me";

    public const string Staff = "/staff",
        Institution = "/institution";

    public static string Of(PersonId person) => $"/people/{person.Value}";

    public static string Merge(PersonId person) => $"/people/{person.Value}/merge";

    public static string Correct(PersonId person) => $"/people/{person.Value}/correct";

    public static string Slip(PersonId person) => $"/people/{person.Value}/slip";
}
