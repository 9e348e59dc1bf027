namespace OpsCenter.Domain.Accounts;

/// <summary>Who acts: the first parameter of every command and query, checked by it against <see cref="AccessPolicy"/>.</summary>
public abstract record Actor
{
    private Actor()
    {
    }

    /// <summary>Short text for audit rows: the kind of actor.</summary>
    public abstract string Kind { get; }

    /// <summary>Identity for audit rows, without personal data.</summary>
    public abstract string Subject { get; }

    /// <summary>A signed-in person, with the organisation they act for at the moment.</summary>
    /// <param name="UserId">The person.</param>
    /// <param name="PlatformRole">Their role as an operator; null for customers.</param>
    /// <param name="OrganizationId">The organisation they act for; null for operators who act for none.</param>
    /// <param name="OrganizationRole">Their role in it.</param>
    public sealed record User(Guid UserId, PlatformRole? PlatformRole, Guid? OrganizationId, OrganizationRole? OrganizationRole) : Actor
    {
        /// <inheritdoc />
        public override string Kind => "user";

        /// <inheritdoc />
        public override string Subject => UserId.ToString();
    }

    /// <summary>A program with a machine credential.</summary>
    /// <param name="CredentialId">The credential.</param>
    /// <param name="Source">Name under which its job keys are unique; rotation keeps it.</param>
    /// <param name="Scopes">What it may do.</param>
    /// <param name="RequiresJobKey">Whether its usage reports must carry a job key, so that none of them can count twice.</param>
    public sealed record Machine(Guid CredentialId, string Source, MachineScopes Scopes, bool RequiresJobKey = false) : Actor
    {
        /// <inheritdoc />
        public override string Kind => "machine";

        /// <inheritdoc />
        public override string Subject => CredentialId.ToString();
    }

    /// <summary>The portal itself: start-up, seed and background work.</summary>
    /// <param name="Task">What it is doing: <c>seed</c>, <c>demo</c>.</param>
    public sealed record System(string Task) : Actor
    {
        /// <inheritdoc />
        public override string Kind => "system";

        /// <inheritdoc />
        public override string Subject => Task;
    }
}
