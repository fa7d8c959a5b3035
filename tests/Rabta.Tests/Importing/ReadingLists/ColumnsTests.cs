using Rabta.Importing.ReadingLists;
using Rabta.People;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Importing.ReadingLists;

public class ColumnsTests
{
    [Theory]
    [InlineData(false, "Mailing list of mentors", "", "")]
    [InlineData(true, "Sr. No", "College mail id", "")]
    [InlineData(false, "Sr. No", "Department", "")]
    [InlineData(true, "Name", "", "")]
    public void A_row_is_the_headings_where_it_names_people_or_speaks_of_mail_beside_something_else(bool isOne, params string[] cells) =>
        Assert.Equal(isOne, Columns.LookLikeHeadings(ProgrammeRoles.Mentor)(cells));

    [Theory]
    [InlineData("Full_Name", ColumnMeaning.Name)]
    [InlineData(" student-name ", ColumnMeaning.Name)]
    [InlineData("پورا نام", ColumnMeaning.Name)]
    [InlineData("FIRST NAME", ColumnMeaning.FirstName)]
    [InlineData("Surname", ColumnMeaning.LastName)]
    [InlineData("Name (Urdu)", ColumnMeaning.NameIn)]
    [InlineData("اردو نام", ColumnMeaning.NameIn)]
    [InlineData("E-Mail Address", ColumnMeaning.Address)]
    [InlineData("ای میل", ColumnMeaning.Address)]
    [InlineData("اي ميل", ColumnMeaning.Address)]
    [InlineData("Roll No.", ColumnMeaning.Number)]
    [InlineData("employee id", ColumnMeaning.Number)]
    [InlineData("رول نمبر", ColumnMeaning.Number)]
    [InlineData("WhatsApp", ColumnMeaning.Phone)]
    [InlineData("موبائل", ColumnMeaning.Phone)]
    [InlineData("Max mentees", ColumnMeaning.Places)]
    [InlineData("گنجائش", ColumnMeaning.Places)]
    [InlineData("Both mentor and mentee", ColumnMeaning.BothRoles)]
    [InlineData("Wish 9", ColumnMeaning.Wish)]
    [InlineData("First choice", ColumnMeaning.Wish)]
    [InlineData("preferred mentor(s)", ColumnMeaning.Wish)]
    [InlineData("Ranked mentors", ColumnMeaning.Wish)]
    [InlineData("پسند 2", ColumnMeaning.Wish)]
    [InlineData("پہلی پسند", ColumnMeaning.Wish)]
    [InlineData("Wish 10", ColumnMeaning.Answer)]
    [InlineData("Recommended mentor", ColumnMeaning.Recommended)]
    [InlineData("Conflict of interest", ColumnMeaning.Conflict)]
    [InlineData("not with", ColumnMeaning.Conflict)]
    [InlineData("Identity to match", ColumnMeaning.Private)]
    [InlineData("Religion (optional)", ColumnMeaning.Private)]
    [InlineData("Gender preferred", ColumnMeaning.Private)]
    [InlineData("Biography", ColumnMeaning.Text)]
    [InlineData("Match with similar identity", ColumnMeaning.Answer)]
    [InlineData("شہر", ColumnMeaning.Answer)]
    public void Headings_are_known_in_both_languages(string heading, ColumnMeaning expected) =>
        Assert.Equal(expected, Meanings($"id,{heading},Name\n", ProgrammeRoles.Mentor)[1]);

    [Fact]
    public void Mentees_have_no_places() =>
        Assert.Equal([ColumnMeaning.Name, ColumnMeaning.Answer], Meanings("Name,Capacity\nSara,3\n", ProgrammeRoles.Mentee));

    [Fact]
    public void Contents_decide_which_mail_heading_holds_addresses() =>
        Assert.Equal(
            [ColumnMeaning.Answer, ColumnMeaning.Answer, ColumnMeaning.Address, ColumnMeaning.Name],
            Meanings("Emailed on,Email consent,College e-mail (official),Name\n2026-03-01,yes,s@x.pk,Sara\n2026-03-01,no,o@x.pk,Omar\n")
        );

    [Fact]
    public void A_mail_heading_with_other_contents_is_an_answer_and_a_second_address_is_only_read()
    {
        Assert.Equal([ColumnMeaning.Answer, ColumnMeaning.Address], Meanings("Email,Mail\nyes,s@x.pk\n"));
        Assert.Equal([ColumnMeaning.Address, ColumnMeaning.Text], Meanings("Email,Home email\ns@x.pk,s@home.pk\n"));
        Assert.Equal([ColumnMeaning.Address, ColumnMeaning.Name], Meanings("Email,Name\nnot one,Sara\n"));
    }

    [Fact]
    public void A_role_at_the_hospital_is_an_answer()
    {
        Assert.Equal(ColumnMeaning.Answer, Meanings("Name,Role\nSara,Consultant\n")[1]);
        Assert.Equal(ColumnMeaning.BothRoles, Meanings("Name,Role\nSara,Mentor and mentee\n")[1]);
    }

    [Fact]
    public void A_reason_belongs_to_a_recommendation_or_is_text()
    {
        Assert.Equal(ColumnMeaning.Text, Meanings("Name,Why\nSara,because\n")[1]);
        Assert.Equal(ColumnMeaning.Why, Meanings("Name,Why,Recommended mentor\n")[1]);
    }

    [Fact]
    public void Maps_outweigh_guesses()
    {
        var (maps, problems) = ColumnMaps.Parse(["Teilnehmer=name", "Name = leave-out", "a=b=private", "شہر=تحریر"], Composition.Languages);
        Assert.Empty(problems);
        var sheet = Lists.Sheet("Teilnehmer,Name,a=b,شہر\nSara,x,y,z\n", maps: maps);
        Assert.Equal(
            [ColumnMeaning.Name, ColumnMeaning.LeaveOut, ColumnMeaning.Private, ColumnMeaning.Text],
            Columns.Guess(sheet, ProgrammeRoles.Mentee, maps).Select(column => column.Meaning)
        );
    }

    [Theory]
    [InlineData("name", ColumnMeaning.Name)]
    [InlineData("first-name", ColumnMeaning.FirstName)]
    [InlineData("last-name", ColumnMeaning.LastName)]
    [InlineData("name-urdu", ColumnMeaning.NameIn)]
    [InlineData("address", ColumnMeaning.Address)]
    [InlineData("number", ColumnMeaning.Number)]
    [InlineData("phone", ColumnMeaning.Phone)]
    [InlineData("places", ColumnMeaning.Places)]
    [InlineData("both", ColumnMeaning.BothRoles)]
    [InlineData("both parts", ColumnMeaning.BothRoles)]
    [InlineData("wish", ColumnMeaning.Wish)]
    [InlineData("recommended", ColumnMeaning.Recommended)]
    [InlineData("recommended-by", ColumnMeaning.RecommendedBy)]
    [InlineData("why", ColumnMeaning.Why)]
    [InlineData("conflict", ColumnMeaning.Conflict)]
    [InlineData("private", ColumnMeaning.Private)]
    [InlineData("text", ColumnMeaning.Text)]
    [InlineData("answer", ColumnMeaning.Answer)]
    [InlineData("leave-out", ColumnMeaning.LeaveOut)]
    [InlineData("nonsense", null)]
    public void Meanings_have_names(string name, ColumnMeaning? expected) =>
        Assert.Equal(expected, MeaningNames.MeaningOf(name, Composition.Languages)?.Meaning);

    [Fact]
    public void Maps_that_make_no_sense_are_named() =>
        Assert.Equal(
            ["Import_MapUnreadable", "Import_MapUnreadable", "Import_MapMeaningUnknown"],
            ColumnMaps.Parse(["Name", "=name", "Name=nonsense"], Composition.Languages).Problems.Select(problem => problem.Key)
        );

    private static ColumnMeaning[] Meanings(string text, ProgrammeRoles role = ProgrammeRoles.Mentee) =>
        [.. Columns.Guess(Lists.Sheet(text, role: role), role).Select(column => column.Meaning)];
}
