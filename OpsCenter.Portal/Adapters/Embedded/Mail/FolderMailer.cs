using MimeKit;
using OpsCenter.Domain.Billing;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Adapters.Embedded.Mail;

/// <summary>Puts mail into a folder of the data folder, as files that any mail program opens.</summary>
internal sealed class FolderMailer(DataFolder data) : IMailer
{
    private const string FolderName = "mail";

    public string Place => data.Combine(FolderName);

    public async Task SendAsync(Domain.Billing.Mail mail, CancellationToken cancellationToken)
    {
        using var body = new TextPart("plain") { Text = mail.Text };
        using var message = new MimeMessage { Subject = mail.Subject, Date = mail.At, MessageId = $"{mail.Id:N}@ops-center", Body = body };
        message.From.Add(new MailboxAddress("Ops-Center", "no-reply@ops-center.invalid"));
        message.To.AddRange(mail.To.Select(MailboxAddress.Parse));
        // The same mail has the same name, so that one that is sent again replaces the first.
        var path = Path.Combine(data.CreateFolder(FolderName), $"{mail.Id:N}.eml");
        await message.WriteToAsync(path + ".new", cancellationToken);
        File.Move(path + ".new", path, overwrite: true);
    }
}
