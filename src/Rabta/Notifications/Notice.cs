using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Language;

namespace Rabta.Notifications;

public readonly record struct NoticeId(Guid Value) : IId<NoticeId>
{
    public static NoticeId From(Guid value) => new(value);
}

/// <summary>How a notice stands with the outside world.</summary>
public enum DeliveryStatus
{
    /// <summary>Only in the list on the page: no mail is meant, or there is no address.</summary>
    Inside,
    Waiting,
    Sent,

    /// <summary>The mail server refused the mail, or was out of reach for a day.</summary>
    Refused,

    /// <summary>The person who caused it took it back in time.</summary>
    TakenBack,
}

/// <summary>One piece of news for one person: a line in their list and, where its kind asks for it, a mail.</summary>
/// <remarks>
/// It keeps what to say, not how it was said: the mail is written as it leaves, so no link that lets anyone in ever stands here.
/// </remarks>
[SeenBy(Audience.Self, Audience.Staff)]
public sealed class Notice : IBelongToInstitution
{
    public NoticeId Id { get; init; } = Ids.New<NoticeId>();
    public InstitutionId InstitutionId { get; private set; }
    public PersonId PersonId { get; init; }

    [SeenBy(Audience.Self, Audience.Staff)]
    public required string Kind { get; init; }

    /// <summary>What its sentences name. Staff read the subject.</summary>
    [SeenBy(Audience.Staff)]
    public IReadOnlyList<Several> Values { get; init; } = [];

    [SeenBy(Audience.Self)]
    public required string Path { get; init; }

    /// <summary>Where the mail goes; the person's own address where none stands here.</summary>
    [SeenBy(Audience.Staff)]
    public string? To { get; init; }

    [NoKey("Only tells what is taken back together; whoever told it knows what it was.")]
    public Guid? Batch { get; init; }
    public Instant MadeAt { get; init; }
    public Instant NotBefore { get; init; }

    public DeliveryStatus DeliveryStatus { get; set; }
    public int Tries { get; set; }
    public Instant? SentAt { get; set; }

    /// <summary>A text key for why it was refused.</summary>
    [SeenBy(Audience.Staff)]
    public string? Reason { get; set; }

    /// <summary>While a sender holds it; after that another may.</summary>
    public Instant? HeldUntil { get; set; }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Owned("notices");
        builder.Refers<Person>(nameof(Notice.PersonId), DeleteBehavior.Cascade);
        builder.HasIndex(n => new
        {
            n.InstitutionId,
            n.DeliveryStatus,
            n.NotBefore,
        });
        builder.HasIndex(n => new
        {
            n.InstitutionId,
            n.PersonId,
            n.MadeAt,
        });
        builder.HasIndex(n => new { n.InstitutionId, n.Batch });
        builder.Property(n => n.Values).HasConversion(new SeveralListConverter(), SeveralListConverter.Comparer);
    }
}

public static class NoticeTables
{
    extension(RabtaDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
    }
}
