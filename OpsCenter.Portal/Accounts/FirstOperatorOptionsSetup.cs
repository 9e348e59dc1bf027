using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Accounts;

/// <summary>Reads the settings of the first operator and refuses the start when one cannot be used. An empty value counts as absent.</summary>
internal sealed class FirstOperatorOptionsSetup(IConfiguration configuration, IOptions<IdentityOptions> identity)
    : IConfigureOptions<FirstOperatorOptions>, IValidateOptions<FirstOperatorOptions>
{
    public void Configure(FirstOperatorOptions options)
    {
        if (configuration[FirstOperatorOptions.EmailKey]?.Trim() is { Length: > 0 } email)
        {
            options.Email = email;
        }

        if (configuration[FirstOperatorOptions.PasswordKey] is { Length: > 0 } password)
        {
            options.Password = password;
        }
    }

    public ValidateOptionsResult Validate(string? name, FirstOperatorOptions options)
    {
        var required = identity.Value.Password;

        if (!EmailAddress.IsPossible(options.Email))
        {
            return ValidateOptionsResult.Fail($"{FirstOperatorOptions.EmailKey} is not a mail address.");
        }

        if (options.Password is { } password
            && (password.Length < required.RequiredLength
                || password.Length > SignInTry.MaxLength
                || password.Distinct().Count() < required.RequiredUniqueChars))
        {
            return ValidateOptionsResult.Fail(
                $"{FirstOperatorOptions.PasswordKey} must have {required.RequiredLength} to {SignInTry.MaxLength} characters, "
                + $"{required.RequiredUniqueChars} of them different.");
        }

        return ValidateOptionsResult.Success;
    }
}
