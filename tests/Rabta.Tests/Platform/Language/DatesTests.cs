using System.Globalization;
using NodaTime;
using Rabta.Importing.Storing;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Language;

public sealed class DatesTests
{
    private static readonly Dates Dates = new(Both.Texts<PlatformTexts>());

    [Theory]
    [InlineData("en", "Thursday 26 November 2026")]
    [InlineData("ur", "جمعرات 26 نومبر 2026")]
    public void A_day_is_said_without_a_comma(string language, string said) =>
        Assert.Equal(said, In(language, () => Dates.Day(new LocalDate(2026, 11, 26))));

    [Theory]
    [InlineData(0, 5, "12:05 am", "رات 12:05 بجے")]
    [InlineData(9, 0, "9:00 am", "صبح 9:00 بجے")]
    [InlineData(12, 30, "12:30 pm", "دوپہر 12:30 بجے")]
    [InlineData(16, 30, "4:30 pm", "شام 4:30 بجے")]
    [InlineData(21, 52, "9:52 pm", "رات 9:52 بجے")]
    public void A_time_says_the_part_of_the_day(int hour, int minute, string english, string urdu)
    {
        Assert.Equal(english, In("en", () => Dates.Time(new LocalTime(hour, minute))));
        Assert.Equal(urdu, In("ur", () => Dates.Time(new LocalTime(hour, minute))));
    }

    [Fact]
    public void What_people_wrote_falls_back_to_a_language_that_is_there()
    {
        Assert.Equal("ہم قدم", Both.Of("Hamqadam", "ہم قدم").In(CultureInfo.GetCultureInfo("ur")));
        Assert.Equal("Hamqadam", Both.Of("Hamqadam").In(CultureInfo.GetCultureInfo("ur")));
        Assert.Equal("ہم قدم", Both.Of("", "ہم قدم").In(CultureInfo.GetCultureInfo("en")));
        Assert.Equal("زبانیں", Composition.Languages.Written("زبانیں").Only("ur"));
    }

    private static string In(string language, Func<string> said) => Languages.In(CultureInfo.GetCultureInfo(language), said);
}
