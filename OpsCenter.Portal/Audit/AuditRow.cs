namespace OpsCenter.Portal.Audit;

/// <summary>An entry in the list.</summary>
public sealed record AuditRow
{
    /// <summary>The entry.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Kind of actor: user, machine, system.</summary>
    public required string ActorKind { get; init; }

    /// <summary>The actor's identity.</summary>
    public required string ActorSubject { get; init; }

    /// <summary>The actor's name.</summary>
    public string ActorName { get; init; } = "";

    /// <summary>The customer it is about; null for the platform.</summary>
    public required Guid? CustomerId { get; init; }

    /// <summary>That customer's name.</summary>
    public string? CustomerName { get; init; }

    /// <summary>What was done: <c>rate_card.published</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Kind of thing it was done to.</summary>
    public required string SubjectType { get; init; }

    /// <summary>Identity of that thing.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Why, in the actor's words; may be empty.</summary>
    public required string Reason { get; init; }

    /// <summary>What it says about the state of its subject.</summary>
    public required AuditStates States { get; init; }

    /// <summary>Number of its seal; null while it has none.</summary>
    public required long? Seal { get; init; }
}
