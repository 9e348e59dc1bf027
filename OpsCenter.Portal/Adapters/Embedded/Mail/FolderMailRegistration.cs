using OpsCenter.Domain.Billing;

namespace OpsCenter.Portal.Adapters.Embedded.Mail;

/// <summary>Mail without a mail server.</summary>
public static class FolderMailRegistration
{
    /// <summary>Registers it; hosting must be registered as well.</summary>
    public static IServiceCollection AddFolderMail(this IServiceCollection services) => services.AddSingleton<IMailer, FolderMailer>();
}
