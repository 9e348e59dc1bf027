using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Data;

/// <summary>Everything that changes through EF Core. The usage path has its own tables and speaks to them with plain Npgsql.</summary>
public sealed class OpsCenterDbContext(DbContextOptions<OpsCenterDbContext> options)
    : IdentityUserContext<User, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Customers.</summary>
    public DbSet<Organization> Organizations => Set<Organization>();

    /// <summary>Who belongs to which customer.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Sign-ins.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Machine credentials.</summary>
    public DbSet<MachineCredential> MachineCredentials => Set<MachineCredential>();

    /// <summary>Published rate cards.</summary>
    public DbSet<RateCardVersion> RateCardVersions => Set<RateCardVersion>();

    /// <summary>Routes of every version.</summary>
    public DbSet<LlmRoute> PricingRules => Set<LlmRoute>();

    /// <summary>Agents of every version.</summary>
    public DbSet<AgentPrice> AgentPricing => Set<AgentPrice>();

    /// <summary>Tools of every version.</summary>
    public DbSet<ToolPrice> ToolPricing => Set<ToolPrice>();

    /// <summary>Drafts of the rate card.</summary>
    public DbSet<RateCardDraftHead> RateCardDrafts => Set<RateCardDraftHead>();

    /// <summary>Changed rows of drafts.</summary>
    public DbSet<RateCardDraftRow> RateCardDraftRows => Set<RateCardDraftRow>();

    /// <summary>What was done by whom.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The key ring of cookies and antiforgery tokens.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<PlatformRole>().HaveConversion<EnumTextConverter<PlatformRole>>();
        configurationBuilder.Properties<OrganizationRole>().HaveConversion<EnumTextConverter<OrganizationRole>>();
        configurationBuilder.Properties<OrganizationStatus>().HaveConversion<EnumTextConverter<OrganizationStatus>>();
        configurationBuilder.Properties<RouteClass>().HaveConversion<EnumTextConverter<RouteClass>>();
        configurationBuilder.Properties<FailurePolicy>().HaveConversion<EnumTextConverter<FailurePolicy>>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(OpsCenterDbContext).Assembly);
    }
}
