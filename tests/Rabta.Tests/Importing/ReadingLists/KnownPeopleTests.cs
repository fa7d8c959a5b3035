using Rabta.Importing.ReadingLists;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Matches;

namespace Rabta.Tests.Importing.ReadingLists;

public class KnownPeopleTests
{
    private static readonly KnownPerson Saima = Known("Dr Saima", "saima@x.pk", "7", ProgrammeRoles.Mentor);
    private static readonly KnownPerson Imran = Known("Dr Imran", null, "8", ProgrammeRoles.Mentor);
    private static readonly KnownPerson Omar = Known("Omar", null, null, ProgrammeRoles.Mentee);

    [Fact]
    public void An_address_then_a_number_then_the_only_one_of_a_name_say_who_somebody_is()
    {
        var roster = Read("Name,Email,Staff no\nSaima Khan,SAIMA@x.pk,\nDr Imran,,8\n", "Name,Email\nOmar,\nHira,\n");
        Assert.Equal([Saima, Imran, Omar, null], roster.People.Select(person => person.Known));
        Assert.Empty(roster.Problems);
    }

    [Fact]
    public void A_number_of_the_same_part_is_the_same_person_if_the_name_agrees()
    {
        Assert.Equal(Imran, Read("Name,Staff no\nImran Ali,8\n", "").People[0].Known);
        Assert.Equal(["Row mentors 2 Staff no NumberOfSomebodyHere(8)"], Lists.Problems(Read("Name,Staff no\nTahira,8\n", "")));
    }

    [Fact]
    public void A_known_address_under_another_name_makes_nobody_into_somebody_else()
    {
        foreach (var take in new[] { false, true })
        {
            var roster = Read("Name,Email,Staff no\nBilal Butt,saima@x.pk,99\n", "", take);
            Assert.Equal(["Row mentors 2 Email AddressOfSomebodyHere(saima@x.pk|Dr Saima|Bilal Butt)"], Lists.Problems(roster));
        }
    }

    [Fact]
    public void A_known_number_and_name_with_another_address_is_a_question_and_the_address_is_taken_if_told_so()
    {
        const string List = "Name,Email,Staff no\nSaima,saima@elsewhere.pk,7\n";

        Assert.Equal(["Row mentors 2 Staff no NumberHereWithOtherAddress(7|Dr Saima|saima@x.pk|Saima)"], Lists.Problems(Read(List, "")));
        var taken = Assert.Single(Read(List, "", take: true).People);
        Assert.Equal((Saima, true), (taken.Known, taken.TakesNewAddress));
        // Another name under the number is never taken.
        Assert.Equal(
            ["Row mentors 2 Staff no NumberHereWithOtherAddress(7|Dr Saima|saima@x.pk|Tahira)"],
            Lists.Problems(Read("Name,Email,Staff no\nTahira,tahira@x.pk,7\n", "", take: true))
        );
        // A staff number is another person's roll number.
        Assert.Null(Assert.Single(Read("", "Name,Email,Roll no\nHira,hira@x.pk,7\n").People).Known);
    }

    [Fact]
    public void A_number_of_the_other_part_under_another_name_is_a_problem() =>
        Assert.Equal(["Row mentees 2 Roll no NumberOfSomebodyHere(8)"], Lists.Problems(Read("", "Name,Roll no\nHira,8\n")));

    [Fact]
    public void An_address_is_given_to_whoever_had_none_under_the_same_number_and_name() =>
        Assert.Equal(Imran, Read("Name,Email,Staff no\nDr Imran,imran@x.pk,8\n", "").People[0].Known);

    [Fact]
    public void Under_a_number_a_name_that_either_lacks_is_the_same_name()
    {
        var unnamed = Known("", null, "9", ProgrammeRoles.Mentor);
        var people = new KnownPeople([Imran, unnamed]);
        Assert.Equal(unnamed, Lists.Two("Name,Email,Staff no\nTahira,tahira@x.pk,9\n", "").Read(people).People[0].Known);
        Assert.Equal(Imran, Lists.Two("Name,Email,Staff no\n,imran@x.pk,8\n", "").Read(people).People.Single().Known);
    }

    [Fact]
    public void An_unknown_address_is_somebody_new_though_the_name_is_known() =>
        Assert.Null(Read("", "Name,Email\nOmar,omar@x.pk\n").People[0].Known);

    [Fact]
    public void A_name_two_have_is_a_problem()
    {
        var roster = Lists
            .Two("", "Name,Email\nOmar,\n")
            .Read(new KnownPeople([Omar, Known("Omar", "o@x.pk", null, ProgrammeRoles.Mentee)]));
        Assert.Equal(["Row mentees 2 Name NameOfSeveralHere(Omar)"], Lists.Problems(roster));
        Assert.Empty(roster.People);
    }

    [Fact]
    public void Where_one_list_is_missing_its_stored_people_can_be_named()
    {
        var roster = Read("", "Name,Email,Wish 1,Wish 2,Not with\nHira,h@x.pk,saima@x.pk,dr imran,Omar\n");
        Assert.Equal(
            [(-1, Saima.Id), (-1, Imran.Id)],
            roster.Person("Hira").Rows[0].Wishes.Select(wish => (wish.Person, wish.Known!.Value))
        );
        Assert.Equal(["Cell mentees 2 Not with PersonUnknown(Omar)"], Lists.Problems(roster));
    }

    [Fact]
    public void One_stored_person_found_twice_in_a_list_is_twice_the_same()
    {
        Assert.Equal(
            ["Row mentors 3 Staff no SamePersonTwice(2|Staff no)"],
            Lists.Problems(Read("Name,Email,Staff no\nDr Saima,saima@x.pk,\nDr Saima,,7\n", ""))
        );
        Assert.Equal(
            ProgrammeRoles.Both,
            Assert.Single(Read("Name,Email\nDr Saima,saima@x.pk\n", "Name,Roll no\nDr Saima,7\n").People).Roles
        );
    }

    private static Roster Read(string mentors, string mentees, bool take = false) =>
        (Lists.Two(mentors, mentees) with { TakeGuesses = take }).Read(new KnownPeople([Saima, Imran, Omar]));

    private static KnownPerson Known(string name, string? address, string? number, ProgrammeRoles roles) =>
        KnownPerson.Of(Rabta.Platform.Database.Ids.New<PersonId>(), name, Rabta.Platform.Language.Several.Nothing, address, number, roles);
}
