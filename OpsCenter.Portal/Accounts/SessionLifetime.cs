namespace OpsCenter.Portal.Accounts;

/// <summary>How long a session lasts without being used. Use past half of it starts it anew.</summary>
public static class SessionLifetime
{
    /// <summary>An ordinary session; the browser forgets its cookie when it closes.</summary>
    public static readonly TimeSpan Ordinary = TimeSpan.FromHours(12);

    /// <summary>A session of a browser that was asked to remember.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    /// <summary>The length of a session.</summary>
    /// <param name="remembered">Whether the browser keeps the cookie.</param>
    public static TimeSpan Of(bool remembered) => remembered ? Remembered : Ordinary;
}
