using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>Tells whoever waits for a version, in every instance, and wakes whoever tells Brigade.</summary>
public sealed class VersionNews(CurrentVersion current, LiveMarks marks, OutboxBell bell)
{
    /// <summary>Call it after the commit.</summary>
    internal void Tell()
    {
        current.Forget();
        marks.Mark(LiveTopic.RateCard);
        bell.Ring();
    }
}
