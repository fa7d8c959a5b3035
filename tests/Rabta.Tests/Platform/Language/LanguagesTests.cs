using System.Globalization;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Language;

public sealed class LanguagesTests
{
    private static readonly Languages Three = new(
        new("en", "English", PluralRule.OneAndOther),
        new("ur", "اردو", PluralRule.OneAndOther),
        new("fa", "فارسی", PluralRule.OneAndOther) { OwnDigits = true }
    );

    [Theory]
    [InlineData("UR", "ur")]
    [InlineData("fa", "fa")]
    [InlineData("qps-ploc", null)]
    [InlineData("de", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_language_is_found_by_its_tag(string? tag, string? found) => Assert.Equal(found, Three.Culture(tag)?.Name);

    [Fact]
    public void The_pseudo_language_is_found_where_it_is_asked_for() =>
        Assert.Equal(Languages.Pseudo, Three.Culture("QPS-ploc", pseudo: true));

    [Theory]
    [InlineData("ur", "ur")]
    [InlineData("de", "en")]
    [InlineData("qps-ploc", "en")]
    [InlineData("", "en")]
    public void Of_a_language_that_is_not_in_the_list_the_first_takes_the_place(string culture, string line) =>
        Assert.Equal(line, Three.Of(CultureInfo.GetCultureInfo(culture)).Tag);

    [Theory]
    [InlineData("Languages", "en")]
    [InlineData("زبانیں", "ur")]
    [InlineData("اللغات", "ur")]
    [InlineData("2026", "en")]
    public void What_nobody_says_the_language_of_is_taken_for_the_first_that_runs_its_way(string text, string tag) =>
        Assert.Equal((tag, text), (Three.Guess(text).Tag, Three.Written(text).Only(tag)));

    [Fact]
    public void The_same_is_said_in_every_language() =>
        Assert.Equal(
            Several.Of(("en", "en said"), ("ur", "ur said"), ("fa", "fa said")),
            Three.Each(() => $"{CultureInfo.CurrentUICulture.Name} said")
        );

    [Fact]
    public void Numbers_take_the_digits_of_a_language_that_wants_its_own_and_what_people_typed_keeps_its()
    {
        Assert.Equal("۱۲", Languages.In(Three.Find("fa")!.Culture, () => Digits.Localized(12)));
        Assert.Equal("Class 12", Languages.In(Three.Find("fa")!.Culture, () => Digits.Localized((object)"Class 12")));
        Assert.Equal(12, Languages.In(Three.Find("ur")!.Culture, () => Digits.Localized(12)));
        Assert.Equal("شام ۴:۳۰", Languages.In(Three.Find("fa")!.Culture, () => Digits.Localized("شام 4:30")));
    }

    [Theory]
    [InlineData("ur-PK,en;q=0.5", "ur")]
    [InlineData("de,fr;q=0.9,en;q=0.1", "en")]
    [InlineData("de", "en")]
    [InlineData("en;q=0.3,ur;q=0.8", "ur")]
    public async Task A_browser_that_chose_nothing_is_answered_in_the_language_it_asks_for(string asks, string answered)
    {
        await using var world = await World.On(Engine.Sqlite);
        using var phone = world.Visit();
        phone.Cookies.Clear();
        using var client = new HttpClient { BaseAddress = new Uri(world.Server.Urls.First()) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asks);

        var answer = await client.GetAsync("/sign-in");

        Assert.Equal([answered], answer.Content.Headers.ContentLanguage);
    }
}
