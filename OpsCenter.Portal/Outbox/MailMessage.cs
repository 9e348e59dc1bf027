namespace OpsCenter.Portal.Outbox;

/// <summary>Mails among the messages of the outbox. Addresses and words are found when it is sent, so that none are kept here.</summary>
internal static class MailMessage
{
    /// <summary>Kind of their messages.</summary>
    public const string Kind = "mail.send";
}
