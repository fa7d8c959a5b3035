using System.Globalization;
using Rabta.Meetings.Calendars;
using Rabta.Meetings.Planning;
using Rabta.Meetings.Preparing;
using Rabta.Meetings.States;
using Rabta.Meetings.Telling;
using Rabta.Meetings.Terms;
using Rabta.Meetings.Waiting;
using Rabta.Mentorships.Accepting;
using Rabta.Mentorships.Ending;
using Rabta.Mentorships.States;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;
using Rabta.Platform.Design;
using Rabta.Platform.Events;
using Rabta.Platform.Mail;

namespace Rabta.Meetings;

public static class MeetingsModule
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<Programmes.Inventing.IInvent, Inventing.InventMeetings>();
        services.AddScoped<SeeMeetings>();
        services.AddScoped<HoldMeeting>();
        services.AddScoped<IFindState, FindState>();
        services.AddActs(MeetingActs.All);
        services.AddScoped<NextSteps>();
        services.AddScoped<MeetingWords>();
        services.AddScoped<INextStep, RulesStep>();
        services.AddScoped<INextStep, MeetingStep>();
        services.AddScoped<INextStep, FirstMeetingStep>();
        services.AddScoped<INextStep, NextMeetingStep>();
        services.AddWait<ConnectionFailed>();
        services.AddWait<NotMet>();
        services.AddScoped<IHandle<BothAccepted>, BeginDaysToMeet>();
        services.AddScoped<NotifyPartner>();
        services.AddScoped<LookAhead>();
        services.AddScoped<SuggestTimes>();
        services.AddScoped<TakeTime>();
        services.AddScoped<CallOff>();
        services.AddScoped<SayLate>();
        services.AddScoped<IHandle<MentorshipEnded>, CloseMeeting>();
        services.AddScoped<RecordWhatCame>();
        services.AddScoped<WriteNotes>();
        services.AddSingleton(new PairSection(110, typeof(PointsOfPair)));
        services.AddSingleton(new PairSection(220, typeof(PastMeetings)));
        services.AddSingleton(new StaffSection(80, typeof(MeetingsForStaff)));
        services.AddScoped<AddPoint>();
        services.AddScoped<KeepTermDates>();
        services.AddSingleton<CalendarFile>();
        services.AddScoped<AttachCalendar>();
        services.AddScoped<IAttachToEmail>(get => get.GetRequiredService<AttachCalendar>());
        foreach (var kind in MeetingNews.All)
            services.AddSingleton(kind);
        services.AddSingleton(new BarItem(30, "/meet", "meet", typeof(Texts), "meet", viewer => !viewer.IsStaff));
    }

    /// <summary>What is no page: a meeting for one's own calendar.</summary>
    public static void MapMeetings(this WebApplication app) =>
        app.MapGet(
                "/meetings/{id:guid}/calendar.ics",
                async (Guid id, Viewer viewer, SeeMeetings see, AttachCalendar enclose, CancellationToken stop) =>
                    await see.One(new(id), viewer.Id, stop) is { } seen
                    && await enclose.Of(seen.Meeting, viewer.Id, CultureInfo.CurrentUICulture, stop) is { } file
                        ? Results.File(System.Text.Encoding.UTF8.GetBytes(file.Text), file.ContentType, file.Name)
                        : Results.NotFound()
            )
            .WithMetadata(new NeedsAttribute(Need.SignedIn));
}
