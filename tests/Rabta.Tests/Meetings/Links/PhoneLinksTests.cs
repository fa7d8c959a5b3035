using Rabta.Meetings;
using Rabta.Meetings.Links;

namespace Rabta.Tests.Meetings.Links;

public sealed class PhoneLinksTests
{
    [Theory]
    [InlineData("0300 1234567", "tel:+923001234567", "https://wa.me/923001234567")]
    [InlineData("+92 300 123 4567", "tel:+923001234567", "https://wa.me/923001234567")]
    [InlineData("0092-300-1234567", "tel:+923001234567", "https://wa.me/923001234567")]
    [InlineData("051 111 222 333", "tel:+9251111222333", null)]
    [InlineData("+44 7911 123456", "tel:+447911123456", "https://wa.me/447911123456")]
    [InlineData("214", "tel:214", null)]
    public void A_number_as_people_write_it_can_be_rung(string written, string tel, string? whatsApp) =>
        Assert.Equal(new(tel, whatsApp), PhoneLinks.Of(written, "Asia/Karachi"));

    [Fact]
    public void A_number_without_its_country_is_one_of_where_the_institution_is() =>
        Assert.Equal("tel:+447911123456", PhoneLinks.Of("07911 123456", "Europe/London").Tel);
}
