using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security;

internal sealed class MachineCredentialConfiguration : IEntityTypeConfiguration<MachineCredential>
{
    public void Configure(EntityTypeBuilder<MachineCredential> builder)
    {
        builder.ToTable("machine_credentials", t =>
        {
            t.HasCheckConstraint("ck_machine_credentials_secret_hash", "length(secret_hash) = 32");
            t.HasCheckConstraint("ck_machine_credentials_limits", "permits_per_second between 1 and 1000000 and burst between 1 and 1000000");
        });
        builder.HasOne<MachineCredential>().WithMany().HasForeignKey(c => c.RotatedFrom).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.SecretHash).IsUnique();
        builder.Property(c => c.Name).HasMaxLength(100);
        builder.Property(c => c.Source).HasMaxLength(100);
        builder.Property(c => c.Scopes)
            .HasConversion(
                scopes => MachineScopeText.ToTexts(scopes),
                texts => MachineScopeText.Parse(texts),
                // Without it EF Core takes the set of flags for the list it is stored as.
                new ValueComparer<MachineScopes>(favorStructuralComparisons: false))
            .HasColumnType("text[]");
    }
}
