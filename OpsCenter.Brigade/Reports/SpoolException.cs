namespace OpsCenter.Brigade.Reports;

/// <summary>A report could not be made durable, in words for a person: the job must not be called done.</summary>
public sealed class SpoolException(string message, Exception inner) : Exception(message, inner);
