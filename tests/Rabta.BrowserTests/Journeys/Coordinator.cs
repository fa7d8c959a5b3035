using Microsoft.Playwright;
using Rabta.People;

namespace Rabta.BrowserTests.Journeys;

/// <summary>What a coordinator does on her phone.</summary>
internal sealed class Coordinator(Journey journey, IPage page)
{
    private const string Guid = "[0-9a-f-]{36}";

    public async Task<string> OpenProgramme(string english, string urdu)
    {
        await page.Says(journey.Text<Rabta.Home.Texts>("staff.begin"));
        await page.Follow("/programmes/new");
        await page.Type("name-en", english);
        await page.Type("name-ur", urdu);
        await page.Press("programme");
        await page.At($"/programmes/{Guid}$");
        return journey.Language.Name == "ur" ? urdu : english;
    }

    /// <summary>Brings two lists in; answers with the page that says what became of them.</summary>
    public async Task Import(string form)
    {
        string List(string name) => Path.Combine(Pages.Root, "tests", "data", $"{name}.{form}");
        await page.Locator("input[name=mentors]").SetInputFilesAsync(List("mentors"));
        await page.Locator("input[name=mentees]").SetInputFilesAsync(List("mentees"));
        await page.Press("import");
        await page.At($"/people/import/{Guid}$");
        await page.Says(journey.Plural<Rabta.Importing.Texts>("import.ready", 100));
        await page.Locator("button[name=act][value=import]").ClickAsync();
    }

    /// <summary>The number that stands beside a word of the list of results.</summary>
    public Task<string> Fact(string word) =>
        page.Locator($"dt:has-text(\"{journey.Text<Rabta.Importing.Texts>(word)}\") + dd").First.InnerTextAsync();

    /// <summary>With a seed of our own: by itself a run takes the day's date, and the journey counts on what comes out.</summary>
    public async Task<string> RunMatching()
    {
        await page.Type("seed-0", "20261125");
        await page.Press("run-0");
        return await page.At($"/matching/{Guid}$");
    }

    public async Task Move(string round, Person mentee, Person mentor)
    {
        await Find(mentee.Number!);
        await page.Follow($"{round}/change/{mentee.Id.Value}");
        await page.Locator("input[name=do][value=Move]").CheckAsync();
        await page.Locator("select[name=to]").SelectOptionAsync(mentor.Id.Value.ToString());
        await page.Press("change-pair");
        await page.At($"{round}$");
        await Find(mentee.Number!);
        await page.Shows(journey.Text<Rabta.Matches.Texts>("review.moved"));
        await page.Locator(
                $"details.fold[open]:has-text(\"{mentor.NameIn(journey.Language)}\"):has-text(\"{mentee.NameIn(journey.Language)}\")"
            )
            .WaitForAsync();
    }

    public async Task Publish(string round, int pairs)
    {
        await page.Follow($"{round}/publish");
        await page.Says(journey.Plural<Rabta.Matches.Texts>("publish.title", pairs));
        await page.Press("publish");
        await page.At($"{round}$");
        await page.Says(journey.Plural<Rabta.Matches.Texts>("review.published", pairs));
    }

    public async Task TakeBack(string round)
    {
        await page.Press("take-back");
        await page.Locator($"a[href='{round}/publish']").WaitForAsync();
    }

    public async Task MoveForGood(string arrange, Person to, string asked, string reason)
    {
        await page.Turn("/");
        await page.Follow(arrange);
        await page.Shows(asked);
        await page.Locator("select[name=to]").SelectOptionAsync(to.Id.Value.ToString());
        await page.Type("reason", reason);
        await page.Press("end");
        await page.At("/mentorships$");
    }

    /// <summary>From the queue on her home; answers at the page of the pair.</summary>
    public async Task Waive(string pair, string reason)
    {
        await page.Follow($"{pair}/waive");
        await page.Type("reason", reason);
        await page.Press("waive");
        await page.At($"{pair}/arrange$");
        await page.Shows(journey.Text<Rabta.Care.Texts>("waived.note"));
        await page.Shows(reason);
    }

    public Task Remind(Rabta.Mentorships.Mentorship pair, string kind) => page.Tap("pair", $"{pair.Id.Value}.{kind}");

    public async Task PlanTalk(Rabta.Mentorships.Mentorship pair, string day)
    {
        var row = page.Locator($"main li:has(input[name='on-{pair.Id.Value}'])");
        await row.Locator("summary").ClickAsync();
        await row.Locator("input").FillAsync(day);
        await row.Locator("button[form=talk]").ClickAsync();
    }

    private async Task Find(string text)
    {
        await page.Locator("input[name=q]").FillAsync(text);
        await page.Locator("form[role=search] button").ClickAsync();
        await page.At("[?&]q=");
    }
}
