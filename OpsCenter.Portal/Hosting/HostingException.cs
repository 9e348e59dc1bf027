namespace OpsCenter.Portal.Hosting;

/// <summary>
/// The portal cannot start, or a command cannot be carried out, for a reason outside the program. The message says what is wrong and
/// what to do, so it is printed alone, without a stack trace.
/// </summary>
public class HostingException : Exception
{
    public HostingException(string message) : base(message)
    {
    }

    public HostingException(string message, Exception inner) : base(message, inner)
    {
    }
}
