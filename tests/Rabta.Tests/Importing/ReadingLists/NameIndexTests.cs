using Rabta.Importing.ReadingLists;

namespace Rabta.Tests.Importing.ReadingLists;

public class NameIndexTests
{
    [Theory]
    [InlineData("Dr Saima Qureshi", "SAIMA QURESHI")]
    [InlineData("Qureshi, Saima", "SAIMA QURESHI")]
    [InlineData("Prof. (Dr.) Saima  Qureshi", "SAIMA QURESHI")]
    [InlineData("Ms. Saima-Qureshi", "SAIMA QURESHI")]
    [InlineData("ڈاکٹر صائمہ قریشی", "صائمہ قریشی")]
    [InlineData("Sean O’Brien", "OBRIEN SEAN")]
    [InlineData("Sean O'Brien", "OBRIEN SEAN")]
    [InlineData("Miss", "MISS")]
    public void Titles_order_and_marks_do_not_count(string name, string key) =>
        Assert.Equal(key.Split(' ').Order(StringComparer.Ordinal), NameWords.Of(name).Words.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Rabia Wazeer", "Rabia Wazir", 1)]
    [InlineData("Kamran Baluch", "Baloch Kamran", 1)]
    [InlineData("Muhammad Tarik", "Dr Mohammad Tariq", 2)]
    [InlineData("Abdul Rehman", "Abdulrehman", 0)]
    [InlineData("Sana Malik", "Saba Malik", 1)]
    [InlineData("Sikandar Bakht", "Rabia Wazir", 4)]
    public void Names_are_apart_by_letters_word_by_word(string one, string other, int letters)
    {
        Assert.Equal(letters, NameDistance.Of(NameWords.Of(one), NameWords.Of(other)));
        Assert.Equal(letters, NameDistance.Of(NameWords.Of(other), NameWords.Of(one)));
    }

    [Theory]
    [InlineData("Dr Saima Qureshi", NameHit.Exact, "saima")]
    [InlineData("saima@x.pk", NameHit.Exact, "saima")]
    [InlineData("Saima Qureshi", NameHit.Certain, "saima")]
    [InlineData("Saima Quraishi", NameHit.Likely, "saima")]
    [InlineData("صائمہ قریشی", NameHit.Certain, "saima")]
    [InlineData("Muhammad Ali", NameHit.Ambiguous, "ali, ali2")]
    [InlineData("Muhammad Ali (Surgery)", NameHit.Certain, "ali2")]
    [InlineData("Muhammad Ali (Poetry)", NameHit.Ambiguous, "ali, ali2")]
    [InlineData("Sara Malik", NameHit.Ambiguous, "saba, sana")]
    [InlineData("Saba Malik", NameHit.Exact, "saba")]
    [InlineData("Nobody Here", NameHit.Unknown, "")]
    [InlineData("Malik", NameHit.Unknown, "")]
    [InlineData("else@x.pk", NameHit.Unknown, "")]
    public void A_text_names_one_several_or_nobody(string text, NameHit hit, string who)
    {
        var index = new NameIndex<string>();
        index.Add("saima", "saima@x.pk", ["Dr Saima Qureshi", "ڈاکٹر صائمہ قریشی"], []);
        index.Add("ali", null, ["Dr Muhammad Ali"], ["MEDICINE"]);
        index.Add("ali2", null, ["Dr Muhammad Ali"], ["SURGERY"]);
        index.Add("sana", null, ["Sana Malik"], []);
        index.Add("saba", null, ["Saba Malik"], []);

        var found = index.Find(text);

        Assert.Equal((hit, who), (found.Hit, string.Join(", ", found.People.Order(StringComparer.Ordinal))));
    }
}
