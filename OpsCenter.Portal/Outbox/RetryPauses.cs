namespace OpsCenter.Portal.Outbox;

/// <summary>How long to wait before the next try: twice as long each time, and not at the same moment for everything that failed together.</summary>
internal static class RetryPauses
{
    /// <summary>Tries after which a message is dead: about two days.</summary>
    public const int MostTries = 14;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>The pause after a try.</summary>
    /// <param name="tries">How many there were, from 1.</param>
    /// <param name="chance">0…1; takes up to a quarter off.</param>
    public static TimeSpan After(int tries, double chance)
    {
        var full = tries > 20 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (tries - 1)));

        return full * (1 - (chance / 4));
    }
}
