using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Security;

/// <summary>Reads Brigade's secret and refuses the start when it cannot be used. An empty value counts as absent.</summary>
internal sealed class BrigadeKeyOptionsSetup(IConfiguration configuration)
    : IConfigureOptions<BrigadeKeyOptions>, IValidateOptions<BrigadeKeyOptions>
{
    public void Configure(BrigadeKeyOptions options)
    {
        if (configuration[BrigadeKeyOptions.Key] is { Length: > 0 } secret)
        {
            options.Secret = secret;
        }
    }

    public ValidateOptionsResult Validate(string? name, BrigadeKeyOptions options) => options.Secret switch
    {
        null => ValidateOptionsResult.Success,
        { Length: < BrigadeKeyOptions.MinLength or > MachineSecret.MaxLength } => ValidateOptionsResult.Fail(
            $"{BrigadeKeyOptions.Key} must have {BrigadeKeyOptions.MinLength} to {MachineSecret.MaxLength} characters."),
        var secret when !secret.All(c => c is > ' ' and <= '~') => ValidateOptionsResult.Fail(
            $"{BrigadeKeyOptions.Key} may hold visible ASCII characters only, for it is sent in a header."),
        _ => ValidateOptionsResult.Success,
    };
}
