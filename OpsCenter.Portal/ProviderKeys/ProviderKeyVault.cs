using Microsoft.AspNetCore.DataProtection;
using OpsCenter.Domain.ProviderKeys;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>
/// Encrypts keys with the key ring in the database. Customer and key are part of the purpose: a text that is moved to another row, or to
/// another customer, cannot be decrypted there.
/// </summary>
public sealed class ProviderKeyVault(IDataProtectionProvider protection)
{
    /// <summary>What is stored.</summary>
    public string Protect(Guid organizationId, Guid keyId, ProviderSecret secret) => Of(organizationId, keyId).Protect(secret.Reveal());

    /// <summary>The key again.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The text is none of this row, or the key ring lacks its key.</exception>
    public ProviderSecret Reveal(Guid organizationId, Guid keyId, string stored) => new(Of(organizationId, keyId).Unprotect(stored));

    private IDataProtector Of(Guid organizationId, Guid keyId) =>
        protection.CreateProtector("OpsCenter.ProviderKeys", organizationId.ToString("N"), keyId.ToString("N"));
}
