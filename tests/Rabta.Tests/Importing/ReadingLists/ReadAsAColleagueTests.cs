using Rabta.Importing.ReadingLists;
using Rabta.Programmes;

namespace Rabta.Tests.Importing.ReadingLists;

/// <summary>Lists as people type them are read as a careful colleague would read them.</summary>
public class ReadAsAColleagueTests
{
    [Theory]
    [InlineData("Name of Faculty", ColumnMeaning.Name)]
    [InlineData("Full Name (as on CNIC)", ColumnMeaning.Name)]
    [InlineData("What is your full name?", ColumnMeaning.Name)]
    [InlineData("Student's name", ColumnMeaning.Name, ProgrammeRoles.Mentee)]
    [InlineData("آپ کا نام", ColumnMeaning.Name)]
    [InlineData("Father's name", ColumnMeaning.Answer)]
    [InlineData("والد کا نام", ColumnMeaning.Answer)]
    [InlineData("Name of hospital", ColumnMeaning.Answer)]
    [InlineData("WhatsApp number (with code)", ColumnMeaning.Phone)]
    public void A_heading_nobody_knows_is_read_by_its_words(
        string heading,
        ColumnMeaning meaning,
        ProgrammeRoles role = ProgrammeRoles.Mentor
    )
    {
        var below = meaning == ColumnMeaning.Phone ? "0300 1234567" : "Saima Khan";
        var column = Columns.Guess(Lists.Sheet($"{heading},Email\n{below},s@x.pk\n"), role)[0];
        Assert.Equal(meaning, column.Meaning);
    }

    [Theory]
    [InlineData("First choice of mentor", 1)]
    [InlineData("Mentor preference 2", 2)]
    [InlineData("Which mentor would you like to have? (3rd choice)", null)]
    [InlineData("پسندیدہ استاد", null)]
    public void A_choice_of_a_mentor_is_a_wish(string heading, int? rank)
    {
        var column = Columns.Guess(Lists.Sheet($"{heading},Name,Email\nSaima,Omar,o@x.pk\n"), ProgrammeRoles.Mentee)[0];
        Assert.Equal((ColumnMeaning.Wish, rank), (column.Meaning, column.Rank));
    }

    [Theory]
    [InlineData("Preferred gender of mentor")]
    [InlineData("Preferred time to meet your mentor")]
    public void A_choice_of_something_else_is_no_wish(string heading) =>
        Assert.NotEqual(
            ColumnMeaning.Wish,
            Columns.Guess(Lists.Sheet($"\"{heading}\",Name,Email\nx,Omar,o@x.pk\n"), ProgrammeRoles.Mentee)[0].Meaning
        );

    [Fact]
    public void Of_two_columns_for_one_thing_the_filled_one_counts_and_places_are_asked_for_in_many_words()
    {
        var roster = Lists.Read(
            "ID,Name,Your full name,Email,Your e-mail,How many students can you take?\n"
                + "1,,Saima Khan,anonymous,s@x.pk,2\n2,,Imran Ali,anonymous,i@x.pk,3\n",
            "Name,Email\nOmar,o@x.pk\n"
        );
        Assert.Equal([("Saima Khan", 2), ("Imran Ali", 3)], roster.People.Take(2).Select(p => (p.Name, p.Places!.Value)));
        Assert.Equal(["s@x.pk", "i@x.pk"], roster.People.Take(2).Select(p => p.Address!.Text));
    }

    [Fact]
    public void A_list_in_which_nobody_has_a_name_says_so_first() =>
        Assert.Equal(
            "File mentors   NoNames()",
            Lists.Problems(Lists.Read("Who,Email\n,s@x.pk\n,i@x.pk\n", "Name,Email\nOmar,o@x.pk\n"))[0]
        );

    [Theory]
    [InlineData("nil", 0)]
    [InlineData("-", 0)]
    [InlineData("N/A", 0)]
    [InlineData("صفر", 0)]
    [InlineData("۳", 3)]
    [InlineData("2 students", 2)]
    [InlineData("up to 4", 4)]
    [InlineData("max. 3 mentees", 3)]
    [InlineData("two", 2)]
    [InlineData("دو شاگرد", 2)]
    public void Places_in_words_are_understood_without_a_remark(string typed, int places)
    {
        var roster = Lists.Read($"Name,Email,Places\nSaima,s@x.pk,{typed}\n", "Name,Email\nOmar,o@x.pk\n");
        Assert.Equal(places, roster.Person("Saima").Places);
        Assert.Empty(roster.Problems);
    }

    [Theory]
    [InlineData("2-3", 3)]
    [InlineData("2 to 4", 4)]
    [InlineData("one or two", 2)]
    public void Of_a_range_of_places_the_larger_counts_and_is_remarked(string typed, int places)
    {
        var roster = Lists.Read($"Name,Email,Places\nSaima,s@x.pk,{typed}\n", "Name,Email\nOmar,o@x.pk\n");
        Assert.Equal(places, roster.Person("Saima").Places);
        Assert.Equal([$"Cell mentors 2 Places PlacesRange({typed})"], Lists.Problems(roster));
    }

    [Fact]
    public void Sections_totals_and_second_headings_are_no_people()
    {
        var roster = Lists.Read(
            "Name,Email,Roll no\nDepartment of Physiology,,\nSaima,s@x.pk,1\nName,Email,Roll no\n"
                + "Total: 1,,\nSignature: ______,,\nPrepared by Huda,,\nشعبہ اناٹومی,,\nمیزان: ۱,,\n",
            "Name,Email,Roll no\n3rd Year,,\nTotal Khan,t@x.pk,\nSection,,7\nGrand Total,,\nEnd of list,,\n"
        );
        Assert.Equal(["Saima", "Total Khan", "Section"], roster.People.Select(p => p.Name));
        Assert.Equal((10, 0), (roster.Skipped, roster.LeftOut));
        Assert.All(roster.Problems, p => Assert.Equal(ProblemKind.Skipped, p.Kind));
    }

    [Fact]
    public void Ditto_marks_take_the_value_of_the_person_above_and_not_of_a_section()
    {
        var roster = Lists.Read(
            "Name,Email,Field\nSaima,s@x.pk,Anatomy\nSection B,,\nImran,i@x.pk,ditto\n"
                + "Dua,d@x.pk,\"\"\"\"\nHina,h@x.pk,ایضاً\nAsma,a@x.pk,Surgery\nUzma,u@x.pk,-do-\n",
            "Name,Email\nOmar,o@x.pk\n"
        );
        Assert.Equal(
            ["Anatomy", "Anatomy", "Anatomy", "Anatomy", "Surgery", "Surgery"],
            roster.People.Take(6).Select(p => roster.Answers(p.Name, "Field"))
        );
    }

    [Fact]
    public void Columns_that_number_rows_make_nobody_alike()
    {
        const string rows =
            "Name,Email,Ref,Marks,Field\nA,a{0}@x.pk,R-1,1,x\nB,b{0}@x.pk,R-2,2,y\n"
            + "C,c{0}@x.pk,R-3,3,x\nD,d{0}@x.pk,R-4,4,y\nE,e{0}@x.pk,R-5,5,x\n";
        string List(int n) => rows.Replace("{0}", $"{n}", StringComparison.Ordinal);

        Assert.Equal(["Field"], AlikeQuestions.Find(Lists.Read(List(1), List(2))).Select(q => q.Heading));
    }

    [Fact]
    public void Answers_that_are_one_written_differently_count_as_one_and_others_stay_apart()
    {
        var roster = Lists.Read(
            "Name,Email,Gender,Free,Field,Size\nA,a@x.pk,M,Mon-Fri,Physiology,M\n"
                + "B,b@x.pk,Female,Sat,Psychology,S\nC,c@x.pk,Female,Sun,Surgery,L\n",
            "Name,Email,Gender,Free,Field,Size\nD,d@x.pk,مرد,Monday to Friday,Physio,M\n"
                + "E,e@x.pk,F,Saturday,Psych,S\nF,f@x.pk,عورت,Sunday,Psychiatry,L\n"
                + "G,g@x.pk,Female,Sunday,Surgry,L\n"
        );
        Assert.Equal(
            ["F→Female", "عورت→Female"],
            Same(roster, "GENDER").Where(s => s.EndsWith("Female", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
        Assert.Single(Same(roster, "FREE"), s => s.StartsWith("MON", StringComparison.Ordinal));
        // Psych may be either of two, and a letter off is only likely.
        Assert.Equal(["PHYSIO→Physiology"], Same(roster, "FIELD"));
        Assert.Contains(
            roster.Guesses,
            g => g is { Kind: GuessKind.Value, From: "Surgry", To: "Surgery", IsCertain: false, IsTaken: false }
        );
        // M is no man among sizes.
        Assert.DoesNotContain("SIZE", roster.SameValues.Keys);
    }

    [Fact]
    public void The_latest_answer_stands_where_its_time_is_known()
    {
        var roster = Lists.Read(
            "Name,Email\nSaima,s@x.pk\n",
            "Timestamp,Name,Email,Field\n21/11/2026 8:00:00,Omar,o@x.pk,Anatomy\n"
                + "22/11/2026 7:30:00,Omar,o@x.pk,Surgery\n20/11/2026 9:00,Omar,o@x.pk,Medicine\n"
        );
        Assert.Equal("Surgery", roster.Answers("Omar", "Field"));
        Assert.Equal(
            ["Cell mentees 2 Field AnsweredAgain(3|Field)", "Cell mentees 4 Field AnsweredAgain(3|Field)"],
            Lists.Problems(roster)
        );
        Assert.Equal(0, roster.LeftOut);
    }

    [Theory]
    [InlineData("2026/11/22 7:30:00 pm GMT+5", 22, 19)]
    [InlineData("2026-11-22T07:30:00", 22, 7)]
    [InlineData("11/22/2026 19:30:00", 22, 19)]
    [InlineData("22.11.26, 12:05 am", 22, 0)]
    [InlineData("2026-11-22", 22, 0)]
    public void Times_are_read_as_forms_write_them(string text, int day, int hour)
    {
        var at = AnswerTimes.Read(text, text.StartsWith("22", StringComparison.Ordinal));
        Assert.Equal((2026, 11, day, hour), (at!.Value.Year, at.Value.Month, at.Value.Day, at.Value.Hour));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2026-02-30")]
    [InlineData("99/99/2026")]
    public void What_is_no_time_is_none(string text) => Assert.Null(AnswerTimes.Read(text, false));

    [Fact]
    public void A_file_of_problem_rows_comes_back_without_our_own_columns() =>
        Assert.Equal(
            ["Dept"],
            Lists
                .Read("Name,Email\nSaima,s@x.pk\n", "File,Row,Column,Reason,Name,Email,Dept\nm.csv,2,Email,why,Omar,o@x.pk,ENT\n")
                .Person("Omar")
                .Rows[0]
                .Answers.Select(a => a.Heading)
        );

    private static List<string> Same(Rabta.Importing.ReadingLists.Roster roster, string question) =>
        roster.SameValues.TryGetValue(question, out var same) ? [.. same.Select(s => $"{s.Key}→{s.Value}")] : [];
}
