using Rabta.Importing.ReadingLists;
using Rabta.People;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Importing.ReadingLists;

public class RosterReaderTests
{
    private const string Mentors = "Name,Email,Places\nDr Saima,saima@x.pk,2\nDr Imran,imran@x.pk,\nDr Imran,imran2@x.pk,1\n";

    [Fact]
    public void A_row_says_everything_about_a_person()
    {
        var roster = Lists.Read(
            "First name,Surname,اردو نام,E-mail,Staff no,Phone,Capacity,Religion,Bio,City\n"
                + "Saima,Khan,صائمہ خان,<Saima@x.pk>,007,0300 1,3.0,Islam,Loves tea,Lahore\n",
            "Name,Email\n"
        );
        var saima = Assert.Single(roster.People);
        Assert.Empty(roster.Problems);
        Assert.Equal(
            ("Saima Khan", "صائمہ خان", "Saima@x.pk", "007", "0300 1", 3, ProgrammeRoles.Mentor),
            (saima.Name, saima.Names.Only("ur"), saima.Address!.Text, saima.Number, saima.Phone, saima.Places!.Value, saima.Roles)
        );
        var row = Assert.Single(saima.Rows);
        Assert.Equal([("Religion", true), ("City", false)], row.Answers.Select(answer => (answer.Heading, answer.IsPrivate)));
        Assert.Equal([new RosterText("Bio", "Loves tea")], row.Texts);
    }

    [Fact]
    public void Both_parts_come_from_one_list_or_from_standing_in_both()
    {
        var roster = Lists.Read(
            "Name,Email,Both mentor and mentee\nSaima,s@x.pk,yes\nImran,i@x.pk,no\nDua,d@x.pk,perhaps\n",
            "Name,Email\nImran, I@X.pk\nOmar,o@x.pk\n"
        );
        Assert.Equal(
            [ProgrammeRoles.Both, ProgrammeRoles.Both, ProgrammeRoles.Mentor, ProgrammeRoles.Mentee],
            roster.People.Select(person => person.Roles)
        );
        Assert.Equal(2, roster.Person("Imran").Rows.Count);
        Assert.Equal(["Cell mentors 4 Both mentor and mentee PartsNotUnderstood(perhaps)"], Lists.Problems(roster));
    }

    [Fact]
    public void Wishes_keep_their_order_over_columns_and_in_a_cell()
    {
        var roster = Lists.Read(
            Mentors,
            "Name,Email,Wish 2,Wish 1,Preferred mentors\nOmar,o@x.pk,imran@x.pk,DR  saima,\n"
                + "Hira,h@x.pk,,,\"1. imran2@x.pk\n2. Dr Saima, imran@x.pk\"\n"
        );
        Assert.Equal("Dr Saima, Dr Imran", roster.Wishes("Omar"));
        Assert.Equal(
            ["imran2@x.pk", "saima@x.pk", "imran@x.pk"],
            roster.Person("Hira").Rows[0].Wishes.Select(wish => roster.People[wish.Person].Address!.Text)
        );
        Assert.Empty(roster.Problems);
    }

    [Fact]
    public void A_name_with_a_comma_is_one_person() =>
        Assert.Equal(
            "Khan, Saima",
            Lists.Read("Name,Email\n\"Khan, Saima\",s@x.pk\n", "Name,Email,Wish\nOmar,o@x.pk,\"khan, saima\"\n").Wishes("Omar")
        );

    [Fact]
    public void Somebody_left_out_of_the_mentees_is_no_mentor_who_was_left_out()
    {
        var roster = Lists.Read(Mentors, "Name,Email,Wish 1\nUmar Gul,nothing,\nOmar,o@x.pk,Umar Gul\n");

        Assert.Contains(roster.Problems, p => $"{p}".Contains("PersonUnknown", StringComparison.Ordinal));
        Assert.DoesNotContain(roster.Problems, p => $"{p}".Contains("PersonLeftOut", StringComparison.Ordinal));
    }

    [Fact]
    public void People_who_cannot_be_found_are_remarks()
    {
        var roster = Lists.Read(
            Mentors + "Dr Broken,nothing,1\n",
            "Name,Email,Wish 1,Not with,Recommended mentor,Both parts\n"
                + "Omar,o@x.pk,Dr Imran,Dr Nobody,Dr Broken,\nHira,h@x.pk,h@x.pk,o@x.pk,n/a,yes\n"
        );
        Assert.Equal(
            [
                "Row mentors 5 Email AddressBroken(nothing)",
                "Cell mentees 2 Wish 1 PersonAmbiguous(Dr Imran|Dr Imran <imran@x.pk>, Dr Imran <imran2@x.pk>)",
                "Cell mentees 2 Recommended mentor PersonLeftOut(Dr Broken)",
                "Cell mentees 2 Not with PersonUnknown(Dr Nobody)",
                "Cell mentees 3 Wish 1 PersonIsSelf(h@x.pk)",
                "Cell mentees 3 Not with PersonUnknown(o@x.pk)",
            ],
            Lists.Problems(roster)
        );
        Assert.Equal(1, roster.LeftOut);
    }

    [Fact]
    public void Saying_that_there_is_nobody_names_nobody() =>
        Assert.Empty(Lists.Read(Mentors, "Name,Email,Conflict of interest,Wish\nOmar,o@x.pk,None,-\nHira,h@x.pk,کوئی نہیں,nil\n").Problems);

    [Fact]
    public void Recommendations_carry_who_and_why()
    {
        var roster = Lists.Read(
            Mentors,
            "Name,Email,Recommended mentor,Recommended by,Why\nOmar,o@x.pk,saima@x.pk,Prof. Dua,Both love research\n"
        );
        var recommendation = Assert.Single(roster.Person("Omar").Rows[0].Recommendations);
        Assert.Equal(
            ("Dr Saima", "Prof. Dua", "Both love research"),
            (roster.People[recommendation.Person.Person].Name, recommendation.By, recommendation.Why)
        );
    }

    [Fact]
    public void Two_names_under_one_address_are_a_problem_naming_both_rows_and_never_one_person()
    {
        var roster = Lists.Read(Mentors, "Name,Email\nOmar,o@x.pk\nHira,h@x.pk\nUsman,O@x.pk\n");
        Assert.Equal(
            [
                "Row mentees 2 Email DifferentNamesOneAddress(2, 4|o@x.pk|Omar, Usman)",
                "Row mentees 4 Email DifferentNamesOneAddress(2, 4|O@x.pk|Omar, Usman)",
            ],
            Lists.Problems(roster)
        );
        Assert.Equal((2, 4), (roster.LeftOut, roster.People.Count));
    }

    [Fact]
    public void Rows_that_say_the_same_of_a_person_are_one_with_a_remark()
    {
        var roster = Lists.Read(
            Mentors,
            "Name,Email,Roll no\nOmar,o@x.pk,\n\nomar ,<O@x.pk>,\nHira,,12\nHira,,۱۲\nDua,d@x.pk,13\nDua,-,13\n"
        );
        Assert.Equal(
            [
                "Cell mentees 4 Email RowSaysTheSame(2)",
                "Cell mentees 6 Roll no RowSaysTheSame(5)",
                "Cell mentees 8 Roll no RowSaysTheSame(7)",
            ],
            Lists.Problems(roster)
        );
        Assert.Equal((0, 6), (roster.LeftOut, roster.People.Count));
    }

    [Fact]
    public void Without_an_address_the_number_counts_and_then_the_only_one_of_a_name()
    {
        var roster = Lists.Read(Mentors, "Name,Email,Roll no\nOmar,nil,0042\nHira,,\nAli,,\nAli,a@x.pk,\n,,\n-,-,n/a\n");
        Assert.Equal(["Row mentees 4 Name NameNotUnique(Ali|5)", "Row mentees 7  NobodyNamed()"], Lists.Problems(roster));
        Assert.Equal("0042", roster.Person("Omar").Number);
    }

    [Fact]
    public void A_number_of_two_names_is_nobodys_whether_they_have_addresses_or_not()
    {
        var roster = Lists.Read(Mentors, "Name,Email,Roll no\nOmar,,1\nHira,,1\nDua,d@x.pk,2\nAli,a@x.pk,2\n");
        Assert.Equal(
            [
                "Row mentees 2 Roll no DifferentNamesOneNumber(2, 3|1|Omar, Hira)",
                "Row mentees 3 Roll no DifferentNamesOneNumber(2, 3|1|Omar, Hira)",
                "Row mentees 4 Roll no DifferentNamesOneNumber(4, 5|2|Dua, Ali)",
                "Row mentees 5 Roll no DifferentNamesOneNumber(4, 5|2|Dua, Ali)",
            ],
            Lists.Problems(roster)
        );
    }

    [Fact]
    public void Over_both_lists_an_address_joins_and_a_number_joins_only_one_name()
    {
        var roster = Lists.Read(
            "Name,Email,Staff no\nDr Saima,s@x.pk,\nImran,,7\nDua,,8\n",
            "Name,Email,Roll no\nSaima Khan,s@x.pk,\nImran,i@x.pk,7\nHira,,8\n"
        );
        Assert.Equal(
            ["Cell mentees 2 Name NameDiffers(2|mentors.csv|Dr Saima)", "Row mentees 4 Roll no NumberOfAnother(8|4|mentors.csv)"],
            Lists.Problems(roster)
        );
        Assert.Equal([ProgrammeRoles.Both, ProgrammeRoles.Both, ProgrammeRoles.Mentor], roster.People.Select(person => person.Roles));
        Assert.Equal("i@x.pk", roster.Person("Imran").Address!.Text);
    }

    [Fact]
    public void Cells_that_cannot_be_used_are_remarks_and_the_row_stands()
    {
        var roster = Lists.Read("Name,Email,Places,Phone,Staff no,Year\nSaima,s@x.pk,many,4.2E+08,4.2E+08,#N/A\n", "Name\n");
        Assert.Equal(
            [
                "Cell mentors 2 Year Sheet_ErrorInCell(#N/A)",
                "Cell mentors 2 Places PlacesNotUnderstood(many)",
                "Cell mentors 2 Phone DigitsLost(4.2E+08)",
                "Cell mentors 2 Staff no DigitsLost(4.2E+08)",
            ],
            Lists.Problems(roster)
        );
        var saima = roster.Person("Saima");
        Assert.Null(saima.Places);
        Assert.Null(saima.Phone);
        Assert.Null(saima.Number);
        Assert.Equal(0, roster.LeftOut);
    }

    [Fact]
    public void A_comma_is_understood_from_both_lists_together()
    {
        var roster = Lists.Read("Name,Email,Likes\nSaima,s@x.pk,\"Cricket, Chess\"\n", "Name,Email,likes\nOmar,o@x.pk,chess\n");
        Assert.Equal("Cricket · Chess", roster.Answers("Saima", "Likes"));
    }

    [Fact]
    public void A_mapped_heading_in_neither_list_is_a_problem() =>
        Assert.Equal(["File   Nme MapHeadingMissing(Nme)"], Lists.Problems(Lists.Read(Mentors, "Name\nOmar\n", "Nme=name")));

    [Fact]
    public void One_list_may_be_missing()
    {
        var roster = RosterReader.Read(null, Lists.Sheet("Name,Email,Wish\nOmar,o@x.pk,Saima\n"));
        Assert.Equal("Import_PersonUnknown", Assert.Single(roster.Problems).Key);
    }
}
