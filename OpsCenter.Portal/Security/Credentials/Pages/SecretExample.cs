using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>
/// A first call with a new credential, of the kind that its scopes allow. The secret is read from the keyboard, so that it does not stay in the
/// history of the shell.
/// </summary>
internal static class SecretExample
{
    private const string ReadToken = "read -rs TOKEN";

    public static string Of(MachineScopes scopes, string baseUri)
    {
        var path = scopes.HasFlag(MachineScopes.RateCardRead) || !scopes.HasFlag(MachineScopes.UsageWrite)
            ? $"{baseUri}api/v1/pricing/rate-card"
            : $"{baseUri}api/v1/usage/record \\\n  -d @report.json";

        return $"{ReadToken}\ncurl -H \"Authorization: Bearer $TOKEN\" \\\n  {path}";
    }
}
