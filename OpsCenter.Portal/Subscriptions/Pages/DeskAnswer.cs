namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What an operator answered.</summary>
/// <param name="Choice">The plan; empty when none was asked for.</param>
/// <param name="Amount">The amount as typed.</param>
/// <param name="Reason">The reason as typed.</param>
public sealed record DeskAnswer(string Choice, string Amount, string Reason);
