namespace Rabta.Mentorships;

/// <summary>The addresses of this module that others link to.</summary>
public static class PairPages
{
    /// <summary>The page of the two.</summary>
    public static string Of(MentorshipId pair) => $"/mentorships/{pair.Value}";

    /// <summary>Where staff arrange it.</summary>
    public static string Arrange(MentorshipId pair) => $"/mentorships/{pair.Value}/arrange";
}
