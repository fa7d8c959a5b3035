using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;

namespace Rabta.Platform.Once;

public readonly record struct WriteId(Guid Value) : IId<WriteId>
{
    public static WriteId From(Guid value) => new(value);
}

/// <summary>A form that was answered: whose, where, what was in it, and the answer it got.</summary>
[SeenBy(Audience.Nobody)]
public sealed class WrittenForm : IBelongToInstitution
{
    public WriteId Id { get; init; }
    public InstitutionId InstitutionId { get; private set; }
    public PersonId By { get; init; }

    [SeenBy(Audience.Nobody)]
    public required string Endpoint { get; init; }

    /// <summary>SHA-256 of the fields, so that nothing typed is kept here.</summary>
    [SeenBy(Audience.Nobody)]
    public required string Content { get; init; }

    /// <summary>The address the person was sent on to.</summary>
    [SeenBy(Audience.Nobody)]
    public required string Answer { get; init; }
    public Instant At { get; init; }
}

/// <summary>The form being answered now, to be noted with the change it makes.</summary>
public sealed class WriteStamp(WriteId id, PersonId by, string endpoint, string content, string answer, Instant at)
{
    public WriteId Id { get; } = id;
    public PersonId By { get; } = by;
    public string Endpoint { get; } = endpoint;
    public string Content { get; } = content;
    public string Answer { get; set; } = answer;
    public bool Noted { get; set; }

    public WrittenForm ToRow() =>
        new()
        {
            Id = Id,
            By = By,
            Endpoint = Endpoint,
            Content = Content,
            Answer = Answer,
            At = at,
        };
}

/// <summary>The same form was answered before, perhaps a moment ago in another process.</summary>
public sealed class AlreadyWritten(WrittenForm earlier) : Exception("This form was answered before.")
{
    public WrittenForm Earlier { get; } = earlier;
}

internal sealed class WrittenFormMapping : IEntityTypeConfiguration<WrittenForm>
{
    public void Configure(EntityTypeBuilder<WrittenForm> builder)
    {
        builder.Owned("written_forms");
        builder.HasKey(w => new
        {
            w.InstitutionId,
            w.By,
            w.Endpoint,
            w.Id,
        });
    }
}
