namespace OpsCenter.Portal.Security.Credentials;

/// <summary>Why something that was entered cannot be used.</summary>
/// <param name="Field">What.</param>
/// <param name="Sentence">Why, for a person.</param>
public sealed record MachineCredentialProblem(MachineCredentialField Field, string Sentence);
