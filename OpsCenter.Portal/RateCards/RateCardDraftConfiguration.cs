using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Accounts;

namespace OpsCenter.Portal.RateCards;

internal sealed class RateCardDraftConfiguration : IEntityTypeConfiguration<RateCardDraftHead>, IEntityTypeConfiguration<RateCardDraftRow>
{
    public void Configure(EntityTypeBuilder<RateCardDraftHead> builder)
    {
        builder.ToTable("rate_card_drafts");
        builder.HasKey(d => d.OperatorId);
        builder.Property(d => d.OperatorId).ValueGeneratedNever();
        builder.HasOne<User>().WithOne().HasForeignKey<RateCardDraftHead>(d => d.OperatorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<RateCardVersion>().WithMany().HasForeignKey(d => d.BaseVersion).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RateCardDraftRow> builder)
    {
        builder.ToTable("rate_card_draft_changes");
        builder.HasKey(r => new { r.OperatorId, r.Section, r.RowKey });
        builder.Property(r => r.Section).HasMaxLength(20);
        builder.Property(r => r.RowKey).HasMaxLength((2 * PriceLimits.MaxNameLength) + 1);
        builder.Property(r => r.Content).HasColumnType("jsonb");
        builder.HasOne<RateCardDraftHead>().WithMany().HasForeignKey(r => r.OperatorId).OnDelete(DeleteBehavior.Cascade);
    }
}
