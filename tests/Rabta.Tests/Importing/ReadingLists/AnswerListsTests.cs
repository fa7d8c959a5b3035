using Rabta.Importing.ReadingLists;

namespace Rabta.Tests.Importing.ReadingLists;

public class AnswerListsTests
{
    [Theory]
    [InlineData("Urdu; Pashto|Punjabi\nUrdu")]
    [InlineData("Urdu؛Pashto\r\nPunjabi")]
    public void Some_marks_always_separate(string cell) => Assert.Equal(["Urdu", "Pashto", "Punjabi"], Of([cell]).Split(cell));

    [Fact]
    public void A_comma_separates_where_a_part_recurs()
    {
        var lists = Of(["Urdu, Pashto", "urdu,  Punjabi", "Sindhi"]);
        Assert.Equal(["Urdu", "Pashto"], lists.Split("Urdu, Pashto"));
        Assert.Equal(["اردو", "پشتو"], Of(["اردو، پشتو", "پشتو"]).Split("اردو، پشتو"));
    }

    [Fact]
    public void A_comma_inside_one_answer_stays()
    {
        var lists = Of(["Ear, nose and throat", "Surgery", "EAR, nose and throat", "1,000"]);
        Assert.Equal(["Ear, nose and throat"], lists.Split("Ear, nose and throat"));
        Assert.Equal(["1,000"], lists.Split("1,000"));
        Assert.Equal(["1,000"], Of(["1,000", "1", "000"]).Split("1,000"));
        Assert.Equal(["1", "a"], Of(["1,a", "1", "a"]).Split("1,a"));
    }

    [Fact]
    public void The_same_answer_in_another_order_is_the_same_list() =>
        Assert.Equal(["Chess", "Cricket"], Of(["Cricket, Chess", "Chess, Cricket", "Chess"]).Split("Chess, Cricket"));

    private static AnswerLists Of(string[] cells)
    {
        var lists = new AnswerLists();
        foreach (var cell in cells)
        {
            lists.Learn(cell);
        }
        return lists;
    }
}
