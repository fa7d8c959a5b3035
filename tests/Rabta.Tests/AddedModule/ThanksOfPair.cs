using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.EntityFrameworkCore;
using Rabta.Meetings;
using Rabta.Platform.Database;
using Rabta.Platform.Design;

namespace Rabta.Tests.AddedModule;

/// <summary>What the two thanked each other for, and a form to do so.</summary>
public sealed class ThanksOfPair : ModuleComponent<Texts>
{
    [Parameter, EditorRequired]
    public PairNow Now { get; set; } = null!;

    [Inject]
    public RabtaDb Db { get; set; } = null!;

    [Inject]
    public SayThanks Thank { get; set; } = null!;

    private List<string> _said = [];

    protected override async Task Load()
    {
        var pair = Now.Pair.Mentorship.Id;
        _said = await Db.Set<Thanks>().Where(t => t.MentorshipId == pair).OrderBy(t => t.At).Select(t => t.Text).ToListAsync(Stop);
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<h2 id=\"thanks\">");
        builder.AddContent(1, T["thanks"].Value);
        builder.AddMarkupContent(2, "</h2>");
        foreach (var text in _said)
        {
            builder.OpenElement(3, "p");
            builder.AddAttribute(4, "dir", "auto");
            builder.AddContent(5, text);
            builder.CloseElement();
        }
        if (!Now.May(SayThanks.Act))
            return;
        builder.OpenComponent<Form>(6);
        builder.AddComponentParameter(7, "Name", "thanks");
        builder.AddComponentParameter(8, "Do", EventCallback.Factory.Create(this, Say));
        builder.AddComponentParameter(9, "Why", Refused);
        builder.AddComponentParameter(10, "Texts", T);
        builder.AddComponentParameter(11, "ChildContent", (RenderFragment)Fields);
        builder.CloseComponent();
    }

    private void Fields(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Field>(0);
        builder.AddComponentParameter(1, "Name", "thanks-for");
        builder.AddComponentParameter(2, "Label", T["thanks.for"].Value);
        builder.AddComponentParameter(3, "Value", Typed("thanks", "thanks-for"));
        builder.CloseComponent();
        builder.OpenComponent<WhoSees>(4);
        builder.AddComponentParameter(5, "Of", typeof(Thanks));
        builder.AddComponentParameter(6, "Field", nameof(Thanks.Text));
        builder.CloseComponent();
        builder.AddMarkupContent(7, "<button class=\"btn quiet\">");
        builder.AddContent(8, T["thanks.do"].Value);
        builder.AddMarkupContent(9, "</button>");
    }

    private async Task Say()
    {
        Write.Then = Http.Request.Path;
        Then(await Thank.Run(Now.Pair.Mentorship.Id, Http.Request.Form["thanks-for"], Viewer.Id, Stop), Http.Request.Path);
    }
}
