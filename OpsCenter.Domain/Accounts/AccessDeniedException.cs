namespace OpsCenter.Domain.Accounts;

/// <summary>An actor asked for something its roles or scopes do not include. Pages never offer such an act, so this is no ordinary answer.</summary>
public sealed class AccessDeniedException(Actor actor, Permission permission)
    : Exception($"{actor.Kind} {actor.Subject} lacks the permission {permission}.")
{
    /// <summary>What was asked for.</summary>
    public Permission Permission { get; } = permission;
}
