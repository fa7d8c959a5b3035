using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rabta.People.Merging;
using Rabta.People.Noting;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Platform.Once;

namespace Rabta.People;

public static class PeopleTables
{
    extension(RabtaDb db)
    {
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<Account> Accounts => db.Set<Account>();
        public DbSet<SignedInDevice> Devices => db.Set<SignedInDevice>();
        public DbSet<SignInLink> SignInLinks => db.Set<SignInLink>();
        public IQueryable<Person> Coordinators => db.Set<Person>().Where(p => (p.Duties & Duties.Coordinator) != 0);
        public DbSet<Merge> Merges => db.Set<Merge>();
        public DbSet<StaffNote> StaffNotes => db.Set<StaffNote>();
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Owned("people");
        builder.HasIndex(p => new { p.InstitutionId, p.AddressKey }).IsUnique();
        builder.HasIndex(p => new { p.InstitutionId, p.Number });
        // Every start asks who has no keys yet; soon nobody.
        builder.HasIndex(p => new { p.InstitutionId, p.NameKeys }).HasFilter("\"NameKeys\" = ''");
        builder.HasQueryFilter(Person.MergedFilter, p => p.MergedInto == null);
        builder.Refers<Person>(nameof(Person.MergedInto));
        // The queue asks who is away; few are.
        builder.HasIndex(p => new { p.InstitutionId, p.AwayUntil }).HasFilter("\"AwayUntil\" IS NOT NULL");
        builder.Property(p => p.Names).HasConversion<SeveralConverter>();
    }
}

/// <summary>Deleting a person deletes their pseudonyms, and with them the only way from the journal to the person.</summary>
internal sealed class JournalNameOfPerson : IEntityTypeConfiguration<JournalName>
{
    public void Configure(EntityTypeBuilder<JournalName> builder) =>
        builder.Refers<Person>(nameof(JournalName.PersonId), DeleteBehavior.Cascade);
}

/// <summary>Answered forms are deleted together with the person.</summary>
internal sealed class WrittenFormOfPerson : IEntityTypeConfiguration<WrittenForm>
{
    public void Configure(EntityTypeBuilder<WrittenForm> builder) => builder.Refers<Person>(nameof(WrittenForm.By), DeleteBehavior.Cascade);
}

internal sealed class StaffNoteMapping : IEntityTypeConfiguration<StaffNote>
{
    public void Configure(EntityTypeBuilder<StaffNote> builder)
    {
        builder.Owned("staff_notes");
        builder.Refers<Person>(nameof(StaffNote.PersonId), DeleteBehavior.Cascade);
        builder.Refers<Person>(nameof(StaffNote.By));
        builder.HasIndex(n => new { n.InstitutionId, n.PersonId });
    }
}

internal sealed class MergeMapping : IEntityTypeConfiguration<Merge>
{
    public void Configure(EntityTypeBuilder<Merge> builder)
    {
        builder.Owned("merges");
        builder.Refers<Person>(nameof(Merge.KeptId), DeleteBehavior.Cascade);
        builder.Refers<Person>(nameof(Merge.GoneId), DeleteBehavior.Cascade);
        builder.Refers<Person>(nameof(Merge.By));
        builder.HasIndex(m => new { m.InstitutionId, m.KeptId });
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Owned("accounts");
        builder.Refers<Person>(nameof(Account.PersonId));
        builder.HasIndex(a => new { a.InstitutionId, a.PersonId }).IsUnique();
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasMany<IdentityUserClaim<AccountId>>().WithOne().HasForeignKey(c => c.UserId).IsRequired();
        builder.HasMany<IdentityUserLogin<AccountId>>().WithOne().HasForeignKey(l => l.UserId).IsRequired();
        builder.HasMany<IdentityUserToken<AccountId>>().WithOne().HasForeignKey(t => t.UserId).IsRequired();
        builder.HasMany<IdentityUserPasskey<AccountId>>().WithOne().HasForeignKey(p => p.UserId).IsRequired();
    }
}

internal sealed class IdentityMapping
    : IEntityTypeConfiguration<IdentityUserClaim<AccountId>>,
        IEntityTypeConfiguration<IdentityUserLogin<AccountId>>,
        IEntityTypeConfiguration<IdentityUserToken<AccountId>>,
        IEntityTypeConfiguration<IdentityUserPasskey<AccountId>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<AccountId>> builder) => builder.ToTable("account_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<AccountId>> builder) =>
        builder.ToTable("account_logins").HasKey(l => new { l.LoginProvider, l.ProviderKey });

    public void Configure(EntityTypeBuilder<IdentityUserToken<AccountId>> builder) =>
        builder
            .ToTable("account_tokens")
            .HasKey(t => new
            {
                t.UserId,
                t.LoginProvider,
                t.Name,
            });

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<AccountId>> builder)
    {
        builder.ToTable("account_passkeys").HasKey(p => p.CredentialId);
        builder.OwnsOne(p => p.Data).ToJson();
    }
}

internal sealed class DeviceMapping : IEntityTypeConfiguration<SignedInDevice>
{
    public void Configure(EntityTypeBuilder<SignedInDevice> builder)
    {
        builder.Owned("signed_in_devices");
        builder.Refers<Person>(nameof(SignedInDevice.PersonId), DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.InstitutionId, d.KeyHash }).IsUnique();
    }
}

internal sealed class SignInLinkMapping : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.Owned("sign_in_links");
        builder.Refers<Person>(nameof(SignInLink.PersonId), DeleteBehavior.Cascade);
        builder.HasIndex(l => new { l.InstitutionId, l.Hash }).IsUnique();
    }
}

internal sealed class SignInAttemptMapping : IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<SignInAttempt> builder)
    {
        builder.Owned("sign_in_attempts");
        builder.HasIndex(k => new { k.InstitutionId, k.At });
    }
}
