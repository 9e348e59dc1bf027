namespace OpsCenter.Brigade.Hosting;

/// <summary>Why Brigade cannot start, in words for whoever starts it.</summary>
public sealed class BrigadeStartException(string message, Exception inner) : Exception(message, inner);
