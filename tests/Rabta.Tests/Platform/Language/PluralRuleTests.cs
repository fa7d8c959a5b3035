using System.Globalization;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Language;

public sealed class PluralRuleTests
{
    [Theory]
    [InlineData(0, PluralForm.Other)]
    [InlineData(1, PluralForm.One)]
    [InlineData(-1, PluralForm.One)]
    [InlineData(2, PluralForm.Other)]
    [InlineData(101, PluralForm.Other)]
    public void One_stands_by_itself(int count, PluralForm form) => Assert.Equal(form, PluralRule.OneAndOther.Of(count));

    [Fact]
    public void A_rule_knows_its_forms()
    {
        Assert.Equal([PluralForm.One, PluralForm.Other], PluralRule.OneAndOther.Forms);
        Assert.Equal([PluralForm.Other], PluralRule.OnlyOther.Forms);
        Assert.Equal(
            [PluralForm.Few, PluralForm.Many, PluralForm.Other],
            new PluralRule(n =>
                n % 100 is 2 ? PluralForm.Few
                : n == 300 ? PluralForm.Many
                : PluralForm.Other
            ).Forms
        );
    }

    [Fact]
    public void Words_take_their_form_when_they_are_read()
    {
        var texts = Both.Texts<Rabta.Matches.Texts>();
        var words = Words.Counted("review.before", 1);

        Assert.Equal("review.before.one", words.KeyIn(texts));
        Assert.Equal("review.before.other", (Words.Counted("review.before", 0)).KeyIn(texts));
        Assert.Equal("review.none", new Words("review.none").KeyIn(texts));
    }

    [Fact]
    public void A_missing_text_throws() =>
        Assert.Throws<System.Resources.MissingManifestResourceException>(() =>
            Languages.In(CultureInfo.GetCultureInfo("ur"), () => Both.Texts<Rabta.Goals.Texts>()["nowhere"].Value)
        );
}
