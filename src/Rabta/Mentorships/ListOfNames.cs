using System.Globalization;
using Microsoft.Extensions.Localization;
using Rabta.Platform.Language;

namespace Rabta.Mentorships;

/// <summary>Several names as one, separated as each language separates them.</summary>
public sealed class ListOfNames(Languages languages, IStringLocalizer<Texts> texts)
{
    public Several Of(IEnumerable<Several> names) =>
        languages.Each(() =>
        {
            var byAlphabet = StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);
            return string.Join(texts["list.comma"] + " ", names.Select(n => n.ToString()).Order(byAlphabet));
        });
}
