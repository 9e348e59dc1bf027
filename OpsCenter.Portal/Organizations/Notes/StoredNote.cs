namespace OpsCenter.Portal.Organizations.Notes;

/// <summary>A row of <c>customer_notes</c>.</summary>
internal sealed record StoredNote(Guid Id, string Body, DateTimeOffset WrittenAt, string WrittenBy);
