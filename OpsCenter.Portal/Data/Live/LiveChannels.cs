namespace OpsCenter.Portal.Data.Live;

/// <summary>One notification channel for each topic, so a mark needs no payload and a topic of another version reaches nobody here.</summary>
internal static class LiveChannels
{
    private const string Prefix = "opscenter_";

    /// <summary>Subscribes a connection to every topic of this version.</summary>
    public static string Listen { get; } = string.Join("; ", EnumText<LiveTopic>.All.Select(topic => $"listen {Prefix}{topic}"));

    public static string Of(LiveTopic topic) => Prefix + EnumText<LiveTopic>.Of(topic);

    public static bool TryParse(string channel, out LiveTopic topic)
    {
        topic = default;

        return channel.StartsWith(Prefix, StringComparison.Ordinal) && EnumText<LiveTopic>.TryParse(channel[Prefix.Length..], out topic);
    }
}
