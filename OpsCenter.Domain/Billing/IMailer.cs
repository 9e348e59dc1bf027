namespace OpsCenter.Domain.Billing;

/// <summary>Sends mail.</summary>
public interface IMailer
{
    /// <summary>Where it goes, for operators: a folder, a mail server.</summary>
    string Place { get; }

    /// <summary>Sends one. Sending one with the same id again is recognised by whoever receives both.</summary>
    Task SendAsync(Mail mail, CancellationToken cancellationToken);
}
