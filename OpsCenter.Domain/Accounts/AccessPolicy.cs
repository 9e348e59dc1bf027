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

    private static bool AllowsOperator(PlatformRole role, Permission permission) => role switch
    {
        PlatformRole.Admin => !IsForMachines(permission),
        PlatformRole.Finance => IsForReaders(permission) || permission is Permission.VerifyRollups or Permission.ViewAudit,
        PlatformRole.Support => IsForReaders(permission),
    };

    private static bool IsForReaders(Permission permission) =>
        permission is Permission.ViewRateCard or Permission.ViewAllJobs or Permission.ViewCustomers;

    private static bool AllowsMember(Actor.User user, Permission permission) =>
        user is { OrganizationId: not null, OrganizationRole: not null } && permission is Permission.ViewOwnJobs;

    private static bool AllowsMachine(MachineScopes scopes, Permission permission) => permission switch
    {
        Permission.RecordUsage => scopes.HasFlag(MachineScopes.UsageWrite),
        Permission.ReadRateCard => scopes.HasFlag(MachineScopes.RateCardRead),
        Permission.ReadByokKeys => scopes.HasFlag(MachineScopes.ByokRead),
        Permission.ViewRateCard or Permission.EditRateCard or Permission.ViewAllJobs or Permission.ViewOwnJobs
            or Permission.CorrectJobs or Permission.GiveCredits or Permission.ResolveHolds or Permission.VerifyRollups or Permission.RepairRollups
            or Permission.ViewCustomers or Permission.ManageCustomers or Permission.ManageMachineCredentials
            or Permission.ViewAudit => false,
    };

    private static bool IsForMachines(Permission permission) =>
        permission is Permission.RecordUsage or Permission.ReadRateCard or Permission.ReadByokKeys or Permission.ViewOwnJobs;
}
