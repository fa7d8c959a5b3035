using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Preferences;

public readonly record struct PrivatePreferenceId(Guid Value) : IId<PrivatePreferenceId>
{
    public static PrivatePreferenceId From(Guid value) => new(value);
}

/// <summary>What may make it easier to talk.</summary>
public enum Aspect
{
    Language,
    Gender,
    Background,
    Religion,
    Geography,
    Disability,

    /// <summary>In person, by call, by video, by text.</summary>
    Talk,
    Camera,
}

public enum Strength
{
    /// <summary>Counts as likeness does.</summary>
    Preferred,

    /// <summary>A hard rule, both ways. A missing answer of the other excludes nobody.</summary>
    Required,
}

/// <summary>
/// What a person prefers in a partner, or needs. Nobody but its owner ever reads it; to all others it is "a private preference".
/// </summary>
[SeenBy(Audience.MatchingOnly)]
public sealed class PrivatePreference : IBelongToInstitution
{
    public PrivatePreferenceId Id { get; init; } = Ids.New<PrivatePreferenceId>();
    public InstitutionId InstitutionId { get; private set; }
    public CohortId CohortId { get; init; }
    public PersonId PersonId { get; init; }
    public Aspect Aspect { get; init; }
    public Strength Strength { get; set; }

    /// <summary>Someone who gave the same answer as they did.</summary>
    public bool LikeMe { get; set; }

    /// <summary>Or one of these.</summary>
    [SeenBy(Audience.MatchingOnly)]
    public List<string> Wanted { get; set; } = [];
}

/// <summary>
/// Where answers about an aspect stand: in a private question of its own, which counts for nobody by itself; else in what the college's
/// lists asked under a known heading.
/// </summary>
public static class Aspects
{
    /// <summary>What the keys of these questions begin with.</summary>
    public const string Own = "COMFORT.";

    private static readonly Dictionary<Aspect, string[]> Choices = new()
    {
        [Aspect.Language] = ["urdu", "english", "punjabi", "pashto", "sindhi", "balochi", "saraiki", "hindko"],
        [Aspect.Gender] = ["woman", "man"],
        [Aspect.Talk] = ["in-person", "call", "video", "text"],
        [Aspect.Camera] = ["on", "off"],
    };

    private static readonly Dictionary<Aspect, string[]> Listed = new()
    {
        [Aspect.Language] = ["LANGUAGE", "LANGUAGES", "زبان", "زبانیں"],
        [Aspect.Gender] = ["GENDER", "SEX", "جنس"],
        [Aspect.Background] = ["BACKGROUND", "CASTE", "ETHNICITY", "پسمنظر"],
        [Aspect.Religion] = ["RELIGION", "مذہب"],
        [Aspect.Geography] = ["DISTRICT", "CITY", "HOMETOWN", "PROVINCE", "ضلع", "شہر"],
        [Aspect.Disability] = ["DISABILITY", "معذوری"],
    };

    /// <summary>How lists write what is chosen here.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["FEMALE"] = "WOMAN",
        ["F"] = "WOMAN",
        ["A WOMAN"] = "WOMAN",
        ["خاتون"] = "WOMAN",
        ["MALE"] = "MAN",
        ["M"] = "MAN",
        ["A MAN"] = "MAN",
        ["مرد"] = "MAN",
        ["اردو"] = "URDU",
        ["انگریزی"] = "ENGLISH",
        ["پنجابی"] = "PUNJABI",
        ["پشتو"] = "PASHTO",
        ["سندھی"] = "SINDHI",
        ["بلوچی"] = "BALOCHI",
        ["سرائیکی"] = "SARAIKI",
        ["ہندکو"] = "HINDKO",
    };

    /// <summary>Every key under which an answer about an aspect may stand, in capitals.</summary>
    public static readonly IReadOnlyList<string> Keys = [.. Enum.GetValues<Aspect>().Select(OwnKey), .. Listed.Values.SelectMany(k => k)];

    /// <summary>What is chosen from; nothing where it is written freely.</summary>
    public static IReadOnlyList<string> ChoicesOf(Aspect aspect) => Choices.GetValueOrDefault(aspect, []);

    public static string OwnKey(Aspect aspect) => Own + aspect.ToString().ToUpperInvariant();

    public static bool IsOwn(string key) => key.StartsWith(Own, StringComparison.Ordinal);

    /// <summary>The aspect a question is about; its own question first.</summary>
    public static Aspect? Of(string key) =>
        Enum.GetValues<Aspect>()
            .Select(a => (Aspect?)a)
            .FirstOrDefault(a => OwnKey(a!.Value) == key || Listed.GetValueOrDefault(a.Value, []).Contains(key.ToUpperInvariant()));

    /// <summary>As compared.</summary>
    public static string KeyOf(string value)
    {
        var key = TextKey.Of(value);
        return Synonyms.GetValueOrDefault(key, key);
    }
}
