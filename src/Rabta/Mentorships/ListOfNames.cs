using Microsoft.Extensions.Localization;
using Rabta.Platform.Language;

namespace Rabta.Mentorships;

/// <summary>Several names as one, separated as each language separates them.</summary>
public sealed class ListOfNames(Languages languages, IStringLocalizer<Texts> texts)
{
    public Several Of(IEnumerable<Several> names) => languages.Each(() => string.Join(texts["list.comma"] + " ", names));
}
