namespace OpsCenter.Portal.Outbox;

/// <summary>A message as operators see it.</summary>
/// <param name="Box">Which way it goes.</param>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Key">What it is about exactly.</param>
/// <param name="CreatedAt">Since when it is there.</param>
/// <param name="DueAt">When it is tried next; past for one that is done or dead.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="LastError">Why the last try failed; null when it did not.</param>
/// <param name="DoneAt">When it was done; null while it is not.</param>
public sealed record MessageRow(
    MessageBox Box, string Id, string Kind, string Key, DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Tries, string? LastError, DateTimeOffset? DoneAt);
