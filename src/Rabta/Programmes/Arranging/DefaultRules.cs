using Microsoft.Extensions.Localization;
using Rabta.Platform.Language;

namespace Rabta.Programmes.Arranging;

/// <summary>What a new programme begins with. The ground rules say plainly what an online room cannot promise.</summary>
public sealed class DefaultRules(Languages languages, IStringLocalizer<Texts> texts)
{
    public Several Rules => languages.Each(() => texts["usual.rules"]);

    public Several IsNot => languages.Each(() => texts["usual.is-not"]);

    public Several Purpose => languages.Each(() => texts["usual.purpose"]);
}
