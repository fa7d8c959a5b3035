using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rabta.Care.Reminding;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;

namespace Rabta.Care;

public static class CareTables
{
    extension(RabtaDb db)
    {
        public DbSet<Reminder> Reminders => db.Set<Reminder>();
        public DbSet<PairCare> PairCare => db.Set<PairCare>();

        /// <summary>The row of a pair; it is made where there is none.</summary>
        public async Task<PairCare> KeepCareOf(MentorshipId pair, CancellationToken stop) =>
            db.PairCare.Local.FirstOrDefault(c => c.MentorshipId == pair)
            ?? await db.PairCare.FirstOrDefaultAsync(c => c.MentorshipId == pair, stop)
            ?? db.Add(new PairCare(pair)).Entity;

        /// <summary>The same for many pairs, in few questions.</summary>
        public Task<IReadOnlyDictionary<MentorshipId, PairCare>> KeepCareOf(
            IReadOnlyCollection<MentorshipId> pairs,
            CancellationToken stop
        ) => db.KeepRowsOf(pairs, pair => new PairCare(pair), stop);
    }
}

internal sealed class CareMapping : IEntityTypeConfiguration<Reminder>, IEntityTypeConfiguration<PairCare>
{
    public void Configure(EntityTypeBuilder<PairCare> builder)
    {
        builder.Owned("pair_care");
        builder.HasKey(c => c.MentorshipId);
        builder.Refers<Mentorship>(nameof(PairCare.MentorshipId));
    }

    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.Owned("reminders");
        builder.Refers<Person>(nameof(Reminder.PersonId));
        builder.Refers<Person>(nameof(Reminder.By));
        builder.Refers<Mentorship>(nameof(Reminder.MentorshipId));
        builder.HasIndex(r => new
        {
            r.InstitutionId,
            r.PersonId,
            r.At,
        });
    }
}
