namespace OpsCenter.Portal.Security.Credentials;

/// <summary>What came of an act on a machine credential.</summary>
public abstract record MachineCredentialOutcome
{
    private MachineCredentialOutcome()
    {
    }

    /// <summary>There is a new secret, which nobody can be shown again.</summary>
    /// <param name="Credential">The new credential.</param>
    /// <param name="Secret">Its secret.</param>
    public sealed record Issued(MachineCredentialRow Credential, OneTimeSecret Secret) : MachineCredentialOutcome;

    /// <summary>It is as asked for.</summary>
    /// <param name="Credential">How it is now.</param>
    public sealed record Done(MachineCredentialRow Credential) : MachineCredentialOutcome;

    /// <summary>Something that was entered cannot be used; nothing changed.</summary>
    /// <param name="Problems">What and why, at least one.</param>
    public sealed record Invalid(IReadOnlyList<MachineCredentialProblem> Problems) : MachineCredentialOutcome;

    /// <summary>Somebody else was faster; nothing changed.</summary>
    /// <param name="Credential">How it is now.</param>
    /// <param name="WhatChanged">A sentence that names the change.</param>
    /// <param name="CanRepeat">Whether the act can be repeated with the credential as it is now.</param>
    public sealed record ChangedMeanwhile(MachineCredentialRow Credential, string WhatChanged, bool CanRepeat = false) : MachineCredentialOutcome;

    /// <summary>There is no such credential.</summary>
    public sealed record NotFound : MachineCredentialOutcome;

    /// <summary>As many credentials are usable as may be.</summary>
    public sealed record TooMany : MachineCredentialOutcome;
}
