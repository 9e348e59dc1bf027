namespace OpsCenter.Domain.Accounts;

/// <summary>The one table of who may do what. Commands and queries ask it; pages ask it only to leave out what would be refused.</summary>
public static class AccessPolicy
{
    /// <summary>Whether the actor has a permission. For <see cref="Permission.ViewOwnJobs"/> it is about the actor's own organisation.</summary>
    public static bool Allows(Actor actor, Permission permission) => actor switch
    {
        Actor.User user => (user.PlatformRole is { } role && AllowsOperator(role, permission)) || AllowsMember(user, permission),
        Actor.Machine machine => AllowsMachine(machine.Scopes, permission),
        Actor.System => permission is not Permission.ReadByokKeys,
        _ => throw new InvalidOperationException($"No rule for an actor of kind {actor.Kind}."),
    };

    /// <summary>Refuses an actor without the permission.</summary>
    /// <exception cref="AccessDeniedException">The actor lacks the permission.</exception>
    public static void Demand(Actor actor, Permission permission)
    {
        if (!Allows(actor, permission))
        {
            throw new AccessDeniedException(actor, permission);
        }
    }

    /// <summary>
    /// Refuses an actor who asks about a customer without the right to: an operator or the portal needs <paramref name="any"/>, a member
    /// needs <paramref name="own"/> and must act for this very customer.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="organizationId">About which customer; it may come from an address, so it proves nothing.</param>
    /// <param name="own">What a member of the customer needs.</param>
    /// <param name="any">What somebody else needs.</param>
    /// <exception cref="AccessDeniedException">The actor lacks both.</exception>
    public static void DemandAbout(Actor actor, Guid organizationId, Permission own, Permission any)
    {
        if (!AllowsAbout(actor, organizationId, own, any))
        {
            throw new AccessDeniedException(actor, actor is Actor.User { OrganizationId: { } id } && id == organizationId ? own : any);
        }
    }

    /// <summary>Whether <see cref="DemandAbout"/> would let the actor pass.</summary>
    public static bool AllowsAbout(Actor actor, Guid organizationId, Permission own, Permission any) =>
        Allows(actor, any) || (actor is Actor.User { OrganizationId: { } id } && id == organizationId && Allows(actor, own));

    /// <summary>Refuses everybody but members of this very customer who have a permission, and the portal itself. Operators are refused, too.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="organizationId">About which customer; it may come from an address, so it proves nothing.</param>
    /// <param name="own">What a member of the customer needs.</param>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public static void DemandOwn(Actor actor, Guid organizationId, Permission own)
    {
        if (!Allows(actor, own) || (actor is not Actor.System && !(actor is Actor.User { OrganizationId: { } id } && id == organizationId)))
        {
            throw new AccessDeniedException(actor, own);
        }
    }

    private static bool AllowsOperator(PlatformRole role, Permission permission) => role switch
    {
        PlatformRole.Admin => !IsForMachines(permission) && !IsForMembers(permission),
        PlatformRole.Finance => IsForReaders(permission) || permission is Permission.VerifyRollups or Permission.ViewAudit,
        PlatformRole.Support => IsForReaders(permission),
    };

    private static bool IsForReaders(Permission permission) =>
        permission is Permission.ViewRateCard or Permission.ViewAllJobs or Permission.ViewCustomers or Permission.ViewBilling
            or Permission.ViewProviderKeys;

    private static bool AllowsMember(Actor.User user, Permission permission) =>
        user is { OrganizationId: not null, OrganizationRole: { } role } && AllowsMember(role, permission);

    private static bool AllowsMember(OrganizationRole role, Permission permission) => permission switch
    {
        Permission.ViewOwnJobs or Permission.ViewOwnSubscription or Permission.ViewOwnProviderKeys => true,
        Permission.ManageOwnProviderKeys => role is OrganizationRole.Owner or OrganizationRole.Admin,
        Permission.ViewOwnBilling or Permission.ManageOwnBilling => role is not OrganizationRole.Member,
        Permission.ManageOwnSubscription => role is OrganizationRole.Owner,
        _ => false,
    };

    private static bool AllowsMachine(MachineScopes scopes, Permission permission) => permission switch
    {
        Permission.RecordUsage => scopes.HasFlag(MachineScopes.UsageWrite),
        Permission.ReadRateCard => scopes.HasFlag(MachineScopes.RateCardRead),
        Permission.ReadByokKeys => scopes.HasFlag(MachineScopes.ByokRead),
        Permission.ViewRateCard or Permission.EditRateCard or Permission.ViewAllJobs or Permission.ViewOwnJobs
            or Permission.CorrectJobs or Permission.GiveCredits or Permission.ResolveHolds or Permission.VerifyRollups or Permission.RepairRollups
            or Permission.ViewCustomers or Permission.ManageCustomers or Permission.ManageMachineCredentials
            or Permission.ViewAudit or Permission.ViewOwnSubscription or Permission.ManageOwnSubscription or Permission.ViewOwnBilling
            or Permission.ManageOwnBilling or Permission.ViewBilling or Permission.ManagePlans or Permission.ManageSubscriptions
            or Permission.ManageBilling or Permission.ViewOwnProviderKeys or Permission.ManageOwnProviderKeys or Permission.ViewProviderKeys
            or Permission.ManageIntegrations => false,
    };

    private static bool IsForMachines(Permission permission) => permission is Permission.RecordUsage or Permission.ReadRateCard or Permission.ReadByokKeys;

    private static bool IsForMembers(Permission permission) => permission is Permission.ViewOwnJobs or Permission.ViewOwnSubscription
        or Permission.ManageOwnSubscription or Permission.ViewOwnBilling or Permission.ManageOwnBilling or Permission.ViewOwnProviderKeys
        or Permission.ManageOwnProviderKeys;
}
