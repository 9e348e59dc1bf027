using System.Collections.Immutable;

namespace OpsCenter.Domain.Billing;

/// <summary>A letter.</summary>
/// <param name="Id">Identity; becomes its message id.</param>
/// <param name="To">Addresses, at least one.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">Its date.</param>
public sealed record Mail(Guid Id, ImmutableArray<string> To, string Subject, string Text, DateTimeOffset At);
