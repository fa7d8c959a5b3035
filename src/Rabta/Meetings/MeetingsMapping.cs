using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using Rabta.Meetings.Terms;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;

namespace Rabta.Meetings;

public static class MeetingTables
{
    extension(RabtaDb db)
    {
        public DbSet<Meeting> Meetings => db.Set<Meeting>();
        public DbSet<PairMeetings> PairMeetings => db.Set<PairMeetings>();
        public DbSet<MeetingAnswer> MeetingAnswers => db.Set<MeetingAnswer>();
        public DbSet<TalkingPoint> TalkingPoints => db.Set<TalkingPoint>();
        public DbSet<OwnNote> OwnNotes => db.Set<OwnNote>();
        public DbSet<TermDate> TermDates => db.Set<TermDate>();

        /// <summary>The newest meeting of a pair, read once in a write.</summary>
        public async Task<Meeting?> NewestOf(MentorshipId pair, CancellationToken stop) =>
            db.Meetings.Local.FirstOrDefault(m => m.MentorshipId == pair && m.FollowedAt == null)
            ?? await db.Meetings.FirstOrDefaultAsync(m => m.MentorshipId == pair && m.FollowedAt == null, stop);

        /// <summary>What the meetings of a pair come to, where anything is known.</summary>
        public async Task<PairMeetings?> MeetingsOf(MentorshipId pair, CancellationToken stop) =>
            db.PairMeetings.Local.FirstOrDefault(m => m.MentorshipId == pair)
            ?? await db.PairMeetings.FirstOrDefaultAsync(m => m.MentorshipId == pair, stop);

        /// <summary>The same to record something on; its row is made where there is none.</summary>
        public async Task<PairMeetings> KeepMeetingsOf(MentorshipId pair, CancellationToken stop) =>
            await db.MeetingsOf(pair, stop) ?? db.Add(new PairMeetings(pair)).Entity;

        /// <summary>The same for many pairs, in few questions.</summary>
        public Task<IReadOnlyDictionary<MentorshipId, PairMeetings>> KeepMeetingsOf(
            IReadOnlyCollection<MentorshipId> pairs,
            CancellationToken stop
        ) => db.KeepRowsOf(pairs, pair => new PairMeetings(pair), stop);
    }
}

/// <summary>Up to three moments as one text, in microseconds since 1970: read and written whole, the same on both databases.</summary>
internal sealed class TimesConverter() : ValueConverter<List<Instant>, string>(times => Write(times), text => Read(text))
{
    public static readonly ValueComparer<List<Instant>> Comparer = new((a, b) => a!.SequenceEqual(b!), t => t.Count, t => t.ToList());

    private static string Write(List<Instant> times) =>
        string.Join(' ', times.Select(t => (t.ToUnixTimeTicks() / 10).ToString(CultureInfo.InvariantCulture)));

    private static List<Instant> Read(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(t => Instant.FromUnixTimeTicks(long.Parse(t, CultureInfo.InvariantCulture) * 10)),
        ];
}

internal sealed class MeetingMapping
    : IEntityTypeConfiguration<Meeting>,
        IEntityTypeConfiguration<PairMeetings>,
        IEntityTypeConfiguration<MeetingAnswer>,
        IEntityTypeConfiguration<TalkingPoint>,
        IEntityTypeConfiguration<OwnNote>,
        IEntityTypeConfiguration<TermDate>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Owned("meetings");
        builder.Refers<Mentorship>(nameof(Meeting.MentorshipId));
        builder.Refers<Person>(nameof(Meeting.By));
        builder.Refers<Person>(nameof(Meeting.SharedNoteBy));
        builder.Property(m => m.Times).HasConversion(new TimesConverter(), TimesConverter.Comparer);
        // A pair has one newest meeting: the one that its pages show.
        builder.HasIndex(m => new { m.InstitutionId, m.MentorshipId }).IsUnique().HasFilter("\"FollowedAt\" IS NULL");
        builder.HasIndex(m => new
        {
            m.InstitutionId,
            m.MentorshipId,
            m.MadeAt,
        });
        builder.HasIndex(m => new { m.InstitutionId, m.At }).HasFilter("\"ClosedAt\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<PairMeetings> builder)
    {
        builder.Owned("pair_meetings");
        builder.HasKey(m => m.MentorshipId);
        builder.Refers<Mentorship>(nameof(PairMeetings.MentorshipId));
        builder.Refers<Person>(nameof(PairMeetings.WaivedBy));
    }

    public void Configure(EntityTypeBuilder<MeetingAnswer> builder)
    {
        builder.Owned("meeting_answers");
        builder.Refers<Meeting>(nameof(MeetingAnswer.MeetingId));
        builder.Refers<Person>(nameof(MeetingAnswer.By));
        builder
            .HasIndex(a => new
            {
                a.InstitutionId,
                a.MeetingId,
                a.By,
                a.Again,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<TalkingPoint> builder)
    {
        builder.Owned("talking_points");
        builder.Refers<Mentorship>(nameof(TalkingPoint.MentorshipId));
        builder.Refers<Person>(nameof(TalkingPoint.By));
        builder.Refers<Meeting>(nameof(TalkingPoint.TalkedAt));
        builder.HasIndex(p => new
        {
            p.InstitutionId,
            p.MentorshipId,
            p.At,
        });
    }

    public void Configure(EntityTypeBuilder<OwnNote> builder)
    {
        builder.Owned("own_notes");
        builder.Refers<Meeting>(nameof(OwnNote.MeetingId));
        builder.Refers<Person>(nameof(OwnNote.By));
        builder
            .HasIndex(n => new
            {
                n.InstitutionId,
                n.MeetingId,
                n.By,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<TermDate> builder)
    {
        builder.Owned("term_dates");
        builder.Property(d => d.Name).HasConversion<SeveralConverter>();
        builder.HasIndex(d => new { d.InstitutionId, d.Until });
    }
}
