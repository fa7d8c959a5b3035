using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.People;
using Rabta.People.Finding;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Tests.Matches;
using Rabta.Tests.Walls;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.OtherLanguages;

/// <summary>
/// A language that is a line and a folder of files is whole: all pages and mails are in it, and people write in it what they write.
/// </summary>
public sealed partial class EveryLanguageTests
{
    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("qaa", "ltr")]
    public async Task Every_page_is_in_the_language_and_in_no_other(string tag, string direction)
    {
        var language = Invented.Four.Find(tag)!;
        await using var college = await GreekCollege.With(Invented.Four);
        var pages = 0;

        await foreach (var page in college.Pages(tag))
        {
            // A calendar file or a table to download is for programs.
            if (page.Response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var root = page.Page.DocumentElement;
            Assert.Equal((tag, direction), (root.GetAttribute("lang"), root.GetAttribute("dir")));
            Assert.Equal([tag], page.Response.Content.Headers.ContentLanguage);
            var foreign = GreekCollege
                .Texts(root)
                .Where(text => Foreign(text, language))
                .Select(text => $"{page.Path}: {text.Trim()}")
                .ToList();
            Assert.True(foreign.Count == 0, string.Join('\n', foreign));
            pages++;
        }
        Assert.True(pages > 100, $"{pages}");
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("qaa")]
    public async Task Every_mail_is_in_the_language_of_its_reader(string tag)
    {
        var language = Invented.Four.Find(tag)!;
        await using var college = await GreekCollege.With(Invented.Four);

        var lines = await college.Mails(tag);

        Assert.Empty(lines.Where(line => Foreign(line, language)));
        Assert.Contains(lines, line => line.Any(c => Invented.EmailsOf(language).Contains(c)));
    }

    [Fact]
    public void A_text_of_another_language_is_found()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            "<p>كيهة Ωμαρ ١٢</p><p>Forgotten</p><p>ایک ہدف</p><img alt='qaxi'>"
        );

        Assert.Equal(
            ["Forgotten", "ایک ہدف", "qaxi"],
            GreekCollege.Texts(page.DocumentElement).Where(text => Foreign(text, Invented.Arabic))
        );
        Assert.Equal(
            ["كيهة Ωμαρ ١٢", "Forgotten", "ایک ہدف"],
            GreekCollege.Texts(page.DocumentElement).Where(text => Foreign(text, Invented.Qaa))
        );
    }

    [Theory, OnBoth]
    public async Task A_name_has_a_field_a_language_is_read_in_each_and_found_by_all(Engine on)
    {
        await using var world = await World.On(on, languages: Invented.Four);
        var cast = await Cast.In(world);
        using var omar = await world.SignIn(cast.Omar, "ar");
        var me = await omar.Open("/me");
        Assert.Equal(
            [("name-ur", "ur", "auto"), ("name-ar", "ar", "auto"), ("name-qaa", "qaa", "auto")],
            me.Page.QuerySelectorAll("input[name^=name-]")
                .Select(i => (i.GetAttribute("name"), i.GetAttribute("lang"), i.GetAttribute("dir")))
        );

        await omar.Send(me, "me", ("name-ar", "عُمَر الفاروق"), ("name-qaa", "Oqaa"), ("language", "ar"));

        using var sara = await world.SignIn(cast.Sara, "qaa");
        Assert.Contains("Oqaa", (await sara.Open("/")).Text, StringComparison.Ordinal);
        using var huda = await world.SignIn(cast.Huda, "ar");
        foreach (var typed in new[] { "omar", "عمر", "الفاروق", "oqaa" })
        {
            var found = await huda.Open($"/people?q={Uri.EscapeDataString(typed)}");
            Assert.Contains("عُمَر الفاروق", found.Text, StringComparison.Ordinal);
        }
        var kept = await world.Ask(db => db.People.SingleAsync(p => p.Id == cast.Omar.Id));
        Assert.Equal(("Omar", "عمر", "ar", Corrected.Names), (kept.Name, kept.Names.Only("ur"), kept.Language, kept.Corrected));
    }

    [Fact]
    public async Task A_programme_says_in_every_language_what_it_is()
    {
        await using var world = await World.On(Engine.Sqlite, languages: Invented.Four);
        var cast = await Cast.In(world);
        using var huda = await world.SignIn(cast.Huda, "ar");
        var page = await huda.Open($"/programmes/{cast.Programme.Id.Value}");
        Assert.True(page.Page.Forms.Length > 0, string.Join('\n', world.Log.Lines.TakeLast(5)));
        Assert.Equal(
            ["name-en", "name-ur", "name-ar", "name-qaa"],
            page.Page.QuerySelectorAll("input[name^=name-]").Select(i => i.GetAttribute("name"))
        );

        var saved = await huda.Send(page, "programme", ("name-ar", "رفقة"), ("rules-qaa", "Qaze.\nXio."));

        Assert.Equal("رفقة", saved.Title);
        var (name, rules) = await world.Ask(async db =>
            ((await db.Programmes.SingleAsync()).Name, (await db.GroundRules.OrderBy(r => r.Version).LastAsync()).Rules)
        );
        Assert.Equal(
            ("Hamqadam", "ہم قدم", "رفقة", "Hamqadam"),
            (name.Only("en"), name.Only("ur"), name.Only("ar"), name.In(Invented.Qaa.Culture))
        );
        Assert.Equal("Qaze.\nXio.", rules.In(Invented.Qaa.Culture));
    }

    [Fact]
    public async Task A_mail_names_people_as_its_language_does_and_who_chose_none_reads_two_at_most()
    {
        await using var world = await World.On(Engine.Sqlite, languages: Invented.Four);
        var cast = await Cast.In(world);
        await world.Ask(async db =>
        {
            foreach (var person in db.People)
                person.Names = person.Names.With("ar", $"ال{person.Names.Only("ur")}");
            (await db.People.SingleAsync(p => p.Id == cast.Omar.Id)).Language = "ar";
            return await db.SaveChangesAsync();
        });
        using var huda = await world.SignIn(cast.Huda);
        await huda.Send(await huda.Open($"/mentorships/{cast.SaraOmar.Id.Value}/arrange"), "end", ("reason", "x"));
        await world.SendMail();

        var mails = world.Emails.Sent.ToDictionary(l => l.To, l => l.Subject + l.Body);
        Assert.Contains("السارہ", mails[cast.Omar.Address!], StringComparison.Ordinal);
        Assert.DoesNotContain("Sara", mails[cast.Omar.Address!].Replace("sara@", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Omar", mails[cast.Sara.Address!], StringComparison.Ordinal);
        Assert.Contains("عمر", mails[cast.Sara.Address!], StringComparison.Ordinal);
        Assert.DoesNotContain("العمر", mails[cast.Sara.Address!], StringComparison.Ordinal);
        using var omar = await world.SignIn(cast.Omar, "ar");
        Assert.Contains("السارہ", (await omar.Open("/news")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "people.count.one")]
    [InlineData(2, "people.count.two")]
    [InlineData(3, "people.count.few")]
    [InlineData(11, "people.count.many")]
    [InlineData(100, "people.count.other")]
    public async Task A_page_that_counts_picks_the_form(int count, string key)
    {
        await using var world = await World.On(Engine.Sqlite, languages: Invented.Four);
        var cast = await Cast.In(world);
        var some = Enumerable.Range(0, count).Select(i => new Person($"P{i}", null)).ToList();
        await world.Ask(db => db.Enrolments.ExecuteDeleteAsync());
        await world.Put([.. some, .. some.Select(p => cast.Enrols(p, ProgrammeRole.Mentee))]);
        using var huda = await world.SignIn(cast.Huda, "ar");

        var texts = new Localizer<Rabta.Programmes.Texts>(Invented.Four);
        Assert.Equal(Languages.In(Invented.Arabic.Culture, () => texts[key, count].Value), (await huda.Open("/people")).Title);
    }

    /// <summary>Above the columns of the lists that wait, where only these are understood.</summary>
    private static readonly string[] Headings = ["نام", "ای میل"];

    // Initials are capitals. The number that names a fault is data, and may have letters.
    private static bool Foreign(string text, Language language) =>
        !Headings.Contains(text.Trim())
        && Fault()
            .Replace(text, "")
            .Any(c =>
                char.IsLetter(c)
                && c is not (>= '\u0370' and <= '\u03FF')
                && !Invented.EmailsOf(language).Contains(char.ToLowerInvariant(c))
            );

    [GeneratedRegex("\\b[0-9a-f]{8}\\b")]
    private static partial Regex Fault();
}
