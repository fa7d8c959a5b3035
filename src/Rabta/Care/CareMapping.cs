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
    }
}

internal sealed class CareMapping : IEntityTypeConfiguration<Reminder>
{
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
