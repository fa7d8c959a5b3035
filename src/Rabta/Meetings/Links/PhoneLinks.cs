using NodaTime.TimeZones;
using PhoneNumbers;

namespace Rabta.Meetings.Links;

/// <summary>Ways to ring a number that someone wrote as they say it: 0300 1234567, 0092-300-1234567, +92 300 1234567.</summary>
/// <param name="Tel">For the telephone: <c>tel:+923001234567</c>.</param>
/// <param name="WhatsApp">Null where the number can't be one of a mobile.</param>
public sealed record PhoneLinks(string Tel, string? WhatsApp)
{
    /// <param name="zone">The institution's zone: a number without a country code is taken to be of that country.</param>
    public static PhoneLinks Of(string written, string? zone)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(written, CountryOf(zone));
            if (numbers.IsPossibleNumber(number))
                return new(
                    $"tel:{numbers.Format(number, PhoneNumberFormat.E164)}",
                    IsMobile(numbers.GetNumberType(number)) ? $"https://wa.me/{number.CountryCode}{number.NationalNumber}" : null
                );
        }
        catch (NumberParseException)
        {
            // An internal number such as "ext. 214" can't be parsed: the phone dials its digits.
        }
        return new($"tel:{new string([.. written.Where(c => char.IsAsciiDigit(c) || c == '+')])}", null);
    }

    private static bool IsMobile(PhoneNumberType type) => type is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE;

    private static string CountryOf(string? zone) =>
        TzdbDateTimeZoneSource.Default.ZoneLocations?.FirstOrDefault(l => l.ZoneId == zone)?.CountryCode ?? "PK";
}
