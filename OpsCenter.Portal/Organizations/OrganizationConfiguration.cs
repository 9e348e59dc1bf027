using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Accounts;

namespace OpsCenter.Portal.Organizations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("organizations", t =>
        {
            t.HasCheckConstraint("ck_organizations_status", "status in ('active', 'suspended')");
            t.HasCheckConstraint("ck_organizations_suspended_at", "(status = 'suspended') = (suspended_at is not null)");
            t.HasCheckConstraint("ck_organizations_name", "length(btrim(name)) > 0");
        });
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).HasMaxLength(Organization.MaxNameLength);
        builder.Property(o => o.CreatedAt);
        builder.Property<uint>("xmin").IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships", t =>
            t.HasCheckConstraint("ck_memberships_role", "role in ('owner', 'admin', 'billing', 'member')"));
        builder.HasKey(m => new { m.OrganizationId, m.UserId });
        builder.HasOne<Organization>().WithMany().HasForeignKey(m => m.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
