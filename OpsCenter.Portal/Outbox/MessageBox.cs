namespace OpsCenter.Portal.Outbox;

/// <summary>Which way a message goes.</summary>
public enum MessageBox
{
    /// <summary>To the outside.</summary>
    Outbox,

    /// <summary>From the outside.</summary>
    Inbox,
}
