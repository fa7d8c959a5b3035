using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>What those say who wait: Zara wishes for both mentors, Bilal for Zara.</summary>
public static class CastWishes
{
    public static Task PutWishes(this World world, Cast cast)
    {
        Wish Wish(Rabta.People.Person from, Part part, Rabta.People.Person to, int rank) => new() { CohortId = cast.Cohort.Id, From = from.Id, FromPart = part, To = to.Id, Rank = rank };
        return world.Put(Wish(cast.Zara, Part.Mentee, cast.Sara, 1), Wish(cast.Zara, Part.Mentee, cast.Bilal, 2), Wish(cast.Bilal, Part.Mentor, cast.Zara, 1));
    }
}
