using System.Globalization;
using NodaTime;
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

    [Theory]
    [InlineData("Asia/Karachi", "Friday", "27 November", "1:30 am")]
    [InlineData("Europe/London", "Thursday", "26 November", "8:30 pm")]
    public void A_moment_is_said_in_the_readers_zone(string id, string weekday, string date, string time)
    {
        var (zone, moment) = (DateTimeZoneProviders.Tzdb[id], Instant.FromUtc(2026, 11, 26, 20, 30));
        string[] said =
        [
            In("en", () => Dates.Moment(moment, zone)),
            In("en", () => Dates.DayAndTime(moment, zone)),
            In("en", () => Dates.When(moment, moment, zone)),
            In("en", () => Dates.When(moment, moment + Duration.FromDays(1), zone)),
        ];
        Assert.All(said, s => Assert.Contains(time, s, StringComparison.Ordinal));
        Assert.All([said[0], said[1], said[3]], s => Assert.Contains(date, s, StringComparison.Ordinal));
        Assert.All(said[1..], s => Assert.Contains(weekday, s, StringComparison.Ordinal));
    }

    /// <summary>In the week to come a weekday is enough, from today to the seventh day; the same weekday a week on has a date.</summary>
    [Fact]
    public void A_date_is_said_where_a_weekday_would_be_doubtful()
    {
        var (zone, now) = (DateTimeZoneProviders.Tzdb["Asia/Karachi"], Instant.FromUtc(2026, 11, 26, 6, 0));
        string When(int days) => In("en", () => Dates.When(now + Duration.FromDays(days), now, zone));

        Assert.All([0, 1, 6], days => Assert.DoesNotContain("November", When(days), StringComparison.Ordinal));
        Assert.Contains("25 November", When(-1), StringComparison.Ordinal);
        Assert.Contains("3 December", When(7), StringComparison.Ordinal);
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
