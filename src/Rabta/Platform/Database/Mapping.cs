using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rabta.Platform.Institutions;

namespace Rabta.Platform.Database;

/// <summary>What mappings of institution-owned rows share.</summary>
public static class Mapping
{
    /// <summary>A foreign key that carries the institution, so that the database itself refuses a link into another one.</summary>
    public static void Refers<TTo>(this EntityTypeBuilder builder, string property, DeleteBehavior onDelete = DeleteBehavior.Restrict)
        where TTo : class, IBelongToInstitution =>
        builder
            .HasOne(typeof(TTo))
            .WithMany()
            .HasForeignKey(nameof(IBelongToInstitution.InstitutionId), property)
            .HasPrincipalKey(nameof(IBelongToInstitution.InstitutionId), "Id")
            .OnDelete(onDelete);

    /// <summary>The institution's own key. Every owned row has it.</summary>
    public static void Owned<T>(this EntityTypeBuilder<T> builder, string table)
        where T : class, IBelongToInstitution
    {
        builder.ToTable(table);
        builder.HasOne<Institution>().WithMany().HasForeignKey(row => row.InstitutionId).OnDelete(DeleteBehavior.Restrict);
    }
}
