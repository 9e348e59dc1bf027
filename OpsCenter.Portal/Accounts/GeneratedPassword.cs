using System.Security.Cryptography;

namespace OpsCenter.Portal.Accounts;

/// <summary>Passwords for people to copy from a terminal: four groups of five, without characters that look alike.</summary>
public static class GeneratedPassword
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    /// <summary>A new password of 100 random bits.</summary>
    public static string Create() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}
