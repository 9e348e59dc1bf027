using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Usage.Notices.Pages;

namespace OpsCenter.Portal.Usage.Notices;

/// <summary>What tells operators where to look.</summary>
public static class NoticesRegistration
{
    /// <summary>Registers it; the database and rate cards must be registered as well.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<NoticeQueries>()
        .AddSingleton<NoticeBoard>()
        .AddSingleton(new TopBarTool(typeof(NoticeBell)))
        .AddHostedService(provider => provider.GetRequiredService<NoticeBoard>());
}
