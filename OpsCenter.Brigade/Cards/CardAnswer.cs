namespace OpsCenter.Brigade.Cards;

/// <summary>What Ops-Center said when it was asked for the rate card.</summary>
/// <param name="Body">The card as it came; null: the one with the tag that was sent is still in force.</param>
/// <param name="Tag">Names this content at the next question; null when the answer had none.</param>
internal sealed record CardAnswer(ReadOnlyMemory<byte>? Body, string? Tag);
