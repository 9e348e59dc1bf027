namespace OpsCenter.Portal.Audit;

/// <summary>One act that mattered: who, when, what, before and after. Inserted in the act's own transaction, never changed.</summary>
public sealed class AuditEntry
{
    /// <summary>Identity, ordered by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Kind of actor: user, machine, system.</summary>
    public required string ActorKind { get; init; }

    /// <summary>The actor's identity, without personal data.</summary>
    public required string ActorSubject { get; init; }

    /// <summary>The organisation it is about; null for the platform.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>What was done: <c>rate_card.published</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Kind of thing it was done to: <c>rate_card</c>.</summary>
    public required string SubjectType { get; init; }

    /// <summary>Identity of that thing.</summary>
    public required string SubjectId { get; init; }

    /// <summary>State before, as JSON text; null when there was none.</summary>
    public string? Before { get; init; }

    /// <summary>State after, as JSON text; null when there is none.</summary>
    public string? After { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public string Reason { get; init; } = "";
}
