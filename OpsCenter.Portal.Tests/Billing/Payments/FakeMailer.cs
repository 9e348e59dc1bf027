using System.Collections.Concurrent;
using OpsCenter.Domain.Billing;

namespace OpsCenter.Portal.Tests.Billing.Payments;

/// <summary>Keeps what would be sent.</summary>
internal sealed class FakeMailer : IMailer
{
    public ConcurrentQueue<Mail> Sent { get; } = [];

    public string Place => "memory";

    public Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        Sent.Enqueue(mail);

        return Task.CompletedTask;
    }
}
