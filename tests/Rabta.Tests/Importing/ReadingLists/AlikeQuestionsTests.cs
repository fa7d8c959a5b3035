using Rabta.Importing.ReadingLists;
using Rabta.People;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Importing.ReadingLists;

public class AlikeQuestionsTests
{
    [Fact]
    public void Questions_of_both_lists_with_a_choice_of_answers_count()
    {
        var roster = Lists.Read(
            "Name,Email,City,Religion,Only here,Bio,Same,Timestamp,Phone,Started\n"
                + "Saima,s@x.pk,Lahore,Islam,x,a,one,t1,1,01/02/2026\nImran,i@x.pk,Multan;lahore,,y,b,One,t2,2,02/02/2026\n",
            "Name,Email,CITY,religion,Or here,Bio,Same,Timestamp,Phone,Started\n"
                + "Omar,o@x.pk,لاہور,Christian,x,c,one ,t3,3,2026-03-01 10:00\n"
        );
        Assert.Equal(
            [("City", false, 3), ("Religion", true, 2)],
            AlikeQuestions.Find(roster).Select(question => (question.Heading, question.IsPrivate, question.DifferentValues))
        );
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 0)]
    public void More_than_thirty_answers_are_no_choice(int answers, int expected)
    {
        var rows = string.Concat(
            Enumerable.Range(1, answers).Select(at => $"M{at},m{at}@x.pk,like {(char)('a' + (at / 20))}{(char)('a' + (at % 20))}\n")
        );
        Assert.Equal(
            expected,
            AlikeQuestions.Find(Lists.Read("Name,Email,Likes\n" + rows, "Name,Email,Likes\nOmar,o@x.pk,like ab\n")).Count
        );
    }
}
