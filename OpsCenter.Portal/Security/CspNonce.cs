using System.Security.Cryptography;

namespace OpsCenter.Portal.Security;

/// <summary>The random value that lets exactly the scripts of one answer run; made once per request.</summary>
public sealed class CspNonce
{
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
}
