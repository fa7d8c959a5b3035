using Rabta.People;
using Rabta.Platform.Language;

namespace Rabta.Tests.Platform.Language;

public class ValuesTests
{
    [Theory]
    [InlineData(" Internal   Medicine ", "internal medicine")]
    [InlineData("کراچي", "کراچی")]
    [InlineData("كتاب", "کتاب")]
    [InlineData("سال ۳", "سال 3")]
    [InlineData("سال ٣", "سال 3")]
    [InlineData("a\u00A0\nb\u200B", "A B")]
    public void Values_compare_without_case_blanks_and_keyboards(string one, string other) =>
        Assert.Equal(TextKey.Of(one), TextKey.Of(other));

    [Theory]
    [InlineData("Hira.N@mmc.example", "Hira.N@mmc.example")]
    [InlineData("\u00A0 h@x.pk\u200B\u200F ", "h@x.pk")]
    [InlineData("Hira Nadeem <h@x.pk>", "h@x.pk")]
    [InlineData("<mailto:h@x.pk>", "h@x.pk")]
    [InlineData("MAILTO:h@x.pk?subject=Hello", "h@x.pk")]
    [InlineData("\u202Ah@x.pk\u202C", "h@x.pk")]
    [InlineData("h@@x.pk", null)]
    [InlineData("h@x.pk, b@x.pk", null)]
    [InlineData("h @x.pk", null)]
    [InlineData("@x.pk", null)]
    [InlineData("h@", null)]
    [InlineData("nobody", null)]
    public void Addresses_are_unwrapped_and_must_be_one(string typed, string? expected) =>
        Assert.Equal(expected, MailAddress.Read(typed)?.Text);

    [Fact]
    public void Addresses_compare_without_case() => Assert.Equal(MailAddress.Read("Sara@X.pk")!.Key, MailAddress.Read("sara@x.PK")!.Key);

    [Theory]
    [InlineData("-")]
    [InlineData("N/A")]
    [InlineData(" nil ")]
    [InlineData("\u00A0")]
    public void Some_words_stand_for_nothing(string text) => Assert.True(Values.IsNone(text));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("3.0", 3)]
    [InlineData("۵", 5)]
    [InlineData("50", 50)]
    [InlineData("51", null)]
    [InlineData("-1", null)]
    [InlineData("2.5", null)]
    [InlineData("two", null)]
    [InlineData("1,000", null)]
    public void Places_are_whole_from_0_to_50(string text, int? expected) => Assert.Equal(expected, Values.Places(text));

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Mentor and Mentee", true)]
    [InlineData("mentee & mentor", true)]
    [InlineData("Mentor, Mentee", true)]
    [InlineData("both", true)]
    [InlineData("جی ہاں", true)]
    [InlineData("مینٹور اور شاگرد", true)]
    [InlineData("دونوں", true)]
    [InlineData("no", false)]
    [InlineData("mentor", false)]
    [InlineData("نہیں", false)]
    [InlineData("-", false)]
    [InlineData("Consultant", null)]
    public void Both_parts_are_understood_in_both_languages(string text, bool? expected) =>
        Assert.Equal(expected, Values.TakesBothRoles(text));

    [Theory]
    [InlineData("4.2E+08", true)]
    [InlineData("4,2e+08", true)]
    [InlineData("3E+9", true)]
    [InlineData("21E014", false)]
    [InlineData("0042", false)]
    [InlineData("E4", false)]
    [InlineData("BIO-2E", false)]
    public void Numbers_that_lost_their_digits_are_seen(string text, bool expected) => Assert.Equal(expected, Values.HasLostDigits(text));
}
