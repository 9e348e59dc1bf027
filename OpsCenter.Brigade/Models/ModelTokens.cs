namespace OpsCenter.Brigade.Models;

/// <summary>What a model used for a job so far.</summary>
/// <param name="Input">All input tokens.</param>
/// <param name="CachedInput">The part of them that came from the provider's cache.</param>
/// <param name="Output">All output tokens.</param>
public readonly record struct ModelTokens(long Input, long CachedInput, long Output);
