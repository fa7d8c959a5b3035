using NodaTime;
using Rabta.Platform.Language;

namespace Rabta.People.Merging;

/// <summary>What of two people a coordinator chooses between.</summary>
public enum MergeField
{
    Name,
    Names,
    Number,
    Address,
    Phone,
    Zone,
    About,
    Hopes,
    Language,
}

public static class MergeFields
{
    /// <summary>As the side-by-side look shows it; null where there is nothing.</summary>
    public static string? Of(Person person, MergeField field) =>
        field switch
        {
            MergeField.Name => person.Name,
            MergeField.Names => person.Names.IsEmpty ? null : string.Join(" · ", person.Names.Texts.Values),
            MergeField.Number => person.Number,
            MergeField.Address => person.Address,
            MergeField.Phone => person.Phone,
            MergeField.Zone => person.Zone,
            MergeField.About => person.About,
            MergeField.Hopes => person.Hopes,
            _ => person.Language,
        };

    /// <summary>Gives the person this field of the other.</summary>
    public static void Take(Person person, PersonBefore other, MergeField field)
    {
        switch (field)
        {
            case MergeField.Name:
                person.Name = other.Name;
                break;
            case MergeField.Names:
                person.Names = Several.Of([.. other.Names.Select(n => (n.Key, (string?)n.Value))]);
                break;
            case MergeField.Number:
                person.Number = other.Number;
                break;
            case MergeField.Address:
                person.MoveTo(other.Address);
                break;
            case MergeField.Phone:
                person.Phone = other.Phone;
                break;
            case MergeField.Zone:
                person.Zone = other.Zone;
                break;
            case MergeField.About:
                person.About = other.About;
                break;
            case MergeField.Hopes:
                person.Hopes = other.Hopes;
                break;
            default:
                person.Language = other.Language;
                break;
        }
    }

    public static PersonBefore Before(Person person) =>
        new(
            person.Name,
            person.Names.Texts.ToDictionary(),
            person.Number,
            person.Address,
            person.Phone,
            person.Zone,
            person.About,
            person.Hopes,
            person.Language,
            person.Shown,
            person.Corrected,
            person.Duties,
            person.FirstSignedIn?.ToUnixTimeTicks(),
            person.ConfirmedAt?.ToUnixTimeTicks()
        );

    public static void Restore(Person person, PersonBefore before)
    {
        foreach (var field in Enum.GetValues<MergeField>())
            Take(person, before, field);
        (person.Shown, person.Corrected, person.Duties) = (before.Shown, before.Corrected, before.Duties);
        person.FirstSignedIn = Moment(before.FirstSignedIn);
        person.ConfirmedAt = Moment(before.ConfirmedAt);
    }

    private static Instant? Moment(long? ticks) => ticks is { } value ? Instant.FromUnixTimeTicks(value) : null;
}
