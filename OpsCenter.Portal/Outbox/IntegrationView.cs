namespace OpsCenter.Portal.Outbox;

/// <summary>How the portal gets along with the outside.</summary>
/// <param name="OutboxWaiting">Messages to the outside that wait.</param>
/// <param name="InboxWaiting">News from outside that waits.</param>
/// <param name="LastSentAt">When the last message was done; null before the first.</param>
/// <param name="LastReceivedAt">When the last news came; null before the first.</param>
/// <param name="Dead">What was given up, newest first, at most <see cref="IntegrationQueries.MostRows"/>.</param>
/// <param name="Waiting">What waits, the most overdue first, at most as many.</param>
/// <param name="Mails">The newest mails, sent or waiting, at most as many.</param>
public sealed record IntegrationView(
    long OutboxWaiting,
    long InboxWaiting,
    DateTimeOffset? LastSentAt,
    DateTimeOffset? LastReceivedAt,
    IReadOnlyList<MessageRow> Dead,
    IReadOnlyList<MessageRow> Waiting,
    IReadOnlyList<MessageRow> Mails);
