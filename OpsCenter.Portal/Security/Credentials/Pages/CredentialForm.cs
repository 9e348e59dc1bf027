using System.Globalization;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>What is being typed about a machine credential.</summary>
public sealed class CredentialForm
{
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(9000, 1, 1);

    public string Name { get; set; } = "";

    public string Source { get; set; } = "";

    public MachineScopes Scopes { get; set; } = MachineScopes.UsageWrite | MachineScopes.RateCardRead;

    public string PermitsPerSecond { get; set; } = "";

    public string Burst { get; set; } = "";

    public bool RequiresJobKey { get; set; }

    /// <summary>The last day on which it works, for the reader; null for no end.</summary>
    public DateOnly? LastDayOfUse { get; set; }

    /// <summary>A form that shows how a credential is.</summary>
    public static CredentialForm Of(MachineCredentialRow credential) => new()
    {
        Name = credential.Name,
        Source = credential.Source,
        Scopes = credential.Settings.Scopes,
        PermitsPerSecond = credential.Settings.PermitsPerSecond?.ToString(CultureInfo.InvariantCulture) ?? "",
        Burst = credential.Settings.Burst?.ToString(CultureInfo.InvariantCulture) ?? "",
        RequiresJobKey = credential.Settings.RequiresJobKey,
    };

    /// <summary>The settings as typed; whether they can be used, the command says.</summary>
    public MachineCredentialSettings ToSettings() => new(Name, Scopes, NumberOf(PermitsPerSecond), NumberOf(Burst), RequiresJobKey);

    /// <summary>The whole form, for a new credential.</summary>
    /// <param name="zone">In which the day ends.</param>
    public CreateMachineCredentialInput ToInput(TimeZoneInfo zone) => new(Source, ToSettings(), LastDayOfUse is { } day ? EndOf(day, zone) : null);

    public bool Has(MachineScopes scope) => Scopes.HasFlag(scope);

    public void Set(MachineScopes scope, bool isOn) => Scopes = isOn ? Scopes | scope : Scopes & ~scope;

    // Zero is what the rules refuse with the sentence that also fits a text that is no number.
    private static int? NumberOf(string text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number
        : 0;

    // Far years, which the rules refuse, are cut to what a calendar can reckon with in every zone.
    private static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = (day < FirstDay ? FirstDay : day > LastDay ? LastDay : day).AddDays(1).ToDateTime(TimeOnly.MinValue);

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
