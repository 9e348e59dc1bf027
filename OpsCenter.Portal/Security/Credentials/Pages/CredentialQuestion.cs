namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>Asks for what makes up a machine credential.</summary>
/// <param name="Title">What for.</param>
/// <param name="Form">What it begins with.</param>
/// <param name="IsNew">Whether source and end are asked for; they never change.</param>
/// <param name="Verb">The button.</param>
/// <param name="BusyVerb">The button while it runs.</param>
/// <param name="Act">Does it with what was typed; the dialog stays open until it is done.</param>
/// <param name="NamesOnSource">Who has a source already.</param>
public sealed record CredentialQuestion(
    string Title,
    CredentialForm Form,
    bool IsNew,
    string Verb,
    string BusyVerb,
    Func<CredentialForm, CancellationToken, Task<MachineCredentialOutcome>> Act,
    Func<string, CancellationToken, Task<IReadOnlyList<string>>> NamesOnSource);
