using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpsCenter.Portal.Security;

/// <summary>The secret of a machine credential: 256 random bits as text. Shown once; only its hash is kept.</summary>
public static class MachineSecret
{
    /// <summary>Start of every secret we make, so that scanners find one that was committed or pasted by mistake.</summary>
    public const string Prefix = "ock_";

    /// <summary>Longest secret in characters; a longer one is not looked up.</summary>
    public const int MaxLength = 512;

    private const int RandomBytes = 32;

    /// <summary>A new secret.</summary>
    public static string Generate() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>What is stored of a secret: SHA-256. A slow hash would add nothing to a secret that cannot be guessed.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
