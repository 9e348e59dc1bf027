using Xunit;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>A test of what only root can do, such as becoming another user.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Environment.IsPrivilegedProcess ? null : "Runs as root only.";
}
