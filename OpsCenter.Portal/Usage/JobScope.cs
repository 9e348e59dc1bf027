using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Usage;

/// <summary>Which jobs an actor may see, and how much of them. Every query about jobs starts here.</summary>
/// <param name="OrganizationId">The only customer whose jobs may be seen; null: those of all.</param>
/// <param name="SeesCosts">Whether costs and margins may be seen. What a job cost us is nobody's business but the operators'.</param>
internal sealed record JobScope(Guid? OrganizationId, bool SeesCosts)
{
    /// <summary>The scope of an actor.</summary>
    /// <exception cref="AccessDeniedException">The actor may see no jobs at all.</exception>
    public static JobScope Of(Actor actor)
    {
        if (AccessPolicy.Allows(actor, Permission.ViewAllJobs))
            return new JobScope(null, SeesCosts: true);

        AccessPolicy.Demand(actor, Permission.ViewOwnJobs);

        return actor is Actor.User { OrganizationId: { } organization }
            ? new JobScope(organization, SeesCosts: false)
            : throw new InvalidOperationException($"A {actor.Kind} without an organisation has no jobs of its own.");
    }

    /// <summary>Whether a job of this customer may be seen; a job whose customer is unknown only by operators.</summary>
    public bool Includes(Guid? organization) => OrganizationId is null || OrganizationId == organization;
}
