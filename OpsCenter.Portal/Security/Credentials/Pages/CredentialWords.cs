using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>How machine credentials are spoken of.</summary>
internal static class CredentialWords
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    public static string Status(MachineCredentialRow credential, DateTimeOffset now) => credential.StateAt(now) switch
    {
        MachineCredentialState.Active => "Active",
        MachineCredentialState.Expiring => credential.ExpiresAt is { } end ? $"Expires {RelativeTime.In(end - now)}" : "Expires",
        MachineCredentialState.Expired => "Expired",
        MachineCredentialState.Revoked => "Revoked",
    };

    public static StatusMeaning Meaning(MachineCredentialRow credential, DateTimeOffset now) => credential.StateAt(now) switch
    {
        MachineCredentialState.Active => StatusMeaning.Positive,
        // A far end is as it was meant to be; a near one may be a surprise for somebody.
        MachineCredentialState.Expiring => credential.ExpiresAt - now > Soon ? StatusMeaning.Info : StatusMeaning.Warning,
        MachineCredentialState.Expired or MachineCredentialState.Revoked => StatusMeaning.Neutral,
    };

    public static string? Hint(MachineCredentialRow credential, DateTimeOffset now) => credential.StateAt(now) switch
    {
        MachineCredentialState.Active => null,
        MachineCredentialState.Expiring when credential.IsReplaced => $"Rotated; the old secret works until {At(credential.ExpiresAt)}.",
        MachineCredentialState.Expiring => $"Works until {At(credential.ExpiresAt)}.",
        MachineCredentialState.Expired when credential.IsReplaced => $"Rotated; the old secret worked until {At(credential.ExpiresAt)}.",
        MachineCredentialState.Expired => $"Worked until {At(credential.ExpiresAt)}.",
        MachineCredentialState.Revoked => $"Revoked {At(credential.RevokedAt)}.",
    };

    /// <summary>What a scope allows.</summary>
    public static string Meaning(MachineScopes scope) => scope switch
    {
        MachineScopes.UsageWrite => "Report finished jobs.",
        MachineScopes.RateCardRead => "Read prices, and whether a customer may start jobs.",
        MachineScopes.ByokRead => "Read customers’ provider keys with the rate card; needs rate-card:read, too.",
        _ => throw new InvalidOperationException($"{scope} is not one scope."),
    };

    public static string Text(MachineScopes scope) => MachineScopeText.ToTexts(scope) is [var text]
        ? text
        : throw new InvalidOperationException($"{scope} is not one scope.");

    public static string Overlap(RotationOverlap overlap) => overlap switch
    {
        RotationOverlap.None => "no time: it became known",
        RotationOverlap.OneHour => "1 hour",
        RotationOverlap.OneDay => "24 hours",
        RotationOverlap.OneWeek => "7 days",
    };

    public static string Refusal(MachineCredentialOutcome outcome) => outcome switch
    {
        MachineCredentialOutcome.Invalid invalid => string.Join(' ', invalid.Problems.Select(p => p.Sentence)),
        MachineCredentialOutcome.ChangedMeanwhile changed => changed.WhatChanged,
        MachineCredentialOutcome.NotFound => "This credential does not exist.",
        MachineCredentialOutcome.TooMany => $"There are {MachineCredentials.MaxCredentials:N0} usable credentials, which is the most. Revoke one first.",
        _ => throw new InvalidOperationException($"No words for {outcome.GetType().Name}."),
    };

    private static string At(DateTimeOffset? instant) => instant is { } at ? TimeFormat.Utc(at) : "";
}
